"""After a hand-back the assistant stands by what a person decided and promised, with its source, and does no more."""

from datetime import timedelta

from django.utils import timezone

from agents.models import Agent
from conversations.commitments.handing_back import Brief
from conversations.commitments.writing import Closing, Said
from conversations.inbox import writes
from conversations.models import Customer, Note, Promise, PromiseState
from tests import cast
from tests.stories.orders import CAROL, order
from tests.stories.talk import Talk

DECISION = "We give you 20 EUR back for the late delivery, on your card by Friday."


def _decided_by(bob: Agent, talk: Talk, text: str = DECISION, *, after: str = "Can I talk to a person?") -> None:
    """A person takes over, decides, and hands back with the decision."""
    talk.says(after)
    said = writes.reply(str(talk.row.id), bob, text, client_id=cast.new_id())[1]
    brief = Brief(text="All settled.", facts=[Said(text, said.seq)])
    writes.hand_back(str(talk.row.id), bob, epoch=talk.row.epoch, brief=brief)


def test_the_customer_gets_the_persons_decision_with_its_source(talk: Talk, bob: Agent) -> None:
    _decided_by(bob, talk, after="My parcel came ten days late. I want to talk to a person")
    talk.says("When do I get my money back for the late delivery?")
    assert talk.control == "assistant"
    assert DECISION[:40] in talk.said
    assert talk.reply is not None
    (source,) = [one for one in talk.reply.sources if one["title"].startswith("Decided by Bob on ")]
    assert (source["passage"], source["article_id"]) == (DECISION, "")
    assert not talk.actions


def test_other_questions_are_answered_from_the_articles_as_before(carol: Customer, bob: Agent) -> None:
    talk = Talk(carol)
    _decided_by(bob, talk)
    talk.says("Which payment methods do you accept?")
    assert "PayPal" in talk.said


def test_a_decision_moves_no_money(talk: Talk, bob: Agent) -> None:
    order("LC-104234", price="400.00")
    talk.proven(CAROL)
    _decided_by(bob, talk, "We refund all 400 EUR of order LC-104234 as an exception.")
    talk.model_calls("refund", order="LC-104234")
    talk.says("Please give me the refund for order LC-104234 now")
    assert not talk.actions


def test_what_was_withdrawn_is_not_said(talk: Talk, bob: Agent) -> None:
    _decided_by(bob, talk)
    fact = talk.row.decided_facts.get()
    fact.withdrawn_at, fact.withdrawn_by = timezone.now(), bob
    fact.save()
    talk.says("When do I get my money back for the late delivery?")
    assert DECISION[:40] not in talk.said


def test_the_brief_names_what_was_decided_and_what_is_still_promised(talk: Talk, bob: Agent) -> None:
    talk.says("I want to talk to a person")
    soon = timezone.now() + timedelta(days=2)
    made = [
        Promise.objects.create(
            conversation=talk.row, text=text, said_by="agent", agent=bob, created_by=bob, due_at=soon
        )
        for text in ("I will call you.", "I will send the label.")
    ]
    talk.is_taken_over(bob)
    closing = [Closing(str(made[1].id), PromiseState.KEPT)]
    brief = Brief(text="She was kind.", facts=[Said("The wheel is replaced.")], promises=closing)
    writes.hand_back(str(talk.row.id), bob, epoch=talk.row.epoch, brief=brief)
    note = Note.objects.latest("created_at")
    assert note.data == {"passed_on": "hand_back"}
    assert note.text.splitlines()[:2] == ["She was kind.", "Decided: The wheel is replaced."]
    assert "Still promised: I will call you." in note.text
    assert "label" not in note.text
    talk.says("What did Bob promise?")
    assert "I will call you." in talk.said
    assert "Promised by Bob on " in str(talk.reply and talk.reply.sources)
