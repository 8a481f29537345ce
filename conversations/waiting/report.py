"""Whether what waiting customers were told came true: how many ranges held, by team and by week, with intervals."""

from datetime import datetime, timedelta
from math import sqrt
from typing import cast
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.db.models.functions import TruncWeek
from django.utils import timezone
from typing_extensions import TypedDict

from agents.models import Team
from conversations import wire
from conversations.models import Callback, CallState
from conversations.waiting import listing, moves, promises, team_times
from conversations.waiting.listing import Asked
from tenants import current

STATED = 0.8
Z = 1.96


class HeldShare(TypedDict):
    """The share of ranges that held, with its 95% interval."""

    value: float
    low: float
    high: float


class WaitCounts(TypedDict):
    """How many waits there were of each kind, each a list at `GET /queue/waits`."""

    waits: int
    taken: int
    left: int
    called: int
    no_range: int
    told: int
    held: int
    early: int
    late: int


class WaitFigures(WaitCounts):
    """Waits as they were told, and as they were."""

    share: HeldShare | None


class TeamWaitFigures(WaitFigures):
    """The same of one team; without team of who waited for none in particular."""

    team: wire.Named | None


class WeekOfWaits(TypedDict):
    """How many ranges held in a week."""

    week: str
    """Its first day."""
    told: int
    held: int
    share: HeldShare | None


class LengthOfWaits(TypedDict):
    """How long those waited whom a person took, in seconds: at the middle, and for the slowest tenth."""

    median: float | None
    p90: float | None


class CallCounts(TypedDict):
    """What became of calls that were promised."""

    promised: int
    open: int
    kept: int
    late: int
    reached: int


class QueueReport(TypedDict):
    """Whether what waiting customers were told came true."""

    days: int
    stated: float
    """The share of ranges that should hold."""
    all: WaitFigures
    waits: LengthOfWaits
    teams: list[TeamWaitFigures]
    weeks: list[WeekOfWaits]
    calls: CallCounts


def report(*, days: int, team_id: str) -> QueueReport:
    """The figures of so many days; waits that ended since the last look are counted first."""
    now = timezone.now()
    for team in [None, *Team.objects.all()]:
        promises.settle(team, team_times.of(team, now))
    asked = Asked(since(now, days), team_id)
    return {
        "days": days,
        "stated": STATED,
        "all": _figures(asked),
        "waits": _waits(asked),
        "teams": [_of_team(asked, team) for team in [*Team.objects.all(), None]],
        "weeks": _weeks(asked),
        "calls": _calls(asked),
    }


def since(now: datetime, days: int) -> datetime:
    """The beginning of the day from which on it is so many days, today among them, as the company's clocks show it."""
    here = now.astimezone(ZoneInfo(current.tenant().time_zone))
    return here.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days - 1)


def held_share(held: int, of: int) -> HeldShare | None:
    """The share that held, with the interval in which it lies in 95 of 100 samples (Wilson 1927)."""
    if of == 0:
        return None
    share, weight = held / of, Z * Z / of
    middle = (share + weight / 2) / (1 + weight)
    half = Z * sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight)
    return {"value": share, "low": max(0.0, middle - half), "high": min(1.0, middle + half)}


def _figures(asked: Asked) -> WaitFigures:
    counts = listing.told(asked).aggregate(**{kind: Count("id", filter=q) for kind, q in listing.KINDS.items()})
    return {**cast("WaitCounts", counts), "share": held_share(counts["held"], counts["told"])}


def _waits(asked: Asked) -> LengthOfWaits:
    """How long those waited whom a person took, in seconds: at the middle and for the slowest tenth."""
    taken = listing.told(asked).filter(listing.KINDS["taken"], waited__isnull=False)
    waited = sorted(seconds for seconds in taken.values_list("waited", flat=True) if seconds is not None)
    if not waited:
        return {"median": None, "p90": None}
    return {"median": waited[len(waited) // 2], "p90": waited[min(len(waited) - 1, int(len(waited) * 0.9))]}


def _weeks(asked: Asked) -> list[WeekOfWaits]:
    weeks = (
        listing.told(asked)
        .annotate(week=TruncWeek("told_at"))
        .values("week")
        .annotate(told=Count("id", filter=listing.KINDS["told"]), held=Count("id", filter=listing.KINDS["held"]))
        .order_by("week")
    )
    return [
        {"week": f"{one['week']:%Y-%m-%d}", "told": one["told"], "held": one["held"],
         "share": held_share(one["held"], one["told"])}
        for one in weeks
    ]  # fmt: skip


def _calls(asked: Asked) -> CallCounts:
    found = Callback.objects.filter(promised_at__gte=asked.since)
    if asked.team_id == moves.WHOLE_DESK:
        found = found.filter(team__isnull=True)
    elif asked.team_id:
        found = found.filter(team_id=asked.team_id)
    counted = found.aggregate(
        promised=Count("id"),
        open=Count("id", filter=Q(state=CallState.PROMISED)),
        in_time=Count("id", filter=Q(kept=True)),
        late=Count("id", filter=Q(kept=False)),
        reached=Count("id", filter=Q(state=CallState.DONE)),
    )
    kept = counted.pop("in_time")  # no alias may have the name of a field that another one asks for
    return cast("CallCounts", {**counted, "kept": kept})


def _of_team(asked: Asked, team: Team | None) -> TeamWaitFigures:
    return {"team": wire.team(team), **_figures(Asked(asked.since, _key(team)))}


def _key(team: Team | None) -> str:
    return moves.WHOLE_DESK if team is None else str(team.id)
