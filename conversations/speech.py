"""An answer shown part by part while the assistant makes it; only the whole answer is stored, by the log."""

from datetime import datetime

from django.utils import timezone

from conversations import events
from conversations.models import Message


class Speech:
    """One answer under way, made under one epoch to the message `answers`; the log stores the whole as `message_id`.

    Its parts are hints: a socket shows none of them after it showed that the baton moved on, or the answer to be held.
    """

    def __init__(self, conversation_id: str, epoch: int, answers: int = 0) -> None:
        self.conversation_id, self.epoch, self.answers = conversation_id, epoch, answers
        self.message_id = str(Message().id)
        self.parts = 0
        self.began_at: datetime | None = None

    def say(self, text: str) -> None:
        """Show the next part."""
        self.began_at = self.began_at or timezone.now()
        place = {"message_id": self.message_id, "index": self.parts}
        data = {**place, "text": text, "epoch": self.epoch, "answers": self.answers}
        events.publish(events.MessageDelta(self.conversation_id, data))
        self.parts += 1

    def cancel(self) -> None:
        """The whole answer will not come: what was shown of it goes."""
        if self.parts:
            data = {"message_id": self.message_id, "epoch": self.epoch}
            events.publish(events.MessageCancelled(self.conversation_id, data))
