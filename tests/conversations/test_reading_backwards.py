"""A long conversation is read from its end, page by page, and each page says where the conversation stands."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from conversations import queries
from conversations.inbox import writes
from conversations.models import Conversation, Customer
from tests import cast

pytestmark = pytest.mark.usefixtures("equipped")


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, "bob@example.com")


@pytest.fixture
def talk(carol: Customer, bob: Agent) -> Conversation:
    """A conversation in Bob's hand with a dozen entries."""
    conversation = cast.answered(carol, "I want to talk to a human about order AC-10442")
    writes.take_over(conversation.id, bob, epoch=conversation.epoch)
    for number in range(8):
        cast.says(carol, f"Word {number}")
    return Conversation.objects.get(pk=conversation.id)


def read(desk: Client, talk: Conversation, **asked: int) -> Any:
    return desk.get(f"/api/v1/conversations/{talk.id}/events", asked).json()


def seqs(page: Any) -> list[int]:
    return [event["seq"] for event in page["data"]]


def test_pages_from_the_end_join_into_the_whole_log(desk: Client, talk: Conversation) -> None:
    found: list[int] = []
    before: int | None = 2**31 - 1
    while before is not None:
        page = read(desk, talk, before_seq=before, limit=5)
        found = [*seqs(page), *found]
        before = int(page["next_cursor"]) if page["has_more"] else None
    assert found == list(range(1, talk.seq + 1))


def test_a_page_says_who_holds_the_conversation(desk: Client, talk: Conversation, bob: Agent) -> None:
    page = read(desk, talk, before_seq=2**31 - 1, limit=2)
    assert seqs(page) == [talk.seq - 1, talk.seq]
    where = page["conversation"]
    assert (where["seq"], where["status"]) == (talk.seq, "open")
    assert (where["control"]["agent"]["id"], where["control"]["epoch"]) == (bob.id, talk.epoch)


def test_before_the_first_entry_there_is_nothing(desk: Client, talk: Conversation) -> None:
    page = read(desk, talk, before_seq=1)
    assert (page["data"], page["has_more"], page["next_cursor"]) == ([], False, None)


def test_a_page_is_one_query_however_long_the_log(
    talk: Conversation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    loaded = Conversation.objects.select_related("customer").get(pk=talk.id)
    with django_assert_num_queries(1):
        shown, more = queries.events_before(loaded, 2**31 - 1, limit=3)
    assert (len(shown), more) == (3, True)


def test_a_seq_that_is_none_is_refused(desk: Client, talk: Conversation) -> None:
    for wrong in ("0", "-1", "word", "99999999999"):
        reply = desk.get(f"/api/v1/conversations/{talk.id}/events?before_seq={wrong}")
        assert (reply.status_code, reply.json()["error"]["param"]) == (422, "before_seq")
