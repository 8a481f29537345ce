"""Tags come by the topic at the end of a turn, and stay off when a person took them off; topics find a team."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Agent, Team
from assistant import examples
from assistant.models import Intent
from conversations.models import Conversation, Customer
from tenants.models import Tenant
from tests import cast

API = "/api/v1/conversations"


@pytest.fixture
def topic(in_acme: Tenant) -> Intent:
    """The topic of deliveries: its tag, and the team that gets it."""
    cast.rules()
    cast.knowledge()
    told = ["When will my order arrive?", "How many days until delivery?", "Where is my parcel?"]
    made = examples.prepared(Intent(name="Delivery", examples=told, tag="delivery", team="Logistics"))
    examples.create(made)
    other = ["Can I pay by card?", "Do you take PayPal?", "Which payment methods are there?"]
    examples.create(examples.prepared(Intent(name="Payment", examples=other)))
    return made


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """A customer."""
    return cast.customer()


def put(client: Client, conversation: Conversation, *tags: str) -> Any:
    """Set the tags over REST."""
    return client.put(f"{API}/{conversation.id}/tags", {"tags": list(tags)}, content_type="application/json")


def test_the_topics_tag_is_put_on_at_the_end_of_the_turn(topic: Intent, carol: Customer) -> None:
    assert cast.answered(carol, "When will my order arrive?").tags == ["delivery"]


def test_a_tag_that_a_person_took_off_does_not_come_back(
    topic: Intent, carol: Customer, acme_client: Client, bob: Agent
) -> None:
    conversation = cast.answered(carol, "When will my order arrive?")
    desk = cast.signed_in(acme_client, bob.email)
    assert put(desk, conversation, "vip").json()["tags"] == ["vip"]
    assert cast.answered(carol, "How many days until delivery?").tags == ["vip"]
    assert put(desk, conversation, "vip", "delivery").json()["tags"] == ["vip", "delivery"]
    conversation.refresh_from_db()
    assert conversation.tags_refused == []


@pytest.mark.parametrize("tags", [["x" * 41], [""], ["a\nb"], ["a"] * 21])
def test_what_is_no_tag_is_refused(
    topic: Intent, carol: Customer, acme_client: Client, bob: Agent, tags: list[str]
) -> None:
    conversation = cast.answered(carol, "When will my order arrive?")
    reply = put(cast.signed_in(acme_client, bob.email), conversation, *tags)
    assert reply.status_code == 422
    conversation.refresh_from_db()
    assert conversation.tags == ["delivery"]


def test_a_handover_without_a_team_of_the_rules_goes_to_the_topics(topic: Intent, carol: Customer) -> None:
    Team.objects.all().delete()
    Team.objects.create(name="Logistics")
    conversation = cast.answered(carol, "When will my order arrive? I want to talk to a person")
    assert conversation.holder == "queue"
    assert conversation.team is None or conversation.team.name == "Logistics"
    decided = conversation.decisions.get()
    assert (decided.topic, conversation.team is not None) in {("Delivery", True), ("", False)}


def test_a_rules_team_counts_more_than_the_topics(topic: Intent, carol: Customer, bob: Agent) -> None:
    Team.objects.create(name="Logistics")
    conversation = cast.answered(carol, "I want to talk to a person about when my order will arrive")
    assert conversation.team is not None
    assert conversation.team.name == "Customer care"
