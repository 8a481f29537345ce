"""A backup is read only as it was written: whole, unchanged, under its key, and of no newer version."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from tenants.backups import folder, origin
from tenants.backups.errors import BackupError, DamagedError, WrongKeyError, WrongVersionError
from tenants.backups.parts import Seal
from tests.backups.conftest import KEY

ROWS = b"what a customer wrote " * 150_000  # over three pieces


def written(below: Path, *, secret: str) -> Path:
    made = folder.new_manifest(folder.COMPANY, of="acme", postgres=18, schema_version="00001-x", key_mark="mark")
    with folder.written(below, made, secret=secret) as draft:
        with draft.part("rows.copy") as part:
            part.write(ROWS)
        draft.contents["tables"] = {"one": [1, "2"]}
    return draft.folder


@pytest.mark.parametrize("secret", ["", KEY])
def test_it_is_read_as_it_was_written_and_nobody_else_can_open_its_files(tmp_path: Path, secret: str) -> None:
    place = written(tmp_path, secret=secret)
    found = folder.read(place, secret=secret)
    with found.part("rows.copy") as part:
        assert part.read() == ROWS
    assert found.contents == {"tables": {"one": [1, "2"]}}
    assert all(file.stat().st_mode & 0o077 == 0 for file in [place, *place.iterdir()])
    assert (b"customer" in (place / "rows.copy").read_bytes()) == (secret == "")


def flip(place: Path) -> None:
    content = bytearray((place / "rows.copy").read_bytes())
    content[len(content) // 2] ^= 1
    (place / "rows.copy").write_bytes(content)


def cut(place: Path) -> None:
    content = (place / "rows.copy").read_bytes()
    (place / "rows.copy").write_bytes(content[:-20])


def lose(place: Path) -> None:
    (place / "rows.copy").unlink()


def say_otherwise(place: Path) -> None:
    told = json.loads((place / folder.MANIFEST).read_text())
    (place / folder.MANIFEST).write_text(json.dumps({**told, "of": "globex"}))


def break_off(place: Path) -> None:
    text = (place / folder.MANIFEST).read_text()
    (place / folder.MANIFEST).write_text(text[: len(text) // 2])


@pytest.mark.parametrize("harm", [flip, cut, lose, say_otherwise, break_off])
@pytest.mark.parametrize("secret", ["", KEY])
def test_what_is_damaged_is_refused_before_anything_is_made_of_it(
    tmp_path: Path, harm: Callable[[Path], None], secret: str
) -> None:
    place = written(tmp_path, secret=secret)
    harm(place)
    with pytest.raises((DamagedError, WrongKeyError)):
        folder.read(place, secret=secret)


def test_pieces_of_a_sealed_part_cannot_change_places_even_where_the_manifest_is_made_to_fit(tmp_path: Path) -> None:
    place = written(tmp_path, secret=KEY)
    content = (place / "rows.copy").read_bytes()
    piece = 4 + 1024 * 1024 + 16
    (place / "rows.copy").write_bytes(content[piece : 2 * piece] + content[:piece] + content[2 * piece :])
    whole = folder.read(written(tmp_path / "other", secret=KEY), secret=KEY)
    seal = Seal(KEY, json.loads((place / folder.MANIFEST).read_text())["id"])
    moved = folder.Backup(place, whole.manifest, seal, {})
    with pytest.raises(DamagedError), moved.part("rows.copy") as part:
        part.read()


def test_another_key_or_none_opens_nothing_and_a_short_one_seals_nothing(tmp_path: Path) -> None:
    place = written(tmp_path, secret=KEY)
    for wrong in ("", KEY + "!"):
        with pytest.raises(WrongKeyError):
            folder.read(place, secret=wrong)
    with pytest.raises(BackupError, match="at least 24 characters"):
        written(tmp_path, secret="short")
    assert [path for path in tmp_path.iterdir() if path != place] == []


def test_a_backup_that_was_cut_off_is_none(tmp_path: Path) -> None:
    made = folder.new_manifest(folder.WHOLE, of="", postgres=18, schema_version="", key_mark="")
    with suppress(OSError), folder.written(tmp_path, made, secret="") as draft:
        with draft.part("database.dump") as part:
            part.write(b"x")
        raise OSError("The disk is full.")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(BackupError, match="is no backup"):
        folder.read(tmp_path, secret="")


def test_one_of_a_newer_format_is_refused(tmp_path: Path) -> None:
    place = written(tmp_path, secret="")
    told = json.loads((place / folder.MANIFEST).read_text())
    (place / folder.MANIFEST).write_text(json.dumps({**told, "format": 2}))
    with pytest.raises(WrongVersionError, match="format 2"):
        folder.read(place, secret="")


def test_backups_go_when_they_are_old_and_nothing_else_does(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    names = [f"baton-all-{now - timedelta(days=days):%Y%m%dT%H%M%SZ}-0123abcd" for days in (31, 29)]
    for name in (*names, "baton-all-19990101T000000Z-mine", "letters"):
        (tmp_path / name).mkdir()
    assert folder.forget_older(tmp_path, days=30) == [names[0]]
    assert len(list(tmp_path.iterdir())) == 3


def test_the_mark_of_a_key_tells_keys_apart_and_knows_those_of_before(settings: Settings) -> None:
    mark = origin.key_mark()
    assert origin.knows_key(mark)
    settings.SECRET_KEY, before = "another key of this test", settings.SECRET_KEY
    assert not origin.knows_key(mark)
    settings.SECRET_KEY_FALLBACKS = [before]
    assert origin.knows_key(mark)
