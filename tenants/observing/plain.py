"""What may be written of a log record: who customers are and what they wrote is in nobody's log.

Baton's own lines name ids and kinds alone. What a library logs, and what an error says, may quote anything: of those
only the constant words, the kinds and the places in the code are kept.
"""

import errno
import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import psycopg
from django.core.exceptions import ImproperlyConfigured

OURS = ("agents", "assistant", "billing", "config", "conversations", "escalation", "tenants")
HIDDEN = "…"
CONSTANT = re.compile(r"[\w .,/-]{0,100}")
SAFE_WORDS = (AttributeError, NameError, ImportError, ImproperlyConfigured)  # they speak of the code and its settings
MOST_FRAMES, FRAMES_OF_LIBRARIES = 12, 4
MOST_CAUSES = 5
ROOT = Path(__file__).resolve().parents[2]

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


class _Hidden:
    """Stands for a value in the message of a library."""

    def __str__(self) -> str:
        return HIDDEN

    __repr__ = __str__


@dataclass(frozen=True)
class Trouble:
    """An error as it is written down: its kind, what of its words is harmless, and where, the last place first."""

    kind: str
    detail: str
    frames: tuple[str, ...]


def message(logger: str, template: str, args: object = ()) -> str:
    """What a logger said, without any value that a library put in."""
    if logger.startswith("django.security"):
        return "A request was refused as suspicious."
    if logger == "django.request":
        return "A request failed."
    is_ours = logger.partition(".")[0] in OURS
    if not args:
        return template if is_ours else _constant_part(template)
    try:
        return template % args if is_ours else _first_line(template % _hidden(args))
    except (TypeError, ValueError, KeyError):
        return _constant_part(template)


def troubles(info: ExcInfo) -> list[Trouble]:
    """The error and what it followed from, the newest first."""
    return [Trouble(_kind(error), _detail(error), tuple(_frames(error))) for error in _causes(info[1])]


def _hidden(args: object) -> object:
    if isinstance(args, Mapping):
        return {name: _value(value) for name, value in args.items()}
    return tuple(_value(value) for value in args) if isinstance(args, tuple) else (_value(args),)


def _value(value: object) -> object:
    return value if isinstance(value, int | float) else _Hidden()


def _constant_part(text: str) -> str:
    """What stands before the first sign that a value may follow."""
    found = CONSTANT.match(text.strip())
    return found.group().strip() if found and found.group().strip() else HIDDEN


def _first_line(text: str) -> str:
    return text.partition("\n")[0][:200]


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < MOST_CAUSES:
        yield error
        seen += 1
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _kind(error: BaseException) -> str:
    of = type(error)
    return of.__qualname__ if of.__module__ == "builtins" else f"{of.__module__}.{of.__qualname__}"


def _detail(error: BaseException) -> str:
    if isinstance(error, psycopg.Error):
        told = error.diag
        named = (error.sqlstate, told.table_name, told.column_name, told.constraint_name)
        return " ".join(one for one in named if one)
    if isinstance(error, SAFE_WORDS):
        return str(error)
    if isinstance(error, OSError):
        return errno.errorcode.get(error.errno or 0, "")
    return ""


def _frames(error: BaseException) -> Iterator[str]:
    """The places in Baton's code, and the last few in that of libraries."""
    told = 0
    for depth, frame in enumerate(reversed(traceback.extract_tb(error.__traceback__))):
        file = Path(frame.filename)
        is_ours = file.is_relative_to(ROOT) and "site-packages" not in file.parts
        if told < MOST_FRAMES and (is_ours or depth < FRAMES_OF_LIBRARIES):
            told += 1
            shown = file.relative_to(ROOT) if is_ours else Path(*file.parts[-3:])
            yield f"{shown}:{frame.lineno} {frame.name}"
