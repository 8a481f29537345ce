"""Makes a request to the model and writes down what it cost, however it ended."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from assistant.engines import budgets, calls, exchange
from assistant.engines.budgets import Budgets
from assistant.engines.calls import Purpose, Taken
from assistant.engines.checks.reading import UnsayableError
from assistant.engines.exchange import (
    PATIENCE,
    Called,
    Endpoint,
    Failure,
    ModelFailedError,
    Patience,
    Piece,
    Query,
    Spent,
    Words,
)

LETTERS_OF_A_TOKEN = 3  # fewer than there are, so that an estimate is rather too high

Hear = Callable[[str], bool]


@dataclass(frozen=True)
class Charged:
    """Where the model is, and what may be spent there."""

    endpoint: Endpoint
    budgets: Budgets
    patience: Patience = PATIENCE


def charge(charged: Charged, query: Query, purpose: Purpose, *, patience: Patience, hear: Hear) -> list[Called]:
    """Make a request whose words go to `hear` until it wants no more; returns the tools that the model calls.

    ModelFailedError when the model gives nothing; OverBudgetError when the request may not be made.
    """
    asked_for = len(json.dumps(list(query.messages))) // LETTERS_OF_A_TOKEN
    call = calls.begin(purpose, model=charged.endpoint.model, reserved=Taken(asked_for, query.most_tokens))
    budgets.check(call, charged.budgets)
    taken, began, outcome = Taken(asked_for), time.monotonic(), str(Failure.INTERRUPTED)
    try:
        with exchange.client().answered(charged.endpoint, query, patience=patience) as pieces:
            wanted: list[Called] = []
            for piece in pieces:
                taken.first_byte_ms = taken.first_byte_ms or _since(began)
                if not _took(piece, taken, wanted, hear):
                    break
        outcome = calls.ANSWERED
    except ModelFailedError as error:
        outcome = error.failure
        raise
    except UnsayableError:
        outcome = calls.ANSWERED
        raise
    finally:
        taken.whole_ms = _since(began)
        calls.end(call, outcome, taken)
    return wanted


def _took(piece: Piece, taken: Taken, wanted: list[Called], hear: Hear) -> bool:
    """Take one piece; False when no more is wanted."""
    match piece:
        case Words(text=text):
            taken.completion_tokens += 1 + len(text) // LETTERS_OF_A_TOKEN
            return hear(text)
        case Called():
            wanted.append(piece)
        case Spent():
            taken.prompt_tokens, taken.completion_tokens = piece.prompt_tokens, piece.completion_tokens
    return True


def _since(began: float) -> int:
    return int((time.monotonic() - began) * 1000)
