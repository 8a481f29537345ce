"""What a company asks of who passes a conversation on, and the note that the receiver sees first."""

from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext

from agents.models import Agent
from conversations import events
from conversations.models import Conversation, HandoverSettings, Note
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

TRANSFER, HAND_BACK = "transfer", "hand_back"  # why a note was written: Note.data["passed_on"]


def needs_note() -> bool:
    """Whether a transfer has to say why. One query."""
    return HandoverSettings.objects.filter(transfer_needs_note=True).exists()


@transaction.atomic
def set_needs_note(*, needed: bool, actor: Actor) -> None:
    """Change it, on record."""
    before = needs_note()
    HandoverSettings.objects.update_or_create(id=1, defaults={"transfer_needs_note": needed})
    if before != needed:
        changes = {"transfer_needs_note": (before, needed)}
        audit.record(
            "handovers.changed", actor=actor, about=About("settings", "handovers", "Handovers"), changes=changes
        )


def check_note(note: str) -> None:
    """ParameterError where a note is needed and there is none."""
    if not note.strip() and needs_note():
        raise ParameterError(gettext("note: say what the next person has to know."), param="note")


def write_note(conversation: Conversation, agent: Agent, text: str, *, why: str) -> None:
    """The note that goes with the baton; nothing where it says nothing."""
    if not text.strip():
        return
    made = Note.objects.create(
        conversation=conversation, author=agent, text=text.strip(), client_id=uuid4(), data={"passed_on": why}
    )
    events.publish(events.of_note(made))
