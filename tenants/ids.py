"""Public ids: a prefix that names the kind, then a sortable UUIDv7 in 26 letters and digits."""

import re
import secrets
import time
import uuid
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

if TYPE_CHECKING:
    TextUuidField = models.UUIDField[str, str]
else:
    TextUuidField = models.UUIDField

LENGTH = 26
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
OF_BASE_32 = "0123456789abcdefghijklmnopqrstuv"  # as Python reads it
PAIRS = [one + two for one in ALPHABET for two in ALPHABET]
GOOD = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
TO_BASE_32 = str.maketrans(ALPHABET, OF_BASE_32)


def uuid7() -> uuid.UUID:
    """A UUID of version 7 (RFC 9562, 6.2, method 3): Unix milliseconds, 1/4096ths of one, then 62 random bits.

    What is made one after the other sorts so, as far as the clock can tell, also within a millisecond.
    """
    milliseconds, nanoseconds = divmod(time.time_ns(), 1_000_000)
    high = (milliseconds << 16) | 0x7000 | (nanoseconds * 4096 // 1_000_000)
    return uuid.UUID(int=(high << 64) | (0b10 << 62) | secrets.randbits(62))


def encode(prefix: str, value: uuid.UUID) -> str:
    """The public form of a UUID, such as `conv_01jd3k…`; it sorts as the UUID does."""
    number = value.int
    pairs = []
    for _ in range(LENGTH // 2):
        number, pair = divmod(number, len(PAIRS))
        pairs.append(PAIRS[pair])
    return f"{prefix}_{''.join(reversed(pairs))}"


def decode(prefix: str, text: str) -> uuid.UUID:
    """The UUID behind a public id; ValueError when it is not an id of this kind."""
    kind, _, letters = text.partition("_")
    number = int(letters.translate(TO_BASE_32), 32) if GOOD.fullmatch(letters) else -1
    if kind != prefix or number < 0 or number >> 128:
        raise ValueError(f"not an id of the kind {prefix}_…")
    return uuid.UUID(int=number)


class NoSuchIdError(ValidationError):
    """A text that is no id of the kind that was asked for."""


class IdField(TextUuidField):
    """A primary key kept as a UUID in the database and seen as a prefixed public id everywhere else."""

    def __init__(self, prefix: str, **options: Any) -> None:
        self.prefix = prefix
        options.setdefault("primary_key", True)
        options.setdefault("editable", False)
        options["default"] = self.make
        super().__init__(**options)

    def make(self) -> str:
        """A new id."""
        return encode(self.prefix, uuid7())

    def deconstruct(self) -> Any:
        """What a migration writes down: the prefix, not the default."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        return name, path, [self.prefix, *args], kwargs

    def to_python(self, value: Any) -> str | None:
        """The public id, from a UUID or from text."""
        if value is None:
            return None
        if isinstance(value, uuid.UUID):
            return encode(self.prefix, value)
        try:
            decode(self.prefix, str(value))
        except ValueError as error:
            raise NoSuchIdError(str(error), code="invalid") from error
        return str(value)

    def from_db_value(self, value: uuid.UUID | None, *_: Any) -> str | None:
        """The public id of a stored UUID."""
        return None if value is None else encode(self.prefix, value)

    def get_prep_value(self, value: Any) -> uuid.UUID | None:
        """The UUID for the database; NoSuchIdError when the text is no id of this kind."""
        if value is None or isinstance(value, uuid.UUID):
            return value
        text = self.to_python(value)
        return None if text is None else decode(self.prefix, text)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002
        """The UUID for the database, prepared or not."""
        return value if prepared else self.get_prep_value(value)
