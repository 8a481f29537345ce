"""Loads an assessment that somebody may see; views load none in any other way."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from agents.models import Agent
from agents.permissions import Right, rights_of
from conversations.models import Assessment
from tenants.errors import NotFoundError

NOT_HERE = gettext_noop("There is no such assessment here.")
LOADED = ("conversation__customer", "scorecard", "version", "agent", "team", "reviewer", "decided_by", "second_of")


def access_assessment(agent: Agent, assessment_id: str) -> Assessment:
    """The assessment with this id; NotFoundError unless it may be seen.

    Reviewers see those that are about others; everybody sees what was said of themselves, once it is done.
    """
    seen = own(agent)
    if Right.REVIEW_QUALITY in rights_of(agent):
        seen = seen | Assessment.objects.exclude(agent=agent)
    try:
        return seen.select_related(*LOADED, "second").get(pk=assessment_id)
    except (Assessment.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext(NOT_HERE), param="assessment_id") from error


def access_to_review(agent: Agent, assessment_id: str) -> Assessment:
    """The assessment for a reviewer to work on; NotFoundError for their own work, too."""
    found = access_assessment(agent, assessment_id)
    if found.agent_id == agent.pk:
        raise NotFoundError(gettext(NOT_HERE), param="assessment_id")
    return found


def own(agent: Agent) -> QuerySet[Assessment]:
    """What was said of the agent's work; the second opinion stays among reviewers."""
    return Assessment.objects.filter(agent=agent, done_at__isnull=False, second_of=None)


def waiting(agent: Agent, now: datetime) -> QuerySet[Assessment]:
    """What the reviewer could fill in now: nobody else is at it, and it is neither their work nor the same again.

    A blind second one comes up once the first is done, so that nobody sees both.
    """
    free = Q(reviewer=None) | Q(reviewer=agent) | Q(taken_until__lt=now)
    found = Assessment.objects.filter(free, done_at=None, skipped_at=None).exclude(agent=agent)
    alone = Q(second_of=None) | Q(second_of__done_at__isnull=False)
    return found.filter(alone).exclude(second_of__reviewer=agent).exclude(second__reviewer=agent)


def sibling(one: Assessment) -> Assessment | None:
    """The other of two assessments of the same; needs both ways loaded."""
    if one.second_of is not None:
        return one.second_of
    try:
        return one.second
    except Assessment.DoesNotExist:
        return None


def is_sealed(one: Assessment, reader: Agent) -> bool:
    """Whether what it says stays hidden from the reader, since somebody is to say the same thing blindly."""
    other = sibling(one)
    if other is None or reader.pk in (one.reviewer_id, one.agent_id):
        return False
    return other.done_at is None and other.skipped_at is None


def is_taken(one: Assessment, *, besides: Agent) -> bool:
    """Whether somebody else is at it."""
    if one.reviewer_id in (None, besides.pk) or one.taken_until is None:
        return False
    return one.taken_until >= timezone.now()
