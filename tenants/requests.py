"""The id by which one request or socket can be found again in the logs."""

import secrets
from contextvars import ContextVar

_id: ContextVar[str] = ContextVar("request_id", default="")


def begin() -> str:
    """Give the work that starts here an id of its own."""
    made = f"req_{secrets.token_hex(10)}"
    _id.set(made)
    return made


def current_id() -> str:
    """The id of the work under way; a new one when none was given yet."""
    return _id.get() or begin()
