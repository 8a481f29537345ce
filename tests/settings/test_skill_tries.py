"""A skill is rehearsed by the code of the live turn, and nothing of it is stored."""

from typing import Any

import pytest
from django.test import Client

from assistant.models import Action, Product, SkillSettings, Ticket
from conversations.models import Conversation, Customer, Decision, Message
from tests import cast
from tests.settings.sending import post, refused

CAROL = "carol@example.org"


@pytest.fixture(autouse=True)
def shop(admin: Client) -> None:
    """Rules, articles and two products."""
    cast.rules()
    cast.knowledge()
    for sku, name, price in (("C1", "Mill Lane City Bike", 649), ("C2", "Harbour City Bike", 1190)):
        told = {"category": "City bikes", "description": "A bicycle for the town.", "stock": 3}
        Product.objects.create(sku=sku, name=name, price=price, **told)


class Rehearsal:
    """A rehearsal as the console leads it."""

    def __init__(self, client: Client, skill: str, **who: Any) -> None:
        self.client, self.skill, self.who = client, skill, who
        self.lines: list[dict[str, str]] = []
        self.task: Any = None

    def says(self, text: str, **more: Any) -> Any:
        """The customer says it; gives the reply."""
        self.lines.append({"role": "customer", "text": text})
        sent = {"lines": self.lines, "task": self.task, **self.who, **more}
        told = post(self.client, f"skills/{self.skill}/try", **sent)
        assert told.status_code == 200, told.content
        reply = told.json()
        self.task = reply["task"]
        self.lines.append({"role": "assistant", "text": reply["says"]})
        return reply


def counts() -> list[int]:
    """How many rows there are of all that a turn could write."""
    return [model.objects.count() for model in (Conversation, Message, Decision, Customer, Action, Ticket)]


def test_a_skill_is_rehearsed_with_the_policy_as_it_is_typed(admin: Client) -> None:
    before = counts()
    reply = Rehearsal(admin, "recommend").says("I'm looking for a city bike", policy={"most_shown": 1})
    assert reply["skill"] == {"name": "recommend", "label": "Recommend products"}
    assert "Mill Lane City Bike" in reply["says"]
    assert "Harbour" not in reply["says"]
    assert [one["label"] for one in reply["choices"]] == ["Mill Lane City Bike"]
    assert counts() == before
    assert not SkillSettings.objects.exists()


def test_it_goes_on_from_the_task_of_the_reply_before(admin: Client) -> None:
    rehearsal = Rehearsal(admin, "recommend")
    rehearsal.says("I'm looking for a city bike")
    reply = rehearsal.says("under 800 euros please")
    assert "Mill Lane City Bike" in reply["says"]
    assert "Harbour" not in reply["says"]


def test_a_skill_that_is_off_can_be_rehearsed(admin: Client) -> None:
    SkillSettings.objects.create(name="recommend", on=False)
    assert Rehearsal(admin, "recommend").says("I'm looking for a city bike")["skill"]["name"] == "recommend"


def test_what_would_be_done_is_told_and_not_done(admin: Client) -> None:
    Ticket.objects.create(number="T-1000001", email=CAROL, subject="Squealing brake", entries=[])
    rehearsal = Rehearsal(admin, "follow_up", email=CAROL, proven=True)
    first = rehearsal.says("What is the status of my ticket?")
    assert "T-1000001" in first["says"]
    before = counts()
    act = rehearsal.says("Please add that it only squeals when it rains")["act"]
    assert (act["kind"], act["subject"], act["waits"]) == ("ticket_entry", "T-1000001", "")
    assert counts() == before
    assert Ticket.objects.get().entries == []


def test_a_handover_is_told_with_its_reason(admin: Client) -> None:
    reply = Rehearsal(admin, "recommend").says("I want to talk to a person")
    assert reply["handover"]["label"]
    assert reply["skill"] is None


@pytest.mark.parametrize(
    ("sent", "param"),
    [
        ({"lines": []}, "lines"),
        ({"lines": [{"role": "assistant", "text": "Hello"}]}, "lines"),
        ({"lines": [{"role": "customer", "text": "Hi"}], "task": {"skill": 1}}, "task"),
        ({"lines": [{"role": "customer", "text": "Hi"}], "policy": {"most_shown": 0}}, "policy.most_shown"),
    ],
)
def test_what_cannot_be_rehearsed_is_named(admin: Client, sent: dict[str, Any], param: str) -> None:
    assert refused(post(admin, "skills/recommend/try", **sent)) == (422, param)
