"""A program of its own: reads an uploaded picture from stdin, writes its pixels anew to stdout, and nothing else of it.

`python -I redraw.py PNG|JPEG|WEBP|GIF [longest side]` says `{"width", "height"}` or `{"refused": why}` on stderr; any
other end than 0 means that the picture is broken. It imports nothing of Baton and holds no secret, since a picture made
to break a decoder breaks it here, under limits of memory and time.
"""

import json
import os
import resource
import struct
import sys
import warnings
from typing import Any, BinaryIO

from PIL import Image, ImageOps

MOST_PIXELS = 40_000_000  # of all frames together
MOST_OF_WEBP = 20_000_000  # of one frame; its decoder keeps four copies
MOST_FRAMES = 300
MOST_SCANS = 100  # of a JPEG; each draws the whole picture over, and a usual one has ten
MEMORY = 800_000_000  # bytes of address space
SECONDS = 10  # of the processor
BIGGEST = 20_000_000  # bytes written
HOW: dict[str, dict[str, Any]] = {
    "PNG": {},
    "JPEG": {"quality": 88},
    "WEBP": {"quality": 85, "method": 0, "icc_profile": b"", "exif": b"", "xmp": b""},
    "GIF": {"comment": b""},
}


class RefusedError(Exception):
    """The picture may be whole, yet asks for more than is given."""


def main() -> None:
    """Redraw stdin to stdout."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (BIGGEST, BIGGEST))
    os.nice(5)  # messages come first
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("ignore")  # stderr is for the answer alone
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    longest = int(sys.argv[2]) if len(sys.argv) > 2 else None
    try:
        width, height = redraw(sys.stdin.buffer, sys.stdout.buffer, sys.argv[1], longest=longest)
    except RefusedError as error:
        said: dict[str, int | str] = {"refused": str(error)}
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        said = {"refused": _at_most(MOST_PIXELS)}
    else:
        said = {"width": width, "height": height}
    sys.stderr.write(json.dumps(said))


def redraw(source: BinaryIO, target: BinaryIO, kind: str, *, longest: int | None = None) -> tuple[int, int]:
    """Decode every pixel and write the picture as the same kind; gives its width and height as it is seen.

    With `longest`, one still picture whose longer side has so many pixels at most.
    """
    if kind == "JPEG":
        if source.read().count(b"\xff\xda") > MOST_SCANS:
            raise RefusedError("the picture is drawn in too many passes")
        source.seek(0)
    with Image.open(source, formats=[kind]) as picture:
        _check_size(picture, frames=1, most=MOST_OF_WEBP if kind == "WEBP" else MOST_PIXELS)
        durations, see_through = _look_at_all(picture) if kind in {"GIF", "WEBP"} else ([0], False)
        if len(durations) > 1 and longest is None:
            picture.seek(0)
            more = {"disposal": 2 if see_through else 0} if kind == "GIF" else {"loop": picture.info.get("loop", 0)}
            picture.save(target, kind, save_all=True, duration=durations, **more, **HOW[kind])
            return picture.size
        still = _upright(picture)
        if longest is not None:
            still = still.convert("RGBA" if still.has_transparency_data else "RGB")  # shrinks without steps
            still.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        still.info = {key: value for key, value in still.info.items() if key == "transparency"}
        still.save(target, kind, **HOW[kind])
        return still.size


def _look_at_all(picture: Image.Image) -> tuple[list[int], bool]:
    """Decode all frames; gives how long each is shown, in milliseconds, and whether any is see-through."""
    durations: list[int] = []
    see_through = False
    while True:
        try:
            picture.seek(len(durations))
        except EOFError:
            break
        if len(durations) >= MOST_FRAMES:
            raise RefusedError(f"at most {MOST_FRAMES} frames fit into one picture")
        _check_size(picture, frames=len(durations) + 1, most=MOST_PIXELS)
        picture.load()
        durations.append(int(picture.info.get("duration", 0)))
        see_through = see_through or picture.has_transparency_data
    picture.seek(0)
    return durations, see_through


def _check_size(picture: Image.Image, *, frames: int, most: int) -> None:
    if picture.width * picture.height * frames > most:
        raise RefusedError(_at_most(most))


def _at_most(pixels: int) -> str:
    return f"at most {pixels // 1_000_000} megapixels fit, all frames together"


def _upright(picture: Image.Image) -> Image.Image:
    """The picture, decoded and turned as its camera noted, in colours that its kind can write."""
    picture.load()
    try:
        ImageOps.exif_transpose(picture, in_place=True)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error):
        picture.load()  # the note is broken, not the picture
    return picture.convert("RGB") if picture.mode in {"CMYK", "YCbCr", "LAB", "HSV"} else picture


if __name__ == "__main__":
    main()
