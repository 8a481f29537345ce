"""Sockets that come and go, and their frames, in the log and in the figures."""

import logging
from functools import cache

from prometheus_client import Counter

from tenants.observing import meters, sampling

IN, OUT = "in", "out"

logger = logging.getLogger(__name__)


def came(side: str) -> None:
    """A socket of the widget or of the desk is there."""
    meters.sockets.labels(side).inc()
    sampling.sockets.count += 1
    logger.info("A socket of the %s came.", side)


def went(side: str, code: int) -> None:
    """It is gone, with this code."""
    meters.sockets.labels(side).dec()
    meters.sockets_closed.labels(side, meters.code(code)).inc()
    sampling.sockets.count -= 1
    logger.info("A socket of the %s went with %s.", side, code)


def frame(side: str, direction: str) -> None:
    """A frame came in or went out."""
    _counter(side, direction).inc()


@cache
def _counter(side: str, direction: str) -> Counter:
    return meters.frames.labels(side, direction)
