"""The signals over whole talks: each fires with the customer's words as evidence, and a near miss does not."""

from __future__ import annotations

import pytest

from escalation import rules
from escalation.defaults import DEFAULT_RULES
from escalation.facts import measure
from escalation.hearing import Attribute
from escalation.signals import NAMES
from tests.escalation.conversations import Said, heard

DEFAULTS = rules.parse(DEFAULT_RULES)


def bot(text: str) -> Said:
    """A line of the assistant."""
    return ("assistant", text)


RESTART = bot("Please restart your router by unplugging it for 30 seconds.")
GOLD: dict[str, Attribute] = {"plan": "Enterprise", "years": 6, "lifetime_value": 90000}

FIRES: list[tuple[str, tuple[str | Said, ...], dict[str, Attribute]]] = [
    ("billing_legal", ("You billed me twice for March and refuse to correct it. My lawyer will write to you.",), {}),
    ("policy_exception", ("I know it's four days past the 30 days, but could you still take the shoes back?",), {}),
    (
        "intent_missed",
        (
            "how do i change the name of the wifi", bot("To change your plan, open My Account."),
            "not the plan, the wifi name", bot("You can see your plan under My Account."),
            "that's still not what I asked. The NAME of the network",
        ),
        {},
    ),
    ("churn_risk", ("We're comparing you with two competitors and may not renew in June.",), GOLD),
    ("public_escalation", ("If this isn't solved today I'll post the whole story on Twitter and Trustpilot.",), {}),
    ("upsell", ("We've grown to 80 people and the 25 seats no longer do. What would a bigger plan cost?",), {}),
    (
        "cross_department",
        ("The delivery is broken, billing charged me for it anyway, and repairs says to ask the warehouse first.",),
        {},
    ),
    (
        "loop",
        ("my router light is red", RESTART, "did that, still red", RESTART, "I have already done that, twice"),
        {},
    ),
]  # fmt: skip

SILENT: list[tuple[str, tuple[str | Said, ...]]] = [
    ("billing_legal", ("My lawyer recommended your app. How do I download an invoice?",)),
    ("policy_exception", ("How many days do I have to return shoes?",)),
    ("intent_missed", ("how do i change the wifi name", bot("Open Wireless and type a new name."), "perfect, thanks")),
    ("churn_risk", ("How do I cancel a meeting in the calendar?",)),
    ("public_escalation", ("I posted a great review of you on Google!",)),
    ("upsell", ("Where can I see my invoices?",)),
    ("cross_department", ("Which department do I ask about a missing screw?",)),
    ("loop", ("my light is red", RESTART, "still red", bot("Then press reset for ten seconds."), "green now, thanks!")),
    ("loop", ("our automation runs in an endless loop, which setting stops it?",)),
]


@pytest.mark.parametrize(("name", "said", "customer"), FIRES, ids=[name for name, *_ in FIRES])
def test_a_trigger_fires_with_evidence_and_its_rule_passes_the_baton(
    name: str, said: tuple[str | Said, ...], customer: dict[str, Attribute]
) -> None:
    seen = measure(heard(*said, customer=customer))
    signal = seen.signals[name]
    assert signal.fired
    newest = said[-1]
    assert isinstance(newest, str)
    for quote in signal.evidence:
        assert newest[quote.start : quote.end] == quote.text
        assert quote.seq == len(said)
    assert signal.evidence
    assert rules.decide(seen, DEFAULTS) is not None
    assert name in rules.fired(seen, DEFAULTS)


@pytest.mark.parametrize(("name", "said"), SILENT)
def test_what_only_looks_like_a_trigger_does_not_fire(name: str, said: tuple[str | Said, ...]) -> None:
    assert not measure(heard(*said)).signals[name].fired


def test_every_named_trigger_has_a_default_rule_that_is_on() -> None:
    assert {rule.trigger for rule in DEFAULTS.rules if rule.on} == {*NAMES, "low_confidence"}


@pytest.mark.parametrize(
    "text",
    [
        "Where is my order?", "How do I reset my password?", "What are your opening hours?", "Do you ship to Ireland?",
        "thanks, that helped", "Can I change my delivery address?", "hello", "Is the jacket waterproof?",
    ],
)  # fmt: skip
def test_routine_questions_raise_nothing(text: str) -> None:
    assert not [signal.name for signal in measure(heard(text)).signals.values() if signal.fired]


def test_what_a_person_dealt_with_raises_nothing_more() -> None:
    said: tuple[str | Said, ...] = (
        "My lawyer will write to you about it", ("agent", "I've refunded it."), "what time do you close?",
    )  # fmt: skip
    assert not [signal.name for signal in measure(heard(*said)).signals.values() if signal.fired]


@pytest.mark.parametrize("name", ["loop", "intent_missed"])
def test_lines_that_nobody_replied_to_yet_go_in_no_circle(name: str) -> None:
    burst = ("i want a refund", "i want a refund for a jacket", "want a refund for the blue jacket please")
    assert not measure(heard(*burst)).signals[name].fired


@pytest.mark.parametrize("said", [".", "...", "?!", " - "])
def test_a_line_without_words_says_nothing(said: str) -> None:
    assert not any(signal.fired for signal in measure(heard(said)).signals.values())
