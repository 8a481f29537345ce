"""One try: the event as bytes, signed, and sent through the guard; nothing here asks the database."""

import json
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from django.utils import timezone

from conversations import wire
from conversations.models import WebhookEvent
from conversations.webhooks import outcomes
from conversations.webhooks.outcomes import Answer
from tenants import guard, signing
from tenants.guard import GuardError
from tenants.outgoing import NoAnswerError, Question, Streamed

SECONDS = 10.0  # to the head of the answer
BODY_SECONDS = 2.0  # then for as much of the body as is shown
MOST_BYTES = 64 * 1024
SHOWN = 2000  # letters of a reply that are kept
AGENT = "Baton-Webhooks"


@dataclass(frozen=True)
class Post:
    """What is sent where."""

    url: str
    headers: Mapping[str, str]
    body: bytes


def body(event: WebhookEvent) -> bytes:
    """The event as it is sent, the same bytes each time."""
    told = {"type": event.type, "timestamp": wire.stamp(event.created_at), "data": event.data}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def post(event: WebhookEvent, url: str, *, keys: Sequence[str], at: datetime) -> Post:
    """The event for an endpoint with these secrets; its id is the event's in every try, so that who gets it twice
    knows.
    """
    told = body(event)
    plain = {"Content-Type": "application/json", "User-Agent": AGENT}
    return Post(url, {**plain, **signing.headers(told, id=str(event.id), at=at, keys=keys)}, told)


def send_all(posts: Sequence[Post]) -> list[Answer]:
    """What came of each, sent at the same time."""
    if len(posts) == 1:
        return [send(posts[0])]
    with ThreadPoolExecutor(len(posts), thread_name_prefix="webhook") as side_by_side:
        return list(side_by_side.map(send, posts))


def send(one: Post) -> Answer:
    """What came of it. A 2xx is enough, whatever the body does; a redirect is not followed."""
    began = time.monotonic()
    question = Question(MOST_BYTES, SECONDS, "POST", one.headers, one.body)
    try:
        with guard.streamed(one.url, question) as answer:
            took = _since(began)
            return _read(answer, took)
    except GuardError as error:
        return Answer(None, str(error), _since(began))


def _read(answer: Streamed, took: int) -> Answer:
    status, after = answer.status, answer.headers.get("Retry-After", "")
    taken = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
    wait = outcomes.retry_after(after, now=timezone.now()) if after else None
    return Answer(status, "" if taken else _problem(status), took, _shown(answer), wait)


def _shown(answer: Streamed) -> str:
    """The beginning of the body, as far as it comes soon."""
    came = b""
    answer.allow(BODY_SECONDS)
    try:
        for part in answer.parts:
            came += part
            if len(came) >= SHOWN:
                break
    except NoAnswerError:
        pass  # the status was there, and says enough
    return came.decode("utf-8", errors="replace").replace("\x00", "\ufffd")[:SHOWN]


def _problem(status: int) -> str:
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return f"It answered {status}: redirects are not followed. Name the address itself."
    if status == outcomes.GONE:
        return "It answered 410: it asks not to be called any more."
    return f"It answered {status}."


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
