"""Episodes of a big company's past, written by COPY as the measuring would leave them."""

import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from agents.models import Agent, Team
from conversations.models import Conversation, EndedBy, Episode, Part, RatedHolder
from tests.load import archive

TOPICS = [f"Topic {number}" for number in range(40)]
TRIGGERS = ("anger", "asks_human", "billing_legal", "churn_risk", "low_confidence")
LANGUAGES = ("en", "en", "en", "de", "fr", "es")
Values = dict[str, Any]


def fill(days: int, *, people: Sequence[Agent], teams: Sequence[Team], until: datetime) -> int:
    """One of each conversation of the last `days`, and as many of conversations that are gone, before; their number."""
    random = Random(13)
    names = ("id", "created_at", "updated_at", "status", "channel", "language")
    talks = list(Conversation.objects.order_by("id").values_list(*names))
    agents, squads = ([each._meta.pk.get_prep_value(each.pk) for each in some] for some in (people, teams))
    back = timedelta(days=days)

    def rows(part: Sequence[Any]) -> Iterator[Values]:
        for key, began, changed, status, channel, language in part:
            ended = changed if status == "resolved" else None
            told = {"channel": channel, "language": language, "row_at": changed}
            lived = _lived(began, ended, until=until, random=random) | _by(random, agents, squads)
            yield told | lived | {"conversation_id": Conversation._meta.pk.get_prep_value(key)}
            past = _lived(began - back, changed - back, until=until, random=random) | _by(random, agents, squads)
            yield told | past | {"conversation_id": None}

    for first in range(0, len(talks), archive.AT_ONCE):
        archive.copy(Episode, rows(talks[first : first + archive.AT_ONCE]))
    return 2 * len(talks)


def _lived(began: datetime, ended: datetime | None, *, until: datetime, random: Random) -> Values:
    alone = random.random() < 0.6
    over = ended is not None
    again = over and random.random() < 0.12
    at = began if ended is None else ended + timedelta(hours=random.random() * 100)
    return {
        "id": archive.id_at(began, random),
        "number": 1,
        "customer_key": uuid.UUID(int=random.getrandbits(128)),
        "topic": random.choice(TOPICS),
        "trigger": "" if alone else random.choice(TRIGGERS),
        "rules_version": 1 + began.month,
        "knowledge_number": 100 + began.timetuple().tm_yday // 10,
        "engine": "embedded",
        "part": Part.ASSISTANT.value if alone else random.choice((Part.AGENT, Part.BOTH)).value,
        "ended_by": random.choice((EndedBy.AGENT, EndedBy.SILENCE)).value if over else "",
        "began_at": began,
        "ended_at": ended,
        "reopened_at": at if again and random.random() < 0.5 and at < until else None,
        "repeat_at": None,
        "handovers": 0 if alone else 1,
        "measured_at": until,
        **_work(random, alone=alone),
        **_said(random, over=over),
    }


def _work(random: Random, *, alone: bool) -> Values:
    wait = None if alone else int(random.lognormvariate(4.5, 1.2))
    return {
        "customer_turns": random.randrange(1, 8),
        "customer_messages": random.randrange(1, 12),
        "assistant_messages": random.randrange(1, 6),
        "agent_messages": 0 if alone else random.randrange(1, 6),
        "assistant_answers": random.randrange(1, 6),
        "reasks": random.choice((0, 0, 0, 0, 1)),
        "repeats": 0 if alone else random.choice((0, 0, 1)),
        "transfers": 0 if alone else random.choice((0, 0, 0, 1)),
        "first_reply": random.randrange(1, 20),
        "assistant_first_reply": random.randrange(1, 20),
        "person_first_reply": None if wait is None else wait + random.randrange(400),
        "person_wait": wait,
        "assistant_seconds": random.randrange(10_000),
        "queue_seconds": wait or 0,
        "agent_seconds": 0 if alone else random.randrange(5_000),
        "handle_seconds": 0 if alone else random.randrange(1_500),
        "model_tokens": random.randrange(8_000),
    }


def _said(random: Random, *, over: bool) -> Values:
    asked = over and random.random() < 0.5
    answered = asked and random.random() < 0.4
    reviewed = over and random.random() < 0.01
    return {
        "mood_start": random.uniform(-1, 1),
        "mood_end": random.uniform(-1, 1),
        "churn": random.random() ** 3,
        "saved": random.choice((True, False)) if random.random() < 0.1 else None,
        "missed": random.random() < 0.05 if reviewed else None,
        "review_weight": random.uniform(5, 200) if reviewed else None,
        "needless": random.random() < 0.1 if random.random() < 0.2 else None,
        "surveyed": asked,
        "satisfaction": random.randrange(1, 6) if answered else None,
        "effort": random.randrange(1, 6) if answered else None,
        "rated_holder": random.choice((RatedHolder.ASSISTANT, RatedHolder.AGENT)).value if answered else "",
        "promises": 1,
        "promises_kept": random.choice((0, 1)),
        "promises_broken": random.choice((0, 0, 0, 1)),
        "sla_met": random.randrange(3),
        "sla_missed": random.choice((0, 0, 1)),
    }


def _by(random: Random, agents: Sequence[uuid.UUID], teams: Sequence[uuid.UUID]) -> Values:
    """Who of people had it last."""
    none = random.random() < 0.6
    return {"agent_id": None if none else random.choice(agents), "team_id": None if none else random.choice(teams)}
