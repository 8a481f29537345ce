"""How often skills were used in the last days, and how it ended; each number opens its conversations."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, cast, get_args

from django.db.models import Count
from django.utils import timezone
from typing_extensions import TypedDict

from assistant.models import Action, ActionState
from conversations import wire
from tenants import ids
from tenants.current import connection

DAYS = 30
Outcome = Literal["finished", "handed_over", "open"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
MOST_SHOWN = 50
# The newest decision of a skill in a conversation says how it ended there.
ENDED = """
SELECT DISTINCT ON (decision.skill, decision.conversation_id) decision.skill, decision.conversation_id,
    CASE WHEN decision.action = 'handover' THEN 'handed_over'
         WHEN decision.task ->> 'over' = 'true' THEN 'finished' ELSE 'open' END AS outcome,
    decision.created_at
FROM conversations_decision AS decision
WHERE decision.created_at >= %s AND decision.skill <> ''
ORDER BY decision.skill, decision.conversation_id, decision.asked_seq DESC
"""
COUNTED = f"SELECT skill, outcome, count(*) FROM ({ENDED}) AS ended GROUP BY skill, outcome"  # noqa: S608
LISTED = f"""
SELECT ended.conversation_id, ended.created_at, customer.name, conversation.last_text
FROM ({ENDED}) AS ended
JOIN conversations_conversation AS conversation ON conversation.id = ended.conversation_id
JOIN conversations_customer AS customer ON customer.id = conversation.customer_id
WHERE ended.skill = %s AND ended.outcome = %s
ORDER BY ended.created_at DESC, ended.conversation_id LIMIT %s
"""  # noqa: S608  built from constants


class SkillUse(TypedDict):
    """In how many conversations a skill was used lately, and how they ended."""

    days: int
    used: int
    finished: int
    handed_over: int
    open: int
    acts: int
    """What it did to the business."""


class SkillUseRow(TypedDict):
    """A conversation in which a skill was used."""

    id: str
    customer: str
    last_text: str
    at: str


def counted() -> Mapping[str, SkillUse]:
    """By skill: in how many conversations it was used, how those ended, and how much it did. Two queries."""
    since = timezone.now() - timedelta(days=DAYS)
    found: dict[str, SkillUse] = {}
    for skill, outcome, count in _rows(COUNTED, [since]):
        found.setdefault(skill, nothing())[cast("Outcome", outcome)] = count
    for told in found.values():
        told["used"] = sum(told[outcome] for outcome in OUTCOMES)
    for skill, count in _acts(since):
        found.setdefault(skill, nothing())["acts"] = count
    return found


def nothing() -> SkillUse:
    """The numbers of a skill that nobody used."""
    return {"days": DAYS, "used": 0, "finished": 0, "handed_over": 0, "open": 0, "acts": 0}


def conversations(skill: str, outcome: str) -> list[SkillUseRow]:
    """The newest conversations in which the skill ended so. One query."""
    since = timezone.now() - timedelta(days=DAYS)
    rows = _rows(LISTED, [since, skill, outcome, MOST_SHOWN])
    return [
        {"id": ids.encode("conv", key), "customer": name, "last_text": text, "at": wire.stamp(at)}
        for key, at, name, text in rows
    ]


def _acts(since: datetime) -> list[tuple[str, int]]:
    done = Action.objects.filter(created_at__gte=since, state__in=[ActionState.DONE, ActionState.PENDING])
    return list(done.order_by().values_list("skill").annotate(Count("id")))


def _rows(question: str, values: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return list(cursor.fetchall())
