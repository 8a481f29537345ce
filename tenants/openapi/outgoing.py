"""What the document says of requests that go out: the webhooks, by the types of their events."""

from collections.abc import Mapping
from typing import Any, Protocol

from tenants.openapi.shapes import Schema, Shapes

HEADERS = {
    "webhook-id": "The id of the event, the same in every try and every replay: whoever has it already does nothing.",
    "webhook-timestamp": "When this try was made, in Unix seconds; refuse what is older than five minutes.",
    "webhook-signature": "`v1,` and the base64 HMAC-SHA256 of `id.timestamp.body`; several while a secret changes.",
}


class Told(Protocol):
    """A type of event: the heading it stands under, when it happens, and the shape of its data."""

    @property
    def group(self) -> str:
        """The heading it stands under."""

    @property
    def says(self) -> str:
        """When it happens, in a sentence."""

    @property
    def data(self) -> Any:
        """The shape of its data."""


def webhooks(types: Mapping[str, Told], shapes: Shapes) -> Schema:
    """The requests that a receiver gets, by type."""
    return {name: {"post": _request(name, told, shapes)} for name, told in types.items()}


def _request(name: str, told: Told, shapes: Shapes) -> Schema:
    body = {
        "type": "object",
        "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {"const": name},
            "timestamp": {"type": "string", "format": "date-time", "description": "When it happened."},
            "data": shapes.schema(told.data),
        },
    }
    return {
        "operationId": f"webhook_{name.replace('.', '_')}",
        "summary": told.says.rstrip("."),
        "tags": [told.group],
        "parameters": [
            {"in": "header", "name": header, "required": True, "schema": {"type": "string"}, "description": says}
            for header, says in HEADERS.items()
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {
            "2XX": {"description": "It was taken. Anything else is tried again."},
            "410": {"description": "It asks not to be called any more, and is switched off."},
        },
    }
