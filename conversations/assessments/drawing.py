"""Once a week each list draws what is to be assessed, reproducibly, with the probability of each kept."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from conversations.assessments import beginning, frames, picking
from conversations.assessments.picking import Candidate, Picked
from conversations.models import Episode, SamplingDraw, SamplingPick, SamplingPlan

A_WEEK = timedelta(weeks=1)
MOST_WEEKS = 4  # that are caught up after a time in which nothing ran
SECOND = "second"  # of the number that says whether a second person fills in the card


@dataclass(frozen=True)
class Drawn:
    """What a drawing would give: how many there were and are drawn of each stratum, and which."""

    strata: list[list[Any]]
    picked: list[Picked]


def draw_due(now: datetime) -> list[SamplingDraw]:
    """Draw for every list whose week is over; a list that is switched off, or whose card is, draws nothing."""
    plans = SamplingPlan.objects.filter(is_active=True, scorecard__archived_at=None).select_related("scorecard")
    return [draw for plan in plans for draw in catch_up(plan, now)]


def catch_up(plan: SamplingPlan, now: datetime) -> list[SamplingDraw]:
    """Draw for each of its weeks that is over; the first week of a new list is the one before it was made."""
    last = SamplingDraw.objects.filter(plan=plan).first()
    since = now - A_WEEK if last is None else last.ends_at
    if now - since > MOST_WEEKS * A_WEEK:
        since = now - MOST_WEEKS * A_WEEK
    made = []
    while since + A_WEEK <= now:
        made.append(draw(plan, since, since + A_WEEK, seed=secrets.token_hex(8)))
        since += A_WEEK
    return made


@transaction.atomic
def draw(plan: SamplingPlan, since: datetime, until: datetime, *, seed: str) -> SamplingDraw:
    """Draw from what ended from `since` until before `until`, and put it into the queue.

    What another list, or somebody, has put there already is not assessed twice: it counts for both.
    """
    found = look(plan, since, until, seed=seed)
    made = SamplingDraw.objects.create(plan=plan, begins_at=since, ends_at=until, seed=seed, strata=found.strata)
    episodes = Episode.objects.in_bulk([one.key for one in found.picked])
    abouts = [beginning.about_episode(episodes[one.key]) for one in found.picked]
    firsts = beginning.begin_all(abouts, plan.scorecard, because=plan.wanted, at=until)
    SamplingPick.objects.bulk_create(
        SamplingPick(draw=made, assessment=first, stratum=one.stratum, probability=one.probability)
        for one, first in zip(found.picked, firsts, strict=True)
    )
    beginning.second_all(
        [
            first
            for one, first in zip(found.picked, firsts, strict=True)
            if picking.number(f"{seed}:{SECOND}", one.key) < plan.second_share
        ]
    )
    return made


def look(plan: SamplingPlan, since: datetime, until: datetime, *, seed: str) -> Drawn:
    """What that drawing gives; stores nothing."""
    column = frames.stratum(plan)
    found = frames.frame(plan, since, until)
    rows = found.annotate(stratum=column).values_list("id", "stratum")
    candidates = [Candidate(str(key), str(name or "")) for key, name in rows]
    picked = picking.pick(candidates, plan.per_week, seed=seed)
    names = sorted({one.stratum for one in candidates})
    return Drawn(
        [
            [name, sum(one.stratum == name for one in candidates), sum(one.stratum == name for one in picked)]
            for name in names
        ],
        picked,
    )


def again(made: SamplingDraw) -> list[Picked]:
    """The same drawing once more, from what there is of it now."""
    return look(made.plan, made.begins_at, made.ends_at, seed=made.seed).picked
