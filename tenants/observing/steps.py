"""How long the steps of a turn take."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from tenants.observing import meters, minutes, spans

WHOLE = "whole"


@contextmanager
def step(name: str) -> Iterator[None]:
    """A step in the block, or in the function that it decorates."""
    began = time.perf_counter()
    try:
        with spans.span(name):
            yield
    finally:
        seconds = time.perf_counter() - began
        meters.turn_seconds.labels(name).observe(seconds)
        if name == WHOLE:
            minutes.took("turn", seconds)
