"""Training: the same examples give the same weights, which are read back as written; figures come with intervals."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from escalation import cases
from escalation.evaluation import measure, wilson
from escalation.public_data import SIGNALS, DataError, Example, gather
from escalation.signals import cues, lexical, model, training
from escalation.signals.model import Weights, WeightsError
from escalation.signals.sensing import Sensor
from escalation.signals.teaching import teach
from escalation.signals.wording import plain_wording

COLUMNS = 384


def made_up_vectors(texts: list[str]) -> NDArray[np.float32]:
    """A unit vector per text that depends on nothing but its words."""
    rows = np.zeros((len(texts), COLUMNS), dtype=np.float32)
    for number, text in enumerate(texts):
        for bucket in lexical.buckets(plain_wording(text).plain):
            rows[number, bucket % COLUMNS] += 1
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1.0), dtype=np.float32)


@pytest.mark.parametrize("signal", SIGNALS)
def test_teaching_twice_gives_the_same_weights_and_figures(signal: str) -> None:
    examples = gather(signal, None)[::8]
    vectors = made_up_vectors([example.text for example in examples])
    first, second = teach(signal, examples, vectors), teach(signal, examples, vectors)
    assert np.array_equal(first.weights.vector, second.weights.vector)
    assert np.array_equal(first.weights.lexical, second.weights.lexical)
    assert first.weights.bias == second.weights.bias
    assert first.figures == second.figures


def test_training_and_serving_see_the_same_features() -> None:
    examples = gather("anger", None)[:60]
    texts = [example.text for example in examples]
    vectors = made_up_vectors(texts)
    sensor = Sensor("anger")
    weights = model.load("anger")
    sums = training.sums(weights, training.features(sensor, texts, vectors))
    for text, vector, total in zip(texts, vectors, sums, strict=True):
        wording = plain_wording(text)
        found, tone = sensor.look(wording)
        served = weights.value(vector, found.rest, tone)
        assert served == pytest.approx(1 / (1 + np.exp(-total)), abs=1e-4)


def test_weights_are_read_back_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = Weights(
        np.arange(COLUMNS, dtype=np.float32),
        np.ones(lexical.BUCKETS, dtype=np.float32),
        np.ones(len(cues.NAMES), dtype=np.float32),
        -0.25,
    )
    model.save("whim", written, tmp_path)
    monkeypatch.setattr(model, "WEIGHTS", tmp_path)
    read = model.load("whim")
    assert np.array_equal(read.vector, written.vector)
    assert read.bias == written.bias


def test_missing_damaged_and_outgrown_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "WEIGHTS", tmp_path)
    with pytest.raises(WeightsError):
        model.load("absent")
    (tmp_path / "broken.npz").write_bytes(b"PK not really")
    with pytest.raises(WeightsError):
        model.load("broken")
    few = np.ones(3, dtype=np.float32)
    model.save("small", Weights(few, few, few, 0.0), tmp_path)
    with pytest.raises(WeightsError, match="shapes"):
        model.load("small")


def test_the_border_lets_at_most_the_given_share_through() -> None:
    sums = np.arange(100, dtype=np.float64)
    border = training.border_at(sums, 0.05)
    assert (sums >= border).sum() == 5
    assert (sums >= training.border_at(sums, 0.0)).sum() == 0


@pytest.mark.parametrize("signal", SIGNALS)
def test_the_hand_written_cases_are_many_and_each_stands_once(signal: str) -> None:
    written = cases.load(signal)
    assert sum(case.label for case in written) >= 200
    assert sum(not case.label for case in written) >= 200
    assert len({case.text for case in written}) == len(written)
    held = sum(cases.is_held_out(case.text) for case in written) / len(written)
    assert 0.12 < held < 0.28


def test_a_text_is_held_out_whatever_its_punctuation() -> None:
    assert cases.is_held_out("Can I talk to a human?") == cases.is_held_out("can i talk to a human")


def test_data_that_lacks_a_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        gather("anger", tmp_path / "absent")
    with pytest.raises(DataError):
        gather("anger", tmp_path)


@pytest.mark.parametrize(("hits", "n", "low", "high"), [(0, 0, 0, 1), (50, 100, 0.404, 0.596), (0, 10, 0, 0.278)])
def test_the_interval_of_a_share(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=0.001)


def test_figures_count_what_fired() -> None:
    examples = [
        Example.yes("a", "cases"),
        Example.yes("b", "cases"),
        Example.no("c", "cases"),
        Example.no("d", "clinc150"),
    ]
    figures = {figure.name: figure for figure in measure("anger", examples, np.array([0.9, 0.1, 0.7, 0.2]), 0.5)}
    assert figures["precision, hand-written"].value == 0.5
    assert figures["recall, hand-written"].value == 0.5
    assert figures["F1, hand-written"].value == 0.5
    assert figures["neutral traffic flagged"].value == 0.0
    assert figures["neutral traffic flagged"].n == 1
