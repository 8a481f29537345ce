"""Who may act as the assistant from outside, and a turn that waits."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from conversations.models import OutsideTurn
from tests import cast
from tests.isolation.row import Row, Who

SCOPE = "assistant:act"


def rows() -> list[Row]:
    """The company's own programs, and nobody at the desk, whatever their role."""
    turns, reply = "/api/v1/assistant/turns", {"action": "unsure", "confidence": 0.1}
    one, ping = f"{turns}/{{outside_turn}}", {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    hours = {"name": "opening_hours", "arguments": {}}
    return [
        Row("GET", turns, Who.TOKEN, SCOPE),
        Row("GET", one, Who.TOKEN, SCOPE),
        Row("POST", f"{one}/tools", Who.TOKEN, SCOPE, body=hours, answers=(200, 409), csrf=False),
        Row("POST", f"{one}/reply", Who.TOKEN, SCOPE, body=reply, answers=(200, 409), csrf=False),
        Row("POST", "/api/v1/mcp", Who.TOKEN, SCOPE, body=ping, csrf=False),
    ]


def things(told: str) -> Mapping[str, str]:
    """A turn whose every word is `told`."""
    talk = cast.says(cast.customer("outside"), f"A question {told}")
    given = {
        "language": "en",
        "tone": "plain",
        "instructions": told,
        "conversation": [{"line": 1, "from": "customer", "text": told}],
        "task": None,
        "tools": [{"name": "opening_hours", "description": told, "parameters": {"type": "object"}}],
        "passages": [{"id": "p1", "article_id": "", "title": told, "text": told, "sure": 0.5}],
        "hours": told,
        "guidance": None,
        "told": [],
        "calls": 0,
        "misuses": 0,
    }
    made = OutsideTurn.objects.create(
        conversation=talk,
        asked_seq=talk.last_customer_seq,
        epoch=talk.epoch,
        given=given,
        expires_at=timezone.now() + timedelta(hours=1),
    )
    return {"outside_turn": str(made.id)}
