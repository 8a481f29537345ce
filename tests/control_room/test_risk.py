"""The risk of a conversation, by tables: what counts, how much, and in which words."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from conversations.control_room import risk
from conversations.control_room.risk import Reason, Risk, Stakes
from conversations.models import Tier
from escalation.facts import Facts, Quote, Signal

NOW = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
CALM = Stakes(now=NOW)


def facts(signals: dict[str, float] | None = None, **fields: Any) -> Facts:
    """Facts with these signals, each with a threshold of one half and a quote."""
    heard = {
        name: Signal(name, value, 0.5, (Quote("for the third time", 3, 0, 18),))
        for name, value in (signals or {}).items()
    }
    known: dict[str, Any] = {"confidence": None, "confidence_threshold": None, "counts": {}, "course": {}, **fields}
    return Facts(signals=heard, language="en", customer={}, **known)


@pytest.mark.parametrize(
    ("signal", "value", "score", "label"),
    [
        ("anger", 0.24, 0, None),  # below half of its threshold
        ("anger", 0.4, 31, "Anger or frustration 40%, counts from 50%"),  # .75 * .7 * (.8 - .5) / .5
        ("anger", 0.5, 52, "Anger or frustration 50%"),  # .75 * .7
        ("anger", 1.0, 75, "Anger or frustration 100%"),
        ("distress", 0.5, 63, "Distress 50%"),
        ("upsell", 0.9, 0, None),  # a chance, no risk
    ],
)
def test_a_signal_weighs_by_how_near_it_is(signal: str, value: float, score: int, label: str | None) -> None:
    stands = risk.assess(facts({signal: value}), CALM)
    assert stands.score == score
    assert [one.label for one in stands.reasons] == ([label] if label else [])
    for one in stands.reasons:
        assert (one.value, one.threshold, one.text, one.seq) == (value, 0.5, "for the third time", 3)


def test_reasons_add_up_as_chances_and_the_weightiest_is_told_first() -> None:
    """Anger at its threshold .525, two misses .4: 1 - .475 * .6 = .715."""
    stands = risk.assess(facts({"anger": 0.5}, counts={"unsure_in_a_row": 2}), CALM)
    assert stands.score == 72
    assert [one.kind for one in stands.reasons] == ["anger", "misses"]
    assert stands.reasons[1].label == "2 answers in a row that it did not know"


@pytest.mark.parametrize(
    ("fields", "kind", "score"),
    [
        ({"counts": {"unsure_in_a_row": 1}}, "misses", 15),
        ({"counts": {"unsure_in_a_row": 5}}, "misses", 60),
        ({"confidence": 0.55, "confidence_threshold": 0.5}, "confidence", 20),
        ({"confidence": 0.7, "confidence_threshold": 0.5}, None, 0),
        ({"confidence": 0.3, "confidence_threshold": 0.5}, None, 0),  # that is a miss, which the counts tell
    ],
)
def test_doubt_counts(fields: dict[str, Any], kind: str | None, score: int) -> None:
    stands = risk.assess(facts(**fields), CALM)
    assert ([one.kind for one in stands.reasons], stands.score) == ([kind] if kind else [], score)


def test_a_mood_that_grows_worse_is_told_with_its_course() -> None:
    """Anger at .44 is .88 of its threshold: .75 * .7 * .76 = .399; it rose by .4: .2; together 1 - .601 * .8 = .519."""
    stands = risk.assess(facts({"anger": 0.44}, course={"anger": ((1, 0.04), (3, 0.44))}), CALM)
    assert stands.score == 52
    assert stands.reasons[1].label == "Anger or frustration rose from 4% to 44%"


@pytest.mark.parametrize(
    ("stakes", "kind", "label"),
    [
        (Stakes(money="Refund of 49.00 EUR for LC-1", now=NOW), "money", "Refund of 49.00 EUR for LC-1"),
        (Stakes(task="Under way: refund", now=NOW), "money", "Under way: refund"),
        (Stakes(worth=0.6, now=NOW), "value", "A customer of high value"),
        (Stakes(unfollowed="No article.", now=NOW), "guidance", "No article."),
        (
            Stakes(promise="a call", promise_due=NOW + timedelta(hours=1), now=NOW),
            "promise",
            "A promise is due soon: a call",
        ),
        (Stakes(promise="a call", promise_due=NOW, now=NOW), "promise", "A promise is overdue: a call"),
    ],
)
def test_what_is_at_stake_counts(stakes: Stakes, kind: str, label: str) -> None:
    (reason,) = risk.assess(facts(), stakes).reasons
    assert (reason.kind, reason.label, reason.text) == (kind, label, "")


@pytest.mark.parametrize(
    ("seconds", "score", "label"),
    [(29, 50, None), (30, 60, "Waits for an answer for 30 seconds"), (180, 70, "Waits for an answer for 3 minutes")],
)
def test_silence_counts_while_an_answer_is_owed(seconds: int, score: int, label: str | None) -> None:
    """At 30 seconds .15 + .25 / 6 = .192: 1 - .5 * .808 = .596; at three minutes .4: .7."""
    known = Risk(50, (Reason("anger", "Anger", 0.5),))
    stands = risk.with_silence(known, NOW - timedelta(seconds=seconds), NOW)
    assert stands.score == score
    assert [one.label for one in stands.reasons] == ["Anger", *([label] if label else [])]
    assert risk.with_silence(known, None, NOW) == known


def test_tiers_begin_where_the_company_says() -> None:
    scores = (29, 30, 59, 60, 100)
    tiers = [risk.tier_of(score, raised_from=30, high_from=60) for score in scores]
    assert tiers == [Tier.LOW, Tier.RAISED, Tier.RAISED, Tier.HIGH, Tier.HIGH]


def test_a_reason_is_stored_and_read_again() -> None:
    reason = Reason("anger", "Anger 61%", 0.4, value=0.61, threshold=0.5, text="third time", seq=3)
    assert Reason.from_json(reason.to_json()) == reason
