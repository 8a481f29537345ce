"""Uploads made to deceive, to overload or to run somewhere: each is refused by name, and leaves nothing behind."""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from conversations.attachments import uploads
from conversations.models import Attachment
from tests.attachments import files
from tests.attachments.conftest import Upload

Made = tuple[str, Callable[[], bytes], str]
KIND, ARCHIVE, PROGRAM, PAGE = "This kind of file", "Archives and Office", "Programs", "SVG pictures and web pages"
BROKEN, BIG = "broken or incomplete", "megapixels"
REFUSED: dict[str, Made] = {  # what it is -> the name it comes under, its bytes, what the error says
    "nothing": ("empty.txt", lambda: b"", "empty"),
    "nothing, as a picture": ("empty.png", lambda: b"", "empty"),
    "svg with a script": ("logo.svg", lambda: files.SVG, PAGE),
    "svg as png": ("logo.png", lambda: files.SVG, PAGE),
    "svg after a prolog and a mark": ("logo.jpg", lambda: codecs.BOM_UTF8 + b"<?xml version='1.0'?>" + files.SVG, PAGE),
    "svg in utf-16": ("logo.svg", lambda: files.SVG.decode().encode("utf-16"), PAGE),
    "page": ("page.html", lambda: b"<!DOCTYPE html>" + files.SCRIPT, PAGE),
    "page as gif": ("page.gif", lambda: b"  \n<!-- GIF89a -->" + files.SCRIPT, PAGE),
    "page as pdf": ("page.pdf", lambda: b"<html>%PDF-1.4" + files.SCRIPT + b"%%EOF", PAGE),
    "bare script": ("a.webp", lambda: files.SCRIPT, PAGE),
    "zip": ("a.zip", files.archive, ARCHIVE),
    "zip as png": ("a.png", files.archive, ARCHIVE),
    "office": ("letter.docx", lambda: files.archive("word/document.xml"), ARCHIVE),
    "office with macros as pdf": ("sheet.pdf", lambda: files.archive("xl/vbaProject.bin"), ARCHIVE),
    "old office": ("letter.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ARCHIVE),
    "rich text": ("letter.rtf", lambda: rb"{\rtf1 {\object\objdata 0105}}", "Office documents"),
    "rar": ("a.rar", lambda: b"Rar!\x1a\x07\x01\x00" + b"\0" * 60, ARCHIVE),
    "7z": ("a.7z", lambda: b"7z\xbc\xaf\x27\x1c\0\x04" + b"\0" * 60, ARCHIVE),
    "gzip": ("a.txt.gz", lambda: b"\x1f\x8b\x08\0" + b"\xff" * 60, ARCHIVE),
    "program for Windows": ("photo.png", lambda: b"MZ\x90\0\x03\0\0\0" + b"\0" * 600, PROGRAM),
    "program for Linux": ("photo.jpg", lambda: b"\x7fELF\x02\x01\x01" + b"\0" * 600, PROGRAM),
    "program for a Mac": ("photo", lambda: b"\xcf\xfa\xed\xfe\x07\0\0\x01", PROGRAM),
    "java class": ("a.class", lambda: b"\xca\xfe\xba\xbe\0\0\x004", PROGRAM),
    "shell script": ("setup.sh", lambda: b"#!/bin/sh\nrm -rf ~\n", PROGRAM),
    "heic": ("IMG_1.HEIC", lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
    "avif as jpg": ("IMG_1.jpg", lambda: b"\0\0\0\x1cftypavif\0\0\0\0mif1", "HEIC and AVIF"),
    "bmp": ("a.bmp", lambda: files.picture("BMP"), KIND),
    "tiff as png": ("a.png", lambda: files.picture("TIFF"), KIND),
    "icon": ("favicon.ico", lambda: files.picture("ICO"), KIND),
    "film": ("a.mp4", lambda: b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2mp41", KIND),
    "sound as webp": ("a.webp", lambda: b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0", KIND),
    "noise": ("a.txt", lambda: bytes(range(256)) * 8, KIND),
    "text with NULs": ("a.txt", lambda: b"hello\0<script>", KIND),
    "text that steers a terminal": ("a.txt", lambda: b"\x1b]0;owned\x07\x1b[2J", KIND),
    "text with backspaces": ("a.txt", lambda: b"rm -rf\x08\x08\x08\x08\x08\x08hello", KIND),
    "text in latin-1": ("a.txt", lambda: "Grüße".encode("latin-1"), "UTF-8"),
    "text with half a sign": ("a.txt", lambda: codecs.BOM_UTF16_LE + b"\x00\xd8a\0", KIND),
    "text in utf-32": ("a.txt", lambda: "hello".encode("utf-32"), KIND),
    "png: header only": ("a.png", lambda: b"\x89PNG\r\n\x1a\n", BROKEN),
    "png: cut": ("a.png", lambda: files.picture("PNG", (600, 600))[:-400], BROKEN),
    "png: changed": ("a.png", lambda: files.picture("PNG").replace(b"IHDR\0\0\0\x40", b"IHDR\0\0\0\x41"), BROKEN),
    "png: hardly a pixel": ("a.png", lambda: files.png_claiming(6000, 6000), BROKEN),
    "png: no width": ("a.png", lambda: files.png_claiming(0, 10), BROKEN),
    "png: 41 megapixels": ("a.png", lambda: files.png_claiming(41_000, 1000), BIG),
    "png: four thousand megapixels": ("a.png", lambda: files.png_claiming(65_535, 65_535), BIG),
    "png: bomb": ("a.png", lambda: files.png_bomb(6400), BIG),
    "png: 20 MB of text": ("a.png", files.png_with_text_bomb, BROKEN),
    "jpeg: cut": ("a.jpg", lambda: files.picture("JPEG", (600, 600))[:-900], BROKEN),
    "jpeg: a page inside": ("a.jpg", lambda: b"\xff\xd8\xff\xe0" + files.SCRIPT * 9, BROKEN),
    "jpeg: 5,000 passes": ("a.jpg", lambda: files.jpeg_of_many_scans(5000), "passes"),
    "gif: a script that starts as one": ("a.gif", lambda: b"GIF89a/*" + b"." * 40 + b"*/=1;alert(1)", BROKEN),
    "gif: header only": ("a.gif", lambda: b"GIF89a", BROKEN),
    "gif: cut": ("a.gif", lambda: files.picture("GIF", (300, 300), "P")[:300], BROKEN),
    "gif: 10,000 frames": ("a.gif", lambda: files.gif_of_many_frames(10_000), "frames"),
    "gif: frames of 45 megapixels": ("a.gif", lambda: files.gif_of_many_frames(5, side=3000), BIG),
    "webp: cut": ("a.webp", lambda: files.picture("WEBP", (600, 600))[:-60], BROKEN),
    "webp: noise": ("a.webp", lambda: b"RIFF\xff\xff\xff\x7fWEBPVP8 " + b"\x9d" * 300, BROKEN),
    "webp: 24 megapixels": ("a.webp", lambda: files.picture("WEBP", (6000, 4000), method=0), BIG),
    "pdf: no end": ("a.pdf", lambda: files.PDF.replace(b"%%EOF", b""), "incomplete"),
    "pdf: archive as well": ("a.pdf", lambda: files.PDF + files.archive() + b"\n%%EOF\n", "archive"),
    "pdf: not from the beginning": ("a.pdf", lambda: b"\0\0" + files.PDF, KIND),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_hostile_upload_is_refused_and_leaves_nothing(carols: Upload, folder: Path, what: str) -> None:
    name, make, says = REFUSED[what]
    reply = carols(make(), name, "image/png")
    assert reply.status_code == 422, reply.content
    error = reply.json()["error"]
    assert (error["code"], error["param"]) == ("parameter_invalid", "file")
    assert says in error["message"]
    assert not Attachment.objects.exists()
    assert not folder.exists()


def test_a_byte_more_than_10_mb_is_too_large(carols: Upload, folder: Path) -> None:
    reply = carols(b"a" * (uploads.LARGEST + 1), "long.txt")
    assert (reply.status_code, reply.json()["error"]["code"]) == (413, "file_too_large")
    assert reply.json()["error"]["param"] == "file"
    assert not folder.exists()
    assert carols(b"a" * uploads.LARGEST, "long.txt").status_code == 201


def test_a_request_that_says_it_is_too_long_is_not_read(carols: Upload, acme_client: Client) -> None:
    reply = acme_client.post(
        "/api/v1/widget/attachments",
        b"",
        content_type="multipart/form-data; boundary=x",
        headers={"content-length": "20000000"},
    )
    assert (reply.status_code, reply.json()["error"]["code"]) == (413, "file_too_large")


def test_many_empty_parts_of_a_png_cost_seconds_at_most_and_not_the_server(carols: Upload) -> None:
    assert carols(files.png_of_many_parts(50_000), "a.png").status_code == 201
