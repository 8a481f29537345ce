"""In which of its languages Baton speaks to the staff of a company: the person's own, else the browser's, else English.

What customers read has seven languages and a way of its own, so their addresses, and the pages that are in English
only, are left alone.
"""

from contextlib import AbstractContextManager

from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from tenants import hosts

ENGLISH = "en"
SPOKEN = (ENGLISH, "de")  # a further one is a folder in locale/ and a catalogue of the console
NOT_SPOKEN_AT = (
    *hosts.OF_CUSTOMERS,
    "/api/v1/openapi.json",
    "/demo/",
    "/docs/",
    "/files/",
    "/health/",
    "/logo/",
    "/mail/",
    "/operators/",
    "/r/",
    "/shop/",
    "/stripe/",
)


def at(path: str) -> bool:
    """Whether what is said at the path of a request is said in somebody's language."""
    return not path.startswith(NOT_SPOKEN_AT)


def asked_by(accept_language: str) -> str:
    """The first language of the header `Accept-Language` that is spoken here, English when none is."""
    return chosen(*(wanted for wanted, weight in parse_accept_lang_header(accept_language.lower()) if weight > 0))


def chosen(*wishes: str) -> str:
    """The first of the languages that is spoken here, regions aside; English when none is."""
    for wish in wishes:
        language = wish.lower().split("-")[0]
        if language in SPOKEN:
            return language
    return ENGLISH


def now() -> str:
    """The language that is spoken here and now."""
    return chosen(translation.get_language() or "")


def within(label: str) -> str:
    """A label as it stands within a sentence: English begins it small, other languages leave it."""
    return label.lower() if now() == ENGLISH else label


def carried() -> dict[str, str]:
    """What a job carries along whose letter is to speak as now; nothing for English."""
    return {} if now() == ENGLISH else {"language": now()}


def in_language(language: str) -> AbstractContextManager[None]:
    """Speak the language within a block, and what was spoken before after it; an empty one is English."""
    return translation.override(chosen(language))
