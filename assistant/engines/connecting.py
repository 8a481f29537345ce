"""Tries a model out before, or while, customers get its answers."""

import json
import time
from dataclasses import dataclass

from assistant.engines import charging, reply
from assistant.engines.budgets import OverBudgetError
from assistant.engines.calls import OVER, Purpose
from assistant.engines.charging import Charged
from assistant.engines.exchange import Json, ModelFailedError, Patience, Query

TEST = "test"
PATIENCE = Patience(first=10.0, whole=20.0)
ASKED = (
    "This is a test of the connection. Reply with one JSON object: signals is empty, action is unsure, "
    "confidence is 0, citations is empty, text is empty."
)


@dataclass(frozen=True)
class Tried:
    """How it went; `why` is the kind of failure, "" when it answered as it should."""

    why: str
    took_ms: int


def try_out(charged: Charged) -> Tried:
    """Ask the model for the shortest reply of the form that answers have; it is charged as a call."""
    came = reply.Reply()
    began = time.monotonic()

    def hear(piece: str) -> bool:
        came.take(piece)
        return True

    try:
        query = Query(_messages(), schema=reply.schema(), most_tokens=200)
        charging.charge(charged, query, Purpose(what=TEST), patience=PATIENCE, hear=hear)
        came.end()
    except ModelFailedError as error:
        return Tried(error.failure, _since(began))
    except OverBudgetError as error:
        return Tried(f"{OVER}{error.whose}", _since(began))
    return Tried("", _since(began))


def _messages() -> list[Json]:
    return [{"role": "system", "content": ASKED}, {"role": "user", "content": json.dumps({"conversation": []})}]


def _since(began: float) -> int:
    return int((time.monotonic() - began) * 1000)
