"""The folder of one backup: its parts, and a manifest that names each with its hash; without a manifest it is none."""

import hashlib
import hmac
import io
import json
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

from tenants.backups import parts
from tenants.backups.errors import BackupError, DamagedError, WrongKeyError, WrongVersionError
from tenants.backups.parts import Seal, Writer

Json = dict[str, Any]
FORMAT = 1
MANIFEST, CONTENTS = "manifest.json", "contents.json"
WHOLE, COMPANY = "whole", "company"
BLOCK = 1024 * 1024
NAME = re.compile(r"baton-[a-z0-9_]+-(\d{8}T\d{6}Z)-[0-9a-f]{8}")
STAMP = "%Y%m%dT%H%M%SZ"
SHORTEST_KEY = 24


@dataclass(frozen=True)
class Part:
    """One file: its size and SHA-256 as it lies on disk."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup is; `contents` and the rest are parts, sealed where there is a key."""

    id: str
    kind: str  # WHOLE or COMPANY
    of: str  # the company's schema; empty for all
    made_at: str
    postgres: int  # major version of the server
    schema_version: str
    sealed: bool
    key_mark: str  # of SECRET_KEY, without which sealed secrets cannot be read
    parts: dict[str, Part] = field(default_factory=dict)
    format: int = FORMAT

    @property
    def when(self) -> datetime:
        """The moment that it shows."""
        return datetime.fromisoformat(self.made_at)


@dataclass(frozen=True)
class Backup:
    """A backup that lies in a folder and was found whole."""

    folder: Path
    manifest: Manifest
    seal: Seal | None
    contents: Json

    def part(self, name: str) -> io.BufferedReader:
        """The content of a part."""
        return parts.opened(self.folder / name, self.seal)


class Draft:
    """A backup that is being written; it gets its name when it is whole."""

    def __init__(self, folder: Path, manifest: Manifest, seal: Seal | None) -> None:
        self.folder, self.manifest, self.seal = folder, manifest, seal
        self.contents: Json = {}

    @contextmanager
    def part(self, name: str) -> Iterator[IO[bytes]]:
        """Write a part."""
        growing = Writer(self.folder / name, self.seal)
        with io.BufferedWriter(growing, parts.PIECE) as part:
            yield part
        self.manifest.parts[name] = Part(growing.size, growing.digest)

    def _finish(self) -> None:
        with self.part(CONTENTS) as part:
            part.write(json.dumps(self.contents).encode())
        told = asdict(self.manifest)
        whole = {**told, "check": _check(told, self.seal)}
        file = self.folder / MANIFEST
        file.touch(mode=parts.ONLY_OURS)
        file.write_text(json.dumps(whole, indent=1))


@contextmanager
def written(destination: Path, manifest: Manifest, *, secret: str) -> Iterator[Draft]:
    """Write a backup into a new folder below `destination`; of one that fails nothing is left."""
    seal = _seal(secret, manifest.id)
    final = destination / _name(manifest)
    growing = final.with_suffix(".part")
    growing.mkdir(mode=0o700, parents=True)
    try:
        draft = Draft(growing, replace(manifest, sealed=seal is not None), seal)
        yield draft
        draft._finish()  # noqa: SLF001  of this file
        growing.rename(final)
        draft.folder = final
    finally:
        shutil.rmtree(growing, ignore_errors=True)


def read(folder: Path, *, secret: str) -> Backup:
    """The backup in the folder, each part of it looked at.

    Raises DamagedError, WrongKeyError, and WrongVersionError for a format that is newer than this code.
    """
    told = _manifest(folder)
    check = told.pop("check", "")
    if told.get("format") != FORMAT:
        raise WrongVersionError(f"The backup has format {told.get('format')}; this Baton reads format {FORMAT}.")
    try:
        manifest = Manifest(**{**told, "parts": {name: Part(**part) for name, part in told["parts"].items()}})
        seal = _seal(secret, manifest.id) if manifest.sealed else None
    except (KeyError, TypeError, AttributeError) as error:
        raise DamagedError(f"{folder / MANIFEST} is damaged.") from error
    if manifest.sealed and seal is None:
        raise WrongKeyError("The backup is sealed: give its key as BATON_BACKUP_KEY.")
    if not hmac.compare_digest(str(check), _check(told, seal)):
        if manifest.sealed:
            raise WrongKeyError("The manifest is not sealed with this BATON_BACKUP_KEY, or was changed.")
        raise DamagedError(f"{folder / MANIFEST} was changed after it was written.")
    for name, part in manifest.parts.items():
        _look(folder / name, part)
    with parts.opened(folder / CONTENTS, seal) as contents:
        return Backup(folder, manifest, seal, json.loads(contents.read()))


def new_manifest(kind: str, *, of: str, postgres: int, schema_version: str, key_mark: str) -> Manifest:
    """The manifest of a backup that begins now."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Manifest(secrets.token_hex(16), kind, of, now, postgres, schema_version, sealed=False, key_mark=key_mark)


def forget_older(destination: Path, *, days: int) -> list[str]:
    """Remove the backups below `destination` that are older; gives their names. Nothing else is touched."""
    oldest = datetime.now(UTC) - timedelta(days=days)
    gone = []
    for folder in sorted(destination.iterdir()):
        named = NAME.fullmatch(folder.name)
        if named and datetime.strptime(named[1], STAMP).replace(tzinfo=UTC) < oldest:
            shutil.rmtree(folder)
            gone.append(folder.name)
    return gone


def _name(manifest: Manifest) -> str:
    return f"baton-{manifest.of or 'all'}-{manifest.when:{STAMP}}-{manifest.id[:8]}"


def _seal(secret: str, backup: str) -> Seal | None:
    if secret and len(secret) < SHORTEST_KEY:
        raise BackupError(f"BATON_BACKUP_KEY must have at least {SHORTEST_KEY} characters.")
    return Seal(secret, backup) if secret else None


def _manifest(folder: Path) -> Json:
    try:
        told = json.loads((folder / MANIFEST).read_text())
    except FileNotFoundError as error:
        raise BackupError(f"{folder} is no backup, or was cut off: it has no {MANIFEST}.") from error
    except ValueError as error:
        raise DamagedError(f"{folder / MANIFEST} is damaged.") from error
    if not isinstance(told, dict):
        raise DamagedError(f"{folder / MANIFEST} is damaged.")
    return told


def _look(file: Path, part: Part) -> None:
    told = hashlib.sha256()
    try:
        with file.open("rb") as content:
            while block := content.read(BLOCK):
                told.update(block)
    except FileNotFoundError as error:
        raise DamagedError(f"{file.name} is missing.") from error
    if file.stat().st_size != part.size or told.hexdigest() != part.sha256:
        raise DamagedError(f"{file.name} is damaged: its hash is not the one of the manifest.")


def _check(told: Json, seal: Seal | None) -> str:
    key = f"{seal.secret}:{seal.backup}" if seal else "plain"
    return hmac.digest(key.encode(), json.dumps(told, sort_keys=True).encode(), "sha256").hex()
