"""Which episodes a list could draw from: those that ended in a stretch of time and are what it looks for."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value

from conversations.models import Assessed, Episode, Oversight, OversightAct, Part, SamplingPlan, Stratum, Wanted
from conversations.models.control_room import ActKind, ActState, ControlRoomSettings

NEW_FOR = timedelta(weeks=8)  # since an agent came
UNHAPPY = 2  # of 5, at most

OF_SUBJECT: Mapping[str, Q] = {
    Assessed.ASSISTANT: Q(part__in=(Part.ASSISTANT, Part.BOTH)),
    Assessed.AGENTS: Q(part__in=(Part.AGENT, Part.BOTH), agent__isnull=False),
    Assessed.BOTH: ~Q(part=Part.NOBODY),
}
SPREADS: Mapping[str, str] = {
    Stratum.AGENT: "agent_id",
    Stratum.TEAM: "team_id",
    Stratum.TOPIC: "topic",
    Stratum.CHANNEL: "channel",
}


def frame(plan: SamplingPlan, since: datetime, until: datetime) -> QuerySet[Episode]:
    """The episodes that ended from `since` until before `until`, of the plan's list, people and topic."""
    found = Episode.objects.filter(OF_SUBJECT[plan.scorecard.looks_at], conversation__isnull=False)
    found = WANTED[plan.wanted](_ended(found, plan.wanted, since, until))
    if plan.team_id:
        found = found.filter(team=plan.team_id)
    if plan.agent_id:
        found = found.filter(agent=plan.agent_id)
    if plan.topic:
        found = found.filter(topic=plan.topic)
    return found.order_by("id")


def stratum(plan: SamplingPlan) -> F | Value:
    """What the plan is spread by, as a column of the episodes; the same for all where it is not."""
    column = SPREADS.get(plan.spread_by)
    return Value("") if column is None else F(column)


def _ended(found: QuerySet[Episode], wanted: str, since: datetime, until: datetime) -> QuerySet[Episode]:
    """What came of it may be known only later: for those lists the stretch of time is that of the coming back."""
    moment = {Wanted.REOPENED: "reopened_at", Wanted.REPEAT_CONTACT: "repeat_at"}.get(Wanted(wanted), "ended_at")
    return found.filter(**{f"{moment}__gte": since, f"{moment}__lt": until})


def _as_they_are(found: QuerySet[Episode]) -> QuerySet[Episode]:
    return found


def _risky(found: QuerySet[Episode]) -> QuerySet[Episode]:
    settings = ControlRoomSettings.objects.first() or ControlRoomSettings()
    seen = Oversight.objects.filter(conversation=OuterRef("conversation"), highest__gte=settings.high_from)
    return found.filter(Exists(seen))


def _dismissed(found: QuerySet[Episode]) -> QuerySet[Episode]:
    acts = OversightAct.objects.filter(kind=ActKind.DISMISSAL, conversation=OuterRef("conversation"))
    within = acts.filter(at__gte=OuterRef("began_at"), at__lte=OuterRef("ended_at")).exclude(state=ActState.TAKEN_BACK)
    return found.filter(Exists(within))


WANTED: Mapping[str, Callable[[QuerySet[Episode]], QuerySet[Episode]]] = {
    Wanted.RANDOM: _as_they_are,
    Wanted.REOPENED: _as_they_are,
    Wanted.REPEAT_CONTACT: _as_they_are,
    Wanted.LOW_SATISFACTION: lambda found: found.filter(satisfaction__lte=UNHAPPY),
    Wanted.HIGH_RISK: _risky,
    Wanted.DISMISSED_RISK: _dismissed,
    Wanted.NEEDLESS_HANDOVER: lambda found: found.filter(needless=True),
    Wanted.LATE_HANDOVER: lambda found: found.filter(late=True),
    Wanted.NEW_AGENT: lambda found: found.filter(agent__created_at__gt=F("ended_at") - NEW_FOR),
}
