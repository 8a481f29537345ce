"""A large refund waits for an agent: approved with its words, declined, overtaken, or left alone."""

import pytest
from django.test import Client

from agents.models import Agent
from assistant.models import Action, ActionState, AssistantSettings, Mode, Order
from conversations.drafting import expiring
from conversations.models import Draft
from tests import cast, stored
from tests.conversations.doors import error
from tests.stories.orders import CAROL, order
from tests.stories.talk import Talk


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, "bob@example.com")


@pytest.fixture
def held(talk: Talk) -> Draft:
    """Carol agreed to a refund of 120 euros, which an agent has to look at."""
    order("LC-104234", price="120.00")
    talk.proven(CAROL)
    talk.model_calls("refund", order="LC-104234")
    talk.says("I would like a refund for order LC-104234")
    talk.says("yes")
    draft = talk.draft
    assert draft is not None
    return draft


def decide(client: Client, draft: Draft, what: str, **body: object) -> tuple[int, str, str | None] | None:
    """Decide about the draft; gives the refusal, if it is one."""
    reply = client.post(f"/api/v1/drafts/{draft.id}/{what}", body, content_type="application/json")
    return None if reply.status_code == 200 else error(reply)


def refunded() -> str:
    return str(Order.objects.get().refunded)


def test_nothing_is_done_until_an_agent_says_yes(talk: Talk, held: Draft, desk: Client, bob: Agent) -> None:
    assert (talk.actions, refunded(), talk.said, talk.control) == ([], "0.00", "", "assistant")
    assert held.act is not None
    assert (held.skill, held.act["amount"], held.act["email"], bool(held.reason)) == ("refund", "120.00", CAROL, True)
    assert decide(desk, held, "approve") is None
    (action,) = talk.actions
    assert (action.state, action.approved_by, action.email) == (ActionState.DONE, str(bob.id), CAROL)
    assert refunded() == "120.00"
    assert "120.00" in talk.said
    assert talk.task is None
    before = stored.everything()
    assert decide(desk, held, "approve") is None
    assert stored.everything() == before


def test_an_edit_changes_the_words_and_not_the_deed(talk: Talk, held: Draft, desk: Client) -> None:
    assert decide(desk, held, "approve", text="Of course, the money is on its way.") is None
    assert talk.said == "Of course, the money is on its way."
    assert refunded() == "120.00"


def test_a_declined_one_is_kept_and_does_nothing(talk: Talk, held: Draft, desk: Client) -> None:
    assert decide(desk, held, "reject", reason="The parcel came back empty.") is None
    (action,) = talk.actions
    assert (action.state, action.problem) == (ActionState.DECLINED, "The parcel came back empty.")
    assert (refunded(), talk.control) == ("0.00", "agent")


def test_one_that_the_records_no_longer_allow_stays_with_the_agent(talk: Talk, held: Draft, desk: Client) -> None:
    Order.objects.update(refunded="100.00")
    before = stored.everything()
    assert (decide(desk, held, "approve") or ())[:2] == (409, "overtaken")
    assert stored.everything() == before
    assert not Action.objects.exists()


def test_the_customer_may_write_on_and_need_not_agree_again(talk: Talk, held: Draft, desk: Client) -> None:
    talk.says("How long will that take?")
    held.refresh_from_db()
    assert held.state == "superseded"
    newer = talk.draft
    assert newer is not None
    assert newer.act is not None
    assert decide(desk, newer, "approve") is None
    assert refunded() == "120.00"


def test_the_customer_may_call_it_off_while_it_waits(talk: Talk, held: Draft) -> None:
    talk.says("No, stop, I changed my mind")
    assert (talk.draft, talk.task, refunded()) == (None, None, "0.00")


def test_one_that_nobody_decides_about_goes_to_a_person(talk: Talk, held: Draft) -> None:
    expiring.nobody_checked(str(talk.row.id), talk.row.last_customer_seq)
    assert (talk.control, refunded(), talk.actions) == ("queue", "0.00", [])


def test_a_supervised_assistant_asks_by_itself_and_does_nothing_by_itself(talk: Talk, desk: Client) -> None:
    settings = AssistantSettings.objects.first() or AssistantSettings(id=1)
    settings.mode = Mode.SUPERVISED
    settings.save()
    order("LC-104234", price="20.00")
    talk.proven(CAROL)
    talk.model_calls("refund", order="LC-104234")
    talk.says("I would like a refund for order LC-104234")
    assert talk.form == "confirm"
    talk.says("yes")
    assert (talk.said, refunded()) == ("", "0.00")
    assert talk.draft is not None
    assert decide(desk, talk.draft, "approve") is None
    assert refunded() == "20.00"
