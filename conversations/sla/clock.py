"""The clocks of a conversation: pure, from its row and the policies that count for it.

They run while it is the desk's turn: somebody waits in a queue, for a first reply, or for an answer to what they wrote.
They rest while the customer's answer is awaited, and while the conversation is snoozed. A reply clock begins anew
with each turn; the clock for the solution counts all turns since people have the conversation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from conversations.models import AuthorKind, Conversation, Holder, SlaKind, Status
from conversations.sla.books import Book, Policy

Json = dict[str, Any]
SOON = 0.8  # of the time that was promised
REPLY, RESOLUTION = "reply", "resolution"


@dataclass(frozen=True)
class Moment:
    """Something that comes with a clock: it is nearly over, or over."""

    clock: str  # REPLY or RESOLUTION
    late: bool
    at: datetime

    @property
    def name(self) -> str:
        """By which it is remembered."""
        return f"{self.clock} {'late' if self.late else 'soon'}"


@dataclass(frozen=True)
class Ended:
    """A clock that was stopped, or ran out; seconds of the time that counts."""

    kind: SlaKind
    policy_id: str
    team_id: str | None
    agent_id: str | None
    priority: str
    began_at: datetime
    target: int
    used: int
    breached_at: datetime | None

    @property
    def is_kept_reply(self) -> bool:
        """An answer in time, of which nothing was written down before."""
        return self.kind == SlaKind.NEXT_REPLY and self.breached_at is None


@dataclass(frozen=True)
class Kept:
    """What a row keeps: seconds of work before `since` in this turn and in all, and what the desk was told.

    `since` is None while the clocks rest; `kind`, `left` and `soon_at` are of the one that is shown.
    """

    began: datetime | None = None
    since: datetime | None = None
    turn: float = 0.0
    total: float = 0.0
    told: tuple[str, ...] = ()
    kind: str = ""
    left: int | None = None
    soon_at: str | None = None
    next_at: datetime | None = None

    @classmethod
    def read(cls, stored: Json | None) -> "Kept":
        """From the row."""
        if stored is None:
            return cls()
        moments = {name: _moment(stored[name]) for name in ("began", "since", "next_at")}
        return cls(**{**stored, **moments, "told": tuple(stored["told"])})

    def as_json(self) -> Json:
        """For the row."""
        moments = {name: _stamp(getattr(self, name)) for name in ("began", "since", "next_at")}
        return {**asdict(self), **moments, "told": list(self.told)}


def keep(conversation: Conversation, before: Mapping[str, Any], now: datetime, book: Book | None) -> list[Ended]:
    """Set the clocks of the row as it is now; gives those that ended and are written down. The caller saves the row.

    `before` has the row's values from before the change; without a book there are no clocks.
    """
    if conversation.holder != Holder.ASSISTANT:
        conversation.desk_since = conversation.desk_since or now
    elif conversation.desk_since is not None or conversation.first_replied_at is not None:
        conversation.desk_since = None
    ended: list[Ended] = []
    policy = None
    if book is not None:
        so_far = book.policy(before["team_id"], before["priority"])
        kept = _settled(Kept.read(conversation.sla_clock), so_far, now)
        turned = _turned(conversation, kept, now)
        if so_far is not None:
            ended = _ended(conversation, before, _Change(kept, turned, so_far, now))
        policy = book.policy(conversation.team_id, conversation.priority)
    if policy is None or conversation.desk_since is None:
        conversation.sla_clock, conversation.sla_due_at = None, None
    else:
        _show(conversation, turned, policy, now)
    if conversation.desk_since is None:
        conversation.first_replied_at = None
    return ended


def moments(conversation: Conversation, kept: Kept, policy: Policy) -> list[Moment]:
    """When each clock that runs is nearly over, and when it is over; none while they rest."""
    found: list[Moment] = []
    for clock, used in ((REPLY, kept.turn), (RESOLUTION, kept.total)):
        _, seconds = promised(conversation.first_replied_at, clock, policy)
        if seconds is not None and kept.since is not None:
            for late, share in ((False, SOON), (True, 1.0)):
                found.append(Moment(clock, late, policy.worktime.after(kept.since, share * seconds - used)))
    return found


def told(conversation: Conversation, names: Iterable[str]) -> None:
    """Keep that people were told of these moments."""
    kept = Kept.read(conversation.sla_clock)
    conversation.sla_clock = replace(kept, told=(*kept.told, *names)).as_json()


def promised(first_replied_at: datetime | None, clock: str, policy: Policy) -> tuple[SlaKind, int | None]:
    """Which promise a clock is about, and its seconds."""
    if clock == RESOLUTION:
        return SlaKind.RESOLUTION, policy.resolution
    if first_replied_at is None:
        return SlaKind.FIRST_REPLY, policy.first_reply
    return SlaKind.NEXT_REPLY, policy.next_reply


def is_desks_turn(conversation: Conversation) -> bool:
    """Whether somebody waits for people to do something."""
    if conversation.desk_since is None or conversation.status != Status.OPEN:
        return False
    waits = conversation.holder == Holder.QUEUE or conversation.first_replied_at is None
    return waits or conversation.unanswered_since is not None


@dataclass(frozen=True)
class _Change:
    """The clocks before and after a change, under the policy that counted until then."""

    kept: Kept
    turned: Kept
    policy: Policy
    now: datetime

    def late(self, seconds: int, used: float) -> datetime | None:
        """When the promise was broken, if it was."""
        return self.policy.worktime.after(self.now, seconds - used) if used > seconds else None


def _settled(kept: Kept, policy: Policy | None, now: datetime) -> Kept:
    """The same with the work up to now counted, by the hours that counted so far."""
    if kept.since is None or policy is None:
        return kept
    work = policy.worktime.between(kept.since, now)
    return replace(kept, since=now, turn=round(kept.turn + work, 3), total=round(kept.total + work, 3))


def _turned(conversation: Conversation, kept: Kept, now: datetime) -> Kept:
    """The same for whose turn it is now."""
    if is_desks_turn(conversation):
        return kept if kept.since is not None else replace(kept, since=now, began=kept.began or now)
    unfinished = conversation.first_replied_at is None or conversation.unanswered_since is not None
    if conversation.status == Status.SNOOZED and unfinished:
        return replace(kept, since=None)  # the same turn goes on when it wakes
    others = tuple(name for name in kept.told if not name.startswith(REPLY))
    return replace(kept, since=None, began=None, turn=0.0, told=others)


def _ended(conversation: Conversation, before: Mapping[str, Any], change: _Change) -> list[Ended]:
    """Replies once an agent gave them, or where they were late; solutions whenever they ended."""
    kept, policy, ended = change.kept, change.policy, list[Ended]()
    replied = _replied(conversation, before)
    if kept.began is not None and (replied or change.turned.began is None):
        kind, seconds = promised(before["first_replied_at"], REPLY, policy)
        if seconds is not None and (replied or kept.turn > seconds):
            ended.append(_end(kind, before, kept.began, (seconds, kept.turn), change))
    if before["desk_since"] is not None and conversation.desk_since is None and policy.resolution is not None:
        spent = (policy.resolution, kept.total)
        ended.append(_end(SlaKind.RESOLUTION, before, before["desk_since"], spent, change))
    return ended


def _replied(conversation: Conversation, before: Mapping[str, Any]) -> bool:
    """Whether an agent just said what somebody waited for: the first words, or an answer."""
    if before["first_replied_at"] is None:
        return conversation.first_replied_at is not None
    said = conversation.last_kind == AuthorKind.AGENT and conversation.last_at != before["last_at"]
    return said and before["unanswered_since"] is not None


def _end(
    kind: SlaKind, before: Mapping[str, Any], began_at: datetime, spent: tuple[int, float], change: _Change
) -> Ended:
    return Ended(
        kind=kind,
        policy_id=change.policy.id,
        team_id=before["team_id"],
        agent_id=before["agent_id"],
        priority=before["priority"],
        began_at=began_at,
        target=spent[0],
        used=int(spent[1]),
        breached_at=change.late(*spent),
    )


def _show(conversation: Conversation, kept: Kept, policy: Policy, now: datetime) -> None:
    """Write the clocks on the row, with the one that is due next as the one to show."""
    if kept.since is None:
        conversation.sla_clock = _resting(conversation, kept, policy).as_json()
        conversation.sla_due_at = None
        return
    found = moments(conversation, kept, policy)
    ends = min((one for one in found if one.late), key=lambda one: one.at, default=None)
    if ends is None:
        conversation.sla_clock, conversation.sla_due_at = replace(kept, kind="", next_at=None).as_json(), None
        return
    soon_at = next(one.at for one in found if one.clock == ends.clock and not one.late)
    happened = {one.name for one in found if one.at <= now}
    told_of = tuple(name for name in kept.told if name in happened)
    conversation.sla_due_at = ends.at
    conversation.sla_clock = replace(
        kept,
        told=told_of,
        kind=promised(conversation.first_replied_at, ends.clock, policy)[0].value,
        left=None,
        soon_at=_stamp(soon_at),
        next_at=min((one.at for one in found if one.name not in told_of), default=None),
    ).as_json()


def _resting(conversation: Conversation, kept: Kept, policy: Policy) -> Kept:
    clock, used = (RESOLUTION, kept.total) if kept.began is None else (REPLY, kept.turn)
    kind, seconds = promised(conversation.first_replied_at, clock, policy)
    if seconds is None:
        return replace(kept, kind="", left=None, soon_at=None, next_at=None)
    return replace(kept, kind=kind.value, left=int(seconds - used), soon_at=None, next_at=None)


def _moment(stored: str | None) -> datetime | None:
    return None if stored is None else datetime.fromisoformat(stored)


def _stamp(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")
