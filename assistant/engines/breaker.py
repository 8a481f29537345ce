"""Leaves a model alone that failed again and again; it looks at the rows of the calls, so all processes agree."""

from datetime import datetime, timedelta

from django.utils import timezone

from assistant import pausing
from assistant.engines import calls
from assistant.engines.calls import ANSWERED, UNDER_WAY
from assistant.engines.exchange import Failure
from assistant.models import ModelCall
from assistant.pausing import Try

LOOKS_BACK = 12  # calls


def closed_for(now: datetime | None = None, *, besides: str = "") -> timedelta | None:
    """How long the model is left alone yet; None when it may be called. `besides` is the call that asks."""
    made = [call for call in calls.newest(LOOKS_BACK, besides=besides) if call.outcome != Failure.INTERRUPTED]
    return pausing.left_alone_for([_try(call) for call in made], now or timezone.now())


def _try(call: ModelCall) -> Try:
    failed = None if call.outcome == UNDER_WAY else call.outcome != ANSWERED
    return Try(call.created_at, call.created_at + timedelta(milliseconds=call.whole_ms), failed)
