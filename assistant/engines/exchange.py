"""What goes to a language model and what comes back, in plain types: the SDK stays behind `assistant.model_client`."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

Json = dict[str, Any]


class Failure(StrEnum):
    """Why a call to a model gave nothing that can be used, as its row tells it."""

    ADDRESS = "address_refused"
    UNREACHABLE = "unreachable"
    FIRST_BYTE = "first_byte_late"
    WHOLE = "whole_late"
    KEY = "key_refused"
    MODEL = "no_such_model"
    BUSY = "busy"
    REQUEST = "request_refused"
    BROKEN = "server_error"
    PROTOCOL = "not_the_protocol"
    CUT = "stream_cut"
    EMPTY = "empty"
    ENDLESS = "endless"
    FILTERED = "filtered"
    TOOLS = "tools_misused"
    SHAPE = "wrong_shape"
    INTERRUPTED = "interrupted"


class ModelFailedError(Exception):
    """The model gave nothing that can be used; `failure` says why, the message says more, without anybody's words."""

    def __init__(self, failure: Failure, detail: str = "") -> None:
        super().__init__(detail or failure)
        self.failure = failure


@dataclass(frozen=True)
class Endpoint:
    """Where the tenant's model is."""

    address: str
    model: str
    key: str = field(repr=False)


@dataclass(frozen=True)
class Query:
    """One request to the model: its messages in the protocol's form, the tools, and the shape of the answer."""

    messages: Sequence[Json]
    tools: Sequence[Json] = ()
    schema: Json | None = None
    most_tokens: int = 900


@dataclass(frozen=True)
class Words:
    """A piece of what it says."""

    text: str


@dataclass(frozen=True)
class Called:
    """A tool that it wants to be called, with its arguments as it wrote them."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True)
class Spent:
    """What the request cost, where the endpoint says so."""

    prompt_tokens: int
    completion_tokens: int


Piece = Words | Called | Spent


@dataclass(frozen=True)
class Patience:
    """How many seconds the first piece and the whole answer may take."""

    first: float = 15.0
    whole: float = 45.0


PATIENCE = Patience()


class Client(Protocol):
    """What `assistant.model_client` offers."""

    def answered(
        self, endpoint: Endpoint, query: Query, *, patience: Patience
    ) -> AbstractContextManager[Iterator[Piece]]:
        """The pieces of the model's answer as they come; ModelFailedError while they are read."""


@cache
def client() -> Client:
    """The client, loaded with the first call: the SDK takes 60 MB, which a tenant's own engine never needs."""
    return cast("Client", import_module("assistant.model_client"))
