"""The one writer of intents: what customers want, told by examples, which are encoded when they are written."""

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
from django.utils import timezone
from django.utils.translation import gettext

from assistant.encoders import minilm, use
from assistant.intents import Numbers, Pair
from assistant.models import Intent
from tenants import taken
from tenants.errors import ParameterError

LONGEST_NAME, LONGEST_DESCRIPTION = 80, 300
LONGEST_EXAMPLE, MOST_EXAMPLES = 300, 100
MOST_INTENTS = 100
WIDTH = minilm.DIMENSIONS + use.DIMENSIONS
ENCODERS = f"{minilm.MODEL_SHA256} {use.VERSION}"
DIGEST = 32  # bytes, before the numbers


class NameTakenError(ParameterError):
    """Another topic has this name."""

    status = 409
    code = "name_taken"


class TooManyError(ParameterError):
    """There are as many topics as there may be."""

    code = "too_many"


def prepared(intent: Intent) -> Intent:
    """The intent with the vectors of its examples; encodes, so it is called outside of transactions."""
    if not bytes(intent.vectors).startswith(_digest(intent.examples)):
        intent.vectors = encode(intent.examples)
    return intent


def create(intent: Intent) -> None:
    """Store a new intent. Raises NameTakenError and TooManyError."""
    if Intent.objects.count() >= MOST_INTENTS:
        raise TooManyError(
            gettext("name: there may be {most_intents} topics at most.").format(most_intents=MOST_INTENTS), param="name"
        )
    _save(intent)


def change(intent: Intent) -> None:
    """Store a changed intent. Raises NameTakenError."""
    intent.updated_at = timezone.now()
    _save(intent)


def remove(intent: Intent) -> None:
    """Forget the intent."""
    intent.delete()


def forget(texts: Iterable[str]) -> None:
    """Take these texts out of all examples, as when who wrote them is erased."""
    gone = {" ".join(text.split()).casefold() for text in texts}
    for intent in Intent.objects.select_for_update():
        kept = [text for text in intent.examples if text.casefold() not in gone]
        if len(kept) < len(intent.examples):
            intent.examples, intent.vectors = kept, b""
            change(intent)


def encode(examples: Sequence[str]) -> bytes:
    """The vectors of the examples, after a digest that says of what they are."""
    near, far = minilm.encode(examples), use.encode(examples)
    return _digest(examples) + np.hstack([near, far]).astype(np.float16).tobytes()


def vectors_of(intent: Intent) -> Pair:
    """The vectors of its examples; encoded and kept when they are not there, as in a row from elsewhere."""
    kept = bytes(intent.vectors)
    if kept[:DIGEST] != _digest(intent.examples):
        kept = encode(intent.examples)
        Intent.objects.filter(pk=intent.pk, examples=intent.examples).update(vectors=kept)
    whole: Numbers = np.frombuffer(kept[DIGEST:], dtype=np.float16).astype(np.float32).reshape(-1, WIDTH)
    return whole[:, : minilm.DIMENSIONS], whole[:, minilm.DIMENSIONS :]


def _digest(examples: Sequence[str]) -> bytes:
    return hashlib.sha256("\n".join([ENCODERS, *examples]).encode()).digest()


def _save(intent: Intent) -> None:
    with taken.refused_as(NameTakenError(gettext("name: another topic has this name."), param="name")):
        intent.save()
