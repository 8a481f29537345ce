"""Following up on a ticket: how it stands, what is to be added, a new one; and what a stranger learns."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assistant.models import Action, Ticket
from tests.stories.talk import Talk

CAROL, DAVE = "carol@example.org", "dave@example.org"


@pytest.fixture
def ticket(talk: Talk) -> Ticket:
    """Carol's ticket about a squealing brake, with an entry of two days ago."""
    at = timezone.now() - timedelta(days=2)
    entries = [{"at": at.isoformat(), "by": "desk", "text": "We have ordered new pads."}]
    return Ticket.objects.create(
        number="T-1000001", email=CAROL, subject="Squealing brake", entries=entries, opened_at=at, updated_at=at
    )


def ask(talk: Talk, text: str = "What is the status of my ticket?") -> str:
    """Carol asks for her ticket."""
    talk.model_calls("follow_up")
    talk.says(text)
    return talk.said


def test_it_tells_how_the_ticket_stands_and_takes_what_is_added(talk: Talk, ticket: Ticket) -> None:
    talk.proven(CAROL)
    said = ask(talk)
    assert "T-1000001" in said
    assert "we are working on it" in said
    assert "We have ordered new pads." in said
    talk.says("Please tell them that it only squeals when it rains")
    assert talk.said.startswith("I have put that on ticket **T-1000001**")
    ticket.refresh_from_db()
    assert [entry["text"] for entry in ticket.entries][1:] == ["Please tell them that it only squeals when it rains"]
    assert [(one.kind, one.subject, one.email) for one in talk.actions] == [("ticket_entry", "T-1000001", CAROL)]
    assert talk.control == "assistant"


def test_the_address_is_proven_by_a_code_first(talk: Talk, ticket: Ticket) -> None:
    said = ask(talk)
    assert "code of six digits" in said
    assert "T-1000001" not in said
    talk.types_the_code()
    assert "T-1000001" in talk.said


def test_a_stranger_with_number_and_address_learns_nothing(talk: Talk, ticket: Ticket) -> None:
    known = ask(talk, "What is the status of ticket T-1000001? My address is carol@example.org")
    assert "Squealing" not in known
    assert "code of six digits" in known
    talk.says("999999")
    assert "Squealing" not in talk.said
    assert talk.actions == []


def test_another_customers_ticket_is_not_there(talk: Talk, ticket: Ticket) -> None:
    Ticket.objects.create(number="T-2000002", email=DAVE, subject="Stolen bike", entries=[])
    talk.proven(CAROL)
    said = ask(talk, "What is the status of my ticket T-2000002?")
    assert "T-2000002 under your address" in said
    assert "Stolen" not in said
    assert talk.choices == ["T-1000001"]
    talk.says("T-1000001")
    assert "Squealing brake" in talk.said


def test_no_the_other_one(talk: Talk, ticket: Ticket) -> None:
    Ticket.objects.create(number="T-1000002", email=CAROL, subject="Missing bell", entries=[])
    talk.proven(CAROL)
    assert ask(talk) == "Which of these is it about?"
    talk.says("T-1000001")
    assert "Squealing brake" in talk.said
    talk.says("No, I mean T-1000002")
    assert "Missing bell" in talk.said


def test_a_question_in_between_is_answered_and_the_ticket_goes_on(talk: Talk, ticket: Ticket) -> None:
    talk.proven(CAROL)
    ask(talk)
    talk.says("When are you open on Saturday?")
    assert "Saturday" in talk.said
    ticket.refresh_from_db()
    assert len(ticket.entries) == 1
    talk.says("It is the front brake, not the rear brake")
    assert "I have put that on ticket" in talk.said


@pytest.mark.parametrize("words", ["No, thanks", "never mind"])
def test_nothing_is_added_when_there_is_nothing_to_add(talk: Talk, ticket: Ticket, words: str) -> None:
    talk.proven(CAROL)
    ask(talk)
    talk.says(words)
    assert talk.actions == []
    assert talk.task is None
    assert talk.control == "assistant"


def test_who_has_none_gets_one_with_their_words(talk: Talk) -> None:
    talk.proven(CAROL)
    assert "no open ticket under carol@example.org" in ask(talk)
    talk.says("The rear light fell off after two days")
    made = Ticket.objects.get()
    assert made.number in talk.said
    assert (made.email, made.subject, made.conversation) == (
        CAROL,
        "The rear light fell off after two days",
        str(talk.row.id),
    )


def test_a_ticket_without_news_for_long_goes_to_a_person(talk: Talk, ticket: Ticket) -> None:
    Ticket.objects.update(updated_at=timezone.now() - timedelta(days=9))
    talk.proven(CAROL)
    ask(talk)
    assert talk.control == "queue"
    assert talk.handover is not None
    assert "T-1000001 has had no news for 9 days" in talk.handover.reason
    assert "There has been no news on ticket T-1000001 for 9 days." in talk.said
    assert talk.actions == []


def test_words_are_added_once_however_often_the_turn_runs(talk: Talk, ticket: Ticket) -> None:
    talk.proven(CAROL)
    ask(talk)
    talk.says("It is the front brake")
    key = Action.objects.get().key
    assert Action.objects.filter(key=key).count() == 1
    ticket.refresh_from_db()
    assert len(ticket.entries) == 2
