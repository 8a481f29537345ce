"""Private words that Baton itself leaves for the desk."""

from uuid import UUID

from django.db import transaction

from conversations import events
from conversations.models import Conversation, Note


@transaction.atomic
def of_baton(conversation: Conversation, text: str, *, client_id: UUID) -> Note:
    """Write a note that nobody of the desk wrote; the same client id gives the stored note back."""
    note, made = Note.objects.get_or_create(
        conversation=conversation, client_id=client_id, defaults={"author": None, "text": text}
    )
    if made:
        events.publish(events.of_note(note))
    return note
