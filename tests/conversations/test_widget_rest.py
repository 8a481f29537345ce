"""The widget without a socket: hello, write, ask for a person, type, see; with the visitor's token and nothing else."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from conversations.models import Conversation, Customer, Message, WidgetSettings
from conversations.widget import visitors
from tests import cast

pytestmark = pytest.mark.usefixtures("equipped")
API = "/api/v1/widget"


def post(client: Client, path: str, bearer: str = "", **body: Any) -> Any:
    headers = {"authorization": f"Bearer {bearer}"} if bearer else {}
    return client.post(f"{API}/{path}", body, content_type="application/json", headers=headers)


@pytest.fixture
def token(acme_client: Client) -> str:
    """A newcomer's token, from hello."""
    said = post(acme_client, "hello", token=None, conversation_id=None, last_seq=0)
    assert said.status_code == 200
    return str(said.json()["token"])


def test_hello_leaves_no_trace_and_brings_the_same_visitor_back(acme_client: Client, token: str) -> None:
    first = post(acme_client, "hello", token=token, conversation_id=None, last_seq=0).json()
    again = post(acme_client, "hello", token=first["token"], conversation_id=None, last_seq=0).json()
    assert first["op"] == "welcome"
    assert first["company"]["ai_notice"]
    assert first["customer_id"] == again["customer_id"]
    assert Customer.objects.count() == 0


def test_readers_of_a_language_find_its_first_words_and_all_others_those_for_everybody(
    acme_client: Client,
) -> None:
    WidgetSettings.objects.all().delete()
    WidgetSettings.objects.create(
        greeting="Hello.",
        quick_replies=["Where is it?"],
        first_words={
            "de": {"greeting": "Hallo.", "quick_replies": []},
            "fr": {"greeting": "", "quick_replies": ["Où ?"]},
        },
    )
    found = {}
    for language in ("en", "de", "fr", "nl"):
        body = {"op": "hello", "token": None, "conversation_id": None, "last_seq": 0}
        headers = {"accept-language": language}
        said = acme_client.post("/api/v1/widget/hello", body, content_type="application/json", headers=headers).json()
        found[language] = (said["company"]["greeting"], said["company"]["quick_replies"])
    assert found == {
        "en": ("Hello.", ["Where is it?"]),
        "de": ("Hallo.", ["Where is it?"]),
        "fr": ("Hello.", ["Où ?"]),
        "nl": ("Hello.", ["Where is it?"]),
    }


def test_a_message_is_stored_once_and_comes_back_with_hello(acme_client: Client, token: str) -> None:
    body = {"client_id": str(uuid4()), "text": "Do you take PayPal?"}
    stored = post(acme_client, "messages", token, **body)
    assert (stored.status_code, stored.json()["seq"], stored.json()["client_id"]) == (201, 1, body["client_id"])
    assert post(acme_client, "messages", token, **body).json() == stored.json()
    other = post(acme_client, "messages", token, **{**body, "text": "Or cards?"})
    assert (other.status_code, other.json()["error"]["code"]) == (409, "client_id_reused")
    back = post(acme_client, "hello", token=token, conversation_id=None, last_seq=0).json()
    assert [event["data"]["text"] for event in back["events"]] == ["Do you take PayPal?"]
    known = {"token": token, "conversation_id": stored.json()["conversation_id"], "last_seq": 1}
    assert post(acme_client, "hello", **known).json()["events"] == []


def test_asking_for_a_person_is_a_message_of_its_own(acme_client: Client, token: str) -> None:
    assert post(acme_client, "person", token, client_id=str(uuid4())).status_code == 201
    assert Message.objects.get().data == {"pressed_person_button": True}


def test_typing_and_seeing_answer_nothing(acme_client: Client, token: str) -> None:
    assert post(acme_client, "typing", token, active=True).status_code == 204
    assert post(acme_client, "seen", token, seq=1).status_code == 204
    post(acme_client, "messages", token, client_id=str(uuid4()), text="Hello")
    assert post(acme_client, "typing", token, active=False).status_code == 204
    assert post(acme_client, "seen", token, seq=7).content == b""
    assert Conversation.objects.get().seen_seq == 1


@pytest.mark.parametrize("path", ["messages", "person", "typing", "seen"])
@pytest.mark.parametrize("wrong", ["", "rubbish", "a:b:c"])
def test_strangers_do_nothing(acme_client: Client, path: str, wrong: str) -> None:
    refused = post(acme_client, path, wrong, client_id=str(uuid4()), text="x", active=True, seq=1)
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "unauthenticated")
    assert Message.objects.count() == 0


def test_a_desk_session_is_no_visitor(acme_client: Client) -> None:
    cast.agent("bob")
    bob = cast.signed_in(acme_client, "bob@example.com")
    assert post(bob, "messages", client_id=str(uuid4()), text="x").status_code == 401


def test_another_companys_token_is_a_strangers(globex_client: Client, token: str) -> None:
    assert post(globex_client, "messages", token, client_id=str(uuid4()), text="x").status_code == 401


@pytest.mark.parametrize(
    ("path", "body", "param"),
    [
        ("messages", b'{"text":"x"}', "client_id"),
        ("messages", b'{"client_id":"00000000-0000-4000-8000-000000000000","text":"\\ud800"}', "text"),
        ("messages", b'{"client_id":"00000000-0000-4000-8000-000000000000","text":"x","attachments":7}', "attachments"),
        ("messages", b"[]", None),
        ("messages", b"7", None),
        ("person", b'{"client_id":7}', "client_id"),
        ("typing", b'{"active":1}', "active"),
        ("seen", b'{"seq":-1}', "seq"),
        ("seen", b'{"seq":99999999999999999999}', "seq"),
        ("hello", b'{"token":7}', "token"),
        ("hello", b'{"last_seq":1.5}', "last_seq"),
    ],
)
def test_a_bad_body_names_the_field_and_stores_nothing(
    acme_client: Client, token: str, path: str, body: bytes, param: str | None
) -> None:
    headers = {"authorization": f"Bearer {token}"}
    refused = acme_client.generic("POST", f"{API}/{path}", body, content_type="application/json", headers=headers)
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, param)
    assert Message.objects.count() == 0


@pytest.mark.parametrize("body", [b"", b"{", b'{"seq":NaN}', b"\xff"])
def test_what_is_no_json_is_refused(acme_client: Client, token: str, body: bytes) -> None:
    headers = {"authorization": f"Bearer {token}"}
    refused = acme_client.generic("POST", f"{API}/seen", body, content_type="application/json", headers=headers)
    assert refused.status_code in {400, 422}
    assert refused.json()["error"]["type"] == "invalid_request_error"


def test_hello_costs_the_same_for_a_long_log_as_for_a_short_one(
    acme_client: Client, carol: Customer, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        cast.says(carol, f"line {number}")
    with django_assert_max_num_queries(10):
        said = post(acme_client, "hello", token=visitors.token(carol), conversation_id=None, last_seq=0).json()
    assert len(said["events"]) == 12
