"""The one way in which an assessment begins: drawn by a list, chosen by somebody, or as a blind second one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from conversations.models import Assessed, Assessment, Conversation, Decision, Episode, Part, Scorecard
from tenants.errors import BatonError, ParameterError

Json = dict[str, Any]


class ArchivedError(BatonError):
    """Nobody begins with a scorecard that is archived."""

    status = 409
    code = "scorecard_archived"


@dataclass(frozen=True)
class About:
    """An episode, and all of it that scores are counted by, as the columns of an assessment."""

    conversation_id: str
    number: int
    facts: Json


def about_episode(episode: Episode) -> About:
    """The episode as it was measured."""
    names = ("part", "agent_id", "team_id", "topic", "channel", "rules_version", "knowledge_number", "engine")
    facts = {name: getattr(episode, name) for name in names}
    happened = episode.ended_at or episode.row_at
    return About(str(episode.conversation_id), episode.number, {**facts, "happened_at": happened})


def about_conversation(conversation: Conversation) -> About:
    """The newest episode of a conversation; one that is not measured yet is known by its row and last decision."""
    episode = Episode.objects.filter(conversation=conversation).order_by("-number").first()
    if episode is not None:
        return about_episode(episode)
    decided = Decision.objects.filter(conversation=conversation).order_by("-asked_seq").first()
    facts: Json = {
        "part": Part.ASSISTANT if decided else "",
        "agent_id": conversation.agent_id,
        "team_id": conversation.team_id,
        "channel": conversation.channel,
        "happened_at": conversation.updated_at,
    }
    if decided is not None:
        names = ("topic", "rules_version", "knowledge_number", "engine")
        facts |= {name: getattr(decided, name) for name in names}
    return About(str(conversation.id), 1, facts)


def begin(about: About, scorecard: Scorecard) -> Assessment:
    """The first assessment of an episode that somebody chose: the one that there is, or a new one in the queue.

    ArchivedError for a card that is archived, ParameterError where whom it looks at had no part.
    """
    if scorecard.archived_at is not None:
        raise ArchivedError(gettext("This scorecard is archived. Choose another one, or bring it back."))
    if scorecard.looks_at == Assessed.AGENTS and about.facts["agent_id"] is None:
        raise ParameterError(
            gettext("scorecard_id: this one is about agents, and no agent had a part."), param="scorecard_id"
        )
    (made,) = begin_all([about], scorecard, at=timezone.now())
    return made


def begin_all(abouts: Sequence[About], scorecard: Scorecard, *, because: str = "", at: datetime) -> list[Assessment]:
    """The first assessment of each episode in their order, those that there are and new ones in the queue.

    Two queries, however many they are; what somebody else begins at the same moment stays theirs.
    """
    version = scorecard.versions.all()[0]
    fresh = [
        Assessment(
            **_attributed(scorecard, one.facts),
            conversation_id=one.conversation_id,
            episode=one.number,
            scorecard=scorecard,
            version=version,
            because=because,
            made_at=at,
        )
        for one in abouts
    ]
    Assessment.objects.bulk_create(fresh, ignore_conflicts=True)
    talks = [one.conversation_id for one in abouts]
    firsts = Assessment.objects.filter(conversation__in=talks, scorecard=scorecard, second_of=None)
    found = {(str(one.conversation_id), one.episode): one for one in firsts}
    return [found[(one.conversation_id, one.number)] for one in abouts]


def second_all(firsts: Sequence[Assessment]) -> None:
    """Ask a second person about each, unless somebody has been; nothing tells them that they are the second."""
    same = ("conversation_id", "episode", "scorecard_id", "version_id", "part", "agent_id", "team_id", "topic")
    and_more = ("channel", "rules_version", "knowledge_number", "engine", "happened_at", "because", "made_at")
    copies = [
        Assessment(**{name: getattr(first, name) for name in (*same, *and_more)}, second_of=first) for first in firsts
    ]
    Assessment.objects.bulk_create(copies, ignore_conflicts=True)


def _attributed(scorecard: Scorecard, facts: Json) -> Json:
    """What a card about the assistant says is no agent's."""
    return {**facts, "agent_id": None} if scorecard.looks_at == Assessed.ASSISTANT else facts
