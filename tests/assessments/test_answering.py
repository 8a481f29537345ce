"""Agents see what was said of their own work, answer it, and dispute it; somebody else decides."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations.models import Assessment, Scorecard
from tests import cast
from tests.assessments import sheets
from tests.clients import HostClient
from tests.quality.past import send


@pytest.fixture
def one(sues: Client, card: Scorecard, bob: Agent) -> Assessment:
    """One of Bob's work that Sue is done with."""
    made = sheets.waiting(card, bob)
    said = {"answers": sheets.answers(right="no"), "comment": "Look at the order first."}
    send(sues, "put", f"assessments/{made.id}", 200, **said, done=True)
    made.refresh_from_db()
    return made


def test_an_agent_reads_it_with_the_comment_and_the_notes(sues: Client, bobs: Client, one: Assessment) -> None:
    send(sues, "post", f"assessments/{one.id}/outcomes", 201, kind="coaching", text="Ask for the number.", at_seq=2)
    listed = send(bobs, "get", "assessments/mine", 200)
    assert (listed["counts"], [row["id"] for row in listed["data"]]) == ({"of": 1, "new": 1}, [one.id])
    assert [(note["text"], note["by"]["name"]) for note in listed["notes"]] == [("Ask for the number.", "Sue Example")]
    seen = send(bobs, "get", f"assessments/{one.id}", 200)
    assert (seen["comment"], seen["score"], seen["may"]["reply"]) == ("Look at the order first.", 35.0, True)
    assert send(bobs, "get", "assessments/mine", 200)["counts"]["new"] == 0


def test_an_agent_sees_nobody_elses_and_none_that_is_not_done(bobs: Client, card: Scorecard, bob: Agent) -> None:
    sheets.waiting(card, bob)
    eve = cast.agent("eve")
    other = sheets.waiting(card, eve)
    Assessment.objects.filter(pk=other.pk).update(done_at=sheets.now(), score=50)
    for each in Assessment.objects.all():
        send(bobs, "get", f"assessments/{each.id}", 404)
    assert send(bobs, "get", "assessments/mine", 200)["data"] == []
    send(bobs, "get", "assessments", 403)


def test_a_dispute_waits_for_a_reviewer_and_is_put_right(
    sues: Client, toms: Client, bobs: Client, one: Assessment
) -> None:
    told = send(bobs, "put", f"assessments/{one.id}/reply", 200, text="I did, see message 2.", disputes=True)
    assert (told["dispute"], told["reply"]["text"]) == ("open", "I did, see message 2.")
    assert send(sues, "put", f"assessments/{one.id}", 409, answers=sheets.answers())["error"]["code"] == "done_already"
    (row,) = send(toms, "get", "assessments?state=disputed", 200)["data"]
    assert row["id"] == one.id
    half = sheets.answers()[:2]
    send(toms, "post", f"assessments/{one.id}/decision", 422, text="You are right.", answers=half)
    right = send(toms, "post", f"assessments/{one.id}/decision", 200, text="You are right.", answers=sheets.answers())
    assert (right["dispute"], right["score"], right["decision"]["by"]["name"]) == ("changed", 95.0, "Tom Example")
    send(toms, "post", f"assessments/{one.id}/decision", 409, text="No.")
    send(bobs, "put", f"assessments/{one.id}/reply", 409, text="Thanks.")


def test_a_dispute_can_be_turned_down(toms: Client, bobs: Client, one: Assessment) -> None:
    send(bobs, "put", f"assessments/{one.id}/reply", 200, text="No.", disputes=True)
    kept = send(toms, "post", f"assessments/{one.id}/decision", 200, text="The order was there to see.")
    assert (kept["dispute"], kept["score"]) == ("kept", 35.0)


def test_what_nobody_disputes_needs_no_decision(toms: Client, bobs: Client, one: Assessment) -> None:
    send(bobs, "put", f"assessments/{one.id}/reply", 200, text="Thank you.")
    send(toms, "post", f"assessments/{one.id}/decision", 409, text="Fine.")
    assert send(toms, "get", "assessments?state=disputed", 200)["data"] == []


def test_nobody_answers_for_another_or_decides_about_their_own(toms: Client, card: Scorecard, tom: Agent) -> None:
    ann = cast.agent("ann", Role.SUPERVISOR)
    anns = cast.signed_in(HostClient("acme.localhost"), ann.email)
    own = sheets.waiting(card, tom)
    send(anns, "put", f"assessments/{own.id}", 200, answers=sheets.answers(), done=True)
    send(anns, "put", f"assessments/{own.id}/reply", 404, text="It is fine.")
    send(toms, "put", f"assessments/{own.id}/reply", 200, text="It is not.", disputes=True)
    send(toms, "post", f"assessments/{own.id}/decision", 404, text="Mine.")
    own.refresh_from_db()
    assert (own.reply, own.dispute, own.decision) == ("It is not.", "open", "")
