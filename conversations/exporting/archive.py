"""A zip file that grows in several goes, by one process at a time; a go that is cut off loses only what it added."""

import json
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Json = dict[str, Any]
ONLY_OURS = 0o600


class Archive:
    """The zip at `file`, until `finish` as `file` with `.part`; `place` is what the last `keep` was told.

    A zip ends with its list of contents, which the next entry is written over. Each `keep` puts that list beside the
    file, with where it began: opening cuts the file there and puts the list back.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._part, self._mark = part_of(file), mark_of(file)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.place = self._recover()
        self._zip = self._opened()

    def add_lines(self, name: str, lines: Iterable[str]) -> None:
        """An entry of text, line by line."""
        with self._zip.open(_info(name, ZIP_DEFLATED), "w") as entry:
            for line in lines:
                entry.write(f"{line}\n".encode())

    def add_file(self, name: str, content: IO[bytes]) -> None:
        """An entry with this content, which is packed already or as good as."""
        with self._zip.open(_info(name, ZIP_STORED), "w") as entry:
            shutil.copyfileobj(content, entry, 256 * 1024)

    def keep(self, place: Json) -> None:
        """What was added so far stays, whatever happens; `place` says how far that is."""
        self._zip.close()
        begins = self._zip.start_dir
        with self._part.open("rb") as part:
            part.seek(begins)
            contents = part.read()
        draft = self._mark.with_suffix(".draft")
        head = json.dumps({"begins": begins, "place": place})
        draft.write_bytes(f"{head}\n".encode() + contents)
        draft.replace(self._mark)
        self.place = place
        self._zip = self._opened()

    def finish(self) -> int:
        """The zip is whole: it gets its name. Gives its size in bytes."""
        self._zip.close()
        self._part.replace(self.file)
        self._mark.unlink(missing_ok=True)
        return self.file.stat().st_size

    def close(self) -> None:
        """Leave it as the last `keep` left it."""
        self._zip.close()

    def _opened(self) -> ZipFile:
        return ZipFile(self._part, "a", ZIP_DEFLATED)

    def _recover(self) -> Json:
        if not self._mark.exists() or not self._part.exists():
            self._part.unlink(missing_ok=True)
            self._part.touch(mode=ONLY_OURS)
            return {}
        head, _, contents = self._mark.read_bytes().partition(b"\n")
        told = json.loads(head)
        with self._part.open("r+b") as part:
            part.truncate(told["begins"])
            part.seek(told["begins"])
            part.write(contents)
        place: Json = told["place"]
        return place


def remove(file: Path) -> None:
    """No trace of the zip, whole or in the making."""
    for trace in (file, part_of(file), mark_of(file), mark_of(file).with_suffix(".draft")):
        trace.unlink(missing_ok=True)


def part_of(file: Path) -> Path:
    """Where the zip grows."""
    return file.with_suffix(".part")


def mark_of(file: Path) -> Path:
    """Where it says how far it is."""
    return file.with_suffix(".mark")


def _info(name: str, packed: int) -> ZipInfo:
    info = ZipInfo(name, date_time=datetime.now(UTC).timetuple()[:6])
    info.compress_type = packed
    info.external_attr = ONLY_OURS << 16
    return info
