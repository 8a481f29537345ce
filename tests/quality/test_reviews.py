"""Reviews: each day some of what the assistant had alone is drawn, and people say whether somebody was missed."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role
from conversations import tasks
from conversations.models import AuthorKind, Message, Review
from conversations.quality import drawing
from tenants import jobs
from tenants.models import Job
from tests import cast
from tests.clients import HostClient
from tests.quality import past
from tests.quality.past import ago, send


def test_what_the_assistant_had_alone_is_drawn_once_it_has_settled(bob: Agent) -> None:
    settled = [past.alone(ago(days)) for days in (1.5, 3, 7)]
    past.alone(ago(0.5))
    past.handed(ago(2))
    helped = past.alone(ago(2))
    Message.objects.create(conversation=helped, seq=3, author_kind=AuthorKind.AGENT, agent=bob, text="Me.")
    silent = past.talk(ago(2))
    made = drawing.draw(timezone.now(), Random(1))
    assert made is not None
    assert (made.conversations, made.drawn) == (3, 3)
    assert set(Review.objects.values_list("conversation_id", flat=True)) == {one.id for one in settled}
    assert not Review.objects.filter(conversation=silent).exists()


def test_of_many_the_doubtful_are_drawn_more_often_and_the_odds_are_kept(bob: Agent) -> None:
    for number in range(50):
        past.alone(ago(1.2 + number / 200), doubt=0.95 if number % 10 == 0 else 0.1, version=3)
    made = drawing.draw(timezone.now(), Random(4))
    assert made is not None
    assert made.conversations == 50
    assert made.drawn == 40  # a week's work at the first round, and no more at once
    doubtful = Review.objects.filter(doubt__gt=0.9)
    assert doubtful.count() == 5
    assert set(doubtful.values_list("probability", flat=True)) == {1.0}
    others = Review.objects.filter(doubt__lt=0.9)
    assert all(0.4 < chance < 1.0 for chance in others.values_list("probability", flat=True))
    assert set(others.values_list("rules_version", flat=True)) == {3}


def test_each_conversation_falls_into_one_round(bob: Agent) -> None:
    past.alone(ago(1.5))
    now = timezone.now()
    assert drawing.draw(now, Random(1)) is not None
    assert drawing.draw(now + timedelta(hours=1), Random(1)) is None
    past.alone(now - timedelta(hours=20))
    second = drawing.draw(now + timedelta(days=1), Random(1))
    assert second is not None
    assert (second.conversations, second.begins_at) == (1, now - timedelta(days=1))
    assert Review.objects.count() == 2


def test_the_daily_look_writes_a_drawing_for_each_company(bob: Agent) -> None:
    drawing.begin()
    drawing.begin()
    daily = Job.objects.get(kind=drawing.DAILY)
    jobs.run(daily.id, tasks.work)
    assert set(Job.objects.filter(kind=drawing.KIND).values_list("schema_name", flat=True)) >= {"acme", "globex"}
    assert Job.objects.get(kind=drawing.DAILY).run_at > timezone.now() + timedelta(hours=23)


@pytest.fixture
def review(bob: Agent) -> Review:
    """One that waits."""
    return past.drawn(ago(2), chance=0.25)


def test_a_miss_names_the_trigger_and_the_message(desk: Client, review: Review) -> None:
    waiting = send(desk, "get", "reviews", 200)
    assert [one["id"] for one in waiting["data"]] == [review.id]
    assert (waiting["counts"], waiting["data"][0]["opening"]) == ({"open": 1, "done": 0}, "Where is it?")
    said = send(desk, "put", f"reviews/{review.id}", 200, verdict="missed", trigger="churn_risk", at_seq=1)
    assert (said["verdict"], said["trigger"]["name"], said["at_seq"]) == ("missed", "churn_risk", 1)
    assert said["by"]["name"] == "Bob Example"
    assert send(desk, "get", "reviews", 200)["data"] == []
    assert send(desk, "get", "reviews?state=done", 200)["counts"] == {"open": 0, "done": 1}


def test_a_verdict_is_taken_back(desk: Client, review: Review) -> None:
    send(desk, "put", f"reviews/{review.id}", 200, verdict="missed", trigger="loop", at_seq=1)
    assert send(desk, "put", f"reviews/{review.id}", 200, verdict="right")["trigger"] is None
    opened = send(desk, "put", f"reviews/{review.id}", 200, verdict=None)
    assert (opened["verdict"], opened["by"], opened["at"]) == (None, None, None)


def test_half_a_verdict_is_refused(desk: Client, review: Review) -> None:
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"verdict": "missed", "at_seq": 1}, "trigger"),
        ({"verdict": "missed", "trigger": "anger"}, "at_seq"),
        ({"verdict": "missed", "trigger": "anger", "at_seq": 2}, "at_seq"),
        ({"verdict": "right", "trigger": "anger"}, "trigger"),
        ({"verdict": "cannot_tell", "at_seq": 1}, "at_seq"),
        ({"verdict": "fine"}, "verdict"),
        ({}, "verdict"),
    ]
    for said, param in wrong:
        assert send(desk, "put", f"reviews/{review.id}", 422, **said)["error"]["param"] == param
    review.refresh_from_db()
    assert (review.verdict, review.judged_at) == ("", None)


def test_before_the_verdict_nobody_is_told_what_the_assistant_doubted(desk: Client, review: Review) -> None:
    assert not {"doubt", "probability"} & send(desk, "get", "reviews", 200)["data"][0].keys()


def test_a_viewer_reads_and_judges_nothing(review: Review) -> None:
    cast.agent("vic", Role.VIEWER)
    vics = cast.signed_in(HostClient("acme.localhost"), "vic@example.com")
    assert send(vics, "get", "reviews", 200)["counts"]["open"] == 1
    send(vics, "put", f"reviews/{review.id}", 403, verdict="right")
    review.refresh_from_db()
    assert review.verdict == ""


def test_the_queue_costs_the_same_and_goes_on_where_it_ended(
    desk: Client, review: Review, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for days in (3, 4, 5):
        past.drawn(ago(days))
    with django_assert_num_queries(5):  # three for who asks, the page, the counts
        whole = send(desk, "get", "reviews", 200)["data"]
    page = send(desk, "get", "reviews?limit=3", 200)
    rest = send(desk, "get", f"reviews?limit=3&cursor={page['next_cursor']}", 200)
    assert [one["id"] for one in page["data"] + rest["data"]] == [one["id"] for one in whole]
    assert send(desk, "get", "reviews?cursor=x", 422)["error"]["param"] == "cursor"
