"""An answer shown part by part while the assistant makes it; only the whole answer is stored, by the log."""

from conversations import events
from conversations.models import Message


class Speech:
    """One answer under way, made under one epoch; `message_id` is the id under which the log stores the whole.

    Its parts are hints: a socket shows none of them after it showed that the baton moved on.
    """

    def __init__(self, conversation_id: str, epoch: int) -> None:
        self.conversation_id, self.epoch = conversation_id, epoch
        self.message_id = str(Message().id)
        self.parts = 0

    def say(self, text: str) -> None:
        """Show the next part."""
        data = {"message_id": self.message_id, "index": self.parts, "text": text, "epoch": self.epoch}
        events.publish(events.MessageDelta(self.conversation_id, data))
        self.parts += 1

    def cancel(self) -> None:
        """The whole answer will not come: what was shown of it goes."""
        if self.parts:
            data = {"message_id": self.message_id, "epoch": self.epoch}
            events.publish(events.MessageCancelled(self.conversation_id, data))
