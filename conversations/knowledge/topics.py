"""The topics over REST: what customers want, told by examples, and real questions that could be examples too."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Literal, cast

import numpy as np
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.rest.asking import all_of
from assistant import examples, reading, topics
from assistant.intents import USE_COUNTS
from assistant.models import Intent
from conversations import wire
from conversations.models import AuthorKind, Kind, Message
from tenants import current
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import About, Actor

ModeOfTopic = Literal["", "autopilot", "supervised", "copilot", "off"]
LOOKED_BACK = timedelta(days=90)
LOOKED_AT = 150  # of the newest questions
SHORTEST, LONGEST = 12, examples.LONGEST_EXAMPLE  # letters of a question that could be an example
MOST_SUGGESTED = 12
NEAR = 0.3  # cosine from which a question may be suggested
THE_SAME = 0.93  # cosine from which it says nothing that an example does not


class TopicRow(TypedDict):
    """Something that customers want, told by examples."""

    id: str
    name: str
    description: str
    examples: list[str]
    mode: ModeOfTopic
    """Empty: as the whole assistant."""
    tag: str
    """That conversations about it get by themselves."""
    team: str
    """The name of the team that gets it where no rule names one."""
    ready: bool
    """There are examples enough for it to be looked for."""
    updated_at: str


class TopicFound(TypedDict):
    """The topic that a text has."""

    id: str
    name: str
    mode: ModeOfTopic


class TopicTried(TypedDict):
    """Which topic a text has."""

    topic: TopicFound | None


class TopicSuggestion(TypedDict):
    """What a customer wrote that could be an example."""

    text: str
    nearness: float
    """To the nearest example, within 0..1."""


def create(fields: Mapping[str, Any], *, actor: Actor) -> Intent:
    """Store a new topic. Raises NameTakenError and TooManyError."""
    made = examples.prepared(Intent(**fields))
    with transaction.atomic():
        examples.create(made)
        audit.record("topic.created", actor=actor, about=_about(made))
    return made


def change(intent: Intent, fields: Mapping[str, Any], *, actor: Actor) -> None:
    """Give fields of the topic new values. Raises NameTakenError."""
    changes = dict(audit.changed({name: getattr(intent, name) for name in fields}, fields))
    if not changes:
        return
    if "examples" in changes:  # some are words of customers, which must not outlive them here
        changes["examples"] = (len(intent.examples), len(fields["examples"]))
    for name, value in fields.items():
        setattr(intent, name, value)
    examples.prepared(intent)
    with transaction.atomic():
        examples.change(intent)
        audit.record("topic.changed", actor=actor, about=_about(intent), changes=changes)


def remove(intent: Intent, *, actor: Actor) -> None:
    """Forget the topic."""
    about = _about(intent)
    with transaction.atomic():
        examples.remove(intent)
        audit.record("topic.removed", actor=actor, about=about)


def access_topic(topic_id: str) -> Intent:
    """The topic with this id; NotFoundError when there is none."""
    try:
        return Intent.objects.get(pk=topic_id)
    except (Intent.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such topic here."), param="topic_id") from error


def listed() -> Listed[TopicRow]:
    """All topics by name; there are never more than fit on a page. One query."""
    rows = Intent.objects.defer("vectors")
    return all_of([shown(row) for row in rows])


def shown(intent: Intent) -> TopicRow:
    """The topic with its examples; `ready` says whether they are enough for it to be looked for."""
    return {
        "id": intent.id,
        "name": intent.name,
        "description": intent.description,
        "examples": intent.examples,
        "mode": cast("ModeOfTopic", intent.mode),
        "tag": intent.tag,
        "team": intent.team,
        "ready": len(intent.examples) >= topics.FEWEST_EXAMPLES,
        "updated_at": wire.stamp(intent.updated_at),
    }


def tried(text: str) -> TopicTried:
    """Which topic a text has, by the code of the live turn; nothing of it is stored."""
    found = topics.current(current.schema_name()).topic_of(reading.read([text]))
    return {
        "topic": None
        if found is None
        else {"id": found.id, "name": found.name, "mode": cast("ModeOfTopic", found.mode)}
    }


def suggested(intent: Intent) -> Listed[TopicSuggestion]:
    """What customers wrote lately that is nearest to the topic's examples, and is in no topic yet, nearest first."""
    told = {text.casefold() for row in Intent.objects.only("examples") for text in row.examples}
    asked = [text for text in _asked() if text.casefold() not in told]
    seeds = intent.examples or [f"{intent.name}. {intent.description}"]
    if not asked:
        return all_of([])
    scores = _nearness(asked, seeds)
    found = [(float(score), text) for score, text in zip(scores, asked, strict=True) if NEAR <= score < THE_SAME]
    best = sorted(found, reverse=True)[:MOST_SUGGESTED]
    data: list[TopicSuggestion] = [{"text": text, "nearness": round(score, 3)} for score, text in best]
    return all_of(data)


def _asked() -> list[str]:
    """What customers wrote lately, each once, the newest first."""
    since = timezone.now() - LOOKED_BACK
    theirs = Message.objects.filter(author_kind=AuthorKind.CUSTOMER, kind=Kind.TEXT, created_at__gte=since)
    texts = theirs.order_by("-id").values_list("text", flat=True)[: LOOKED_AT * 2]  # ids rise with the time
    lines = dict.fromkeys(" ".join(text.split()) for text in texts)
    return [line for line in lines if SHORTEST <= len(line) <= LONGEST][:LOOKED_AT]


def _nearness(texts: list[str], seeds: list[str]) -> Any:
    """How near each text is to the nearest of the seeds."""
    near, far = reading.vectors_of(texts)
    seed_near, seed_far = reading.vectors_of(seeds)
    weight = USE_COUNTS**2
    return ((near @ seed_near.T + weight * (far @ seed_far.T)) / (1 + weight)).max(axis=1).astype(np.float64)


def _about(intent: Intent) -> About:
    return About("topic", str(intent.id), intent.name)
