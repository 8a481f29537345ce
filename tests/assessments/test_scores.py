"""Scores by whom and what, with intervals; every number is that of the list behind it."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from conversations.assessments import scores
from conversations.assessments.scores import Counted
from conversations.models import Assessment, SamplingDraw, SamplingPick, Scorecard
from tests import cast
from tests.assessments import sheets
from tests.quality.past import ago, send


def done(card: Scorecard, agent: Agent | None, score: float, **more: Any) -> Assessment:
    """One that is done, with this score."""
    one = sheets.waiting(card, agent, **more)
    Assessment.objects.filter(pk=one.pk).update(done_at=sheets.now(), score=score, failed=score == 0)
    one.refresh_from_db()
    return one


def test_means_have_intervals_and_weights_count() -> None:
    """Plain: (80 + 60 + 100) / 3 = 80. Weighted 1, 1 and 2: 340 / 4 = 85. One alone tells no interval."""
    plain = scores.mean([Counted(score, 1, failed=False) for score in (80, 60, 100)])
    assert plain is not None
    assert plain.low is not None
    assert plain.high is not None
    assert (plain.value, plain.of) == (80.0, 3)
    assert plain.low < 60
    assert plain.high == 100.0
    told = [Counted(80, 1, failed=False), Counted(60, 1, failed=False), Counted(100, 2, failed=False)]
    weighted = scores.mean(told)
    assert weighted is not None
    assert weighted.value == 85.0
    alone = scores.mean([Counted(70, 1, failed=False), Counted(None, 1, failed=False)])
    assert alone == scores.Mean(70, None, None, 1)
    assert scores.mean([]) is None


def test_each_agent_has_a_score_and_the_list_behind_it(sues: Client, card: Scorecard, bob: Agent) -> None:
    eve = cast.agent("eve")
    for score in (90, 70, 0):
        done(card, bob, score)
    done(card, eve, 60, topic="Delivery")
    sheets.second(done(card, None, 100))
    told = send(sues, "get", "assessments/scores?by=agent&days=30", 200)
    assert [(one["name"], one["of"]) for one in told["data"]] == [("Bob Example", 3), ("Eve Example", 1)]
    bobs = told["data"][0]
    assert bobs["score"]["value"] == pytest.approx(160 / 3)
    assert (bobs["failed"]["value"], told["all"]["of"]) == (pytest.approx(1 / 3), 5)
    behind = send(sues, "get", f"assessments?state=done&days=30&agent_id={bob.id}", 200)["data"]
    assert len(behind) == bobs["of"]
    failures = send(sues, "get", "assessments?state=done&days=30&failed=true", 200)["data"]
    assert [one["score"] for one in failures] == [0]
    topics = send(sues, "get", "assessments/scores?by=topic&days=30", 200)["data"]
    assert {one["key"]: one["of"] for one in topics} == {"Returns": 4, "Delivery": 1}


def test_the_parts_of_each_kind_open_what_they_count(sues: Client, card: Scorecard, bob: Agent) -> None:
    done(card, bob, 50, rules_version=3, knowledge_number=7, engine="embedded", ended=ago(20))
    done(card, bob, 90, rules_version=4, knowledge_number=7, engine="language_model", topic="Delivery")
    for by in scores.names():
        named = {"agent": "agent_id", "team": "team_id", "scorecard": "scorecard_id"}.get(by, by)
        for part in send(sues, "get", f"assessments/scores?by={by}", 200)["data"]:
            behind = send(sues, "get", f"assessments?state=done&{named}={part['key']}", 200)["data"]
            assert len(behind) == part["of"] > 0, by


def test_weeks_are_those_of_the_work_not_of_the_reviewing(sues: Client, card: Scorecard, bob: Agent) -> None:
    done(card, bob, 50, ended=ago(20))
    done(card, bob, 90, ended=ago(2))
    weeks = send(sues, "get", "assessments/scores?by=agent&days=30", 200)["weeks"]
    assert [week["score"]["value"] for week in weeks] == [50, 90]
    behind = send(sues, "get", f"assessments?state=done&days=30&week={weeks[0]['begins']}", 200)["data"]
    assert [one["score"] for one in behind] == [50]


def test_what_chance_drew_counts_by_its_weight_and_lists_apart(sues: Client, card: Scorecard, bob: Agent) -> None:
    """A quarter drew 40, a half drew 100: (4*40 + 2*100) / 6 = 60. The third came from a list."""
    draw = SamplingDraw.objects.create(
        plan=sheets.plan(card), begins_at=ago(7), ends_at=ago(0), seed="s", strata=[["", 6, 2]]
    )
    for score, chance in ((40, 0.25), (100, 0.5)):
        SamplingPick.objects.create(draw=draw, assessment=done(card, bob, score), probability=chance)
    done(card, bob, 0)
    told = {
        source: send(sues, "get", f"assessments/scores?source={source}", 200)["all"]["score"]["value"]
        for source in ("chance", "lists", "all")
    }
    assert told == {"chance": 60.0, "lists": 0.0, "all": pytest.approx(140 / 3)}


def test_questions_come_the_poorest_first(sues: Client, card: Scorecard, bob: Agent) -> None:
    for right in ("yes", "no"):
        one = sheets.waiting(card, bob)
        send(sues, "put", f"assessments/{one.id}", 200, answers=sheets.answers(right=right), done=True)
    told = send(sues, "get", f"assessments/questions?scorecard_id={card.id}", 200)["data"]
    assert [(one["id"], one["score"]["value"]) for one in told] == [("right", 50), ("kind", 75), ("leak", 100)]


def test_scores_cost_the_same_however_many_there_are(
    sues: Client, card: Scorecard, bob: Agent, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for score in (10, 20, 30, 40):
        done(card, bob, score)
    with django_assert_num_queries(4):  # three for who asks, and all that is counted
        send(sues, "get", "assessments/scores?by=agent", 200)
    with django_assert_num_queries(6):  # three for who asks, the page, two counts
        send(sues, "get", "assessments?state=done", 200)
