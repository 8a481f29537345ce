"""An upload becomes part of one message, once, whoever else tries at the same moment."""

import threading
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test import Client

from agents.models import Agent
from conversations import receive
from conversations.attachments import claiming
from conversations.errors import ClientIdReusedError
from conversations.models import Attachment, Conversation, Customer, Message
from tenants import current
from tenants.errors import ParameterError
from tenants.models import Tenant
from tests import cast
from tests.attachments import files
from tests.attachments.conftest import Upload, as_visitor
from tests.clients import HostClient

RACES = 15
JSON = "application/json"


@pytest.fixture
def ids(carols: Upload) -> list[str]:
    """Three uploads of carol's."""
    cast.rules()
    return [carols(files.PDF, f"{number}.pdf").json()["id"] for number in range(3)]


def test_a_message_takes_its_files_in_the_order_it_names_them(carol: Customer, ids: list[str]) -> None:
    named = [ids[2], ids[0]]
    stored = receive.message(carol, "", client_id=uuid4(), attachments=named)
    entry = Message.objects.get(conversation_id=stored.conversation_id, seq=stored.seq)
    assert [file["id"] for file in entry.data["attachments"]] == named
    assert set(entry.attachments.values_list("id", flat=True)) == set(named)
    assert Attachment.objects.get(pk=ids[1]).message is None


def test_a_repeated_message_takes_nothing_twice_and_one_with_other_files_is_refused(
    carol: Customer, ids: list[str]
) -> None:
    client_id = uuid4()
    first = receive.message(carol, "Here.", client_id=client_id, attachments=ids[:2])
    assert receive.message(carol, "Here.", client_id=client_id, attachments=ids[:2]) == first
    with pytest.raises(ClientIdReusedError):
        receive.message(carol, "Here.", client_id=client_id, attachments=ids[1:])
    assert Message.objects.filter(author_kind="customer").count() == 1
    assert Attachment.objects.get(pk=ids[2]).message is None


def test_a_file_goes_into_one_message_only_and_a_refused_message_is_not_stored(carol: Customer, ids: list[str]) -> None:
    receive.message(carol, "First.", client_id=uuid4(), attachments=ids[:1])
    with pytest.raises(ParameterError) as refused:
        receive.message(carol, "Second.", client_id=uuid4(), attachments=[ids[1], ids[0]])
    assert refused.value.param == "attachments"
    assert Message.objects.filter(author_kind="customer").count() == 1
    assert Attachment.objects.get(pk=ids[1]).message is None


@pytest.mark.parametrize("wrong", ["six", "twice", "unknown", "malformed", "another kind", "nobody's"])
def test_wrong_ids_are_refused(carol: Customer, ids: list[str], wrong: str) -> None:
    named = {
        "six": [f"att_{number:026}" for number in range(6)],
        "twice": [ids[0], ids[0]],
        "unknown": [ids[0], "att_00000000000000000000000000"],
        "malformed": ["../../etc/passwd"],
        "another kind": ["cus_00000000000000000000000000"],
        "nobody's": ids,
    }[wrong]
    who = None if wrong == "nobody's" else carol
    with transaction.atomic(), pytest.raises(ParameterError) as refused:
        claiming.claim(named, customer=who)
    assert refused.value.param == "attachments"


def test_an_agents_reply_takes_their_file_and_shows_it_with_a_link(desk: Client, carol: Customer, bob: Agent) -> None:
    cast.rules()
    conversation = cast.says(carol, "Where is your shop?")
    upload = desk.post("/api/v1/attachments", {"file": files.named(files.picture("PNG"), "map.png")}).json()
    body: dict[str, Any] = {"client_id": str(uuid4()), "text": "", "attachments": [upload["id"]]}
    first = desk.post(f"/api/v1/conversations/{conversation.id}/messages", body, content_type=JSON)
    again = desk.post(f"/api/v1/conversations/{conversation.id}/messages", body, content_type=JSON)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert first.json()["attachments"] == [upload]
    served = desk.get(upload["url"])
    assert len(served.getvalue()) == upload["size"]


def test_a_file_claimed_twice_at_once_goes_into_one_message(own_database: str, acme: Tenant) -> None:
    with current.entered(acme):
        cast.rules()
        carol = cast.customer()
    for number in range(RACES):
        with current.entered(acme):
            carol = cast.customer(f"racer{number}")
            upload = as_visitor(HostClient("acme.localhost"), carol)
            named = [upload(files.PDF, f"{each}.pdf").json()["id"] for each in range(2)]
        outcomes = _at_once(acme, carol, [named, named[::-1], named[:1]])
        assert sorted(outcomes) == ["refused", "refused", "stored"]
        with current.entered(acme):
            entries = Message.objects.filter(conversation__customer=carol, author_kind="customer")
            entry = entries.get()
            assert {str(file["id"]) for file in entry.data["attachments"]} == {
                str(each.id) for each in entry.attachments.all()
            }
    with current.entered(acme):
        assert Conversation.objects.count() == RACES


def _at_once(acme: Tenant, carol: Customer, wishes: list[list[str]]) -> list[str]:
    """Each list of files is sent in a message of its own by its own thread; gives what became of each."""
    start = threading.Barrier(len(wishes))
    outcomes: list[str] = []

    def send(named: list[str]) -> None:
        try:
            with current.entered(acme):
                start.wait()
                receive.message(carol, "Mine.", client_id=uuid4(), attachments=named)
            outcomes.append("stored")
        except ParameterError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=[named]) for named in wishes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return outcomes
