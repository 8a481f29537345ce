"""The files of uploads as one part: a tar stream, with size and hash of each file in the backup's contents."""

import hashlib
import io
import os
import shutil
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO

from tenants.backups.errors import DamagedError
from tenants.backups.programs import Say

PART = "uploads.tar"
Files = Mapping[str, tuple[int, str]]  # {path below the folder: (size, SHA-256)}
# Copies of a company's data that its people asked for: made from the rest, gone after a week, and made anew on request.
COPIES = "exports"
OURS = "_"  # begins the name of a folder that is no company's
TELL_EVERY = 1000  # files
BLOCK = 256 * 1024


def pack(root: Path, into: IO[bytes], *, below: str = "", say: Say) -> Files:
    """Write every file below `root` (below one folder of it) into the stream; gives them with their hashes.

    A file that is removed meanwhile is left out: who removed it wants it gone.
    """
    found: dict[str, tuple[int, str]] = {}
    with tarfile.open(fileobj=into, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        for file in _files_of(root / below) if below else _files(root):
            name = file.relative_to(root).as_posix()
            try:
                content = file.read_bytes()
            except FileNotFoundError:
                continue
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(content), 0o600
            tar.addfile(info, io.BytesIO(content))
            found[name] = (len(content), hashlib.sha256(content).hexdigest())
            if len(found) % TELL_EVERY == 0:
                say(f"  Files: {len(found):,} so far")
    return found


def unpack(source: IO[bytes], root: Path, *, wanted: Files, say: Say) -> int:
    """Write the files of the stream below `root`; gives how many. DamagedError unless they are the wanted ones."""
    missing = dict(wanted)
    with tarfile.open(fileobj=source, mode="r|") as tar:
        for member in tar:
            content = tar.extractfile(member)
            size, told = missing.pop(member.name, (-1, ""))
            if content is None or size != member.size or not _is_below(member.name):
                raise DamagedError(f"{member.name} is not a file that the backup should hold.")
            _write(root / member.name, content, told)
            if len(missing) % TELL_EVERY == 0:
                say(f"  Files: {len(missing):,} to come")
    if missing:
        raise DamagedError(f"{len(missing)} files are missing, among them {min(missing)}.")
    return len(wanted)


def told(root: Path, *, below: str = "") -> Files:
    """The files that lie there, with their hashes."""
    found = {}
    for file in _files_of(root / below) if below else _files(root):
        content = file.read_bytes()
        found[file.relative_to(root).as_posix()] = (len(content), hashlib.sha256(content).hexdigest())
    return found


def take_the_place(fresh: Path, place: Path) -> None:
    """Let the folder `fresh` be `place` from now on; what was there goes."""
    before = place.with_name(f"{fresh.name}.before")
    if place.exists():
        place.rename(before)
    if fresh.exists():
        fresh.rename(place)
    shutil.rmtree(before, ignore_errors=True)


def _files(root: Path) -> Iterator[Path]:
    """The files of companies, in order."""
    companies = sorted(root.iterdir()) if root.exists() else []
    for company in companies:
        if company.is_dir() and not company.name.startswith(OURS):
            yield from _files_of(company)


def _files_of(company: Path) -> Iterator[Path]:
    for file in sorted(company.rglob("*")):
        if file.is_file() and not file.is_symlink() and file.relative_to(company).parts[0] != COPIES:
            yield file


def _is_below(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _write(file: Path, content: IO[bytes], wanted: str) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    hashed = hashlib.sha256()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as into:
        while block := content.read(BLOCK):
            hashed.update(block)
            into.write(block)
    if hashed.hexdigest() != wanted:
        raise DamagedError(f"{file.name} is damaged: its hash is not the one that the backup names.")
