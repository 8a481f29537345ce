"""The control room's rows: every live conversation of the assistant, the gravest first, in as many queries always."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Team
from assistant.models import Intent
from conversations import control, log
from conversations.models import Conversation, Customer, Oversight
from tests import cast

ROWS = "/api/v1/control_room"


def live(name: str, risk: int, *, topic: str = "") -> Conversation:
    """A conversation with the assistant, at this risk."""
    talk = cast.says(cast.customer(name), f"I am {name}")
    Oversight.objects.create(
        conversation=talk, risk=risk, highest=risk, topic=topic, reasons=[], tier="low", asked_seq=1
    )
    return talk


def test_the_gravest_comes_first_and_each_is_counted(room: Client) -> None:
    for name, risk in (("one", 10), ("two", 80), ("three", 40)):
        live(name, risk)
    told = room.get(ROWS).json()
    assert [row["customer"]["name"] for row in told["data"]] == ["Two", "Three", "One"]
    assert told["counts"] == {"high": 1, "raised": 1, "low": 1, "held": 0, "waiting_approval": 0}
    assert (told["has_more"], told["settings"]["high_from"]) == (False, 60)


def test_a_row_tells_what_was_said_last(room: Client, carol: Customer, talk: Conversation) -> None:
    (row,) = room.get(ROWS).json()["data"]
    assert [one["author"] for one in row["last_exchange"]] == ["customer", "assistant"]
    assert row["last_exchange"][0]["text"] == "Do you take PayPal?"
    assert (row["state"], row["epoch"], row["hold"], row["guidance"], row["draft"]) == (
        "waits_for_customer",
        1,
        None,
        None,
        None,
    )
    cast.says(carol, "Hello?")
    assert room.get(ROWS).json()["data"][0]["state"] == "answering"


def test_who_waits_long_stands_higher(room: Client, carol: Customer) -> None:
    talk = cast.says(carol, "Hello?")
    Conversation.objects.filter(pk=talk.id).update(unanswered_since=timezone.now() - timedelta(minutes=5))
    (row,) = room.get(ROWS).json()["data"]
    assert (row["risk"], row["reasons"][0]["label"]) == (40, "Waits for an answer for 5 minutes")


def test_what_a_person_has_or_what_is_over_is_not_there(room: Client, maya: Agent, talk: Conversation) -> None:
    with log.writing(str(talk.id)) as conversation:
        control.take(conversation, maya)
    assert room.get(ROWS).json()["data"] == []
    with log.writing(str(talk.id)) as conversation:
        control.resolve(conversation)
    assert room.get(ROWS).json()["data"] == []


def test_it_is_filtered_by_team_topic_tier_and_hold(room: Client) -> None:
    team = Team.objects.create(name="Money")
    Intent.objects.create(name="Refunds", team="Money")
    live("one", 70, topic="Refunds")
    held = live("two", 10)
    room.put(f"/api/v1/conversations/{held.id}/hold", {"epoch": 1}, content_type="application/json")
    for asked, found in (
        (f"team={team.id}", ["One"]),
        ("topic=Refunds", ["One"]),
        ("tier=low", ["Two"]),
        ("held=true", ["Two"]),
        ("tier=raised", []),
    ):
        told = room.get(f"{ROWS}?{asked}").json()
        assert [row["customer"]["name"] for row in told["data"]] == found
        assert told["counts"]["held"] == 1, "the counts are of all"
    assert room.get(f"{ROWS}?tier=huge").json()["error"]["param"] == "tier"


def test_more_rows_cost_no_more_queries(room: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    Team.objects.create(name="Money")
    Intent.objects.create(name="Refunds", team="Money")
    live("one", 70, topic="Refunds")
    room.get(ROWS)  # notes that this session is in use
    for count in (1, 6):
        # search path, session, agent; conversations, acts, oversight, settings, drafts, messages, topics, teams
        with django_assert_num_queries(11):
            assert len(room.get(ROWS).json()["data"]) == count
        if count == 1:
            for number in range(5):
                live(f"more{number}", number, topic="Refunds")
