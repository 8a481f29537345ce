"""Delivers what is due to one endpoint, some at a time, and keeps what came of it.

No transaction is open while anything is sent. A worker that dies in between leaves the delivery due: it is sent again,
under the same id. Of one endpoint one worker has the care at a time, and for a short while only; so an endpoint with
much to hear keeps no other waiting, and one that is slow or fails is left to workers of its own.
"""

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from conversations.models import DisabledBecause, EndpointState, WebhookDelivery, WebhookDeliveryState, WebhookEndpoint
from conversations.webhooks import outcomes, posting, secrets, switching
from conversations.webhooks.outcomes import Again, Answer, GivenUp, Taken
from conversations.webhooks.planning import OPEN, plan
from conversations.webhooks.posting import Post
from tenants import current, jobs
from tenants.jobs import Lease
from tenants.observing import meters
from tenants.sealing import SealBrokenError

AT_ONCE = 4  # to one endpoint
A_GO = 2.0  # seconds; then other endpoints have their turn
SOON = timedelta(seconds=1)
LOCK, UNLOCK = "SELECT pg_try_advisory_lock(%s)", "SELECT pg_advisory_unlock(%s)"
SEALED = "Its secret cannot be read any more. Make a new one."
TOO_LATE = "It was given up, since the endpoint failed for more than a day."


@dataclass(frozen=True)
class Due:
    """A delivery to be tried now; no post where it cannot be signed."""

    delivery_id: str
    post: Post | None


def work(held: Lease) -> None:
    """Deliver what is due to an endpoint for a while, and have it looked at again when there is more."""
    endpoint_id = str(held.ids["endpoint_id"])
    with _alone(endpoint_id) as mine:
        if not mine:  # somebody is at it; what they do not see yet is seen then
            jobs.write(held.kind, held.ids, key=endpoint_id, run_at=timezone.now() + SOON)
            return
        until = time.monotonic() + A_GO
        while batch := take(endpoint_id):
            settle(endpoint_id, [one.delivery_id for one in batch], send(batch))
            if time.monotonic() > until:
                break
    _plan(endpoint_id)


@transaction.atomic
def take(endpoint_id: str) -> list[Due]:
    """What is due to the endpoint, ready to be sent; of one that is slow or fails one at a time. Three queries."""
    endpoint, now = _locked(endpoint_id), timezone.now()
    if endpoint is None or endpoint.state != EndpointState.ENABLED or _rests(endpoint, now):
        return []
    waiting = endpoint.deliveries.filter(state__in=OPEN, next_at__lte=now)
    waiting.filter(created_at__lt=now - outcomes.TOO_OLD).update(
        state=WebhookDeliveryState.DEAD, next_at=None, last_problem=TOO_LATE
    )
    found = waiting.select_related("event").order_by("next_at", "id")[: 1 if endpoint.is_slow else AT_ONCE]
    try:
        keys = secrets.keys(endpoint, now)
    except SealBrokenError:
        return [Due(str(one.id), None) for one in found]
    return [Due(str(one.id), posting.post(one.event, endpoint.url, keys=keys, at=now)) for one in found]


def send(batch: Sequence[Due]) -> list[Answer]:
    """What came of each."""
    posts = [one.post for one in batch if one.post is not None]
    return posting.send_all(posts) if posts else [Answer(None, SEALED, 0)] * len(batch)


@transaction.atomic
def settle(endpoint_id: str, delivery_ids: Sequence[str], answers: Sequence[Answer]) -> None:
    """Keep what came of these tries, and how the endpoint fares; nothing of what was erased meanwhile."""
    endpoint, now = _locked(endpoint_id), timezone.now()
    if endpoint is None:
        return
    found = {str(one.id): one for one in endpoint.deliveries.select_for_update().filter(pk__in=delivery_ids)}
    for delivery_id, answer in zip(delivery_ids, answers, strict=True):
        if delivery_id in found and found[delivery_id].state in OPEN:
            keep(found[delivery_id], answer, now=now)
        _fares(endpoint, answer, now)
    endpoint.save(update_fields=["failures", "failing_since", "is_slow", "rests_until"])
    if any(answer.status == outcomes.GONE for answer in answers):
        switching.give_up(endpoint, DisabledBecause.GONE)
    elif endpoint.failing_since is not None and endpoint.failing_since < now - outcomes.FAILED_TOO_LONG:
        switching.give_up(endpoint, DisabledBecause.FAILING)


def keep(delivery: WebhookDelivery, answer: Answer, *, now: datetime) -> None:
    """Write down a try, and what follows from it."""
    note(delivery, answer, now=now)
    match outcomes.judge(answer, tries=delivery.tries, now=now, luck=random.random()):  # noqa: S311
        case Taken():
            outcome = "delivered"
            delivery.state, delivery.next_at = WebhookDeliveryState.DELIVERED, None
        case GivenUp():
            outcome = "given_up"
            delivery.state, delivery.next_at = WebhookDeliveryState.DEAD, None
        case Again(at=at):
            outcome = "failed"
            delivery.state, delivery.next_at = WebhookDeliveryState.FAILED, at
    delivery.save()
    meters.webhook_tries.labels(outcome).inc()
    meters.webhook_seconds.labels(outcome).observe(answer.took_ms / 1000)


def note(delivery: WebhookDelivery, answer: Answer, *, now: datetime) -> None:
    """Put a try into the delivery's log; the row is saved by the caller."""
    delivery.tries += 1
    delivery.last_at, delivery.last_status, delivery.took_ms = now, answer.status, answer.took_ms
    delivery.last_problem = answer.problem[:300]
    delivery.log = [*delivery.log, _line(answer, now)]


def _fares(endpoint: WebhookEndpoint, answer: Answer, now: datetime) -> None:
    endpoint.is_slow = answer.is_slow
    if answer.is_taken:
        endpoint.failures, endpoint.failing_since, endpoint.rests_until = 0, None, None
        return
    endpoint.failures += 1
    endpoint.failing_since = endpoint.failing_since or now
    rest = outcomes.rest(answer, failures=endpoint.failures)
    endpoint.rests_until = now + rest if rest else None


def _line(answer: Answer, now: datetime) -> dict[str, Any]:
    return {
        "at": now.isoformat(),
        "status": answer.status,
        "problem": answer.problem[:300],
        "took_ms": answer.took_ms,
        "reply": answer.reply,
    }


def _rests(endpoint: WebhookEndpoint, now: datetime) -> bool:
    return endpoint.rests_until is not None and endpoint.rests_until > now


def _locked(endpoint_id: str) -> WebhookEndpoint | None:
    return WebhookEndpoint.objects.select_for_update().filter(pk=endpoint_id).first()


@transaction.atomic
def _plan(endpoint_id: str) -> None:
    endpoint = _locked(endpoint_id)
    if endpoint is not None:
        plan(endpoint)


@contextmanager
def _alone(endpoint_id: str) -> Iterator[bool]:
    """Whether no other worker has the endpoint now; a lock of the session, which ends with a worker that is killed."""
    key = current.lock_key(f"webhook {endpoint_id}")
    with current.connection.cursor() as cursor:
        cursor.execute(LOCK, [key])
        (mine,) = cursor.fetchone()
    try:
        yield bool(mine)
    finally:
        if mine:
            with current.connection.cursor() as cursor:
                cursor.execute(UNLOCK, [key])
