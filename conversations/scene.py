"""What the skills may look at in a conversation, gathered once for each turn."""

from functools import cache
from zoneinfo import ZoneInfo

from django.utils import timezone

from assistant.records import chosen, numbers
from assistant.skills import configured
from assistant.skills.outcomes import Standing
from assistant.skills.past import Recorded
from conversations.queries import Question
from tenants import current


def standing(question: Question) -> Standing:
    """How things stand for the skills: the tenant's skills and records, the customer, and the task under way."""
    stored = question.conversation.seq > 0  # a question that is only tried stands in no log
    return Standing(
        skills=configured.everything() if question.skills is None else question.skills,
        records=cache(chosen.of_tenant),
        known=question.known,
        now=timezone.now(),
        zone=ZoneInfo(current.tenant().time_zone),
        numbers=cache(numbers.of_tenant),
        past=Recorded(),
        task=question.task,
        rested=question.rested,
        heard_until=question.heard_until,
        conversation_id=str(question.conversation.id) if stored else "",
    )
