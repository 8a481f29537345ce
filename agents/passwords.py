"""What makes a password easy to guess here: the names of the company, of the product and of oneself."""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

OURS = ("baton", "helpdesk", "support", "customer", "password", "passwort", "welcome", "willkommen", "admin")
SHORTEST = 4  # letters of a word that counts for nothing
LEFT = 6  # letters that must be left without such words
STANDS_FOR = str.maketrans("013457$@", "oieastsa")


def check(password: str, *, about: Iterable[str]) -> None:
    """ValidationError when little is left of the password without our own words and those of `about`."""
    whole = _letters(password)
    left = whole
    for word in sorted(_words([*OURS, *about]), key=len, reverse=True):
        left = left.replace(word, "")
    if len(left) < min(LEFT, len(whole)):
        raise ValidationError(
            gettext("This is little more than the name of the company, the product or yourself. Add other words."),
            code="password_own_words",
        )


def _words(told: Iterable[str]) -> set[str]:
    parts = {_letters(part) for one in told for part in (*re.split(r"[\W_]+", one), one)}
    return {part for part in parts if len(part) >= SHORTEST}


def _letters(text: str) -> str:
    """Small letters without what people put between words; digits as the letters that they often stand for."""
    return re.sub(r"[\W_]+", "", text.lower().translate(STANDS_FOR))
