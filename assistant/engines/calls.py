"""The one writer of model calls: each is reserved before it is made, so that what is under way counts too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from assistant.engines.exchange import Failure
from assistant.models import ModelCall
from tenants.observing import meters, minutes

ANSWERED, UNDER_WAY, OVER = "answered", "under_way", "over_budget_of_"
KEPT_FOR = timedelta(days=90)


@dataclass(frozen=True)
class Purpose:
    """Who is charged for a call, and what it is for."""

    conversation_id: str = ""
    customer_id: str = ""
    what: str = "answer"


@dataclass
class Taken:
    """What a call has taken so far."""

    prompt_tokens: int
    completion_tokens: int = 0
    first_byte_ms: int | None = None
    whole_ms: int = 0


def begin(purpose: Purpose, *, model: str, reserved: Taken) -> ModelCall:
    """Write a call that is about to be made, with the most that it may cost."""
    return ModelCall.objects.create(
        conversation=purpose.conversation_id,
        customer=purpose.customer_id,
        purpose=purpose.what,
        model=model,
        outcome=UNDER_WAY,
        prompt_tokens=reserved.prompt_tokens,
        completion_tokens=reserved.completion_tokens,
    )


def end(call: ModelCall, outcome: str, taken: Taken) -> None:
    """Write how it ended and what it really cost."""
    ModelCall.objects.filter(pk=call.pk).update(
        outcome=outcome,
        prompt_tokens=taken.prompt_tokens,
        completion_tokens=taken.completion_tokens,
        first_byte_ms=taken.first_byte_ms,
        whole_ms=taken.whole_ms,
    )
    _count(outcome, taken)


def _count(outcome: str, taken: Taken) -> None:
    """Tell operators; whose budget is spent is left out, since it names a customer or conversation."""
    label = "over_budget" if outcome.startswith(OVER) else outcome
    meters.model_calls.labels(label).inc()
    meters.model_seconds.labels(label).observe(taken.whole_ms / 1000)
    meters.model_tokens.labels("read").inc(taken.prompt_tokens)
    meters.model_tokens.labels("written").inc(taken.completion_tokens)
    minutes.took("model", taken.whole_ms / 1000)
    if outcome != ANSWERED:
        minutes.happened("model_failed")


def not_made(call: ModelCall, whose: str) -> None:
    """The budget of `whose` is spent: the call was not made and cost nothing."""
    end(call, f"{OVER}{whose}", Taken(0))


def newest(count: int, *, besides: str = "") -> Sequence[ModelCall]:
    """The newest calls that were really made, the newest first."""
    made = ModelCall.objects.exclude(outcome__startswith=OVER)
    return list((made.exclude(pk=besides) if besides else made)[:count])


def failures(count: int) -> Sequence[ModelCall]:
    """The newest calls that failed or that a budget forbade, the newest first."""
    return list(ModelCall.objects.exclude(outcome__in=[ANSWERED, UNDER_WAY, Failure.INTERRUPTED])[:count])


def forget_old(now: datetime | None = None) -> int:
    """Remove calls older than KEPT_FOR; returns how many."""
    return ModelCall.objects.filter(created_at__lt=(now or timezone.now()) - KEPT_FOR).delete()[0]


TOKENS = F("prompt_tokens") + F("completion_tokens")
