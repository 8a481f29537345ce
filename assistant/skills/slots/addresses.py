"""How to reach somebody: e-mail addresses and telephone numbers."""

import re
from collections.abc import Mapping, Sequence

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from assistant.skills.contract import Slot
from assistant.skills.slots.kinds import Around, Found, Kind

LONGEST_EMAIL = 254
REGIONS: Mapping[str, str] = {
    "en": "GB", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "PT", "nl": "NL",
}  # fmt: skip

_EMAIL = re.compile(r"(?<![\w.+%-])([\w.+%-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24})(?![\w-])")
_SPELT = re.compile(
    r"\s*(?:\(at\)|\[at\]|\s+at\s+)\s*(?=[\w-]+(?:\.|\s*(?:\(dot\)|\[dot\]|\s+dot\s+))\s*[\w-]+)", re.IGNORECASE
)
_DOT = re.compile(r"\s*(?:\(dot\)|\[dot\]|\s+dot\s+)\s*", re.IGNORECASE)


def _emails(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    return [
        Found(match.group(1).lower(), match.group(1))
        for match in _EMAIL.finditer(text)
        if len(match.group(1)) <= LONGEST_EMAIL and ".." not in match.group(1)
    ]


def _email_reply(text: str, slot: Slot, around: Around) -> Found | None:
    """Also an address that is spelt out, as in "carol (at) example (dot) org"."""
    found = _emails(text, slot, around) or _emails(_DOT.sub(".", _SPELT.sub("@", text)), slot, around)
    return found[-1] if found else None


def _phones(text: str, _slot: Slot, around: Around) -> Sequence[Found]:
    """Numbers that are in use somewhere, and what a plus sign makes a number of, though it need not be in use."""
    region = REGIONS.get(around.language, "GB")
    found: dict[int, Found] = {}
    for leniency in (phonenumbers.Leniency.VALID, phonenumbers.Leniency.POSSIBLE):
        for match in phonenumbers.PhoneNumberMatcher(text, region, leniency=leniency):
            if leniency == phonenumbers.Leniency.VALID or match.raw_string.startswith("+"):
                e164 = phonenumbers.format_number(match.number, PhoneNumberFormat.E164)
                found.setdefault(match.start, Found(e164, match.raw_string))
    return [found[start] for start in sorted(found)]


def _phone_reply(text: str, slot: Slot, around: Around) -> Found | None:
    found = _phones(text, slot, around)
    if found:
        return found[-1]
    digits = text.strip()
    try:
        number = phonenumbers.parse(digits, REGIONS.get(around.language, "GB"))
    except NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number) or len(digits) > 30:
        return None
    return Found(phonenumbers.format_number(number, PhoneNumberFormat.E164), digits)


EMAIL = Kind(_emails, _email_reply, anywhere=True)
PHONE = Kind(_phones, _phone_reply, anywhere=True)
