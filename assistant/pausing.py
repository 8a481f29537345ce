"""When a server that failed again and again is left alone for a while: pure, from the rows of the calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

OPENS_AFTER = 5  # failures in a row
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=5)
PROBE = timedelta(seconds=60)  # after which a call that never ended is taken for lost


@dataclass(frozen=True)
class Try:
    """A call to the server; `failed` is None while it is under way."""

    began_at: datetime
    ended_at: datetime
    failed: bool | None


def left_alone_for(tries: Sequence[Try], now: datetime) -> timedelta | None:
    """How long the server is left alone yet, from the newest calls, newest first; None when it may be called.

    After the pause one call tries it; while that is under way the others still leave it alone.
    """
    ended = [one for one in tries if one.failed is not None]
    good = next((place for place, one in enumerate(ended) if not one.failed), len(ended))
    if good < OPENS_AFTER:
        return None
    newest = ended[0]
    pause = min(FIRST_PAUSE * (1 << (good - OPENS_AFTER)), LONGEST_PAUSE)
    if now < newest.ended_at + pause:
        return newest.ended_at + pause - now
    probing = any(one.failed is None and now - one.began_at < PROBE and one.began_at > newest.began_at for one in tries)
    return PROBE if probing else None
