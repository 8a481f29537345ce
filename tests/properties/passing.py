"""Time that passes without waiting: all that is stored becomes so much older."""

from datetime import timedelta

from django.db.models import DateTimeField, F, Model

from agents.models import Agent
from conversations.models import Attachment, Conversation, Customer, Decision, Handover, Message, Note
from tenants.models import Job

TABLES: tuple[type[Model], ...] = (Agent, Attachment, Conversation, Customer, Decision, Handover, Job, Message, Note)
MOMENTS = {
    table: [field.name for field in table._meta.concrete_fields if isinstance(field, DateTimeField)] for table in TABLES
}


def pass_by(span: timedelta) -> None:
    """Let `span` pass for the tenant entered now, and for every job."""
    for table, names in MOMENTS.items():
        table._default_manager.update(**{name: F(name) - span for name in names})
