"""What may be sent: each kind by its content, drawn anew, without what the sender did not mean to tell."""

import codecs
import io
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image, ImageSequence

from conversations.models import Attachment, Customer
from tests.attachments import files
from tests.attachments.conftest import Upload, as_visitor

GREETING = "Grüße,\r\n\tCarol"
KINDS: dict[str, tuple[Callable[[], bytes], str]] = {
    "png": (lambda: files.picture("PNG"), "image/png"),
    "jpg": (lambda: files.picture("JPEG"), "image/jpeg"),
    "webp": (lambda: files.picture("WEBP"), "image/webp"),
    "gif": (lambda: files.picture("GIF", mode="P"), "image/gif"),
    "pdf": (lambda: files.PDF, "application/pdf"),
    "txt": (GREETING.encode, "text/plain"),
}


def kept() -> bytes:
    """The content of the one upload that is there."""
    with default_storage.open(Attachment.objects.get().stored_as) as content:
        return bytes(content.read())


@pytest.mark.parametrize("ending", KINDS)
def test_each_kind_is_kept_and_shown(carols: Upload, carol: Customer, ending: str) -> None:
    make, content_type = KINDS[ending]
    reply = carols(make(), f"my file.{ending}")
    assert reply.status_code == 201, reply.content
    row = Attachment.objects.get()
    assert reply.json() == {
        "id": row.id,
        "name": f"my file.{ending}",
        "content_type": content_type,
        "size": len(kept()),
        "width": 64 if content_type.startswith("image/") else None,
        "height": 48 if content_type.startswith("image/") else None,
        "url": reply.json()["url"],
    }
    assert (row.customer, row.agent, row.message) == (carol, None, None)


def test_what_is_kept_has_a_random_name_below_the_tenants_and_is_for_the_server_alone(
    carols: Upload, folder: Path
) -> None:
    carols(files.PDF, "../../etc/passwd.pdf")
    path = folder / Attachment.objects.get().stored_as
    assert path.parent == folder / "acme"
    assert "passwd" not in path.name
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_photo_loses_its_place_and_author_and_stands_upright(carols: Upload) -> None:
    shown = carols(files.photo_with_a_place(), "photo.jpg").json()
    assert (shown["width"], shown["height"]) == (48, 64)
    content = kept()
    assert b"Carol Secret" not in content
    assert b"my home" not in content
    drawn = Image.open(io.BytesIO(content))
    assert not dict(drawn.getexif())
    assert drawn.size == (48, 64)
    top, bottom = drawn.convert("RGB").getpixel((24, 4)), drawn.convert("RGB").getpixel((24, 60))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[1] < 90 < bottom[1], "the red half, on the left of the lying photo, is on top of the upright one"


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "JPEG", "GIF"])
def test_notes_in_a_picture_and_what_hangs_behind_it_are_gone(carols: Upload, kind: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "<script>secret</script>"
    notes = {"GIF": {"comment": b"secret"}}.get(kind, {"exif": exif, "icc_profile": b"secret profile" * 20})
    whole = files.picture(kind, mode="P" if kind == "GIF" else "RGB", **notes)
    assert b"secret" in whole
    reply = carols(whole + b"<script>secret</script>" + files.archive("secret.txt"), f"a.{kind.lower()}")
    assert reply.status_code == 201, reply.content
    assert b"secret" not in kept()
    assert b"PK\x03\x04" not in kept()


def test_a_broken_note_about_its_side_does_not_cost_the_photo(carols: Upload) -> None:
    whole = files.photo_with_a_place()
    assert carols(whole.replace(b"MM\0*\0\0\0\x08", b"MM\0*\0\0\xff\x08"), "photo.jpg").status_code == 201


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_an_animation_keeps_its_frames_and_their_time(carols: Upload, kind: str) -> None:
    shown = carols(files.moving(kind, 12), f"dance.{kind.lower()}").json()
    drawn = Image.open(io.BytesIO(kept()))
    times = []
    for frame in ImageSequence.Iterator(drawn):
        frame.load()
        times.append(frame.info["duration"])
    assert times == [100] * 12
    assert (shown["width"], shown["height"]) == (32, 24)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_all_colours_of_a_png_are_kept(carols: Upload, mode: str) -> None:
    made = Image.new(mode, (8, 8)) if mode == "I;16" else Image.new("RGBA", (8, 8), (9, 90, 200, 120)).convert(mode)
    assert carols(files.written(made, "PNG"), "a.png").status_code == 201
    assert Image.open(io.BytesIO(kept())).tobytes() == made.tobytes()


def test_a_print_in_four_colours_becomes_one_for_screens(carols: Upload) -> None:
    assert carols(files.picture("JPEG", mode="CMYK"), "print.jpg").status_code == 201
    assert Image.open(io.BytesIO(kept())).mode == "RGB"


def test_the_content_decides_not_the_name_nor_the_header(carols: Upload) -> None:
    shown = carols(files.picture("JPEG"), "holiday.PNG", "text/html").json()
    assert (shown["name"], shown["content_type"]) == ("holiday.jpg", "image/jpeg")


@pytest.mark.parametrize("content", [codecs.BOM_UTF8 + GREETING.encode(), GREETING.encode("utf-16")])
def test_text_is_kept_as_plain_utf_8(carols: Upload, content: bytes) -> None:
    assert carols(content, "greeting.txt").json()["content_type"] == "text/plain"
    assert kept() == GREETING.encode()


@pytest.mark.parametrize("markup", [files.SVG, b"<!DOCTYPE html>" + files.SCRIPT, b"#!/bin/sh\n"])
def test_text_that_says_it_is_text_may_talk_about_anything(carols: Upload, acme_client: Client, markup: bytes) -> None:
    shown = carols(markup, "source.txt", "text/html").json()
    served = acme_client.get(shown["url"])
    assert served.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert served.headers["Content-Disposition"] == 'attachment; filename="source.txt"'
    assert served.getvalue() == markup


def test_a_newcomer_is_stored_with_the_first_upload(acme_client: Client, in_acme: object) -> None:
    from_nowhere = Customer(name="Visitor 1", language="de")
    reply = as_visitor(acme_client, from_nowhere)(files.PDF, "a.pdf")
    assert reply.status_code == 201, reply.content
    stored = Customer.objects.get()
    assert (stored.id, stored.language, stored.uploads.count()) == (from_nowhere.id, "de", 1)
