"""What a book of rules would change, counted while somebody edits it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from typing_extensions import TypedDict

from conversations.rules_replay import examples, judging, shelf, tallying
from conversations.rules_replay.examples import CountedConversation
from conversations.rules_replay.judging import Judged
from conversations.rules_replay.keeping import APPROVALS
from conversations.rules_replay.tallying import RulesTally
from escalation.book import Book
from escalation.replay.comparing import CHANGES, Change
from tenants import current

MOST_SHOWN = 20
SHOWN = (Change.NEWLY, Change.NO_LONGER, Change.EARLIER, Change.LATER, Change.TARGET)


class CountedChange(TypedDict):
    """How many conversations a change befalls, and the newest of them for those who may read conversations."""

    count: int
    conversations: list[CountedConversation]


class RulesCount(RulesTally):
    """What other rules would have changed in the last days."""

    newly: CountedChange
    no_longer: CountedChange
    approval_added: CountedChange
    approval_gone: CountedChange
    target: CountedChange
    """To another team, skill or priority."""
    earlier: CountedChange
    later: CountedChange
    since: str
    days: int


def count(before: Book, after: Book, *, days: int, now: datetime, told: bool) -> RulesCount:
    """How the last days would have gone with either book, from stored facts; `told` with the newest conversations."""
    seen = shelf.window(days, now=now)
    judged = judging.judge(seen.pages, seen.order, before=before, after=after)
    zone = ZoneInfo(current.tenant().time_zone)
    counted = tallying.tally(judged, zone=zone, unreadable=seen.unreadable)
    picked = {change: _newest(judged, change) if told else [] for change in (*SHOWN, *APPROVALS)}
    shown = examples.shown(judged, picked)
    changed: dict[Change, CountedChange] = {
        change: {"count": counted.changes[change.value], "conversations": shown[change]} for change in picked
    }
    return {
        **counted.shown(),
        "newly": changed[Change.NEWLY],
        "no_longer": changed[Change.NO_LONGER],
        "approval_added": changed[Change.APPROVAL_ADDED],
        "approval_gone": changed[Change.APPROVAL_GONE],
        "target": changed[Change.TARGET],
        "earlier": changed[Change.EARLIER],
        "later": changed[Change.LATER],
        "since": seen.since.isoformat().replace("+00:00", "Z"),
        "days": days,
    }


def _newest(judged: Judged, change: Change) -> list[int]:
    """The places of the newest conversations that the change befalls."""
    places = np.flatnonzero(judged.changes == CHANGES.index(change))
    at = judged.order.at[judged.order.conversations.begins[places]]
    return [int(place) for place in places[np.argsort(-at, kind="stable")][:MOST_SHOWN]]
