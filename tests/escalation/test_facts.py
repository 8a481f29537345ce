"""Facts: counts of the thread, confidence, and the exact way back from JSON."""

import json

import numpy as np
import pytest

from escalation.circumstances import Circumstances
from escalation.facts import Facts, FactsError, Heard, Line, measure
from escalation.signals import NAMES
from escalation.signals.sensing import THRESHOLD
from tests.escalation.conversations import Said, facts, heard, unvectored


def test_every_signal_has_a_value_and_counts_follow_the_thread() -> None:
    seen = measure(heard("hello", ("assistant", "Hi!"), "where is my order"))
    assert set(seen.signals) == set(NAMES)
    assert all(0 <= signal.value <= 1 for signal in seen.signals.values())
    assert seen.counts["customer_messages"] == 2
    assert seen.counts["assistant_messages"] == 1
    assert seen.confidence is None
    tried = seen.with_confidence(0.1, 0.3)
    assert {signal.threshold for signal in tried.signals.values()} == {THRESHOLD}  # warnings about rules rest on it


def test_unsure_answers_are_counted_in_all_and_in_a_row_and_only_since_the_hand_back() -> None:
    lines = [
        Line("customer", "a", 1),
        Line("assistant", "not sure", 2, unsure=True),
        Line("customer", "b", 3),
        Line("assistant", "sure", 4),
        Line("customer", "c", 5),
        Line("assistant", "not sure", 6, unsure=True),
        Line("customer", "d", 7),
    ]
    counts = measure(unvectored(*lines)).counts
    assert (counts["unsure"], counts["unsure_in_a_row"]) == (2, 1)
    vectors = np.zeros((4, 384), dtype=np.float32)
    assert measure(Heard(tuple(lines), vectors, handed_back_at=4)).counts["unsure"] == 1
    after = measure(unvectored(*lines)).with_confidence(0.1, 0.4).counts
    assert (after["unsure"], after["unsure_in_a_row"]) == (3, 2)


@pytest.mark.parametrize(("confidence", "threshold"), [(0.3, 0.4), (0.4, 0.4), (0.0, 0.0), (1.0, 1.0), (0.999, 1.0)])
def test_low_confidence_fires_exactly_below_the_threshold(confidence: float, threshold: float) -> None:
    signal = facts().with_confidence(confidence, threshold).signals["low_confidence"]
    assert signal.fired is (confidence < threshold)


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_outside_0_to_1_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="within"):
        facts().with_confidence(confidence, 0.4)


def test_a_customer_line_without_its_vector_is_refused() -> None:
    with pytest.raises(ValueError, match="vectors"):
        Heard((Line("customer", "a", 1),), np.zeros((2, 384), dtype=np.float32))


def test_measured_facts_come_back_from_json_as_they_were() -> None:
    seen = measure(heard("This is ridiculous, let me talk to a human!", customer={"plan": "gold", "orders": 3}))
    assert Facts.from_json(json.loads(json.dumps(seen.to_json()))) == seen


NIGHT = Circumstances("refunds", "email", "supervised", "sunday", "23:30", {"Sales": True, "Care": False})


def test_circumstances_are_kept_as_they_were() -> None:
    seen = measure(heard("hello"), NIGHT)
    again = Facts.from_json(json.loads(json.dumps(seen.to_json())))
    assert again.circumstances == NIGHT
    assert again == seen
    assert measure(heard("hello")).circumstances == Circumstances()


def test_anger_and_distress_keep_their_course_since_a_person_dealt_with_the_customer() -> None:
    said: tuple[str | Said, ...] = (
        "hello",
        ("assistant", "Hi!"),
        "where is my order",
        "This is ridiculous, I am furious about this!",
    )
    seen = measure(heard(*said))
    assert [seq for seq, _ in seen.course["anger"]] == [1, 3, 4]
    values = [value for _, value in seen.course["anger"]]
    assert values[-1] == seen.signals["anger"].value > values[0]
    assert seen.rise("anger") == pytest.approx(values[-1] - values[0])
    assert [seq for seq, _ in measure(heard(*said, handed_back_at=3)).course["anger"]] == [4]


def test_the_first_message_has_not_risen_and_what_was_not_measured_is_not_known() -> None:
    assert measure(heard("This is ridiculous!")).rise("anger") == 0
    assert measure(heard()).rise("distress") == 0
    assert facts(values={"anger": 0.9}).rise("anger") is None
    assert measure(heard("hello")).rise("loop") is None


STORED = facts(values={"anger": 0.4}).to_json()


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {},
        {**STORED, "format": 1},
        {**STORED, "extra": 1},
        {**STORED, "confidence": 1.5},
        {**STORED, "confidence": True},
        {**STORED, "language": 3},
        {**STORED, "counts": {"unsure": 1.5}},
        {**STORED, "customer": {"plan": None}},
        {**STORED, "circumstances": {}},
        {**STORED, "circumstances": {**STORED["circumstances"], "clock": "8:30"}},
        {**STORED, "circumstances": {**STORED["circumstances"], "weekday": "Sunday"}},
        {**STORED, "circumstances": {**STORED["circumstances"], "topic": 3}},
        {**STORED, "circumstances": {**STORED["circumstances"], "open": {"Sales": 1}}},
        {**STORED, "circumstances": {**STORED["circumstances"], "open": ["Sales"]}},
        {**STORED, "course": {"anger": [[1]]}},
        {**STORED, "course": {"anger": [[1, 2.0]]}},
        {**STORED, "course": {"anger": [["1", 0.5]]}},
        {**STORED, "signals": {"anger": {"name": "joy", "value": 0, "threshold": 0, "evidence": []}}},
        {**STORED, "signals": {"anger": {"name": "anger", "value": None, "threshold": 0, "evidence": []}}},
        {**STORED, "signals": {"anger": {"name": "anger", "value": 0, "threshold": 0, "evidence": [{"text": "x"}]}}},
    ],
)
def test_other_json_is_refused(wrong: object) -> None:
    with pytest.raises(FactsError):
        Facts.from_json(wrong)
