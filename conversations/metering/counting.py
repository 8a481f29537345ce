"""Keeps the ledger at what the rule says of each measured episode; whatever order episodes are measured in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from billing import ledger
from billing.ledger import Unit
from billing.models import CreditReason, Resolution
from conversations import allowance
from conversations.insights import shares
from conversations.insights.history import History
from conversations.insights.shares import Share
from conversations.metering import verified
from conversations.metering.verified import CREDITED, Counts, NotCounted, Verdict
from conversations.models import Episode
from tenants import current, ids

Place = tuple[UUID, int]  # a conversation, and the number of an episode in it

# Units of these customers, not credited yet, that they came again after: another conversation than was measured.
CAME_AGAIN = """
    SELECT r.id FROM billing_resolution r
    JOIN conversations_episode e ON e.conversation_id = r.conversation_id AND e.number = r.episode
    WHERE e.customer_key = ANY(%s) AND e.repeat_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM billing_credit c WHERE c.resolution_id = r.id)
"""


class Measured(NamedTuple):
    """What a batch of measuring leaves: the histories, their episodes, and whose they are."""

    histories: Sequence[History]
    episodes: Sequence[Episode]
    customers: Collection[UUID]


def follow(measured: Measured, *, now: datetime) -> None:
    """Count what counts now and was not yet, credit what counts no more; in the transaction of the measuring."""
    verdicts = verdicts_of(measured)
    found = [_unit(episode, verdict) for episode, verdict in verdicts if isinstance(verdict, Counts)]
    made = ledger.count(found, now=now)
    changed = _credit(measured, verdicts, now=now)
    if made or changed:
        allowance.soon()


def verdicts_of(measured: Measured) -> list[tuple[Episode, Verdict]]:
    """What the rule says of each episode. One query at most."""
    open_ones = [one for one in measured.episodes if verified.needs_log(one)]
    logs = _logs(measured.histories, {key_of(one) for one in open_ones})
    again = _came_again(open_ones)
    return [
        (one, verified.of(one, logs.get(place_of(one)), came_again_at=again.get(place_of(one))))
        for one in measured.episodes
    ]


def key_of(episode: Episode) -> UUID:
    """The key of its conversation."""
    return ids.decode("conv", str(episode.conversation_id))


def place_of(episode: Episode) -> Place:
    """Which it is."""
    return key_of(episode), episode.number


def _logs(histories: Iterable[History], wanted: Collection[UUID]) -> dict[Place, Share]:
    """The episodes of these conversations with all that belongs to each."""
    return {
        (key, share.stretch.number): share
        for history in histories
        if (key := ids.decode("conv", history.conversation)) in wanted
        for share in shares.of(history)
    }


def _came_again(episodes: Sequence[Episode]) -> dict[Place, datetime]:
    """When customers came again after these, as it is stored: it depends on other conversations."""
    if not episodes:
        return {}
    keys = {one.conversation_id for one in episodes}
    stored = Episode.objects.filter(conversation__in=keys, repeat_at__isnull=False).order_by()
    return {place_of(one): one.repeat_at for one in stored.only("conversation", "number", "repeat_at") if one.repeat_at}


def _unit(episode: Episode, counts: Counts) -> Unit:
    if episode.ended_at is None:
        raise ValueError("an open episode never counts")
    return Unit(key_of(episode), episode.number, episode.ended_at, counts.how, counts.evidence)


def _credit(measured: Measured, verdicts: Sequence[tuple[Episode, Verdict]], *, now: datetime) -> bool:
    """Credit the units of these conversations and customers that count no more; whether there was any. Two queries."""
    told = {place_of(episode): verdict for episode, verdict in verdicts}
    keys = [ids.decode("conv", history.conversation) for history in measured.histories]
    units = Resolution.objects.filter(conversation_id__in=keys, credit__isnull=True)
    due = {str(unit.pk): (unit, reason) for unit in units if (reason := _reason(unit, told)) is not None}
    returned = _returned(measured.customers)
    for unit in Resolution.objects.filter(pk__in=returned) if returned else ():
        due.setdefault(str(unit.pk), (unit, CreditReason.CAME_AGAIN))
    for unit, reason in due.values():
        ledger.credit(unit, reason, now=now)
    return bool(due)


def _reason(unit: Resolution, told: Mapping[Place, Verdict]) -> CreditReason | None:
    """An episode that is there no more never ended so: what began it was taken back."""
    match told.get((unit.conversation_id, unit.episode)):
        case None:
            return CreditReason.REOPENED
        case NotCounted(why=why):
            return CREDITED.get(why)
        case _:
            return None


def _returned(customers: Collection[UUID]) -> list[str]:
    if not customers:
        return []
    with current.connection.cursor() as cursor:
        cursor.execute(CAME_AGAIN, [list(customers)])
        return [ids.encode("res", key) for (key,) in cursor.fetchall()]
