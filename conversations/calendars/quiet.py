"""A quiet line about an appointment, in the conversation that it is from."""

from collections.abc import Callable

from django.db import transaction

from assistant.models import Appointment
from conversations import control, log
from conversations.models import Conversation

# Marks the appointment with this id as told of; gives the words, None for nothing to tell.
Settle = Callable[[str], str | None]


def tell(appointment_id: str, settle: Settle) -> None:
    """Settle the appointment and say its words, in one transaction; without a conversation it is only settled."""
    known = Appointment.objects.filter(pk=appointment_id).first()
    if known is None:
        return
    if known.conversation and Conversation.objects.filter(pk=known.conversation).exists():
        with log.writing(known.conversation) as conversation:
            words = settle(appointment_id)
            if words is not None:
                control.notice(conversation, words)
        return
    with transaction.atomic():
        settle(appointment_id)
