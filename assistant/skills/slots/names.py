"""A person's name."""

import re
from collections.abc import Sequence

from assistant.skills.contract import Slot
from assistant.skills.slots.kinds import Around, Found, Kind

LONGEST = 120
MOST_WORDS = 6

_LEADS = (
    r"(?i:my name is|my name's|the name is|name's|i am|i'm|this is|it's|it is|ich heiße|ich heisse|"
    r"mein name ist|ich bin|je m'appelle|"
    r"mon nom est|je suis|me llamo|mi nombre es|soy|mi chiamo|il mio nome è|sono|chamo-me|o meu nome é|sou|"
    r"mijn naam is|ik heet|ik ben)"
)
_SURE = re.compile(
    r"\b(?i:my name is|my name's|ich heiße|mein name ist|je m'appelle|me llamo|mi nombre es|mi chiamo|chamo-me|"
    r"mijn naam is|ik heet)\s+((?:[A-ZÀ-Þ][\w'’-]*)(?:\s+[A-ZÀ-Þ][\w'’-]*){0,3})"
)
_LEAD = re.compile(rf"^\W*{_LEADS}\s+")


def _names(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    return [Found(match.group(1), match.group(1)) for match in _SURE.finditer(text)]


def _reply(text: str, slot: Slot, around: Around) -> Found | None:
    sure = _names(text, slot, around)
    if sure:
        return sure[-1]
    said = _LEAD.sub("", " ".join(text.split())).strip(" .,!")
    if (
        not said
        or len(said.split()) > MOST_WORDS
        or len(said) > LONGEST
        or any(char in said for char in "@?0123456789")
    ):
        return None
    return Found(said, said)


NAME = Kind(_names, _reply, anywhere=True)
