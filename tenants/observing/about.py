"""What the work under way is about: the request, company, conversation and job that its lines in the log name."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

CONVERSATION = re.compile(r"conv_[0-9a-z]{26}")


def forget() -> None:
    """Something new begins: whatever was known of the work before is forgotten."""
    structlog.contextvars.clear_contextvars()


def request(request_id: str) -> None:
    """Go on under this id, about the same company and conversation as before."""
    structlog.contextvars.bind_contextvars(request=request_id)


def tenant(schema_name: str) -> None:
    """It is this company's from here on."""
    structlog.contextvars.bind_contextvars(tenant=schema_name)


def conversation(told: object) -> None:
    """It is about this conversation from here on; what is no id of one, as a client may send it, is left out."""
    if isinstance(told, str) and CONVERSATION.fullmatch(told):
        structlog.contextvars.bind_contextvars(conversation=told)


@contextmanager
def job(*, kind: str, job_id: str, tenant: str, conversation: object) -> Iterator[None]:
    """A job is under way."""
    with structlog.contextvars.bound_contextvars(kind=kind, job=job_id, tenant=tenant):
        if isinstance(conversation, str) and CONVERSATION.fullmatch(conversation):
            with structlog.contextvars.bound_contextvars(conversation=conversation):
                yield
        else:
            yield


def known() -> dict[str, str]:
    """The ids that are known now, by their names."""
    return dict(structlog.contextvars.get_contextvars())
