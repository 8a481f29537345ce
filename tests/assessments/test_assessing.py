"""Filling in a scorecard: one reviewer at a time, never one's own work, the second of a pair blindly."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from conversations.models import Assessment, AssessmentAnswer, Scorecard
from tenants.trail.models import AuditEntry
from tests.assessments import sheets
from tests.quality.past import send


@pytest.fixture
def one(card: Scorecard, bob: Agent) -> Assessment:
    """One of Bob's work that waits."""
    return sheets.waiting(card, bob)


def finished(client: Client, one: Assessment, status: int = 200, **said: Any) -> dict[str, Any]:
    """What a reviewer sees after having finished it."""
    return send(client, "put", f"assessments/{one.id}", status, answers=sheets.answers(**said), done=True)


def test_a_reviewer_takes_one_fills_it_in_and_is_done(sues: Client, one: Assessment) -> None:
    (row,) = send(sues, "get", "assessments", 200)["data"]
    assert (row["id"], row["agent"]["name"], row["score"]) == (one.id, "Bob Example", None)
    assert send(sues, "post", f"assessments/{one.id}/take", 200)["may"]["assess"] is True
    told = sheets.answers()
    told[0] |= {"quote_seq": 2, "note": "Short and true."}
    done = send(sues, "put", f"assessments/{one.id}", 200, answers=told, comment="Well done.", done=True)
    # right 3*1 + leak 1*1 + kind 1*0.75 of 5
    assert (done["state"], done["score"], done["failed"]) == ("done", 95.0, False)
    assert done["answers"][0] == {**told[0], "worth": 1.0}
    assert list(done["section_scores"].values()) == [100.0, 75.0]
    assert send(sues, "get", "assessments", 200)["counts"] == {"open": 0, "disputed": 0}


def test_a_critical_failure_fails_the_whole(sues: Client, one: Assessment) -> None:
    done = finished(sues, one, leak="yes")
    assert (done["score"], done["failed"], done["failed_at"]) == (0.0, True, ["leak"])


def test_half_of_it_is_kept_and_not_scored(sues: Client, one: Assessment) -> None:
    kept = send(sues, "put", f"assessments/{one.id}", 200, answers=sheets.answers()[:1])
    assert (kept["state"], len(kept["answers"]), kept["score"]) == ("open", 1, None)


def test_what_is_wrong_with_it_is_said_and_nothing_kept(sues: Client, one: Assessment) -> None:
    wrong: list[tuple[list[dict[str, Any]], str]] = [
        (sheets.answers()[:2], "kind"),
        (sheets.answers(right="maybe"), "right"),
        ([*sheets.answers(), {"question": "other", "value": "yes"}], "answers"),
        ([{**answer, "quote_seq": 99} for answer in sheets.answers()], "quote_seq"),
        (sheets.answers() * 2, "answers"),
    ]
    for answers, param in wrong:
        told = send(sues, "put", f"assessments/{one.id}", 422, answers=answers, done=True)
        assert told["error"]["param"] == param
    one.refresh_from_db()
    assert (one.done_at, one.score, AssessmentAnswer.objects.count()) == (None, None, 0)


def test_two_reviewers_never_have_the_same_one(sues: Client, toms: Client, one: Assessment, sue: Agent) -> None:
    send(sues, "post", f"assessments/{one.id}/take", 200)
    assert send(toms, "get", "assessments", 200)["data"] == []
    assert finished(toms, one, 409)["error"]["code"] == "taken"
    one.refresh_from_db()
    assert (one.reviewer_id, one.done_at) == (sue.id, None)
    Assessment.objects.filter(pk=one.pk).update(taken_until=timezone.now() - timedelta(seconds=1))
    assert finished(toms, one)["reviewer"]["name"] == "Tom Example"


def test_nobody_assesses_their_own_work(sues: Client, card: Scorecard, sue: Agent) -> None:
    own = sheets.waiting(card, sue)
    assert send(sues, "get", "assessments", 200)["data"] == []
    for method, path in (("get", ""), ("post", "/take")):
        send(sues, method, f"assessments/{own.id}{path}", 404)
    finished(sues, own, 404)
    own.refresh_from_db()
    assert (own.reviewer, own.done_at) == (None, None)


def test_the_second_of_a_pair_is_blind(sues: Client, toms: Client, one: Assessment) -> None:
    second = sheets.second(one)
    finished(sues, one, right="no")
    assert send(sues, "get", "assessments", 200)["data"] == []  # not for who had the first
    assert finished(sues, second, 409)["error"]["code"] == "taken"
    (row,) = send(toms, "get", "assessments", 200)["data"]
    assert row["id"] == second.id
    assert "second_of" not in row
    sealed = send(toms, "get", f"assessments/{one.id}", 200)
    assert (sealed["sealed"], sealed["score"], sealed["answers"], sealed["comment"]) == (True, None, [], "")
    listed = send(toms, "get", "assessments?state=done", 200)["data"]
    assert [(each["id"], each["score"]) for each in listed] == [(one.id, None)]
    finished(toms, second)
    assert send(toms, "get", f"assessments/{one.id}", 200)["score"] == pytest.approx(35.0)


def test_what_cannot_be_judged_is_passed_over_and_put_back(sues: Client, toms: Client, one: Assessment) -> None:
    send(sues, "post", f"assessments/{one.id}/skip", 422, because="")
    assert send(sues, "post", f"assessments/{one.id}/skip", 200, because="Only a picture")["state"] == "skipped"
    assert send(sues, "get", "assessments", 200)["counts"]["open"] == 0
    send(toms, "delete", f"assessments/{one.id}/skip", 409)
    assert send(sues, "delete", f"assessments/{one.id}/skip", 200)["state"] == "open"


def test_who_did_it_puts_it_right_and_nobody_else(sues: Client, toms: Client, one: Assessment) -> None:
    finished(sues, one)
    assert finished(toms, one, 409)["error"]["code"] == "done_already"
    assert finished(sues, one, right="no")["score"] == pytest.approx(35.0)
    assert AuditEntry.objects.get(action="assessment.changed").changes == {"score": [95.0, 35.0]}


def test_a_conversation_that_somebody_chose_begins_once(sues: Client, card: Scorecard, bob: Agent) -> None:
    chosen = {"conversation_id": str(sheets.episode(bob).conversation_id), "scorecard_id": str(card.id)}
    made = [send(sues, "post", "assessments", 201, **chosen) for _ in range(2)]
    assert made[0]["id"] == made[1]["id"]
    assert made[0]["because"] == {"kind": "chosen", "label": "Chosen by hand"}
    assert send(sues, "post", "assessments", 404, **{**chosen, "conversation_id": "conv_x"})


def test_the_queue_costs_the_same_however_long_it_is(
    sues: Client, card: Scorecard, bob: Agent, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(6):
        sheets.second(sheets.waiting(card, bob))
    with django_assert_num_queries(6):  # three for who asks, the page, two counts
        whole = send(sues, "get", "assessments", 200)["data"]
    page = send(sues, "get", "assessments?limit=4", 200)
    rest = send(sues, "get", f"assessments?limit=4&cursor={page['next_cursor']}", 200)
    assert len(whole) == 6  # none twice: the second comes up once the first is done
    assert [row["id"] for row in page["data"] + rest["data"]] == [row["id"] for row in whole]
