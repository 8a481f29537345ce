"""All that one company has stored, so that a refusal can be shown to have changed nothing."""

from typing import Any

from django.db.models import Model

from agents.models import Agent
from billing.models import UsageRecord
from conversations.models import Attachment, Conversation, Customer, Decision, Handover, Message, Note, SentMail
from tenants.models import Job

Rows = dict[str, list[dict[str, Any]]]
TABLES: tuple[type[Model], ...] = (
    Agent,
    Attachment,
    Conversation,
    Customer,
    Decision,
    Handover,
    Job,
    Message,
    Note,
    SentMail,
    UsageRecord,
)
SIGNS_OF_LIFE = {  # of an agent; they change by looking
    "presence",
    "presence_since",
    "presence_by_hand",
    "seen_at",
    "present_until",
    "last_login",
}


def everything() -> Rows:
    """Every row of the tenant entered now, and every job, by table."""
    return {
        table.__name__: [_row(values) for values in table._default_manager.order_by("pk").values()] for table in TABLES
    }


def _row(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in SIGNS_OF_LIFE}
