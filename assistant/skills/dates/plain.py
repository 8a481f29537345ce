"""A text without capitals and accents, in which every letter keeps its place."""

import unicodedata

_ALIKE = {"’": "'", "‘": "'", "´": "'", "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "}


def plain(text: str) -> str:
    """The text in lower case, accents taken off, as long as before."""
    return "".join(_letter(one) for one in text)


def _letter(one: str) -> str:
    if one in _ALIKE:
        return _ALIKE[one]
    bare = unicodedata.normalize("NFD", one)[0].lower()
    return bare if len(bare) == 1 else one
