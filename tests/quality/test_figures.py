"""The numbers of the quality page are what was said of handovers and reviews, and each opens what stands behind it."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from conversations.models import Alert, AlertKind, HandoverLabel, Review, ReviewRound
from conversations.quality import dropping
from tests.quality import past
from tests.quality.past import ago, send

Json = dict[str, Any]


@pytest.fixture
def labelled(bob: Agent) -> None:
    """Six handovers for anger, four of them labelled; a loop that should have been one; four reviews, one a miss."""
    for verdict in ("right", "right", "too_late", "needless", "", ""):
        past.handed(ago(3), verdict=verdict)
    past.handed(ago(3), trigger="loop", verdict="right", meant="anger")
    past.handed(ago(3), trigger="assistant_down", verdict="right")
    past.drawn(ago(3), chance=0.25, verdict="missed", trigger="anger")
    past.drawn(ago(3), chance=0.5, verdict="right")
    past.drawn(ago(3), chance=0.5, verdict="cannot_tell")
    past.drawn(ago(3), chance=0.5)


def of(quality: Json, trigger: str) -> Json:
    """The row of one trigger."""
    return next(row for row in quality["triggers"] if row["name"] == trigger)


def test_precision_counts_what_was_needed_for_this_reason(desk: Client, labelled: None) -> None:
    quality = send(desk, "get", "rules/quality?days=30", 200)
    anger, loop = of(quality, "anger"), of(quality, "loop")
    assert (anger["handovers"], anger["labelled"], anger["right"], anger["too_late"]) == (6, 4, 2, 1)
    assert (anger["precision"]["value"], anger["precision"]["of"]) == (0.75, 4)
    assert anger["in_time"]["value"] == pytest.approx(2 / 3)
    assert 0 < anger["precision"]["low"] < 0.75 < anger["precision"]["high"] < 1
    assert (loop["precision"]["value"], loop["other"]) == (0.0, 1)
    assert quality["all"]["handovers"] == 7  # without the one that no rule made
    assert quality["all"]["precision"]["value"] == pytest.approx(4 / 5)


def test_recall_weighs_each_miss_by_the_inverse_of_its_odds(desk: Client, labelled: None) -> None:
    anger = of(send(desk, "get", "rules/quality?days=30", 200), "anger")
    judged, drawn = 4 + 2, 4 + 2 + 2 + 2
    missed = 4 * drawn / judged
    assert (anger["missed"], anger["elsewhere"]) == (1, 1)
    assert anger["missed_in_all"]["value"] == pytest.approx(missed + 1)
    assert anger["recall"]["value"] == pytest.approx(6 * 0.75 / (6 * 0.75 + missed + 1))
    assert anger["recall"]["low"] < anger["recall"]["value"] < anger["recall"]["high"]


def test_nothing_said_is_no_number(desk: Client) -> None:
    past.handed(ago(2))
    quality = send(desk, "get", "rules/quality", 200)
    assert (quality["all"]["precision"], quality["all"]["recall"], quality["all"]["handovers"]) == (None, None, 1)
    assert len(quality["triggers"]) == 13  # the twelve, and rules of one's own
    assert quality["reviews"] == {"drawn": 0, "stand_for": 0, "judged": 0, "cannot_tell": 0, "open": 0}


def test_the_parts_are_weeks_or_versions_and_add_up(desk: Client, labelled: None) -> None:
    past.handed(ago(12), verdict="right", version=2)
    past.handed(ago(45), verdict="needless")
    weeks = of(send(desk, "get", "rules/quality?days=30", 200), "anger")
    assert 2 <= len(weeks["series"]) <= 3  # from the first in which anything happened
    assert sum(part["handovers"] for part in weeks["series"]) == weeks["handovers"] == 7
    assert weeks["before"] == {"precision": 0.0, "in_time": None, "recall": None}
    versions = send(desk, "get", "rules/quality?days=30&by=version", 200)
    told = [(part["key"], part["handovers"]) for part in of(versions, "anger")["series"]]
    assert told == [("1", 6), ("2", 1)]
    assert [one["number"] for one in versions["versions"]] == [1]


def test_each_number_opens_what_stands_behind_it(desk: Client, labelled: None) -> None:
    counts = {
        "kind=handovers": 7,
        "kind=handovers&trigger=anger": 6,
        "kind=labelled&trigger=anger": 4,
        "kind=unlabelled&trigger=anger": 2,
        "kind=right&trigger=anger": 2,
        "kind=too_late&trigger=anger": 1,
        "kind=needless": 1,
        "kind=other&trigger=loop": 1,
        "kind=elsewhere&trigger=anger": 1,
        "kind=missed&trigger=anger": 1,
        "kind=missed&trigger=loop": 0,
        "kind=reviewed": 3,
        "kind=cannot_tell": 1,
        "kind=handovers&version=2": 0,
        "kind=handovers&week=2020-01-06": 0,
    }
    told = {query: len(send(desk, "get", f"rules/quality/conversations?{query}", 200)["data"]) for query in counts}
    assert told == counts


def test_what_stands_behind_shows_what_was_asked_and_said(desk: Client, labelled: None) -> None:
    other = send(desk, "get", "rules/quality/conversations?kind=other&trigger=loop", 200)["data"][0]
    assert other["asked"] == {"seq": 1, "text": "I am a case of loop"}
    assert (other["trigger"]["name"], other["verdict"], other["meant"]["name"]) == ("loop", "right", "anger")
    missed = send(desk, "get", "rules/quality/conversations?kind=missed", 200)["data"][0]
    assert (missed["asked"]["seq"], missed["trigger"]["name"]) == (1, "anger")
    page = send(desk, "get", "rules/quality/conversations?kind=handovers&limit=5", 200)
    assert page["has_more"]
    rest = send(desk, "get", f"rules/quality/conversations?kind=handovers&cursor={page['next_cursor']}", 200)
    assert len(rest["data"]) == 2
    for wrong in ("kind=x", "kind=right&cursor=x", "kind=right&trigger=x", "kind=right&days=1"):
        send(desk, "get", f"rules/quality/conversations?{wrong}", 422)


def test_the_pages_cost_the_same_however_much_there_is(
    desk: Client, labelled: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(6):  # three for who asks, handovers, reviews, versions
        send(desk, "get", "rules/quality", 200)
    with django_assert_num_queries(4):
        send(desk, "get", "rules/quality/conversations?kind=handovers", 200)


def test_a_label_that_was_ended_counts_no_more(desk: Client, bob: Agent) -> None:
    handover = past.handed(ago(2), verdict="needless")
    HandoverLabel.objects.update(ended_at=timezone.now())
    HandoverLabel.objects.create(handover=handover, verdict="right")
    assert send(desk, "get", "rules/quality", 200)["all"]["precision"]["value"] == 1.0


def test_a_clear_drop_is_told_once_to_who_keeps_the_rules(alice: Agent, bob: Agent) -> None:
    for number in range(30):
        past.handed(ago(20 + number), verdict="right" if number % 10 else "needless")
    for number in range(12):
        past.handed(ago(1 + number), verdict="needless" if number % 3 else "right")
    past.drawn(ago(3), verdict="right")
    now = timezone.now()
    assert dropping.look(now) == ["all precision", "anger precision"]
    told = Alert.objects.get(agent=alice, subject__contains="Anger")
    assert told.kind == AlertKind.QUALITY_DROPPED
    assert told.link == dropping.LINK
    assert "33%" in told.text
    assert "90%" in told.text
    assert dropping.look(now) == []
    assert not Alert.objects.filter(agent=bob).exists()


def test_a_small_drop_is_told_to_nobody(alice: Agent) -> None:
    for number in range(10):
        past.handed(ago(20 + number), verdict="right")
    for number in range(4):
        past.handed(ago(1 + number), verdict="right" if number else "needless")
    past.drawn(ago(3), verdict="right")
    assert dropping.look(timezone.now()) == []
    assert not Alert.objects.exists()


def test_what_went_to_a_person_later_is_no_miss(desk: Client, bob: Agent) -> None:
    review = past.drawn(ago(3), verdict="missed", trigger="anger")
    quality = send(desk, "get", "rules/quality", 200)
    assert (quality["all"]["missed"], of(quality, "anger")["recall"]["value"]) == (1, 0.0)  # nobody came for it
    handover = past.handed(ago(1))
    handover.conversation_id = review.conversation_id
    handover.save()
    assert send(desk, "get", "rules/quality", 200)["all"]["missed"] == 0
    assert (Review.objects.count(), ReviewRound.objects.count()) == (1, 1)
