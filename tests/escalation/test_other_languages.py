"""A wish for a person, anger and distress are heard in six more languages; what only sounds like them is not."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from assistant.encoders import minilm, use
from escalation.hearing import Heard, Line
from escalation.signals import hear

SIGNALS = ("anger", "asks_human", "distress")
HEARD, FALSE = 0.8, 0.12  # of what should be heard at least, of what should not at most, over the six languages


@cache
def said(signal: str, *, meant: bool) -> list[tuple[str, str]]:
    """Language and text of the messages of a signal's table."""
    with (Path(__file__).parent / "other_languages.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["signal"] == signal and (row["label"] == "1") is meant]
    return [(row["language"], row["text"]) for row in rows]


@cache
def fired(signal: str, language: str, text: str) -> bool:
    heard = Heard(
        (Line("customer", text, 1),),
        np.zeros((1, minilm.DIMENSIONS), dtype=np.float32),  # English: no help here
        language,
        vectors_use=use.encode([text]),
    )
    return hear(heard).signals[signal].fired


def share(signal: str, *, meant: bool) -> float:
    texts = said(signal, meant=meant)
    return sum(fired(signal, *each) for each in texts) / len(texts)


@pytest.mark.parametrize("signal", SIGNALS)
def test_most_of_what_is_meant_is_heard(signal: str) -> None:
    assert share(signal, meant=True) >= HEARD


@pytest.mark.parametrize("signal", SIGNALS)
def test_little_of_what_only_sounds_like_it_is_heard(signal: str) -> None:
    assert share(signal, meant=False) <= FALSE


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "nl", "pt"])
def test_each_language_hears_each_signal(language: str) -> None:
    for signal in SIGNALS:
        texts = [text for of, text in said(signal, meant=True) if of == language]
        assert sum(fired(signal, language, text) for text in texts) >= len(texts) * 0.6


@pytest.mark.parametrize(("language", "text"), [("fr", "J'en ai marre !"), ("es", "¡Estoy harto!")])
def test_a_first_message_is_no_talk_that_goes_wrong(language: str, text: str) -> None:
    assert fired("anger", language, text)
    assert not fired("loop", language, text)
    assert not fired("intent_missed", language, text)
