"""Bugs that this kind of software has had, each behind a switch: what the checker must not miss."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial, wraps
from typing import Any
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from conversations.webhooks.outcomes import Answer
from tenants.models import Job
from tests.faults.sabotage import switches
from tests.faults.sabotage.wrapping import Function, replace

PAUSE = 1.5  # seconds; longer than a part of an answer may be under way


def install() -> None:
    """Wrap the functions that the bugs stand for."""
    for name, (target, make) in BUGS.items():
        replace(target, partial(_switched, name=name, make=make))


def _switched(real: Function, *, name: str, make: Callable[[Function], Function]) -> Function:
    bad = make(real)

    @wraps(real)
    def function(*args: Any, **kwargs: Any) -> Any:
        return bad(*args, **kwargs) if switches.is_on(name) else real(*args, **kwargs)

    return function


def _nothing(real: Function) -> Function:
    return lambda *_args, **_kwargs: None


def _yes(real: Function) -> Function:
    return lambda *_args, **_kwargs: True


def _acknowledged_and_undone(real: Function) -> Function:
    def function(*args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            stored = real(*args, **kwargs)
            transaction.set_rollback(True)
        return stored

    return function


def _skips_a_number(real: Function) -> Function:
    def function(conversation: Any, **fields: Any) -> Any:
        conversation.seq += 1
        return real(conversation, **fields)

    return function


def _leaves_one_out(real: Function) -> Function:
    return lambda conversation, seq, **more: real(conversation, seq + 1 if seq else 0, **more)


def _under_a_new_id(real: Function) -> Function:
    return lambda customer, text, **more: real(customer, text, **{**more, "client_id": uuid4()})


def _for_everybody(real: Function) -> Function:
    return lambda schema, _conversation_id: real(schema, "conv_everybody")


def _deleted_before_the_work(real: Function) -> Function:
    def function(held: Any) -> Any:
        Job.objects.filter(pk=held.job_id).delete()
        return real(held)

    return function


def _for_ever(real: Function) -> Function:
    def function(held: Any) -> Any:
        Job.objects.filter(pk=held.job_id).update(lease_until=timezone.now() + timedelta(hours=1))
        return real(held)

    return function


def _sees_nothing(real: Function) -> Function:
    return lambda *_args, **_kwargs: []


def _after_a_pause(real: Function) -> Function:
    def function(*args: Any, **kwargs: Any) -> Any:
        result = real(*args, **kwargs)
        switches.note("pause")
        time.sleep(PAUSE)
        return result

    return function


def _under_another_name(real: Function) -> Function:
    return lambda **more: real(**{**more, "identifier": str(uuid4())})


def _taken_for_sent(real: Function) -> Function:
    return lambda _post: Answer(200, "", 1)


def _kept_for_all(real: Function) -> Function:
    def function(customer: Any, text: str, **more: Any) -> Any:
        cache.set("newest", text, 600)
        return real(customer, text, **more)

    return function


BUGS: dict[str, tuple[str, Callable[[Function], Function]]] = {
    "no-fence": ("conversations.log:check_fence", _nothing),
    "ack-before-the-commit": ("conversations.receive:_store", _acknowledged_and_undone),
    "a-number-is-skipped": ("conversations.log:_next", _skips_a_number),
    "resume-leaves-one-out": ("conversations.queries:events_after", _leaves_one_out),
    "client-id-ignored": ("conversations.receive:message", _under_a_new_id),
    "claim-without-epoch": ("conversations.control:check_epoch", _nothing),
    "no-job-for-the-turn": ("conversations.turns:expect", _nothing),
    "job-deleted-before-its-work": ("tenants.jobs:_renewed", _deleted_before_the_work),
    "lease-for-ever": ("tenants.jobs:_renewed", _for_ever),
    "events-for-everybody": ("tenants.groups:shared", _for_everybody),
    "handover-without-queue": ("conversations.control:to_queue", _nothing),
    "no-timer": ("conversations.deadlines:start", _nothing),
    "parts-after-the-takeover": ("conversations.epochs:Epochs.lets_through", _yes),
    "listeners-see-nothing": ("tenants.jobs:lease_next", _nothing),
    "sweeper-sees-nothing": ("tenants.jobs:due", _sees_nothing),
    "no-look-before-a-part": ("conversations.log:check_open", _nothing),
    "metered-under-a-new-name": ("billing.stripe_client:push_usage", _under_another_name),
    "nothing-counted": ("billing.ledger:count", _sees_nothing),
    "stripe-not-followed": ("billing.arriving:_handle_soon", _nothing),
    "webhook-never-leaves": ("conversations.webhooks.posting:send", _taken_for_sent),
    "words-in-the-cache": ("conversations.receive:message", _kept_for_all),
    "nothing-on-record": ("tenants.trail.audit:record", _nothing),
    "mail-never-leaves": ("conversations.outbound.posting:deliver", _nothing),
    # No bugs by themselves: they leave time for something to come in between.
    "slow-decision": ("conversations.turn:decide", _after_a_pause),
    "slow-parts": ("conversations.speech:Speech.say", _after_a_pause),
}
