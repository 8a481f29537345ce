"""Conversations as tests tell them: who wrote, who replied, how it ended, and how the widget asks then."""

from typing import Any

from django.test import Client

from agents.models import Agent
from conversations import control, log
from conversations.authors import ByAgent, ByAssistant
from conversations.models import Conversation, Customer, Survey
from conversations.surveys import asking
from conversations.widget import visitors
from tests import cast

Json = dict[str, Any]


def by_assistant(customer: Customer, text: str = "Where is my parcel?") -> Conversation:
    """The customer asked, the assistant answered, and it is resolved."""
    talk = cast.says(customer, text)
    with log.writing(str(talk.id)) as held:
        author = ByAssistant(epoch=held.epoch, answers=held.last_customer_seq)
        log.append(held, author, "It comes on Tuesday.")
        control.resolve(held)
    return held


def by_person(customer: Customer, agent: Agent, text: str = "Where is my parcel?") -> Conversation:
    """The customer asked, a person of a team took it, replied and resolved it."""
    talk = cast.says(customer, text)
    with log.writing(str(talk.id)) as held:
        control.transfer(held, team=agent.teams.get(), offered_to=None)
        control.take(held, agent)
        log.append(held, ByAgent(agent), "It comes on Tuesday.", client_id=cast.new_id())
        control.resolve(held)
    return held


def again(customer: Customer, agent: Agent) -> Conversation:
    """The customer wrote once more in the same conversation, a person replied, and it is resolved again."""
    talk = cast.says(customer, "It did not come.")
    with log.writing(str(talk.id)) as held:
        control.take(held, agent)
        log.append(held, ByAgent(agent), "I send another one.", client_id=cast.new_id())
        control.resolve(held)
    return held


def asked(customer: Customer) -> Survey:
    """The question that the open widget shows; there must be one."""
    survey = asking.in_widget(customer)
    assert survey is not None
    return survey


class Widget:
    """The customer's widget, over REST."""

    def __init__(self, client: Client, customer: Customer) -> None:
        self.client = client
        self.headers = {"authorization": f"Bearer {visitors.token(customer)}"}

    def ask(self) -> Any:
        """There is room for the question."""
        return self.client.post("/api/v1/widget/survey", {}, content_type="application/json", headers=self.headers)

    def give(self, survey_id: str, **rating: Any) -> Any:
        """The customer answers."""
        path = f"/api/v1/widget/survey/{survey_id}"
        return self.client.put(path, rating, content_type="application/json", headers=self.headers)

    def put_away(self, survey_id: str) -> Any:
        """The customer does not want to."""
        return self.client.delete(f"/api/v1/widget/survey/{survey_id}", headers=self.headers)
