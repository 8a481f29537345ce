"""Cuts what the assistant says into the parts that are shown one after the other."""

import re

_ENDS = re.compile(r"(?<=[.!?])(?=\s)")


def parts_of(text: str) -> list[str]:
    """The sentences of `text`; joined they are the whole text."""
    return _ENDS.split(text)
