"""The same over the Model Context Protocol: a whole round, and what is refused."""

import json
from typing import Any

from conversations.models import Customer
from tests import cast
from tests.outside_assistant.ai import DELIVERY, Ai, asked, refused, said
from tests.tokens.program import Program

ANSWER = "Your parcel is there within 2 to 4 working days."


class Talk:
    """A client of the protocol."""

    def __init__(self, program: Program) -> None:
        self.program, self.number = program, 0

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request; gives the whole answer."""
        self.number += 1
        message = {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}
        answer = self.program.post("mcp", message)
        assert answer.status_code == 200, answer.content
        assert answer.json()["id"] == self.number
        return answer.json()

    def call(self, tool: str, **arguments: Any) -> Any:
        """Call a tool; gives its result."""
        result = self.ask("tools/call", name=tool, arguments=arguments)["result"]
        assert json.loads(result["content"][0]["text"]) == result["structuredContent"]
        return result


def test_an_ai_that_speaks_it_answers_a_customer(ai: Ai, carol: Customer) -> None:
    row, talk = asked(carol), Talk(Ai("conversations:read"))
    begun = talk.ask("initialize", protocolVersion="2025-06-18", capabilities={}, clientInfo={"name": "x"})["result"]
    assert begun["protocolVersion"] == "2025-06-18"
    told = ai.post("mcp", {"jsonrpc": "2.0", "method": "notifications/initialized"})
    assert (told.status_code, told.content) == (202, b"")
    assert talk.ask("ping")["result"] == {}
    tools = {tool["name"] for tool in talk.ask("tools/list")["result"]["tools"]}
    assert tools == {
        "waiting_turns",
        "read_turn",
        "use_tool",
        "reply",
        "hand_over",
        "read_conversation",
        "search_knowledge",
    }
    (waiting,) = talk.call("waiting_turns")["structuredContent"]["data"]
    turn = {"turn_id": waiting["id"]}
    found = talk.call("search_knowledge", query="delivery time", **turn)["structuredContent"]["passages"]
    assert talk.call("search_knowledge", query="delivery time")["structuredContent"]["passages"]
    whole = talk.call("read_turn", **turn)["structuredContent"]
    assert {one["id"] for one in found} <= {one["id"] for one in whole["passages"]}
    assert "result" in talk.call("use_tool", name="opening_hours", **turn)["structuredContent"]
    assert talk.call("read_conversation", conversation_id=whole["conversation_id"])["structuredContent"]["entries"]
    cited = next(one["id"] for one in whole["passages"] if DELIVERY in one["text"])
    reply = {"action": "answer", "confidence": 0.95, "text": ANSWER, "signals": []}
    came = talk.call("reply", **turn, **reply, citations=[{"passage": cited, "quote": DELIVERY}])
    assert (came["isError"], came["structuredContent"]["became"]) == (False, "said")
    assert said(row) == [ANSWER]
    again = talk.call("hand_over", **turn)
    assert (again["isError"], again["structuredContent"]["code"]) == (True, "turn_answered")
    other = asked(cast.customer("erna"))
    assert talk.call("hand_over", turn_id=str(other.id))["structuredContent"]["became"] == "handed_over"


def test_what_is_wrong_is_said_as_the_protocol_says_it(ai: Ai) -> None:
    talk = Talk(ai)
    assert talk.ask("resources/list")["error"]["code"] == -32601
    assert talk.ask("tools/call", name="read_conversation")["error"]["code"] == -32602  # needs another scope, too
    assert talk.ask("tools/call", name="reply", arguments="x")["error"]["code"] == -32602
    wrong = talk.call("reply", turn_id="atn_1", action="shout", confidence=1)
    assert (wrong["isError"], wrong["structuredContent"]["param"]) == (True, "action")
    assert talk.call("read_turn", turn_id="atn_1")["structuredContent"]["code"] == "not_found"
    assert talk.call("read_turn", who="x")["structuredContent"]["param"] == "who"
    assert talk.ask("initialize", protocolVersion="1999-01-01")["result"]["protocolVersion"] == "2025-11-25"


def test_no_other_door_opens(ai: Ai) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    assert refused(Program("conversations:read").post("mcp", ping)) == (403, "scope_missing")
    assert ai.get("mcp").status_code == 405
    post = ai.client.post
    headers = {"authorization": f"Bearer {ai.secret}"}
    path, kind = "/api/v1/mcp", "application/json"
    assert post(path, ping, content_type=kind, headers={**headers, "origin": "https://evil.example"}).status_code == 403
    assert (
        post(path, ping, content_type=kind, headers={**headers, "origin": "http://acme.localhost"}).status_code == 200
    )
    assert post(path, ping, content_type=kind, headers={**headers, "mcp-protocol-version": "1"}).status_code == 400
    assert post(path, ping, content_type=kind).status_code == 401
    assert post(path, [ping], content_type=kind, headers=headers).status_code == 422
