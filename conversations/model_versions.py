"""Which models a decision was made with, so that its record can name them."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from assistant.encoders import minilm, use
from assistant.knowledge import weights as retrieval
from assistant.models import AssistantSettings, Engine
from escalation.signals import model, phrases

SHOWN = 12  # characters of a hash: enough to tell versions apart


def of_turn(engine: str, settings: AssistantSettings, *, token: str = "") -> dict[str, str]:
    """The versions behind a decision by name; the language model's only where it made the answer.

    Of an AI of the company's own, the `token` is known with which it came.
    """
    found = {**_fitted(), "engine": engine}
    if engine == Engine.OUTSIDE:
        return found | {"token": token}
    return found | {"model": settings.model_name} if engine == Engine.LANGUAGE_MODEL else found


@cache
def _fitted() -> dict[str, str]:
    """Of what is in the tree or installed: it changes with the process alone."""
    return {
        "signals": _hash([*model.WEIGHTS.glob("*.npz"), *phrases.BOOKS.glob("*.txt")]),
        "retrieval": _hash([retrieval.FILE]),
        "minilm": minilm.MODEL_SHA256[:SHOWN],
        "use": use.VERSION,
    }


def _hash(files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(file.name.encode())
        whole.update(file.read_bytes())
    return whole.hexdigest()[:SHOWN]
