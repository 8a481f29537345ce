"""What comes of an assessment: a proposal, a label, a miss, a note; each can be taken back."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Agent
from conversations.assessments import beginning
from conversations.models import (
    Assessment,
    AssessmentOutcome,
    HandoverLabel,
    Proposal,
    Review,
    Scorecard,
    ToMeasure,
)
from tests.assessments import sheets
from tests.quality import past
from tests.quality.past import send


@pytest.fixture
def one(card: Scorecard, bob: Agent) -> Assessment:
    """One that waits, of a conversation in which the assistant said something."""
    return sheets.waiting(card, bob)


def test_a_wrong_answer_becomes_a_proposal(sues: Client, one: Assessment) -> None:
    made = send(sues, "post", f"assessments/{one.id}/outcomes", 201, kind="correction", at_seq=2, text="In five days.")
    (outcome,) = made["outcomes"]
    proposal = Proposal.objects.get()
    assert (outcome["proposal"], proposal.correction) == ({"id": proposal.id, "state": "open"}, "In five days.")
    send(sues, "delete", f"assessments/{one.id}/outcomes/{outcome['id']}", 200)
    proposal.refresh_from_db()
    assert (proposal.state, AssessmentOutcome.objects.count()) == ("dismissed", 0)


def test_a_handover_gets_its_label(sues: Client, card: Scorecard) -> None:
    handover = past.handed(past.ago(1))
    about = beginning.about_conversation(handover.conversation)
    one = beginning.begin(about, card)
    said = {"kind": "label", "verdict": "too_late", "trigger": "churn_risk"}
    (outcome,) = send(sues, "post", f"assessments/{one.id}/outcomes", 201, **said)["outcomes"]
    assert (outcome["verdict"], outcome["trigger"]["label"]) == ("too_late", "At risk of leaving")
    assert HandoverLabel.objects.get(ended_at=None).verdict == "too_late"
    assert ToMeasure.objects.exists()
    send(sues, "delete", f"assessments/{one.id}/outcomes/{outcome['id']}", 200)
    assert not HandoverLabel.objects.filter(ended_at=None).exists()


def test_a_miss_counts_for_the_rules_only_where_chance_drew_it(sues: Client, card: Scorecard, one: Assessment) -> None:
    said = {"kind": "missed", "trigger": "anger", "at_seq": 1}
    send(sues, "post", f"assessments/{one.id}/outcomes", 201, **said)
    assert not Review.objects.exists()
    review = past.drawn(past.ago(2))
    drawn = beginning.begin(beginning.about_conversation(review.conversation), card)
    (outcome,) = send(sues, "post", f"assessments/{drawn.id}/outcomes", 201, **said)["outcomes"]
    review.refresh_from_db()
    assert (review.verdict, review.trigger, review.at_seq) == ("missed", "anger", 1)
    send(sues, "delete", f"assessments/{drawn.id}/outcomes/{outcome['id']}", 200)
    review.refresh_from_db()
    assert review.verdict == ""


def test_half_of_it_is_refused_and_nothing_comes_of_it(sues: Client, one: Assessment) -> None:
    wrong: list[tuple[dict[str, Any], int, str]] = [
        ({"kind": "correction", "at_seq": 2}, 422, "text"),
        ({"kind": "coaching", "text": "So.", "at_seq": 2**31}, 422, "at_seq"),
        ({"kind": "correction", "text": "So."}, 422, "at_seq"),
        ({"kind": "correction", "text": "So.", "at_seq": 1}, 404, "seq"),
        ({"kind": "label"}, 422, "verdict"),
        ({"kind": "label", "verdict": "right"}, 404, "handover_id"),
        ({"kind": "missed", "at_seq": 1}, 422, "trigger"),
        ({"kind": "missed", "at_seq": 2, "trigger": "anger"}, 422, "at_seq"),
        ({"kind": "coaching"}, 422, "text"),
    ]
    for said, status, param in wrong:
        assert send(sues, "post", f"assessments/{one.id}/outcomes", status, **said)["error"]["param"] == param
    assert (AssessmentOutcome.objects.count(), Proposal.objects.count()) == (0, 0)


def test_where_the_assistant_was_alone_there_is_nobody_to_coach(sues: Client, card: Scorecard) -> None:
    alone = sheets.waiting(card)
    said = {"kind": "coaching", "text": "Well done."}
    assert send(sues, "post", f"assessments/{alone.id}/outcomes", 422, **said)["error"]["param"] == "kind"
