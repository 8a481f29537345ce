"""The conversations behind the numbers of a replay, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from conversations.models import ReplayedConversation, RuleReplay
from conversations.rules_replay import reading, tallying
from conversations.rules_replay.judging import Judged
from escalation.replay.comparing import CHANGES, Change, Course
from escalation.replay.deciding import Ending

CHANGED = tuple(change.value for change in CHANGES if change != Change.SAME)
APPROVALS = (Change.APPROVAL_ADDED, Change.APPROVAL_GONE)
Places = NDArray[np.int64]


def rows(replay: RuleReplay, judged: Judged, *, zone: ZoneInfo) -> Iterator[ReplayedConversation]:
    """One for each conversation that a person gets with either book, or that the change befalls, or that hangs."""
    before, after, order = judged.before, judged.after, judged.order
    hours = np.append(tallying.hours_of(order.at, zone), -1)  # -1 is the last
    hangs = np.where(tallying.cannot_tell(judged), np.maximum(before.hangs, after.hangs), -1)
    same = judged.changes == CHANGES.index(Change.SAME)
    told = (before.row >= 0) | (after.row >= 0) | ~same | (hangs >= 0)
    about_asking = np.isin(judged.changes, [CHANGES.index(change) for change in APPROVALS])
    was, now = _ends(before, about_asking), _ends(after, about_asking)
    for place in np.flatnonzero(told):
        change = CHANGES[judged.changes[place]]
        sides = (int(was[0][place]), int(now[0][place]))
        at = _parting(change, *sides, int(hangs[place]))
        yield ReplayedConversation(
            replay=replay,
            conversation_id=reading.conversation_id(order.talks[at]),
            change=change.value,
            at=reading.moment(float(order.at[at])),
            before_seq=_known(order.seqs, sides[0]),
            after_seq=_known(order.seqs, sides[1]),
            before_rule=_rule(judged.was, int(was[1][place])),
            after_rule=_rule(judged.now, int(now[1][place])),
            before_ending=_some(int(was[1][place])),
            after_ending=_some(int(now[1][place])),
            before_hour=_some(int(hours[before.row[place]])),
            after_hour=_some(int(hours[after.row[place]])),
            hangs_seq=_known(order.seqs, int(hangs[place])),
        )


def _ends(course: Course, about_asking: NDArray[np.bool_]) -> tuple[Places, Places]:
    """The row and the ending of each conversation: where a person gets it, else, or where marked, where it is held."""
    handed = (course.row >= 0) & ~about_asking
    return np.where(handed, course.row, course.asks), np.where(handed, course.ending, course.asking)


def _parting(change: Change, was: int, now: int, hangs: int) -> int:
    """The row at which the two books part, or at which a person gets it with both."""
    match change:
        case Change.NO_LONGER | Change.LATER | Change.APPROVAL_GONE:
            return was
        case Change.SAME if was < 0 and now < 0:
            return hangs
        case _:
            return now if now >= 0 else was


def _known(values: Places, row: int) -> int | None:
    return None if row < 0 else int(values[row])


def _some(value: int) -> int | None:
    return None if value < 0 else value


def _rule(endings: Sequence[Ending], place: int) -> str:
    return "" if place < 0 else endings[place].rule
