"""A short name for a company, which becomes its host name and its schema: unique, and no word that means something."""

import re
import unicodedata
from collections.abc import Iterator

from django.conf import settings
from django.db import connection

from tenants.models import Domain, Tenant

LONGEST = 30
FALLBACK = "team"
LOCK = 7_301_004_202  # of PostgreSQL: one company at a time chooses its name
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "&": " and "}
)
LEGAL_FORMS = {
    "ltd",
    "limited",
    "inc",
    "llc",
    "plc",
    "gmbh",
    "ag",
    "bv",
    "nv",
    "sa",
    "srl",
    "sarl",
    "oy",
    "ab",
    "as",
    "co",
}
MEANINGFUL = ("pg-", "pool-")  # beginnings that PostgreSQL or the pool keeps for itself
RESERVED = frozenset({
    "abuse", "account", "accounts", "admin", "administrator", "api", "app", "apps", "assets", "auth", "autoconfig",
    "autodiscover", "baton", "billing", "blog", "cdn", "chat", "console", "contact", "dashboard", "demo", "desk",
    "dev", "docs", "domain", "domains", "download", "email", "enter", "example", "files", "ftp", "git", "health",
    "help", "host", "hostmaster", "http", "https", "imap", "inbox", "info", "internal", "localhost", "login",
    "logout", "mail", "me", "media", "mx", "my", "news", "noreply", "ns", "null", "oauth", "operator", "operators",
    "owner", "payment", "pop", "postmaster", "pricing", "public", "root", "sales", "secure", "security", "server",
    "shop", "sign-in", "sign-up", "signin", "signup", "smtp", "ssl", "sso", "staging", "start", "static", "stats",
    "status", "support", "sys", "system", "team", "test", "tests", "undefined", "uploads", "user", "users", "verify",
    "webmail", "widget", "wiki", "ws", "www",
})  # fmt: skip


def free(company: str) -> str:
    """A slug for the company that nobody has, such as `acme-cycles`; in a transaction, at whose end others may choose.

    Its schema is `schema_of` it, its host name `host_of` it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    return next(slug for slug in _candidates(of_name(company)) if not _taken(slug))


def of_name(company: str) -> str:
    """The company's name in letters, digits and hyphens, without its legal form: at most 30, first a letter."""
    plain = unicodedata.normalize("NFKD", company.lower().translate(LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", "").replace(".", ""))
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    slug = "-".join(words).lstrip("-0123456789")
    if slug.startswith(MEANINGFUL):
        slug = f"the-{slug}"
    slug = slug[:LONGEST].rstrip("-")
    return slug if len(slug) > 1 else FALLBACK


def schema_of(slug: str) -> str:
    """The name of the schema: hyphens would have to be quoted everywhere."""
    return slug.replace("-", "_")


def host_of(slug: str) -> str:
    """The host name under which the company is reached first."""
    return f"{slug}.{settings.WORKSPACE_DOMAIN}"


def _candidates(slug: str) -> Iterator[str]:
    if slug not in RESERVED:
        yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def _taken(slug: str) -> bool:
    return (
        Tenant.objects.filter(schema_name=schema_of(slug)).exists()
        or Domain.objects.filter(domain=host_of(slug)).exists()
    )
