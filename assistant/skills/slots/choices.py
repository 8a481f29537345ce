"""Picks: one of a slot's options, and yes or no."""

import re
from collections.abc import Sequence

from assistant.skills.confirming import Reply, read
from assistant.skills.contract import Slot
from assistant.skills.slots.kinds import Around, Found, Kind, newest_of, nothing


def _options(text: str, slot: Slot, _around: Around) -> Sequence[Found]:
    """The options that are named, in the order of the text; a longer one hides those that are part of it."""
    places: list[tuple[int, int, str]] = []
    for option in sorted(slot.options, key=len, reverse=True):
        words = re.escape(option).replace("_", r"[\s_-]").replace(r"\ ", r"\s+")
        for match in re.finditer(rf"(?i)(?<!\w){words}(?!\w)", text):
            if all(match.end() <= begin or match.start() >= end for begin, end, _ in places):
                places.append((match.start(), match.end(), option))
    return [Found(option, text[begin:end]) for begin, end, option in sorted(places)]


def _yes_no(text: str, _slot: Slot, _around: Around) -> Found | None:
    match read(text):
        case Reply.YES:
            return Found("yes", text.strip())
        case Reply.NO:
            return Found("no", text.strip())
        case _:
            return None


CHOICE = Kind(_options, newest_of(_options))
YES_NO = Kind(nothing, _yes_no)
