"""The assistant says that it cannot look at what a customer sent, once, and whom to ask."""

from uuid import uuid4

import pytest

from assistant import words
from conversations import receive, turn
from conversations.models import Conversation, Customer, Message
from tenants.models import Tenant
from tests import cast
from tests.attachments import files
from tests.attachments.conftest import Upload

DELIVERY = "How many days does the delivery take?"


@pytest.fixture(autouse=True)
def equipped(in_acme: Tenant) -> None:
    """Acme has knowledge and rules."""
    cast.knowledge()
    cast.rules()


def sends(carol: Customer, text: str, upload: str | None = None) -> Message:
    """Carol writes, maybe with a file; gives what the assistant replied."""
    stored = receive.message(carol, text, client_id=uuid4(), attachments=[upload] if upload else [])
    assert turn.take(stored.conversation_id, stored.seq)
    return Message.objects.filter(conversation_id=stored.conversation_id, author_kind="assistant").latest("seq")


@pytest.fixture
def picture(carols: Upload) -> str:
    """A file of carol's that was uploaded."""
    return str(carols(files.PDF, "bill.pdf").json()["id"])


@pytest.fixture
def another(carols: Upload) -> str:
    """One more."""
    return str(carols(files.PDF, "bill 2.pdf").json()["id"])


def test_an_answer_says_once_that_the_file_was_not_seen(carol: Customer, picture: str, another: str) -> None:
    said = sends(carol, DELIVERY, picture)
    assert "2 to 4 working days" in said.text
    assert said.text.endswith(f"\n\n{words.FILES_UNSEEN['en']}")
    assert said.sources
    again = sends(carol, "What does it cost to send something back?", another)
    assert words.FILES_UNSEEN["en"] not in again.text


def test_a_file_of_a_line_before_in_the_same_burst_counts(carol: Customer, picture: str) -> None:
    receive.message(carol, "", client_id=uuid4(), attachments=[picture])
    assert sends(carol, DELIVERY).text.endswith(words.FILES_UNSEEN["en"])


def test_files_without_a_word_are_met_with_the_reason_for_the_doubt(carol: Customer, picture: str) -> None:
    said = sends(carol, "", picture)
    assert said.text == words.ONLY_FILES["en"]
    assert said.data["offers_person"] is True
    assert Conversation.objects.get().holder == "assistant"


def test_without_files_nothing_is_said_of_them(carol: Customer) -> None:
    assert words.FILES_UNSEEN["en"] not in sends(carol, DELIVERY).text


def test_a_question_of_a_skill_says_it_too(carol: Customer, picture: str) -> None:
    said = sends(carol, "Where is my order?", picture)
    assert said.data["skill"] == "order_status"
    assert said.text.endswith(words.FILES_UNSEEN["en"])
