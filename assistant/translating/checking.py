"""What of a model's translation may be shown at all; pure."""

import re

from assistant.encoders import language

MOST_TIMES = 3  # as long as the original, and
MOST_MORE = 200  # letters
TELLS_FROM = 6  # words; fewer are not held against the language that was asked for
LINK = re.compile(r"(?:https?://|www\.|mailto:)[^\s)>\]\"'<]+", re.IGNORECASE)
MAIL = re.compile(r"[^\s@<>()\[\]:]+@[^\s@<>()\[\]]+\.\w+")
CODE = re.compile(r"\b(?=[\w-]*\d)[\w-]+")
END = ".,;:!?"
# Signs that nobody reads: of control, and those that turn the direction of what stands beside them.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def checked(text: str, original: str, *, into: str) -> str | None:
    """The translation as it may be shown; None where it is empty, far too long, or in another language."""
    said = UNSEEN.sub("", text).strip()
    if not said or len(said) > MOST_TIMES * len(original) + MOST_MORE:
        return None
    return said if _is_in(into, said) else None


def links(text: str) -> frozenset[str]:
    """The addresses that stand in a text, as links name them."""
    named = {found.group(0).rstrip(END) for found in LINK.finditer(text)}
    mails = {f"mailto:{found.group(0).rstrip(END)}" for found in MAIL.finditer(text)}
    return frozenset(named | mails)


def has_words(text: str) -> bool:
    """Whether there is anything to translate in it besides numbers, codes and addresses."""
    return any(letter.isalpha() for letter in CODE.sub(" ", _plain(text)))


def _is_in(into: str, said: str) -> bool:
    plain = _plain(said)
    if into not in language.KNOWN or len(plain.split()) < TELLS_FROM:
        return True
    return language.identify(plain, into) == into


def _plain(text: str) -> str:
    return MAIL.sub(" ", LINK.sub(" ", text))
