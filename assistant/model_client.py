"""The one module that talks to a language model: the protocol is the SDK's, the way out is the outgoing guard's."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

import httpx
import openai
import pydantic
from openai.types.chat import ChatCompletionChunk
from openai.types.chat.chat_completion_chunk import (
    Choice,
    ChoiceDelta,
    ChoiceDeltaToolCall,
    ChoiceDeltaToolCallFunction,
)

from assistant.engines.exchange import (
    Called,
    Endpoint,
    Failure,
    ModelFailedError,
    Patience,
    Piece,
    Query,
    Spent,
    Words,
)
from tenants import guard
from tenants.guard import GuardError, RefusedError, SlowError, UnreachableError
from tenants.outgoing import NoAnswerError, Question, Streamed, TooSlowError

MOST_BYTES = 2 * 1024 * 1024  # of one answer, with all that the protocol puts around its words
LONGEST_LINE = 256 * 1024  # bytes
MOST_LETTERS = 24_000  # of words and arguments
MOST_CALLS = 8  # of tools within one answer
PLAIN_FOR = 600.0  # seconds for which an endpoint that refused the newer fields is not sent them
SENT_ON = ("accept", "content-type", "authorization")

_plain_until: dict[tuple[str, str], float] = {}


@contextmanager
def answered(endpoint: Endpoint, query: Query, *, patience: Patience) -> Iterator[Iterator[Piece]]:
    """The pieces of the model's answer as they come; ModelFailedError, here or while they are read."""
    way = _Way(patience, endpoint.key)
    with httpx.Client(transport=way, trust_env=False, follow_redirects=False) as line, ExitStack() as open_until_read:
        sdk = openai.OpenAI(
            api_key=endpoint.key or "none",
            base_url=endpoint.address,
            http_client=line,
            max_retries=0,
            timeout=patience.whole,
        )
        with _as_failures():
            stream = open_until_read.enter_context(_asked(sdk, endpoint, query))
        yield _pieces(stream, way)


def _asked(sdk: openai.OpenAI, endpoint: Endpoint, query: Query) -> "openai.Stream[ChatCompletionChunk]":
    """Ask with all that the protocol has; an endpoint that refuses the newer fields is asked without them."""
    which = (endpoint.address, endpoint.model)
    if _plain_until.get(which, 0.0) < time.monotonic():
        try:
            return _sent(sdk, _newer(endpoint, query))
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            _plain_until[which] = time.monotonic() + PLAIN_FOR
    return _sent(sdk, {**_usual(endpoint, query), "max_tokens": query.most_tokens})


def _sent(sdk: openai.OpenAI, fields: dict[str, Any]) -> "openai.Stream[ChatCompletionChunk]":
    return cast("openai.Stream[ChatCompletionChunk]", sdk.chat.completions.create(**fields))


def _usual(endpoint: Endpoint, query: Query) -> dict[str, Any]:
    fields: dict[str, Any] = {"model": endpoint.model, "messages": list(query.messages), "stream": True}
    return {**fields, "tools": list(query.tools)} if query.tools else fields


def _newer(endpoint: Endpoint, query: Query) -> dict[str, Any]:
    fields = {
        **_usual(endpoint, query),
        "max_completion_tokens": query.most_tokens,
        "stream_options": {"include_usage": True},
    }
    if query.schema is not None:
        shape = {"name": "reply", "strict": True, "schema": query.schema}
        fields["response_format"] = {"type": "json_schema", "json_schema": shape}
    return fields


@dataclass
class _Heard:
    """What came so far of one answer; the calls of tools come in crumbs."""

    letters: int = 0
    ended: str = ""
    by_place: dict[int, list[str]] = field(default_factory=dict)  # id, name, arguments

    def take(self, choice: Choice) -> str:
        """Keep what came with `choice`; returns its words. ModelFailedError when it does not end."""
        delta = cast("ChoiceDelta | None", choice.delta) or ChoiceDelta()
        said = delta.content or ""
        self.letters += len(said) + sum(self._crumb(crumb) for crumb in delta.tool_calls or ())
        self.ended = choice.finish_reason or self.ended
        if self.letters > MOST_LETTERS or len(self.by_place) > MOST_CALLS:
            raise ModelFailedError(Failure.ENDLESS, "It does not end.")
        return said

    def _crumb(self, crumb: ChoiceDeltaToolCall) -> int:
        found = self.by_place.setdefault(crumb.index, ["", "", ""])
        called = crumb.function or ChoiceDeltaToolCallFunction()
        new = (crumb.id or "", called.name or "", called.arguments or "")
        found[:] = found[0] or new[0], found[1] + new[1], found[2] + new[2]
        return sum(map(len, new))

    def calls(self) -> list[Called]:
        """All calls of tools, in their order; ModelFailedError unless the answer ended as it should."""
        if not self.ended:
            raise ModelFailedError(Failure.CUT if self.letters else Failure.EMPTY)
        if self.ended in {"content_filter", "length"}:
            raise ModelFailedError(Failure.FILTERED if self.ended == "content_filter" else Failure.CUT, self.ended)
        made = sorted(self.by_place.items())
        return [Called(known or f"call_{place}", name, arguments) for place, (known, name, arguments) in made]


def _pieces(stream: "openai.Stream[ChatCompletionChunk]", way: "_Way") -> Iterator[Piece]:
    heard = _Heard()
    with _as_failures():
        for chunk in stream:
            if chunk.usage is not None:
                yield Spent(chunk.usage.prompt_tokens or 0, chunk.usage.completion_tokens or 0)
            said = heard.take(chunk.choices[0]) if chunk.choices else ""
            if heard.letters:
                way.heard()
            if said:
                yield Words(said)
    yield from heard.calls()


class _Way(httpx.BaseTransport):
    """Sends a request of the SDK through the guard, with the headers that the protocol needs and no others."""

    def __init__(self, patience: Patience, key: str) -> None:
        self._patience = patience
        self._key = key
        self._until = time.monotonic() + patience.whole
        self._coming: Streamed | None = None
        self._has_spoken = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, whose body is read as it comes."""
        headers = {name: value for name, value in request.headers.items() if name.lower() in SENT_ON}
        if not self._key:
            headers.pop("authorization", None)
        seconds = min(self._patience.first, self._left())
        asked = Question(MOST_BYTES, seconds, request.method, headers, request.read())
        stack = ExitStack()
        self._coming = stack.enter_context(guard.streamed(str(request.url), asked))
        packed = self._coming.headers.get("Content-Encoding", "identity").lower() != "identity"
        if packed:
            stack.close()
            raise ModelFailedError(Failure.PROTOCOL, "It packs its answer in a way that was not asked for.")
        answered_with = [(name, value) for name, value in self._coming.headers.items() if name.lower() != "set-cookie"]
        return httpx.Response(self._coming.status, headers=answered_with, stream=_Body(self._coming, stack, self))

    def heard(self) -> None:
        """The model has begun to speak: from now on only the whole counts."""
        if self._coming is not None and not self._has_spoken:
            self._has_spoken = True
            self._coming.allow(self._left())

    def late(self) -> Failure:
        """Which of the two times is over."""
        return Failure.WHOLE if self._has_spoken else Failure.FIRST_BYTE

    def _left(self) -> float:
        return max(self._until - time.monotonic(), 0.001)


class _Body(httpx.SyncByteStream):
    """The body of an answer that is still coming."""

    def __init__(self, coming: Streamed, stack: ExitStack, way: _Way) -> None:
        self._coming = coming
        self._stack = stack
        self._way = way

    def __iter__(self) -> Iterator[bytes]:
        line = 0  # bytes of the line under way: the SDK reads it anew with each part
        try:
            for part in self._coming.parts:
                line = len(part) - part.rindex(b"\n") if b"\n" in part else line + len(part)
                if line > LONGEST_LINE:
                    raise ModelFailedError(Failure.ENDLESS, "It sends a line without end.")
                yield part
        except TooSlowError as error:
            raise ModelFailedError(self._way.late(), str(error)) from error
        except NoAnswerError as error:
            raise ModelFailedError(Failure.CUT, str(error)) from error

    def close(self) -> None:
        """Hang up."""
        self._stack.close()


@contextmanager
def _as_failures() -> Iterator[None]:
    """Whatever goes wrong between here and the model is a ModelFailedError that quotes nothing of what it sent."""
    try:
        yield
    except openai.APIStatusError as error:
        raise ModelFailedError(_of_status(error.status_code), f"It answered {error.status_code}.") from error
    except openai.APIConnectionError as error:
        raise _of_cause(error) from error
    except (openai.OpenAIError, json.JSONDecodeError, pydantic.ValidationError, httpx.HTTPError) as error:
        raise ModelFailedError(Failure.PROTOCOL, type(error).__name__) from error
    except (AttributeError, TypeError, KeyError, UnicodeError, ValueError) as error:  # what the SDK trips over
        raise ModelFailedError(Failure.PROTOCOL, type(error).__name__) from error


def _of_status(status: int) -> Failure:
    named = {401: Failure.KEY, 403: Failure.KEY, 404: Failure.MODEL, 429: Failure.BUSY, 408: Failure.FIRST_BYTE}
    if status in named:
        return named[status]
    return Failure.BROKEN if status >= 500 else Failure.REQUEST


def _of_cause(error: BaseException) -> ModelFailedError:
    """What the guard or the line said, which the SDK wrapped."""
    kinds: tuple[tuple[type[GuardError], Failure], ...] = (
        (SlowError, Failure.FIRST_BYTE),
        (UnreachableError, Failure.UNREACHABLE),
        (RefusedError, Failure.ADDRESS),
    )
    cause = error.__cause__
    if isinstance(cause, ModelFailedError):
        return cause
    for kind, failure in kinds:
        if isinstance(cause, kind):
            return ModelFailedError(failure, str(cause))
    return ModelFailedError(Failure.UNREACHABLE, type(error).__name__)
