"""Databases for tests: a migrated template with two tenants, built once, and quick clones of it."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from channels.layers import channel_layers
from django.conf import settings
from django.core.management import call_command
from psycopg import sql

from tenants import hosts, migrating, provisioning
from tenants.current import connection
from tenants.embedded.postgres import Server
from tenants.limits import counting

ROOT = Path(__file__).resolve().parent.parent
DATA_FOLDER = Path(os.environ.get("BATON_DATA") or ROOT / ".data") / "tests"
TENANTS = {"acme": "Acme Bicycles", "globex": "Globex Coffee"}
BUILD_LOCK = 7_203_441  # PostgreSQL's advisory lock around making and cloning the template


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server whose role may make databases: the given one, or an embedded one."""
    given = os.environ.get("DATABASE_URL")
    with nullcontext(given) if given else Server(DATA_FOLDER, durable=False).ensure_running() as url:
        yield url


@contextmanager
def cloned(server_url: str, *, of: str = "") -> Iterator[str]:
    """The address of a fresh copy of the template, or of another database that nobody uses; dropped afterwards."""
    name = new_name()
    clone(server_url, name, of=of)
    try:
        yield named(server_url, name)
    finally:
        drop(server_url, name)


def new_name() -> str:
    """A name that no database has."""
    return f"test_{os.getpid()}_{secrets.token_hex(3)}"


def clone(server_url: str, name: str, *, of: str = "") -> None:
    """Make a database as the template is, or another database."""
    with _alone(server_url) as control:
        template = of or _template(control, server_url)
        _run(control, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, template)


def drop(server_url: str, name: str) -> None:
    """End all sessions of a database, and drop it."""
    with psycopg.connect(server_url, autocommit=True) as control:
        _run(control, "DROP DATABASE {} WITH (FORCE)", name)


@contextmanager
def in_use(url: str) -> Iterator[str]:
    """Let Django, Channels and Celery use the database at `url` for the length of a block."""
    address = urlsplit(url)
    before = {key: connection.settings_dict[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    connection.close()
    connection.settings_dict.update(
        NAME=address.path[1:],
        USER=address.username,
        PASSWORD=address.password,
        HOST=address.hostname,
        PORT=address.port,
    )
    layer = settings.CHANNEL_LAYERS["default"]["CONFIG"]
    layer_before = dict(layer)
    if "dsn" in layer:
        layer["dsn"] = url
    _start_afresh()
    try:
        yield url
    finally:
        connection.close()
        connection.settings_dict.update(before)
        layer.update(layer_before)
        _start_afresh()


def named(server_url: str, database: str) -> str:
    """The address of another database on the same server."""
    return urlsplit(server_url)._replace(path=f"/{database}").geturl()


def migrations_hash() -> str:
    """A short name for all that shapes the template: migrations, provisioning, this file, the libraries."""
    told = hashlib.sha256()
    migrations = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py")]
    rights = [ROOT / "tenants" / "owner.py", ROOT / "tenants" / "role.py"]
    files = [*migrations, *rights, ROOT / "tenants" / "provisioning.py", Path(__file__)]
    for file in sorted(files):
        told.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    for library in ("Django", "django-tenants", "pgmq"):
        told.update(version(library).encode())
    told.update(migrating.version().encode())  # names the libraries' migrations too
    return told.hexdigest()[:16]


def _start_afresh() -> None:
    channel_layers.backends.clear()
    connection.set_schema_to_public()
    hosts.forget()
    counting.close()


@contextmanager
def _alone(server_url: str) -> Iterator[psycopg.Connection]:
    """One process at a time, also when several runs share the server."""
    with psycopg.connect(server_url, autocommit=True) as control:
        control.execute("SELECT pg_advisory_lock(%s)", [BUILD_LOCK])
        yield control


def _template(control: psycopg.Connection, server_url: str) -> str:
    """The name of the template for the code as it is now; made when missing, and older ones dropped."""
    wanted = f"template_{migrations_hash()}"
    rows = control.execute("SELECT datname FROM pg_database WHERE datname ~ '^(template|building)_'").fetchall()
    known = {str(name) for (name,) in rows}
    if wanted in known:
        return wanted
    for name in known:
        _run(control, "DROP DATABASE {} WITH (FORCE)", name)
    draft = f"building_{migrations_hash()}"
    _run(control, "CREATE DATABASE {}", draft)
    with in_use(named(server_url, draft)):
        call_command("migrate_tenants", verbosity=0)
        for slug, name in TENANTS.items():
            provisioning.create(slug, name=name, host=f"{slug}.localhost")
    _run(control, "ALTER DATABASE {} RENAME TO {}", draft, wanted)
    return wanted


def _run(control: psycopg.Connection, statement: str, *names: str) -> None:
    control.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
