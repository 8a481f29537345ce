"""The headers that every operation has in common."""

from typing import Any

Schema = dict[str, Any]
KEY = "Idempotency-Key"
NUMBER: Schema = {"type": "integer"}
HEADERS: dict[str, Schema] = {
    "X-Request-Id": {
        "description": "The id of this request, the same as `request_id` in an error.",
        "schema": {"type": "string"},
    },
    "X-RateLimit-Limit": {
        "description": "How many requests a minute whoever asks may send: 600 with a token.",
        "schema": NUMBER,
    },
    "X-RateLimit-Remaining": {"description": "How many of them are left now.", "schema": NUMBER},
    "X-RateLimit-Reset": {
        "description": "The Unix second from which on all of them are there again, if nothing more is asked.",
        "schema": NUMBER,
    },
    "Retry-After": {"description": "After how many seconds to try again.", "schema": NUMBER},
    "Idempotent-Replayed": {
        "description": "`true` where the request was carried out before, and this is what it was answered with.",
        "schema": {"const": "true"},
    },
}
ON_ALL = ("X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")
TRY_AGAIN = frozenset({409, 429, 503})  # 409 where the same request is being carried out now
KEY_PARAMETER: Schema = {
    "in": "header",
    "name": KEY,
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
    "description": "A text of your own, such as a UUID, under which this is done once: the same request with the same "
    "key is answered for 24 hours as it was the first time.",
}


def of_answer(method: str) -> Schema:
    """The headers of an answer that is no error."""
    return _referred((*ON_ALL, "Idempotent-Replayed") if method == "POST" else ON_ALL)


def of_error(status: int) -> Schema:
    """The headers of an error with this status."""
    return _referred((*ON_ALL, "Retry-After") if status in TRY_AGAIN else ON_ALL)


def _referred(names: tuple[str, ...]) -> Schema:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
