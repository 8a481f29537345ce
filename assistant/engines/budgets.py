"""How many tokens may be spent on a conversation, on a visitor's day, and on the tenant's day."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db.models import Q, Sum
from django.utils import timezone

from assistant.engines import calls
from assistant.models import AssistantSettings, ModelCall
from tenants import current


class Whose(StrEnum):
    """Whose budget is spent."""

    CONVERSATION = "conversation"
    VISITOR = "visitor"
    TENANT = "tenant"


@dataclass(frozen=True)
class Budgets:
    """Tokens, of prompts and answers together."""

    conversation: int
    visitor: int
    tenant: int

    @classmethod
    def of(cls, settings: AssistantSettings) -> "Budgets":
        """Those that the tenant has set."""
        return cls(settings.tokens_per_conversation, settings.tokens_per_visitor, settings.tokens_per_day)


@dataclass(frozen=True)
class Used:
    """Tokens used or reserved today, and in the conversation."""

    conversation: int
    visitor: int
    tenant: int


class OverBudgetError(Exception):
    """A budget does not allow another call."""

    def __init__(self, whose: Whose) -> None:
        super().__init__(whose)
        self.whose = whose


def used(*, conversation_id: str = "", customer_id: str = "") -> Used:
    """What was used so far; one query."""
    today = Q(created_at__gte=day_began())
    found = ModelCall.objects.filter(today | Q(conversation=conversation_id or None)).aggregate(
        conversation=Sum(calls.TOKENS, filter=Q(conversation=conversation_id or None)),
        visitor=Sum(calls.TOKENS, filter=today & Q(customer=customer_id or None)),
        tenant=Sum(calls.TOKENS, filter=today),
    )
    return Used(found["conversation"] or 0, found["visitor"] or 0, found["tenant"] or 0)


def check(call: ModelCall, budgets: Budgets) -> None:
    """OverBudgetError when `call`, which is reserved already, goes over a budget; then it costs nothing.

    Of two calls at once the later one sees the earlier one's reservation, so that both never fit where one does.
    """
    so_far = used(conversation_id=call.conversation, customer_id=call.customer)
    if so_far.tenant == call.prompt_tokens + call.completion_tokens:
        calls.forget_old()  # the first call of a day tidies up
    for whose in Whose:
        if getattr(so_far, whose) > getattr(budgets, whose):
            calls.not_made(call, whose)
            raise OverBudgetError(whose)


def day_began() -> datetime:
    """When today began by the tenant's clocks."""
    here = timezone.now().astimezone(ZoneInfo(current.tenant().time_zone))
    return here.replace(hour=0, minute=0, second=0, microsecond=0)
