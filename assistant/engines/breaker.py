"""Leaves a model alone that failed again and again; it looks at the rows of the calls, so all processes agree."""

from datetime import datetime, timedelta

from django.utils import timezone

from assistant.engines import calls
from assistant.engines.calls import ANSWERED, UNDER_WAY
from assistant.engines.exchange import Failure
from assistant.models import ModelCall

OPENS_AFTER = 5  # failures in a row
LOOKS_BACK = 12  # calls
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=5)
PROBE = timedelta(seconds=60)  # after which a call that never ended is taken for lost


def closed_for(now: datetime | None = None, *, besides: str = "") -> timedelta | None:
    """How long the model is left alone yet; None when it may be called. `besides` is the call that asks.

    After the pause one call tries it; while that is under way the others still leave it alone.
    """
    now = now or timezone.now()
    made = [call for call in calls.newest(LOOKS_BACK, besides=besides) if call.outcome != Failure.INTERRUPTED]
    under_way = [call for call in made if call.outcome == UNDER_WAY and now - call.created_at < PROBE]
    failed = _in_a_row([call for call in made if call.outcome != UNDER_WAY])
    if len(failed) < OPENS_AFTER:
        return None
    pause = min(FIRST_PAUSE * (1 << (len(failed) - OPENS_AFTER)), LONGEST_PAUSE)
    ended = failed[0].created_at + timedelta(milliseconds=failed[0].whole_ms)
    if now < ended + pause:
        return ended + pause - now
    return PROBE if any(call.created_at > failed[0].created_at for call in under_way) else None


def _in_a_row(ended: list[ModelCall]) -> list[ModelCall]:
    """The newest calls, as far back as all of them failed."""
    answered = next((place for place, call in enumerate(ended) if call.outcome == ANSWERED), len(ended))
    return ended[:answered]
