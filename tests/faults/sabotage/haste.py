"""Shorter waits, so that a test sees in seconds what a death or a silence costs; the rules stay the same."""

from datetime import timedelta
from functools import partial

from assistant.engines import breaker
from assistant.engines.exchange import Patience
from billing import pushing
from conversations.arrivals import following
from conversations.insights import looking
from conversations.sockets import JsonSocket
from conversations.webhooks import outcomes
from tenants import jobs
from tests.faults.sabotage.wrapping import replace


def install() -> None:
    """A lease of 1.5 s instead of 15, a ping after 0.8 s instead of 25, and its pong awaited for 6 s instead of 60.

    Measured every second instead of twice a minute; what others' servers refused is tried again after moments, and a
    language model that fails is asked again and again, and waited for for 3 s at most instead of 45.
    """
    jobs.LEASE = timedelta(seconds=1.5)
    jobs.RENEW_EVERY = 0.5
    JsonSocket.idle, JsonSocket.silent = 0.8, 6.0
    looking.EVERY = timedelta(seconds=1)
    pushing.AGAIN = following.WHILE_SILENT = timedelta(seconds=1)
    outcomes.DELAYS = tuple(timedelta(seconds=0.3) for _ in outcomes.DELAYS)  # type: ignore[assignment]
    outcomes.FIRST_REST = outcomes.LONGEST_REST = timedelta(seconds=0.3)
    breaker.LOOKS_BACK = 0
    replace("assistant.engines.chosen:answer", partial(partial, patience=Patience(first=1.0, whole=3.0)))
