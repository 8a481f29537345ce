"""Pairs of assessments: how far they agree on each question, and those that do not."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from conversations.models import Scorecard
from tests.assessments import sheets
from tests.quality.past import send


def pair(sues: Client, toms: Client, card: Scorecard, bob: Agent, *said: dict[str, str]) -> None:
    """Two assessments of the same, with what each says."""
    first = sheets.waiting(card, bob)
    for client, one, told in zip((sues, toms), (first, sheets.second(first)), said, strict=True):
        send(client, "put", f"assessments/{one.id}", 200, answers=sheets.answers(**told), done=True)


def test_each_question_tells_how_far_two_agree(sues: Client, toms: Client, card: Scorecard, bob: Agent) -> None:
    pair(sues, toms, card, bob, {}, {})
    pair(sues, toms, card, bob, {"right": "no"}, {"right": "yes", "kind": "na"})
    pair(sues, toms, card, bob, {"right": "no"}, {"right": "no"})
    sheets.second(sheets.waiting(card, bob))
    told = send(sues, "get", f"assessments/agreement?scorecard_id={card.id}", 200)
    assert (told["pairs"], told["waiting"]) == (3, 1)
    by_id: dict[str, Any] = {one["id"]: one for one in told["data"]}
    assert (by_id["right"]["of"], by_id["right"]["same"]["value"]) == (3, pytest.approx(2 / 3))
    # right: yes yes, no yes, no no. The same 2/3, expected (1*2 + 2*1) / 9 = 4/9: (2/3 - 4/9) / (5/9) = 0.4
    assert by_id["right"]["kappa"]["value"] == pytest.approx(0.4)
    assert by_id["right"]["enough"] == "few"
    assert (by_id["kind"]["of"], by_id["kind"]["kappa"]) == (2, None)  # a scale without what does not apply


def test_pairs_that_differ_are_shown_side_by_side(sues: Client, toms: Client, card: Scorecard, bob: Agent) -> None:
    pair(sues, toms, card, bob, {}, {})
    pair(sues, toms, card, bob, {"right": "no"}, {"right": "yes", "kind": "2"})
    (one,) = send(toms, "get", f"assessments/differing?scorecard_id={card.id}", 200)["data"]
    sides = [(one[side]["reviewer"]["name"], one[side]["score"]) for side in ("first", "second")]
    assert sides == [("Sue Example", 35.0), ("Tom Example", 85.0)]
    said = [(each["text"], each["first"]["label"], each["second"]["label"]) for each in one["questions"]]
    assert said == [("Was it right?", "No", "Yes"), ("How kind was it?", "4 of 5", "2 of 5")]


def test_agreement_costs_the_same_however_many_pairs_there_are(
    sues: Client,
    toms: Client,
    card: Scorecard,
    bob: Agent,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(3):
        pair(sues, toms, card, bob, {"right": "no"}, {})
    with django_assert_num_queries(
        9
    ):  # three for who asks, card and versions, pairs and their answers twice, who waits
        send(sues, "get", f"assessments/agreement?scorecard_id={card.id}", 200)
