"""No part of an answer is shown after the baton was seen to move, or the answer to be held: the last filter."""

from collections.abc import Mapping
from typing import Any

from conversations.events import ControlChanged, ConversationUpdated, MessageCancelled, MessageDelta


class Epochs:
    """The newest epoch that one client was shown, for each conversation that it follows."""

    def __init__(self) -> None:
        self._newest: dict[str, int] = {}
        self._cut: dict[str, int] = {}  # no answer to messages up to here is shown while it is made

    def show(self, conversation_id: str, epoch: int) -> None:
        """The client follows the conversation and learns that it is at `epoch`."""
        self._newest[conversation_id] = max(epoch, self._newest.get(conversation_id, 0))

    def forget(self, conversation_id: str) -> None:
        """The client follows the conversation no more."""
        self._newest.pop(conversation_id, None)
        self._cut.pop(conversation_id, None)

    def lets_through(self, event: Mapping[str, Any]) -> bool:
        """Whether the client may be shown the event, which it then is: False for a part of an answer of the past."""
        conversation_id, data = event["conversation_id"], event["data"]
        match event["type"]:
            case ControlChanged.type:
                self.show(conversation_id, data["epoch"])
            case ConversationUpdated.type if conversation_id in self._newest:
                self.show(conversation_id, data["control"]["epoch"])
            case MessageCancelled.type if "through" in data:
                self._cut[conversation_id] = max(data["through"], self._cut.get(conversation_id, 0))
            case MessageDelta.type:
                if conversation_id in self._cut and data["answers"] <= self._cut[conversation_id]:
                    return False
                return bool(data["epoch"] >= self._newest.get(conversation_id, 0))
        return True
