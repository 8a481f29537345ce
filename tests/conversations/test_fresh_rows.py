"""A process that wrote a conversation's row need not ask for it again, and is never deceived by what it remembers."""

from functools import partial
from uuid import uuid4

from agents.models import Agent
from conversations import receive, swift
from conversations.fresh import SECONDS, Fresh, Known
from conversations.models import Conversation, Customer, Kind, Message
from conversations.receive import MOST_PER_MINUTE, Received
from tenants.models import Tenant
from tenants.websocket import in_tenant
from tests import sockets
from tests.conversations.test_short_way import bobs


def texts(conversation: Conversation) -> list[str]:
    """The newest three texts that were said, oldest first."""
    said = conversation.messages.filter(kind=Kind.TEXT).order_by("-seq")
    return list(said.values_list("text", flat=True)[:3])[::-1]


def test_what_somebody_else_wrote_meanwhile_wins(company: Tenant) -> None:
    async def story() -> None:
        carol, conversation, bob = await in_tenant(company, bobs)
        where, seq = str(conversation.id), conversation.seq
        assert await swift.message(company, carol, "one", client_id=uuid4()) == Received(where, seq + 1)
        await in_tenant(company, lambda: receive.message(carol, "two", client_id=uuid4()))
        assert await swift.reply(company, bob, where, "three", client_id=uuid4()) == Received(where, seq + 3)
        assert await in_tenant(company, texts, conversation) == ["one", "two", "three"]

    sockets.run(story)


def test_a_remembered_row_stores_a_client_id_once(company: Tenant) -> None:
    async def story() -> None:
        carol, conversation, bob = await in_tenant(company, bobs)
        where, client_id, again = str(conversation.id), uuid4(), uuid4()
        assert await swift.message(company, carol, "one", client_id=client_id) is not None
        assert await swift.message(company, carol, "one", client_id=client_id) is None
        assert await swift.reply(company, bob, where, "two", client_id=again) is not None
        assert await swift.reply(company, bob, where, "two", client_id=again) is None
        assert await in_tenant(company, texts, conversation) == ["Let me look.", "one", "two"]

    sockets.run(story)


def test_a_client_id_of_an_older_conversation_is_not_stored_again(company: Tenant) -> None:
    client_id = uuid4()

    def moved(conversation: Conversation) -> None:
        other = Conversation.objects.create(
            customer_id=conversation.customer_id, created_at=conversation.created_at, due_at=conversation.due_at
        )
        Message.objects.create(conversation=other, seq=1, author_kind="customer", text="one", client_id=client_id)

    async def story() -> None:
        carol, conversation, _ = await in_tenant(company, bobs)
        assert await swift.message(company, carol, "zero", client_id=uuid4()) is not None
        await in_tenant(company, moved, conversation)
        assert await swift.message(company, carol, "one", client_id=client_id) is None
        assert await in_tenant(company, texts, conversation) == ["Where is my parcel?", "Let me look.", "zero"]

    sockets.run(story)


def test_an_agent_who_was_switched_off_writes_nothing_into_a_remembered_row(company: Tenant) -> None:
    async def story() -> None:
        _, conversation, bob = await in_tenant(company, bobs)
        where = str(conversation.id)
        assert await swift.reply(company, bob, where, "one", client_id=uuid4()) is not None
        await in_tenant(company, lambda: Agent.objects.filter(pk=bob.pk).update(is_active=False))
        assert await swift.reply(company, bob, where, "two", client_id=uuid4()) is None
        assert await in_tenant(company, texts, conversation) == ["Where is my parcel?", "Let me look.", "one"]

    sockets.run(story)


def test_remembered_rows_do_not_widen_the_limit_of_a_minute(company: Tenant) -> None:
    async def story() -> None:
        carol, _, _ = await in_tenant(company, bobs)
        stored = [await swift.message(company, carol, f"{n}", client_id=uuid4()) for n in range(MOST_PER_MINUTE + 3)]
        assert sum(one is not None for one in stored) == MOST_PER_MINUTE - 1  # the first one is the cast's

    sockets.run(story)


def test_an_agents_reply_does_not_begin_the_customers_minute_anew(company: Tenant) -> None:
    async def story() -> None:
        carol, conversation, bob = await in_tenant(company, bobs)
        for n in range(MOST_PER_MINUTE - 1):
            write = partial(receive.message, client_id=uuid4())
            await in_tenant(company, write, carol, f"{n}")  # the long way remembers nothing
        assert await swift.reply(company, bob, str(conversation.id), "Yes?", client_id=uuid4()) is not None
        assert await swift.message(company, carol, "one too many", client_id=uuid4()) is None

    sockets.run(story)


def test_a_row_is_given_away_once_and_not_when_it_is_old() -> None:
    fresh, known = Fresh(), Known(0, "1", Conversation(customer=Customer(name="Carol")))
    ours, whose = str(known.conversation.id), str(known.conversation.customer_id)
    fresh.keep("acme", known)
    assert fresh.of_customer("globex", whose) is None
    assert fresh.of_customer("acme", whose) is known
    assert fresh.of_conversation("acme", ours) is None
    fresh.keep("acme", Known(0, "1", known.conversation, asked_at=known.asked_at - SECONDS))
    assert fresh.of_conversation("acme", ours) is None
