"""A language model reads and proposes: it cannot make up values, agree for the customer, or use a skill that is off."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from assistant.models import SkillSettings
from conversations.models import Customer
from tests.model_server.listening import use
from tests.model_server.serving import Server, data_of, serving
from tests.stories.orders import CAROL, order
from tests.stories.talk import Puppet, Talk


@pytest.fixture
def server(carol: Customer, settings: LazySettings) -> Iterator[Server]:
    """A language model that does as the story says."""
    with serving(Puppet()) as made:
        use(made, settings)
        yield made


@pytest.fixture
def talk(carol: Customer, server: Server) -> Talk:
    """Carol, who proved her address and has an order, talks to it."""
    assert isinstance(server.model, Puppet)
    order("LC-104234")
    order("LC-104235")
    made = Talk(carol, server.model)
    made.proven(CAROL)
    return made


def tools(server: Server) -> set[str]:
    return {tool["function"]["name"] for tool in server.requests[-1]["tools"]}


def test_each_skill_that_is_on_is_a_tool_whose_slots_may_be_left_out(talk: Talk, server: Server) -> None:
    SkillSettings.objects.create(name="refund", on=False)
    talk.says("Which payment methods do you accept?")
    assert "order_status" in tools(server)
    assert "refund" not in tools(server)
    shape = next(tool["function"]["parameters"] for tool in server.requests[-1]["tools"]
                 if tool["function"]["name"] == "order_status")  # fmt: skip
    assert (shape["required"], shape["additionalProperties"], "order" in shape["properties"]) == ([], False, True)


def test_a_number_that_the_customer_never_said_does_not_count(talk: Talk) -> None:
    talk.model_calls("refund", order="LC-104234")
    talk.says("I would like my money back")
    assert (talk.form, talk.choices) == ("", ["LC-104235", "LC-104234"])


def test_it_cannot_agree_for_the_customer(talk: Talk) -> None:
    talk.model_calls("refund", order="LC-104234")
    talk.says("I would like a refund for LC-104234")
    for _ in range(2):
        talk.model_calls("refund", order="LC-104234")
        talk.says("hmm, let me think")
        assert not talk.actions


def test_a_plain_reply_needs_no_model(talk: Talk, server: Server) -> None:
    talk.model_calls("refund", order="LC-104234")
    talk.says("I would like a refund for LC-104234")
    asked = len(server.requests)
    talk.says("yes")
    assert len(talk.actions) == 1
    assert len(server.requests) == asked


def test_it_is_told_of_the_task_under_way(talk: Talk, server: Server) -> None:
    talk.model_calls("refund")
    talk.says("I would like my money back")
    talk.says("the one that I gave to my mother")
    assert data_of(server.requests[-1])["task"] == {"tool": "refund", "asked_for": "order", "known": {}}


def test_arguments_that_are_none_begin_nothing_and_the_model_is_told(talk: Talk, server: Server) -> None:
    assert talk.model is not None
    talk.model.calls.append(("refund", {"amount": "5000"}))
    talk.says("I would like my money back for LC-104234")
    assert (talk.task, talk.actions, talk.decision.skill) == (None, [], "")
    (told,) = [one for one in server.requests[-1]["messages"] if one["role"] == "tool"]
    assert "order" in told["content"]


def test_a_skill_that_is_off_is_no_tool_even_when_it_is_called(talk: Talk) -> None:
    SkillSettings.objects.create(name="refund", on=False)
    assert talk.model is not None
    talk.model.calls.extend([("refund", {"order": "LC-104234"})] * 3)
    talk.says("Which payment methods do you accept?")
    assert talk.decision.skill == ""
    assert not talk.actions
