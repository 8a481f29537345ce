"""An AI of acme's own, which acts as the assistant with a token."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from conversations import turn
from conversations.models import Conversation, Customer, Message, OutsideTurn, OutsideTurnState
from tests import cast
from tests.tokens.program import Program

DELIVERY = "Parcels arrive within 2 to 4 working days."
QUESTION = "How long does delivery take?"


class Ai(Program):
    """Reads turns and replies to them."""

    def __init__(self, *more: str) -> None:
        super().__init__("assistant:act", *more, name="Our AI")

    def turn(self, row: OutsideTurn) -> Any:
        """The turn as the API gives it."""
        return self.get(f"assistant/turns/{row.id}").json()

    def reply(self, row: OutsideTurn, said: Mapping[str, Any]) -> Any:
        """Say it."""
        return self.post(f"assistant/turns/{row.id}/reply", dict(said))

    def use(self, row: OutsideTurn, name: str, **arguments: Any) -> Any:
        """Call a tool."""
        return self.post(f"assistant/turns/{row.id}/tools", {"name": name, "arguments": arguments})

    def cites(self, row: OutsideTurn, text: str, quote: str = DELIVERY, **more: Any) -> dict[str, Any]:
        """An answer that rests on the passage with this quote."""
        passage = next(one["id"] for one in self.turn(row)["passages"] if quote in one["text"])
        return {**answers(text), "citations": [{"passage": passage, "quote": quote}], **more}


def answers(text: str, **more: Any) -> dict[str, Any]:
    """An answer that cites nothing."""
    return {"action": "answer", "confidence": 0.95, "text": text, "client_id": str(uuid4()), **more}


def asked(who: Customer, text: str = QUESTION) -> OutsideTurn:
    """The customer writes, the turn runs, and the AI is asked."""
    talk = cast.says(who, text)
    turn.take(str(talk.id), talk.last_customer_seq)
    return OutsideTurn.objects.get(conversation=talk, state=OutsideTurnState.WAITING)


def said(row: OutsideTurn) -> list[str]:
    """What the assistant said in the turn's conversation."""
    talk = Message.objects.filter(conversation=row.conversation_id, author_kind="assistant", kind="text")
    return [one.text for one in talk.order_by("seq")]


def talk_of(row: OutsideTurn) -> Conversation:
    """The conversation as it stands now."""
    return Conversation.objects.get(pk=row.conversation_id)


def refused(response: Any) -> tuple[int, str]:
    """The status and the code of an error."""
    return response.status_code, response.json()["error"]["code"]
