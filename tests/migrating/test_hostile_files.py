"""Files that nobody vouches for: too big, too deep, of wrong types, with markup, or in circles."""

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.models import Role
from conversations.migrating import acting, chatwoot, intercom, listed, plain, running, values
from conversations.migrating.found import Contact, OddError, Talk
from conversations.models import Conversation, Customer, Message, Migration
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient
from tests.migrating.conftest import asked, items, read, sent, step
from tests.migrating.files import CHATWOOT, INTERCOM

NAMES = (
    *("id", "type", "messages", "payload", "meta", "sender", "contact", "labels", "content", "message_type", "private"),
    *("created_at", "attachments", "conversation_parts", "source", "author", "body", "part_type", "contacts", "tags"),
    *("name", "email", "external_id", "custom_attributes", "attributes", "title", "language", "account_id"),
)
ATOMS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from([0, 1, 1e300, "admin"])
)
TREES = st.recursive(
    ATOMS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=25,
)
ENTRIES = st.dictionaries(st.sampled_from(NAMES), TREES, max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(ENTRIES)
def test_an_entry_of_any_types_is_read_or_refused_with_a_reason(entry: dict[str, Any]) -> None:
    for reader in (chatwoot.read, intercom.read, listed.read):
        try:
            found = reader(entry)
        except OddError:
            continue
        else:
            contact = found.contact if isinstance(found, Talk) else found
            assert isinstance(contact, Contact)
            assert 0 < len(contact.key) <= 200
            json.dumps(found.to_json() if isinstance(found, Talk) else contact.name)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "nothing in it"),
        (b"[]", "nothing in it"),
        (b"\x00\x01\x02" * 50, "no text"),
        (b'[{"id": 1}, {"id":', "breaks off at line 1"),
        (b"[" * 200_000, "nested too deep"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b"[" + b"1," * 60_000 + b"1]", "more than 50,000 entries"),
    ],
)
def test_a_file_that_is_no_export_is_refused_at_once(amy: Client, content: bytes, says: str) -> None:
    error = sent(amy, "chatwoot", content, status=422)["error"]
    assert error["param"] == "file"
    assert says in error["message"]
    assert not Migration.objects.exists()


def test_a_file_that_is_too_large_is_refused(amy: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acting, "LARGEST", 100)
    assert sent(amy, "chatwoot", CHATWOOT, status=413)["error"]["param"] == "file"
    sent(amy, "zendesk", CHATWOOT, status=422)
    assert not Migration.objects.exists()


def test_odd_entries_are_told_by_their_place_and_stop_no_other(amy: Client) -> None:
    loop: dict[str, Any] = {"id": 1, "name": "Loop"}
    good = CHATWOOT["data"]["payload"][0]
    odd = [
        7,
        {"id": [], "messages": []},
        {"id": 5, "messages": [{"id": 1, "content": "Hi", "message_type": 0, "created_at": 10**30}]},
        {"id": 6, "messages": {"payload": "no"}, "created_at": True},
        {"id": good["id"], "account_id": 3, "meta": {"sender": loop}, "messages": good["messages"]},
    ]
    made = read(amy, "chatwoot", [good, *odd, good, {**good, "id": 99}])
    told = {one["place"]: one["problem"] for one in items(amy, made, "action=problem")}
    assert told == {
        2: "This is no object.",
        3: "It has no id.",
        4: "Nobody knows when it was.",
        5: "Nothing was said in it.",
        6: "The same conversation stands at place 1 already.",
        7: "The same conversation stands at place 1 already.",
    }
    assert step(amy, made, "apply")["conversations"]["stored"] == 2


def test_ten_thousand_parts_of_one_conversation_are_one_step_and_more_are_too_many(amy: Client) -> None:
    part = {"part_type": "comment", "body": "<p>Again</p>", "created_at": 1710000300, "author": {"type": "user"}}
    whole = INTERCOM["conversations"][0]

    def with_parts(count: int, key: str) -> Any:
        parts = [{**part, "id": f"p{place}"} for place in range(count)]
        return {**whole, "id": key, "conversation_parts": {"conversation_parts": parts}}

    made = read(amy, "intercom", [with_parts(9_999, "1"), with_parts(10_001, "2")])
    assert [one["problem"] for one in items(amy, made, "action=problem")] == ["It has more than 10,000 messages."]
    step(amy, made, "apply")
    talk = Conversation.objects.get()
    seqs = list(Message.objects.filter(conversation=talk).order_by("seq").values_list("seq", flat=True))
    assert seqs == list(range(1, 10_001))
    assert talk.seq == 10_000


def test_markup_becomes_words_in_a_time_that_grows_with_its_length() -> None:
    assert plain.of_html("<p>One</p><style>p{}</style><p>Two&nbsp;&amp; <b>three</b><br>four</p>") == (
        "One\nTwo & three\nfour"
    )
    assert plain.of_html('<a href="javascript:alert(1)">Click</a><svg onload=alert(2)>') == "Click"
    assert plain.of_html("1 < 2 & 3") == "1 < 2 & 3"
    for hostile in ("<div>" * 10_000, "&amp;" * 10_000, "<a href='" * 5_000, "<p>x</p>" * 10_000):
        assert len(plain.of_html(hostile)) <= 50_000
    assert plain.of_text("x" * 60_000).endswith("[shortened]")


def test_moments_that_cannot_be_are_none() -> None:
    odd: list[Any] = [None, True, -1, 10**20, 1e308, float("nan"), "yesterday", "9" * 5_000, {}, "0001-01-01T00:00:00"]
    for value in odd:
        assert values.moment_of(value) is None
    assert values.moment_of(1_700_000_000_000) == values.moment_of("2023-11-14T22:13:20Z")


def test_nothing_of_another_company_is_known_or_touched(amy: Client, globex: Tenant) -> None:
    with current.entered(globex):
        dave = Customer.objects.create(name="Dave", external_id="u-7", email="ann@example.org")
    step(amy, read(amy, "chatwoot", CHATWOOT), "apply")
    assert Customer.objects.get(external_id="u-7").id != dave.id
    made = Migration.objects.get()
    with current.entered(globex):
        assert not Conversation.objects.exists()
        assert not Migration.objects.exists()
        eve = cast.signed_in(HostClient("globex.localhost"), cast.agent("eve", Role.OWNER).email)
    asked(eve, "get", f"migrations/{made.id}", status=404)
    asked(eve, "post", f"migrations/{made.id}/undo", status=404)
    assert Conversation.objects.count() == 2


def test_how_much_is_asked_of_the_database_does_not_grow_with_the_file(
    amy: Client, django_assert_max_num_queries: Any
) -> None:
    cast.agent("alice")
    good = CHATWOOT["data"]["payload"][0]
    many = [{**good, "id": 100 + place, "meta": {"sender": {"id": 500 + place, "name": "N"}}} for place in range(60)]
    made = sent(amy, "chatwoot", many)

    def one_step() -> None:
        running._read_or_store_some(made["id"])

    with django_assert_max_num_queries(12):
        one_step()
    asked(amy, "post", f"migrations/{made['id']}/apply")
    for _customers_then_conversations in range(2):
        with django_assert_max_num_queries(18):
            one_step()
    assert Conversation.objects.count() == 60
    with django_assert_max_num_queries(9):  # of which the session and the rights are most
        asked(amy, "get", "migrations")
