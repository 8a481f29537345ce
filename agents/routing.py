"""Who should take which conversation: pure choices, each with the reason why everybody else was passed over.

Asked of somebody who takes a conversation are the team, the skill at a level, and the customer's language. As the wait
goes on, the ladder lets go of one after the other. Nobody is chosen who is not online, or has no room.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum


class Ask(StrEnum):
    """What the ladder lets go of; with the last one nothing is asked any more, not even the shift."""

    LANGUAGE = "language"
    LEVEL = "level"
    SKILL = "skill"
    TEAM = "team"
    EVERYBODY = "everybody"


class Verdict(StrEnum):
    """Why somebody was chosen or passed over."""

    CHOSEN = "chosen"
    BUSIER = "busier"
    LESS_IDLE = "less_idle"
    OTHER_TEAM = "other_team"
    NO_SKILL = "no_skill"
    LOW_LEVEL = "low_level"
    OTHER_LANGUAGE = "other_language"
    OFFLINE = "offline"
    AWAY = "away"
    OFF_SHIFT = "off_shift"
    FULL = "full"
    ASKED_BEFORE = "asked_before"


@dataclass(frozen=True)
class Rung:
    """A step of the ladder: what is asked no more once somebody has waited so long."""

    drops: Ask
    after: timedelta


LADDER = (
    Rung(Ask.LANGUAGE, timedelta(0)),  # a preference: an answer in a second language beats none
    Rung(Ask.LEVEL, timedelta(seconds=60)),
    Rung(Ask.SKILL, timedelta(minutes=2)),
    Rung(Ask.TEAM, timedelta(minutes=5)),
    Rung(Ask.EVERYBODY, timedelta(minutes=15)),
)
HEAD_START: Mapping[str, timedelta] = {"urgent": timedelta(minutes=30), "high": timedelta(minutes=10)}


@dataclass(frozen=True)
class Need:
    """What the conversation asks for; None: nothing of that kind. `last_agent_id` had this customer last."""

    team_id: str | None
    language: str
    skill_id: str | None = None
    least_level: int = 1
    last_agent_id: str | None = None


@dataclass(frozen=True)
class Candidate:
    """An agent as routing sees one; `load` counts what they hold and what is offered to them."""

    agent_id: str
    team_ids: frozenset[str]
    languages: frozenset[str]
    online: bool
    load: int
    capacity: int
    idle_since: datetime
    name: str = ""
    levels: Mapping[str, int] = field(default_factory=dict)
    away: bool = False
    on_shift: bool = True
    shift_begins: datetime | None = None

    @property
    def has_room(self) -> bool:
        """Whether one more would not be too many."""
        return self.load < self.capacity

    @property
    def share(self) -> float:
        """How much of what they can take they have."""
        return self.load / self.capacity if self.capacity else 1.0


@dataclass(frozen=True)
class Choice:
    """The agent to offer it to, or None when nobody can take it now, and the reason in words.

    `widened` is what was not asked for any more, `verdicts` says of each by id what spoke against them, and `next_rung`
    after how long a wait less is asked.
    """

    agent_id: str | None
    why: str
    widened: tuple[Ask, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    next_rung: timedelta | None = None


@dataclass(frozen=True)
class Waiting:
    """A conversation that waits and is offered to nobody; `passed` are those who were asked a moment ago."""

    conversation_id: str
    need: Need
    since: datetime
    priority: str = "normal"
    passed: frozenset[str] = frozenset()


def turn_at(priority: str, since: datetime) -> datetime:
    """Whose moment is earlier goes first: an urgent one overtakes, but nobody is overtaken for ever."""
    return since - HEAD_START.get(priority, timedelta(0))


def choose(
    need: Need,
    candidates: Sequence[Candidate],
    *,
    ladder: Sequence[Rung] = LADDER,
    waited: timedelta = timedelta(0),
    passed: frozenset[str] = frozenset(),
) -> Choice:
    """The one who had the customer last, else the least loaded for their capacity, of equals the longest idle.

    Chosen among those able, at work and with room, as the ladder stands after the wait; who asks for least comes last:
    somebody who has all that is asked for goes before one for whom something must be let go.
    """
    open_rungs = [rung for rung in ladder if rung.after <= waited]
    later = [rung.after for rung in ladder if rung.after > waited]
    next_rung = min(later, default=None)
    dropped: tuple[Ask, ...] = ()
    for more in [(), *((rung.drops,) for rung in open_rungs)]:
        dropped = (*dropped, *more)
        verdicts = {one.agent_id: _against(need, one, dropped, passed) for one in candidates}
        free = [one for one in candidates if verdicts[one.agent_id] is None]
        if free:
            return _best(need, free, verdicts, widened=dropped, next_rung=next_rung)
    told = {agent_id: verdict for agent_id, verdict in verdicts.items() if verdict is not None}
    return Choice(None, _nobody(told), dropped, told, next_rung)


def match(
    waiting: Sequence[Waiting], candidates: Sequence[Candidate], *, ladder: Sequence[Rung], now: datetime
) -> Iterator[tuple[Waiting, Choice]]:
    """Whom to offer which: those whose turn is earliest first, while somebody who is online has room."""
    people = {one.agent_id: one for one in candidates if one.online and one.has_room}
    for one in sorted(waiting, key=lambda one: (turn_at(one.priority, one.since), one.conversation_id)):
        if not people:
            return
        choice = choose(one.need, [*people.values()], ladder=ladder, waited=now - one.since, passed=one.passed)
        if choice.agent_id is not None:
            chosen = people.pop(choice.agent_id)
            if chosen.load + 1 < chosen.capacity:
                people[choice.agent_id] = replace(chosen, load=chosen.load + 1)
            yield one, choice


def _against(need: Need, one: Candidate, dropped: Sequence[Ask], passed: frozenset[str]) -> Verdict | None:
    """The first thing that speaks against somebody, what they are before what they do now."""
    return _unable(need, one, dropped) or _not_now(one, dropped, passed)


def _unable(need: Need, one: Candidate, dropped: Sequence[Ask]) -> Verdict | None:
    if Ask.EVERYBODY in dropped:
        return None
    level = one.levels.get(need.skill_id or "", 0)
    checks = (
        (Ask.TEAM, need.team_id is not None and need.team_id not in one.team_ids, Verdict.OTHER_TEAM),
        (Ask.SKILL, need.skill_id is not None and not level, Verdict.NO_SKILL),
        (Ask.LEVEL, need.skill_id is not None and 0 < level < need.least_level, Verdict.LOW_LEVEL),
        (Ask.LANGUAGE, need.language not in one.languages, Verdict.OTHER_LANGUAGE),
    )
    return next((verdict for ask, wrong, verdict in checks if wrong and ask not in dropped), None)


def _not_now(one: Candidate, dropped: Sequence[Ask], passed: frozenset[str]) -> Verdict | None:
    checks = (
        (not one.online and not one.away, Verdict.OFFLINE),
        (one.away, Verdict.AWAY),
        (not one.on_shift and Ask.EVERYBODY not in dropped, Verdict.OFF_SHIFT),
        (not one.has_room, Verdict.FULL),
        (one.agent_id in passed, Verdict.ASKED_BEFORE),
    )
    return next((verdict for wrong, verdict in checks if wrong), None)


def _best(
    need: Need,
    free: Sequence[Candidate],
    verdicts: Mapping[str, Verdict | None],
    *,
    widened: tuple[Ask, ...],
    next_rung: timedelta | None,
) -> Choice:
    best = min(free, key=lambda one: (one.agent_id != need.last_agent_id, one.share, one.idle_since, one.agent_id))
    told = {agent_id: verdict for agent_id, verdict in verdicts.items() if verdict is not None}
    for one in free:
        told[one.agent_id] = Verdict.BUSIER if one.share > best.share else Verdict.LESS_IDLE
    told[best.agent_id] = Verdict.CHOSEN
    needless = {rung for rung in widened if rung == Ask.LANGUAGE and need.language in best.languages}
    return Choice(
        best.agent_id,
        _because(need, best, free),
        tuple(ask for ask in widened if ask not in needless),
        told,
        next_rung,
    )


def _because(need: Need, best: Candidate, free: Sequence[Candidate]) -> str:
    room = f"{best.load} of {best.capacity}"
    if best.agent_id == need.last_agent_id:
        return f"had this customer last, and has room ({room})"
    if len(free) == 1:
        return f"the only one who can take it now ({room})"
    if sum(one.share == best.share for one in free) > 1:
        return f"longest idle of the least busy ({room}), of {len(free)} who could take it"
    return f"least busy ({room}) of {len(free)} who could take it"


def _nobody(verdicts: Mapping[str, Verdict]) -> str:
    """What keeps those from it who come nearest."""
    kept = [*verdicts.values()]
    if not kept:
        return "nobody takes conversations"
    near = ((Verdict.ASKED_BEFORE, "were asked a moment ago"), (Verdict.FULL, "have no room"))
    away = ((Verdict.OFF_SHIFT, "are outside of their shift"), (Verdict.AWAY, "are away"))
    told = [f"{kept.count(verdict)} {words}" for verdict, words in (*near, *away) if verdict in kept]
    if told:
        return "of those who could take it, " + ", ".join(told)
    offline = kept.count(Verdict.OFFLINE)
    return f"none of {offline} who could take it is online" if offline else "nobody who works here can do what it needs"
