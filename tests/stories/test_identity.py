"""Proving who one is in the middle of a task: the code, a wrong one, a new one, and what a stranger cannot learn."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agents.models import Agent
from assistant.models import Ticket
from conversations.identity import codes
from conversations.identity.codes import MOST_TO_ADDRESS
from conversations.models import Customer, OneTimeCode, Proof
from conversations.widget import visitors
from tests.stories.talk import Talk

CAROL = "carol@example.org"


@pytest.fixture
def ticket(talk: Talk) -> Ticket:
    """Carol's ticket."""
    Customer.objects.update(email="", name="Visitor 1A2B")
    talk.customer.refresh_from_db()
    at = timezone.now()
    return Ticket.objects.create(number="T-1000001", email=CAROL, subject="Brake", opened_at=at, updated_at=at)


def ask(talk: Talk, email: str = CAROL) -> str:
    """Somebody asks for the ticket under an address."""
    talk.model_calls("follow_up", email=email)
    talk.says(f"What is the status of my ticket? My address is {email}")
    return talk.said


def wrong_code() -> str:
    """Six digits that are not the code's."""
    return "000000" if codes.digits(OneTimeCode.objects.latest("sent_at")) != "000000" else "000001"


def test_the_task_goes_on_by_itself_once_the_code_is_typed(talk: Talk, ticket: Ticket) -> None:
    assert "Brake" not in ask(talk)
    assert talk.form == "code"
    before = visitors.token(talk.customer)
    talk.types_the_code()
    assert "Brake" in talk.said
    assert visitors.known(before) is None
    assert talk.row.customer.email == CAROL


def test_a_known_and_an_unknown_address_read_the_same(talk: Talk, ticket: Ticket) -> None:
    known = ask(talk)
    unknown = ask(talk, "cedric@example.org")
    assert known == unknown
    assert talk.form == "code"
    assert talk.control == "assistant"


def test_wrong_codes_are_asked_for_again_until_the_code_is_spent_and_then_a_person_comes(
    talk: Talk, ticket: Ticket
) -> None:
    ask(talk)
    for _ in range(codes.MOST_TRIES - 1):
        talk.says(wrong_code())
        assert talk.form == "code"
        assert "Brake" not in talk.said
    talk.says(wrong_code())
    assert talk.control == "queue"
    assert not Proof.objects.exists()


def test_a_code_that_ran_out_opens_nothing_and_a_new_one_goes_out(talk: Talk, ticket: Ticket) -> None:
    ask(talk)
    OneTimeCode.objects.update(sent_at=timezone.now() - timedelta(minutes=11))
    talk.types_the_code()
    assert "Brake" not in talk.said
    assert not Proof.objects.exists()
    assert "That code was good for 10 minutes" in talk.said
    assert OneTimeCode.objects.count() == 2
    talk.types_the_code()
    assert "Brake" in talk.said


def test_too_many_letters_to_one_address_end_with_a_person(talk: Talk, ticket: Ticket) -> None:
    talk.says("Hello")
    for _ in range(MOST_TO_ADDRESS):
        codes.send(talk.row, CAROL)
    talk.model_calls("follow_up", email=CAROL)  # the turn is decided anew once
    ask(talk)
    assert talk.control == "queue"
    assert OneTimeCode.objects.count() == MOST_TO_ADDRESS


def test_a_code_typed_while_a_person_has_the_conversation_is_heard(talk: Talk, ticket: Ticket, bob: Agent) -> None:
    ask(talk)
    talk.is_taken_over(bob)
    talk.types_the_code()
    assert list(Proof.objects.values_list("email", flat=True)) == [CAROL]
    assert talk.control == "agent"
