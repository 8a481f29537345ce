"""Once a day some of the conversations that the assistant had alone are drawn for review, by chance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random, SystemRandom

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from conversations.assessments import drawing as lists
from conversations.models import AuthorKind, Conversation, Decision, Message, Review, ReviewRound
from conversations.quality import dropping, sampling
from tenants import current, jobs
from tenants.jobs import Lease
from tenants.models import Tenant

DAILY, KIND = "reviews_daily", "reviews"
A_DAY = timedelta(days=1)
SETTLED_AFTER = A_DAY  # since its first word, by then most conversations have come to something
SHORTEST = timedelta(hours=12)  # from one round to the next
LOOKS_BACK = timedelta(days=7)  # at the first round
A_DAYS_WORK = 6  # reviews, a quarter of an hour
MOST = 40  # at once, at the first round and after days without one


@dataclass
class _Told:
    """What a conversation's decisions say of it."""

    began_at: datetime
    doubt: float = 0.0
    rules_version: int = 0


def begin() -> None:
    """Let the daily drawing take place from now on, unless it does."""
    jobs.begin_for_platform(DAILY)


@transaction.atomic
def look(_held: Lease) -> None:
    """Write a job for each company, and the next daily one."""
    for tenant in Tenant.objects.all():
        with current.entered(tenant):
            jobs.write(KIND, {}, key=KIND)
    jobs.write_for_platform(DAILY, {}, key=DAILY, run_at=timezone.now() + A_DAY)


def work(_held: Lease) -> None:
    """Draw, let the lists of quality review draw, then look whether the rules got worse."""
    now = timezone.now()
    draw(now, SystemRandom())
    lists.draw_due(now)
    dropping.look(now)


@transaction.atomic
def draw(now: datetime, chance: Random) -> ReviewRound | None:
    """Draw from the conversations since the last round; None when that was a moment ago.

    Each conversation falls into one round by its beginning, so that it has one probability.
    """
    last = ReviewRound.objects.first()
    until = now - SETTLED_AFTER
    since = until - LOOKS_BACK if last is None else last.ends_at
    if until - since < SHORTEST:
        return None
    told = _told(since, until)
    keys = sorted(told)
    most = min(MOST, max(1, round(A_DAYS_WORK * ((until - since) / A_DAY))))
    chances = sampling.probabilities([told[key].doubt for key in keys], most)
    places = sampling.draw(chances, chance)
    made = ReviewRound.objects.create(begins_at=since, ends_at=until, conversations=len(keys), drawn=len(places))
    Review.objects.bulk_create(
        Review(
            conversation_id=keys[at],
            drawn_in=made,
            probability=chances[at],
            doubt=told[keys[at]].doubt,
            rules_version=told[keys[at]].rules_version,
            began_at=told[keys[at]].began_at,
        )
        for at in places
    )
    return made


def alone(since: datetime, until: datetime) -> QuerySet[Conversation]:
    """Conversations begun in that time which the assistant answered and no person had a part in."""
    answered = Decision.objects.filter(conversation=OuterRef("pk"), action__in=("answer", "unsure"))
    spoke = Message.objects.filter(conversation=OuterRef("pk"), author_kind=AuthorKind.AGENT)
    begun = Conversation.objects.filter(created_at__gte=since, created_at__lt=until, handovers=None)
    return begun.filter(Exists(answered)).exclude(Exists(spoke))


def doubt_of(signals: Mapping[str, Mapping[str, float]]) -> float:
    """How near a decision was to a person, 0..1: the signal that came nearest to its threshold."""
    return max((min(1.0, one["value"] / max(one["threshold"], 1e-6)) for one in signals.values()), default=0.0)


def _told(since: datetime, until: datetime) -> dict[str, _Told]:
    found = {str(key): _Told(at) for key, at in alone(since, until).values_list("id", "created_at")}
    decisions = Decision.objects.filter(conversation__in=alone(since, until)).order_by("asked_seq")
    wanted = decisions.values_list("conversation_id", "rules_version", "facts__signals")
    for key, version, signals in wanted.iterator(chunk_size=500):
        told = found.get(str(key))
        if told is not None:
            told.doubt, told.rules_version = max(told.doubt, doubt_of(signals or {})), version
    return found
