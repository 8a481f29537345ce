"""Files for uploads, made here: whole ones of each kind, and those that somebody made to do harm."""

import io
import struct
import zipfile
import zlib
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"
)
SCRIPT = b"<script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
ORIENTATION, SIX = 0x0112, 6  # EXIF: turn by a quarter, as telephones note it
GPS = 0x8825


def picture(kind: str, size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: Any) -> bytes:
    """A picture with a red left half, as Pillow writes its kind."""
    drawn = Image.new("RGB", size, "white")
    drawn.paste((200, 30, 40), (0, 0, size[0] // 2, size[1]))
    return written(drawn.convert(mode), kind, **options)


def written(drawn: Image.Image, kind: str, **options: Any) -> bytes:
    """A picture's bytes."""
    target = io.BytesIO()
    drawn.save(target, kind, **options)
    return target.getvalue()


def moving(kind: str, frames: int, size: tuple[int, int] = (32, 24)) -> bytes:
    """An animation whose frames all differ, 100 ms each."""
    drawn = [Image.new("RGB", size, (number * 7 % 256, number // 36, 90)) for number in range(frames)]
    return written(drawn[0], kind, save_all=True, append_images=drawn[1:], duration=100, loop=0)


def photo_with_a_place() -> bytes:
    """A JPEG that notes where it was taken, by whom, and that it lies on its side."""
    exif = Image.Exif()
    exif[ORIENTATION] = SIX
    exif[0x013B] = "Carol Secret"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (52.0, 31.0, 12.0)
    return picture("JPEG", exif=exif, comment=b"my home")


def png_claiming(width: int, height: int) -> bytes:
    """A small PNG whose header claims that size, with hardly any pixels."""
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(b"\0" * 1000)),
            _chunk(b"IEND", b""),
        ]
    )


def png_bomb(side: int) -> bytes:
    """A whole PNG of side x side black pixels in a few kilobytes."""
    row = b"\0" * (1 + 3 * side)
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [
            _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", packed),
            _chunk(b"IEND", b""),
        ]
    )


def png_with_text_bomb() -> bytes:
    """A PNG with a compressed text of 20 MB beside its pixels."""
    whole = picture("PNG")
    bomb = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"\0" * 20_000_000, 1))
    return whole[:33] + bomb + whole[33:]


def png_of_many_parts(parts: int) -> bytes:
    """A PNG with that many empty chunks before its pixels."""
    whole = picture("PNG")
    return whole[:33] + _chunk(b"tEXt", b"a\0b") * parts + whole[33:]


def jpeg_of_many_scans(scans: int) -> bytes:
    """A progressive JPEG whose last pass is repeated that many times."""
    whole = picture("JPEG", (1600, 1200), progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * scans + b"\xff\xd9"


def gif_of_many_frames(frames: int, side: int = 1) -> bytes:
    """A GIF that repeats one frame that many times."""
    whole = picture("GIF", (side, side), "P")
    frame = whole[whole.index(b"\x2c") : -1]
    return whole[:-1] + (b"\x21\xf9\x04\x00\x0a\x00\x00\x00" + frame) * (frames - 1) + b";"


def archive(kind: str = "notes.txt") -> bytes:
    """A zip archive with one file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr(kind, "hello")
    return target.getvalue()


def named(content: bytes, name: str) -> SimpleUploadedFile:
    """A file as a form sends it."""
    return SimpleUploadedFile(name, content)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
