"""The Model Context Protocol as far as it goes here: a message in, at most one message out; nothing is kept between."""

from collections.abc import Callable, Mapping
from typing import Any

from agents.tokens import Token
from conversations.outside.mcp import tools
from tenants.errors import BatonError

VERSIONS = ("2025-11-25", "2025-06-18")  # of the protocol, the newest first
INVALID_REQUEST, NO_METHOD, INVALID_PARAMS = -32600, -32601, -32602
ABOUT = (
    "You are the assistant of a company's customer support. waiting_turns lists customers who wait for your answer, "
    "read_turn gives the conversation, the passages that you may cite and your tools, reply answers. State only what "
    "the passages say, and cite them: every reply is checked, and a person takes what does not pass."
)
Json = dict[str, Any]


class ProtocolError(Exception):
    """A message that asks for what there is not, as JSON-RPC tells it."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class VersionError(BatonError):
    """A version of the protocol that is not spoken here."""

    code = "protocol_version"

    def __init__(self) -> None:
        super().__init__(f"MCP-Protocol-Version: one of {', '.join(VERSIONS)}.", param="MCP-Protocol-Version")


def answer(message: Json, *, by: Token) -> Json | None:
    """The answer to a message; None where none is expected, as to a notification."""
    method, number = message.get("method"), message.get("id")
    if method is None or number is None:
        return None  # a notification, or an answer to what was never asked
    try:
        result = _result(method, message.get("params") or {}, by=by)
    except ProtocolError as error:
        return {"jsonrpc": "2.0", "id": number, "error": {"code": error.code, "message": error.message}}
    return {"jsonrpc": "2.0", "id": number, "result": result}


def check_version(named: str | None) -> None:
    """VersionError for a version that is not spoken; before the two have agreed there is none."""
    if named is not None and named not in VERSIONS:
        raise VersionError


def _result(method: str, params: Mapping[str, Any], *, by: Token) -> Json:
    known = METHODS.get(method)
    if known is None:
        raise ProtocolError(NO_METHOD, f"There is no method {method[:60]} here.")
    return known(params, by)


def _begin(params: Mapping[str, Any], _by: Token) -> Json:
    wanted = params.get("protocolVersion")
    return {
        "protocolVersion": wanted if wanted in VERSIONS else VERSIONS[0],
        "capabilities": {"tools": {"listChanged": False}},
        "serverInfo": {"name": "baton", "title": "Baton", "version": "1"},
        "instructions": ABOUT,
    }


def _ping(_params: Mapping[str, Any], _by: Token) -> Json:
    return {}


def _list(_params: Mapping[str, Any], by: Token) -> Json:
    return {"tools": [tool.declared() for tool in tools.offered(by)]}


def _call(params: Mapping[str, Any], by: Token) -> Json:
    name, arguments = params.get("name"), params.get("arguments") or {}
    tool = next((one for one in tools.offered(by) if one.name == name), None)
    if tool is None:
        raise ProtocolError(INVALID_PARAMS, f"There is no tool {str(name)[:60]} for this token.")
    if not isinstance(arguments, dict):
        raise ProtocolError(INVALID_PARAMS, "The arguments are an object.")
    return tools.called(tool, arguments, by=by)


METHODS: Mapping[str, Callable[[Mapping[str, Any], Token], Json]] = {
    "initialize": _begin,
    "ping": _ping,
    "tools/list": _list,
    "tools/call": _call,
}
