"""Who types the code goes on with a new token; whoever listens with the old one is put out before a personal word."""

from functools import partial
from uuid import uuid4

import pytest

from conversations.identity import codes, secrets
from conversations.models import Conversation, Customer, Message, OneTimeCode
from conversations.widget import visitors
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tenants.websocket import in_tenant
from tests import cast, sockets
from tests.identity.conftest import signed
from tests.sockets import WIDGET, Peer

COME_BACK, WHO_ARE_YOU = 4412, 4401


@pytest.fixture
def visited(own_database: str, acme: Tenant) -> tuple[Customer, str]:
    """A visitor who wrote, with their token and a code on its way."""
    with current.entered(acme):
        carol = Customer.objects.create(name="Visitor 1A2B")
        talk = cast.says(carol, "Where is my order?")
        codes.send(talk, "jane@example.org")
        return carol, visitors.token(carol)


def _digits() -> str:
    return codes.digits(OneTimeCode.objects.get())


def test_the_socket_that_typed_the_code_goes_on_and_the_others_are_put_out(
    visited: tuple[Customer, str], acme: Tenant
) -> None:
    carol, token = visited

    async def story() -> None:
        async with Peer(WIDGET) as owner, Peer(WIDGET) as thief:
            await sockets.visitor(owner, token=token)
            await sockets.visitor(thief, token=token)
            digits = await in_tenant(acme, _digits)
            await sockets.send(owner, f"It is {digits}")
            renewed = (await owner.op("token"))["token"]
            assert await thief.closed() == COME_BACK
            await sockets.send(owner, "And here I am")
            assert await in_tenant(acme, visitors.known, renewed) == carol
            assert await in_tenant(acme, visitors.known, token) is None
        async with Peer(WIDGET) as thief:
            welcome = await sockets.visitor(thief, token=token)
            assert welcome["conversation"] is None
            assert welcome["events"] == []

    sockets.run(story)


def test_hello_with_a_signature_opens_what_is_theirs(own_database: str, acme: Tenant) -> None:
    from_phone = "From my phone"

    async def story() -> None:
        told = await in_tenant(acme, _signed_for_jane, from_phone)
        async with Peer(WIDGET) as peer:
            await peer.put(op="hello", token=None, last_seq=0, identity=told)
            welcome = await peer.op("welcome")
            assert welcome["identified"]
            assert [event["data"]["text"] for event in welcome["events"]] == [from_phone]
            await sockets.send(peer, "Hello again")
        assert await in_tenant(acme, Conversation.objects.count) == 1

    sockets.run(story)


def _signed_for_jane(words: str) -> str:
    from_their_server = secrets.rotate(keep_old=True, actor=audit.by_system())
    jane = Customer.objects.create(name="Jane", email="jane@example.org", external_id="u1")
    cast.says(jane, words)
    return signed(from_their_server)


def test_an_open_socket_takes_no_message_once_the_signature_ran_out(own_database: str, acme: Tenant) -> None:
    def ended() -> str:
        secrets.rotate(keep_old=True, actor=audit.by_system())
        jane = Customer.objects.create(name="Jane", email="jane@example.org", external_id="u1")
        return visitors.token(jane, signed_until=1)

    async def story() -> None:
        token = await in_tenant(acme, ended)
        async with Peer(WIDGET) as peer:
            await sockets.visitor(peer, token=token)
            await sockets.send(peer, "Not enforced yet")
            await in_tenant(acme, partial(secrets.enforce, on=True, actor=audit.by_system()))
            await peer.put(op="send", client_id=str(uuid4()), text="Enforced now")
            assert await peer.closed() == WHO_ARE_YOU
        assert await in_tenant(acme, Message.objects.filter(text="Enforced now").count) == 0

    sockets.run(story)
