"""What the document says of long polls: the event loop serves them, so that no view says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tenants.openapi import headers
from tenants.openapi.shapes import Schema, Shapes

ERRORS = (401, 403, 404, 405, 422, 429, 503)


@dataclass(frozen=True)
class Poll:
    """A GET that may wait: what it is for, who may, what it asks for in its query, and the shape of its answer."""

    summary: str
    description: str
    security: tuple[str, ...]
    query: Mapping[str, Schema]
    answer: Any


def paths(polls: Mapping[str, Poll], shapes: Shapes) -> Schema:
    """The items of the document by their paths."""
    return {path: {"get": _operation(path, poll, shapes)} for path, poll in polls.items()}


def _operation(path: str, poll: Poll, shapes: Shapes) -> Schema:
    answer = {"application/json": {"schema": shapes.schema(poll.answer)}}
    return {
        "operationId": f"GET {path}",
        "summary": poll.summary,
        "description": poll.description,
        "tags": [path.rpartition("/v1/")[2].partition("/")[0]],
        "security": [{way: []} for way in poll.security],
        "parameters": [{"in": "query", "name": name, "schema": schema} for name, schema in poll.query.items()],
        "responses": {
            "200": {"description": "What there was.", "headers": headers.of_answer("GET"), "content": answer},
            **{str(status): {"$ref": f"#/components/responses/Error{status}"} for status in ERRORS},
        },
    }
