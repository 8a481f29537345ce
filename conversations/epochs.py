"""No part of an answer is shown after the baton was seen to move: the last filter before a client."""

from typing import Any

from conversations.events import ControlChanged, ConversationUpdated, MessageDelta

Json = dict[str, Any]


class Epochs:
    """The newest epoch that one client was shown, for each conversation that it follows."""

    def __init__(self) -> None:
        self._newest: dict[str, int] = {}

    def show(self, conversation_id: str, epoch: int) -> None:
        """The client follows the conversation and learns that it is at `epoch`."""
        self._newest[conversation_id] = max(epoch, self._newest.get(conversation_id, 0))

    def forget(self, conversation_id: str) -> None:
        """The client follows the conversation no more."""
        self._newest.pop(conversation_id, None)

    def lets_through(self, event: Json) -> bool:
        """Whether the client may be shown the event, which it then is: False for a part of an answer of the past."""
        conversation_id, data = event["conversation_id"], event["data"]
        match event["type"]:
            case ControlChanged.type:
                self.show(conversation_id, data["epoch"])
            case ConversationUpdated.type if conversation_id in self._newest:
                self.show(conversation_id, data["control"]["epoch"])
            case MessageDelta.type:
                return bool(data["epoch"] >= self._newest.get(conversation_id, 0))
        return True
