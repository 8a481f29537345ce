"""A summary is made of sentences that stand in the conversation, each with its message."""

from assistant.answering import Line
from assistant.summarising import as_text, summarise

TALK = [
    Line("customer", "Hello, my order LC-104233 came with a bent wheel. Can you replace it?", 1),
    Line("assistant", "You can return anything unused within 30 days.", 2),
    Line("customer", "It is not unused, it came bent", 3),
    Line("agent", "I am sorry about that. I'll send you a new wheel on Monday. Is your address the same?", 4),
    Line("customer", "Yes. And what do I do with the old one?", 5),
]


def test_it_says_what_is_wanted_known_promised_and_open() -> None:
    points = {(one.label, one.text, one.seq) for one in summarise(TALK)}
    assert ("Order number", "LC-104233", 1) in points
    assert ("Promised", "I'll send you a new wheel on Monday.", 4) in points
    assert ("Open", "Yes. And what do I do with the old one?", 5) in points
    assert any(label == "Wants" for label, _, _ in points)


def test_every_sentence_stands_in_the_conversation() -> None:
    whole = " ".join(line.text for line in TALK)
    assert all(one.text in whole for one in summarise(TALK))


def test_a_question_is_no_promise_and_thanks_are_not_open() -> None:
    points = summarise([*TALK[:4], Line("customer", "Thanks!", 5)])
    assert [one.text for one in points if one.label == "Promised"] == ["I'll send you a new wheel on Monday."]
    assert not any(one.label == "Open" for one in points)


def test_it_reads_as_lines() -> None:
    assert "Promised: I'll send you a new wheel on Monday." in as_text(summarise(TALK)).splitlines()


def test_nothing_was_said_nothing_is_summed_up() -> None:
    assert summarise([]) == []
