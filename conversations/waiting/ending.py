"""What a change of the baton means for who waited: the wait has its end, and nobody forgets a call."""

from django.utils.translation import gettext

from agents.models import Agent
from conversations.errors import NothingToDoError
from conversations.models import Callback, CallState, Conversation, Ended, Holder, WaitsBy
from conversations.waiting import promises

HOW = {"resolved": Ended.CLOSED, "left_queue": Ended.LEFT}


def moved(conversation: Conversation, holder: Holder, *, agent: Agent | None, because: str) -> None:
    """The conversation, which is locked and as it was before, goes to `holder` now."""
    if conversation.holder == Holder.QUEUE:
        promises.end(conversation, Ended.TAKEN if holder == Holder.AGENT else HOW.get(because, Ended.MOVED))
    if holder == Holder.ASSISTANT or (holder == Holder.AGENT and conversation.waits_by == WaitsBy.ASSISTANT):
        conversation.waits_by = ""
    if agent is not None and conversation.call_at is not None:
        Callback.objects.filter(conversation=conversation, state=CallState.PROMISED).update(owner=agent)


def check_no_call(conversation: Conversation) -> None:
    """NothingToDoError while a call is promised: nobody forgets it by letting go of the conversation."""
    if conversation.call_at is not None:
        raise NothingToDoError(gettext("A call is promised to this customer. Say first what came of it."))
