"""What a macro would do in one conversation, its doing, and its undoing."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.models import Agent
from conversations import desk_acts
from conversations.canned import variables
from conversations.canned.filling import fill
from conversations.desk_acts.acts import AddNote, Reply
from conversations.errors import NothingToDoError
from conversations.macros import telling
from conversations.models import Conversation, Macro, MacroRun
from tenants.errors import NotFoundError


class MacroPreview(TypedDict):
    """What a macro would do in one conversation."""

    does: list[str]
    """Each act in a sentence."""
    reply: str | None
    """The words to the customer with what is known filled in."""
    missing: list[str]
    """Variables that have no value here."""
    then: list[desk_acts.ActShape]
    """What follows the reply."""


@dataclass(frozen=True)
class Ran:
    """The conversation afterwards, and the run that can be undone."""

    conversation: Conversation
    run: MacroRun


def preview(macro: Macro, conversation: Conversation, agent: Agent) -> MacroPreview:
    """Each act in a sentence; the reply as it would be sent, what it lacks, and the acts that would follow it."""
    acts = desk_acts.parse(macro.acts)
    known = variables.values(conversation, agent)
    said = [fill(act.text, known) for act in acts if isinstance(act, Reply | AddNote)]
    reply = next((fill(act.text, known) for act in acts if isinstance(act, Reply)), None)
    missing = dict.fromkeys(name for one in said for name in one.missing)
    return {
        "does": telling.sentences(acts),
        "reply": None if reply is None else reply.text,
        "missing": list(missing),
        "then": desk_acts.as_json([act for act in acts if not isinstance(act, Reply)]),
    }


@transaction.atomic
def run(macro: Macro, conversation_id: str, agent: Agent, *, key: UUID) -> Ran:
    """Do all of it at once, the reply too; the same `key` does nothing again and gives the run of then."""
    known = MacroRun.objects.filter(key=key, conversation=conversation_id, agent=agent).first()
    if known is not None:
        conversation = Conversation.objects.select_related("customer", "agent", "team", "offered_to")
        return Ran(conversation.get(pk=conversation_id), known)
    done = desk_acts.apply(desk_acts.parse(macro.acts), conversation_id, agent, key=key)
    made = MacroRun.objects.create(
        conversation=done.conversation, agent=agent, name=macro.name, undo=done.undo, key=key
    )
    return Ran(done.conversation, made)


def access_run(agent: Agent, run_id: str) -> MacroRun:
    """A run of this agent's own; NotFoundError otherwise."""
    try:
        return MacroRun.objects.get(pk=run_id, agent=agent)
    except (MacroRun.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such macro run here."), param="run_id") from error


@transaction.atomic
def undo(ran: MacroRun) -> Conversation:
    """Take it back, once; NothingToDoError when the conversation went on since."""
    if not MacroRun.objects.filter(pk=ran.pk, undone_at=None).update(undone_at=timezone.now()):
        raise NothingToDoError(gettext("This was undone already."))
    return desk_acts.undo(ran.undo, str(ran.conversation_id), ran.agent)
