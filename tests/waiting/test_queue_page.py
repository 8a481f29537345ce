"""The Queue page: who waits and who is at work now, what was told against what happened, and what stands behind it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from conversations import control, log
from conversations.models import Conversation
from conversations.waiting import report, telling
from tests import cast
from tests.waiting.line import history


def test_the_board_shows_the_line_with_what_was_told_and_the_people(
    waiting: Conversation, desk: Client, bob: Agent, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    history(waiting.team, 90)
    telling.tell(waiting.team)
    desk.get("/api/v1/queue")
    with django_assert_num_queries(14):
        shown = desk.get("/api/v1/queue").json()
    with log.writing(str(cast.says(cast.customer("vera"), "Me too").id)) as held:
        control.transfer(held, team=waiting.team, offered_to=None)
    with django_assert_num_queries(14):
        assert desk.get("/api/v1/queue").json()["teams"][0]["count"] == 2
    (team,) = shown["teams"]
    assert (team["count"], team["open"], team["people"][0]["name"]) == (1, True, "Bob Example")
    (row,) = team["waiting"]
    assert (row["place"], row["conversation"]["id"]) == (1, waiting.id)
    assert row["told"] == row["left"]


def test_the_report_counts_what_held_and_every_number_opens_its_waits(waiting: Conversation, desk: Client) -> None:
    history(waiting.team, 40, told=(60, 180))  # waits of 0, 6, 12 … 234 seconds
    shown = desk.get("/api/v1/queue/report?days=28").json()
    all_ = shown["all"]
    assert (all_["told"], all_["early"], all_["held"], all_["late"]) == (40, 10, 21, 9)
    assert all_["share"]["low"] < 21 / 40 == all_["share"]["value"] < all_["share"]["high"]
    assert shown["calls"] == {"promised": 0, "open": 0, "kept": 0, "late": 0, "reached": 0}
    for kind in ("told", "early", "held", "late", "waits"):
        page = desk.get(f"/api/v1/queue/waits?kind={kind}&limit=100").json()
        assert len(page["data"]) == all_[kind]


@pytest.mark.parametrize(("held", "of"), [(0, 10), (10, 10), (80, 100)])
def test_an_interval_holds_the_share(held: int, of: int) -> None:
    found = report.held_share(held, of)
    assert found is not None
    assert 0 <= found["low"] <= held / of <= found["high"] <= 1
    assert report.held_share(0, 0) is None
