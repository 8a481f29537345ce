"""Intents learn from their names too, and take a second opinion where examples are few."""

import numpy as np

from assistant import intents, ridge
from assistant.encoders import minilm, use

LOST = ("I lost my card", "my card is gone", "my card was stolen")
PIN = ("I forgot my PIN", "change my pin", "what is my pin code")


def test_a_name_in_words_is_one_more_example() -> None:
    texts, labels = intents.with_names([*LOST, *PIN], ["lost_card"] * 3 + ["forgottenPIN"] * 3)
    assert texts[-2:] == ["forgottenPIN", "lost card"]
    assert labels[-2:] == ["forgottenPIN", "lost_card"]


def test_a_number_or_a_key_is_no_example_and_neither_is_a_name_among_many() -> None:
    few = intents.with_names(list(LOST), ["7", "12-3", "a_1"])
    assert few == (list(LOST), ["7", "12-3", "a_1"])
    many = [f"{text} {number}" for text in LOST for number in range(10)]
    assert intents.with_names(many, ["lost_card"] * 30) == (many, ["lost_card"] * 30)


def test_vectors_that_are_read_already_give_the_same_guess() -> None:
    texts, labels = [*LOST, *PIN], ["lost"] * 3 + ["pin"] * 3
    asked = ["somebody took my card"]
    fitted = intents.fit(texts, labels)
    read = (minilm.encode(texts), use.encode(texts))
    again = intents.fit(texts, labels, read=read)
    assert fitted.guess(asked) == again.guess(asked, read=(minilm.encode(asked), use.encode(asked)))
    assert fitted.guess(asked)[0].label == "lost"


def test_ridge_regression_gives_its_own_rows_their_class_and_far_ones_none() -> None:
    dice = np.random.default_rng(3)
    middles = dice.normal(size=(4, 32))
    of = np.repeat(np.arange(4), 10)
    rows = middles[of] + 0.3 * dice.normal(size=(40, 32))
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    words = np.zeros((40, 8), dtype=np.float32)
    fitted = ridge.fit(rows, words, of, classes=4)
    scores = fitted.scores(rows, words)
    assert (scores.argmax(axis=1) == of).all()
    assert scores[np.arange(40), of].min() > 0.7
    assert np.abs(fitted.scores(-rows[:1], words[:1])).max() < 0.3
