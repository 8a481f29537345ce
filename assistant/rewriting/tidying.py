"""Tidies words without any model: spaces, capitals at the beginning, words written twice; never another word."""

import re

TWICE = re.compile(r"\b([^\W\d_]{2,})([ \t]+)\1\b", re.IGNORECASE)
MEANT_TWICE = frozenset({"that", "had", "very", "sehr", "die", "der", "das", "sie", "nous", "vous", "bye", "many"})
SPACES = re.compile(r"(?<=\S)[ \t]{2,}")
BEFORE_MARK = re.compile(r"[ \t]+([,.!?;:])(?=\s|$)")
MARKS = re.compile(r"([!?])\1{1,}|(,)\2+")
LINES = re.compile(r"\n{3,}")
BEGINS = re.compile(r"(^|[.!?][ \t]+|\n)([a-zà-þ])(?=[a-zà-ÿ]*[ ,])")
FRENCH = "fr"


def tidy(text: str, *, language: str = "") -> str:
    """The same words, tidier."""
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    text = LINES.sub("\n\n", SPACES.sub(" ", text))
    text = TWICE.sub(_once, text)
    text = MARKS.sub(lambda found: found[1] or found[2], text)
    if not language.startswith(FRENCH):  # French has a space before some of them
        text = BEFORE_MARK.sub(r"\1", text)
    return BEGINS.sub(lambda found: found[1] + found[2].upper(), text)


def _once(found: re.Match[str]) -> str:
    return found[0] if found[1].casefold() in MEANT_TWICE else found[1]
