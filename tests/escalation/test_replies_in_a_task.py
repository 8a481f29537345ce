"""Replies to a task's questions are no loop, no anger and no miss; what is grave is heard there all the same."""

import pytest

from assistant import reading
from escalation.facts import measure
from escalation.hearing import Heard, Line


def fired(*said: str, newest: str, in_task: bool = True) -> set[str]:
    """The signals that fire at the newest words, after questions and replies in turn that belong to a task."""
    lines = [
        Line("assistant" if place % 2 else "customer", text, place + 1, in_task=in_task)
        for place, text in enumerate([*said, newest])
    ]
    read = reading.read([line.text for line in lines if line.role == "customer"])
    seen = measure(Heard(tuple(lines), read.vectors, vectors_use=read.vectors_use))
    return {name for name, signal in seen.signals.items() if signal.fired}


ASKED = ("Where is my order?", "Which order is it about? Pick one, or tell me its number.")


@pytest.mark.parametrize(
    "newest",
    ["LC-104233", "104233", "no", "No, the other one", "yes", "the second", "carol@example.org", "123456", "2",
     "no, LC-104234", "never mind", "Wool scarf", "tomorrow at ten", "nein", "die andere", "dunno", "hmm", "???"],
)  # fmt: skip
def test_a_bare_reply_fires_nothing(newest: str) -> None:
    assert fired(*ASKED, newest=newest) == set()
    assert fired(*ASKED, "no", ASKED[1], newest=newest) == set()


def test_the_same_reply_twice_is_no_circle() -> None:
    assert fired(*ASKED, "LC-104233", "There is no such order. Which one?", newest="LC-104233") == set()


@pytest.mark.parametrize(
    ("newest", "name"),
    [
        ("This is the worst service ever, you useless idiots!!!", "anger"),
        ("I want to talk to a real person now", "asks_human"),
        ("I can't go on like this, I want to end my life", "distress"),
        ("My lawyer will hear of this, I will sue you", "billing_legal"),
    ],
)
def test_what_is_grave_is_heard(newest: str, name: str) -> None:
    assert name in fired(*ASKED, newest=newest)
