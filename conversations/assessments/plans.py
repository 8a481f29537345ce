"""The one writer of sampling plans, and what a plan would draw."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Prefetch, Q
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents import people
from agents.models import Agent, Team
from conversations import rows, wire
from conversations.assessments import drawing, scorecards
from conversations.models import SamplingDraw, SamplingPlan, Stratum, Wanted
from tenants.errors import NotFoundError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
LOADED = ("scorecard", "team", "agent", "made_by")
TOLD = ("name", "scorecard_id", "wanted", "per_week", "spread_by", "second_share", "topic", "is_active")
SpreadBy = Literal["agent", "team", "topic", "channel"]


class SamplingWish(TypedDict):
    """What a list looks for."""

    kind: Wanted
    label: str


class SamplingDrawn(TypedDict):
    """The last drawing of a list: of how many it drew how many, and how many of them are assessed."""

    at: str
    of: int
    drawn: int
    done: int
    seed: str
    """With it the same ones can be drawn again."""


class SamplingPlanRow(TypedDict):
    """A list that draws conversations for review once a week."""

    id: str
    name: str
    scorecard: wire.Named
    wanted: SamplingWish
    per_week: int
    spread_by: SpreadBy | None
    second_share: float
    """The part that a second person assesses, too, 0..1."""
    team: wire.Named | None
    agent: rows.Colleague | None
    topic: str | None
    is_active: bool
    made_by: rows.Colleague | None
    last: SamplingDrawn | None
    next_at: str | None


class SamplingStratum(TypedDict):
    """How many there were of a team, agent, topic or channel, and how many of them are drawn."""

    name: str | None
    """Null for those without one."""
    of: int
    drawn: int


class SamplingPreview(TypedDict):
    """What a list would have drawn of the last seven days."""

    strata: list[SamplingStratum]
    of: int
    drawn: int


def access_plan(plan_id: str) -> SamplingPlan:
    """The plan with this id; NotFoundError when there is none."""
    try:
        return SamplingPlan.objects.select_related(*LOADED).get(pk=plan_id)
    except (SamplingPlan.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such list."), param="plan_id") from error


@transaction.atomic
def create(fields: Mapping[str, Any], *, by: Agent | None, actor: Actor, now: datetime) -> SamplingPlan:
    """A new list, which draws from the week before at once; NotFoundError for what it names."""
    made = filled(SamplingPlan(made_by=by), fields)
    made.save()
    audit.record("sampling_plan.created", actor=actor, about=_about(made), changes=_changes({}, made))
    if made.is_active:
        drawing.catch_up(made, now)
    return made


@transaction.atomic
def change(plan: SamplingPlan, fields: Mapping[str, Any], *, actor: Actor) -> SamplingPlan:
    """Put the list right; it counts from the next drawing on."""
    before = _told(plan)
    filled(plan, fields).save()
    changes = _changes(before, plan)
    if changes:
        audit.record("sampling_plan.changed", actor=actor, about=_about(plan), changes=changes)
    return plan


@transaction.atomic
def remove(plan: SamplingPlan, *, actor: Actor) -> None:
    """Remove the list and the record of its drawings; what it put into the queue stays there."""
    audit.record("sampling_plan.removed", actor=actor, about=_about(plan), changes={"name": (plan.name, None)})
    plan.delete()


def filled(plan: SamplingPlan, fields: Mapping[str, Any]) -> SamplingPlan:
    """The plan with these fields, not saved."""
    for name, value in fields.items():
        if name not in ("scorecard_id", "team_id", "agent_id"):
            setattr(plan, name, value)
    if "scorecard_id" in fields:
        plan.scorecard = scorecards.access_scorecard(fields["scorecard_id"])
    if "team_id" in fields:
        plan.team = _team(fields["team_id"])
    if "agent_id" in fields:
        plan.agent = _agent(fields["agent_id"])
    return plan


def listed() -> list[SamplingPlanRow]:
    """All lists, with their last drawing and how far the queue is with it."""
    done = Count("picks", filter=Q(picks__assessment__done_at__isnull=False))
    last = Prefetch(
        "draws", SamplingDraw.objects.annotate(n=Count("picks"), done=done).order_by("-ends_at"), to_attr="drawn"
    )
    return [shown(one) for one in SamplingPlan.objects.select_related(*LOADED).prefetch_related(last)]


def shown(plan: SamplingPlan) -> SamplingPlanRow:
    """A list as its page shows it; tells of its last drawing where that is loaded."""
    drawn: list[Any] = getattr(plan, "drawn", [])
    return {
        "id": plan.id,
        "name": plan.name,
        "scorecard": {"id": plan.scorecard.id, "name": plan.scorecard.name},
        "wanted": {"kind": Wanted(plan.wanted), "label": Wanted(plan.wanted).label},
        "per_week": plan.per_week,
        "spread_by": cast("SpreadBy | None", plan.spread_by or None),
        "second_share": plan.second_share,
        "team": {"id": plan.team.id, "name": plan.team.name} if plan.team else None,
        "agent": rows.colleague(plan.agent),
        "topic": plan.topic or None,
        "is_active": plan.is_active,
        "made_by": rows.colleague(plan.made_by),
        "last": _drawn(drawn[0]) if drawn else None,
        "next_at": wire.stamp(drawn[0].ends_at + drawing.A_WEEK) if drawn and plan.is_active else None,
    }


def preview(plan: SamplingPlan, now: datetime) -> SamplingPreview:
    """What the list would have drawn of the last seven days; stores nothing."""
    found = drawing.look(plan, now - drawing.A_WEEK, now, seed="preview")
    return {"strata": named(plan, found.strata), "of": sum(one[1] for one in found.strata), "drawn": len(found.picked)}


def named(plan: SamplingPlan, strata: list[list[Any]]) -> list[SamplingStratum]:
    """The strata with the names of people and teams in place of their ids."""
    names: dict[str, str] = {}
    if plan.spread_by == Stratum.AGENT:
        names = {str(one.pk): one.name for one in Agent.objects.filter(pk__in=[one[0] for one in strata if one[0]])}
    if plan.spread_by == Stratum.TEAM:
        names = {str(one.pk): one.name for one in Team.objects.filter(pk__in=[one[0] for one in strata if one[0]])}
    return [{"name": names.get(key, key) or None, "of": of, "drawn": drawn} for key, of, drawn in strata]


def _drawn(draw: Any) -> SamplingDrawn:
    return {
        "at": wire.stamp(draw.ends_at),
        "of": sum(one[1] for one in draw.strata),
        "drawn": draw.n,
        "done": draw.done,
        "seed": draw.seed,
    }


def _team(team_id: str | None) -> Team | None:
    return people.team(team_id) if team_id else None


def _agent(agent_id: str | None) -> Agent | None:
    if not agent_id:
        return None
    try:
        return Agent.objects.get(pk=agent_id)
    except (Agent.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such person."), param="agent_id") from error


def _told(plan: SamplingPlan) -> Json:
    team, agent = plan.team, plan.agent
    who = {"team": team.name if team else None, "agent": agent.name if agent else None}
    return {**{name: getattr(plan, name) for name in TOLD}, **who}


def _changes(before: Json, plan: SamplingPlan) -> dict[str, tuple[Any, Any]]:
    return audit.changed(before, _told(plan))


def _about(plan: SamplingPlan) -> About:
    return About("sampling_plan", str(plan.id), plan.name)
