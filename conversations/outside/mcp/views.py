"""The one address of the Model Context Protocol: each POST is a message, and is answered at once with JSON."""

from typing import NotRequired
from urllib.parse import urlsplit

from pydantic import JsonValue
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from typing_extensions import TypedDict

from conversations.outside.mcp import protocol
from conversations.outside.views import OutsideView, program
from conversations.settings.forms import body
from tenants.errors import BatonError
from tenants.openapi.operation import operation


class McpError(TypedDict):
    """Why a message could not be answered."""

    code: int
    message: str


class McpMessage(TypedDict):
    """The answer to a message: a result, or an error."""

    jsonrpc: str
    id: int | str
    result: NotRequired[dict[str, JsonValue]]
    error: NotRequired[McpError]


class McpForm(serializers.Serializer[None]):
    """A message of JSON-RPC: a request with its `id`, or a notification without one."""

    jsonrpc = serializers.ChoiceField(["2.0"])
    method = serializers.CharField(max_length=100, required=False)
    id = serializers.JSONField(required=False)
    params = serializers.DictField(required=False)

    def validate_id(self, number: object) -> int | str:
        """A whole number or a text, given back as it came."""
        if isinstance(number, bool) or not isinstance(number, int | str) or len(str(number)) > 200:
            raise serializers.ValidationError("is a whole number or a text.")
        return number


class OriginError(BatonError):
    """A page of another site sends this in somebody's browser."""

    status = 403
    type = "permission_error"
    code = "origin_refused"

    def __init__(self) -> None:
        super().__init__("Origin: pages of other sites may not use this.", param="Origin")


class Mcp(OutsideView):
    """`POST /mcp`."""

    @operation({200: McpMessage, 202: None}, asks=McpForm)
    def post(self, request: Request) -> Response:
        """Speak the Model Context Protocol.

        Its Streamable HTTP transport, version 2025-06-18 or 2025-11-25, without sessions: each message is answered
        with JSON, and a notification with 202. The token is the bearer token; `tools/list` tells what it may do.
        """
        _check_origin(request)
        protocol.check_version(request.headers.get("MCP-Protocol-Version"))
        answer = protocol.answer(body(request, McpForm), by=program(request))
        return Response(status=202) if answer is None else Response(answer)


def _check_origin(request: Request) -> None:
    """OriginError where a browser says that the page is another site's; programs send none."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.get_host():
        raise OriginError
