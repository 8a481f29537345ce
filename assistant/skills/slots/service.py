"""What a customer comes for: one of the services of the tenant's calendars, by its name or other words for it."""

import re
from collections.abc import Sequence

from assistant.records.contract import ServiceSeen
from assistant.skills.contract import Slot
from assistant.skills.dates.plain import plain
from assistant.skills.slots.kinds import Around, Found, Kind

TELLING = 4  # letters, that a word has which says what is meant


def _named(text: str, _slot: Slot, around: Around) -> Sequence[Found]:
    """The services that are named, in the order of the text; a longer name hides those that are part of it."""
    bare, places = plain(text), list[tuple[int, int, str]]()
    names = [(plain(name), one.id) for one in _offered(around) for name in (one.name, *one.also)]
    for name, service in sorted(names, key=lambda pair: len(pair[0]), reverse=True):
        words = r"[\s-]+".join(re.escape(word) for word in name.split())
        for match in re.finditer(rf"(?<!\w){words}(?:s|en|e|n)?(?!\w)", bare) if words else ():
            if all(match.end() <= begin or match.start() >= end for begin, end, _ in places):
                places.append((match.start(), match.end(), service))
    return [Found(service, text[begin:end]) for begin, end, service in sorted(places)]


def _meant(text: str, slot: Slot, around: Around) -> Found | None:
    """Also the one service whose name shares a telling word with the reply."""
    named = _named(text, slot, around)
    if named:
        return named[-1]
    said = _telling(text)
    sharing = [one for one in _offered(around) if said & _telling(" ".join((one.name, *one.also)))]
    return Found(sharing[0].id, text.strip()) if len(sharing) == 1 else None


def _telling(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", plain(text)) if len(word) >= TELLING}


def _offered(around: Around) -> Sequence[ServiceSeen]:
    return () if around.records is None else around.records.services()


SERVICE = Kind(_named, _meant)
