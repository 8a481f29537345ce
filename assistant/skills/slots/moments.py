"""Days and times as slots: what `assistant.skills.dates` finds in the customer's words."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from assistant.skills import dates
from assistant.skills.contract import Slot
from assistant.skills.dates import Said
from assistant.skills.slots.kinds import Around, Found, Kind, newest_of


class Reader(Protocol):
    """One of the readers of `assistant.skills.dates`."""

    def __call__(self, text: str, *, now: datetime, zone: ZoneInfo, language: str) -> Said | None: ...


def _kind(read: Reader) -> Kind:
    find = _found(read)
    return Kind(find, newest_of(find))


def _found(read: Reader) -> Callable[[str, Slot, Around], Sequence[Found]]:
    def find(text: str, _slot: Slot, around: Around) -> Sequence[Found]:
        said = read(text, now=around.now, zone=around.zone, language=around.language)
        return [] if said is None else [Found(said.value, said.text)]

    return find


def _each(text: str, _slot: Slot, around: Around) -> Sequence[Found]:
    said = dates.each(text, now=around.now, zone=around.zone, language=around.language)
    return [Found(one.value, one.text) for one in said]


DATE = _kind(dates.day)
DAYS = _kind(dates.days)
EACH_DAYS = Kind(_each, DAYS.reply)  # for a skill with two slots for days: from one to another
TIME = _kind(dates.time_of_day)
MOMENT = _kind(dates.moment)
