"""Exports of two other desks: looked through, stored once, found again, and taken back."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from conversations import control, log, queries
from conversations.errors import NothingToDoError
from conversations.insights import measuring
from conversations.migrating import forgetting
from conversations.models import (
    Channel,
    Conversation,
    Customer,
    Episode,
    Message,
    MigrationItem,
    Note,
    Survey,
    WebhookEvent,
)
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.migrating.conftest import asked, items, read, run, sent, step
from tests.migrating.files import BEN, CHATWOOT, INTERCOM

NOTHING_NEW = {"new": 0, "known": 0, "merged": 0, "problem": 0, "stored": 0}


def told(talk: Conversation) -> list[tuple[int, str, str, str]]:
    """The log: number, who, under which name, which words."""
    events = [event["data"] for event in _events(talk)]
    return [(one["seq"], one["author"]["kind"], one["author"]["name"], one["text"]) for one in events]


def _today(entry: Any) -> Any:
    """The same, written an hour ago."""
    at = timezone.now().timestamp() - 3600
    messages = [{**one, "created_at": at + place} for place, one in enumerate(entry["messages"])]
    return {**entry, "created_at": at, "messages": messages}


def _events(talk: Conversation) -> list[Any]:
    return list(queries.events_after(talk, 0)[0])


def test_conversations_of_chatwoot_come_with_authors_times_notes_and_labels(amy: Client) -> None:
    alice = cast.agent("alice")
    made = read(amy, "chatwoot", CHATWOOT)
    assert made["state"] == "review"
    assert made["customers"] == {**NOTHING_NEW, "new": 2}
    assert made["conversations"] == {**NOTHING_NEW, "new": 2, "problem": 1}
    assert (made["messages"], made["notes"]) == (5, 1)
    assert not Conversation.objects.exists()
    assert not Customer.objects.exists()
    [odd] = items(amy, made, "action=problem")
    assert (odd["place"], odd["problem"]) == (3, "Nothing was said in it.")
    shown = items(amy, made, "kind=conversation")[0]
    assert shown["name"] == "A bent wheel"
    assert [line["by"] for line in shown["sample"]] == ["customer", "agent", "agent"]

    done = step(amy, made, "apply")
    assert (done["state"], done["done"], done["can_be_undone"]) == ("done", 4, True)
    talk = Conversation.objects.select_related("customer").get(channel_ref="chatwoot:3:41")
    assert told(talk) == [
        (
            1,
            "customer",
            "Ann Field",
            "My wheel is bent <script>alert(1)</script>\n[Attachment: image https://files.example.org/wheel.png]",
        ),
        (2, "agent", "Alice", "Bring it in on **Monday**."),
        (3, "system", "Chatwoot", "Rate us"),
        (4, "agent", "Gone Gustav", "We said so."),
    ]
    assert "<script" not in str([event["data"]["html"] for event in _events(talk)])
    assert talk.messages.get(seq=2).agent == alice
    note = Note.objects.get()
    assert (note.text, note.author, note.data) == ("She is in the club.", None, {"written_by": "Gone Gustav"})
    assert (talk.status, talk.channel, talk.seq, talk.tags) == ("resolved", "import", 4, ["repair", "warranty"])
    assert (talk.created_at.isoformat(), talk.due_at) == ("2023-11-14T22:13:20+00:00", None)
    assert talk.last_at == talk.updated_at == talk.messages.last().created_at  # type: ignore[union-attr]
    ann = talk.customer
    assert (ann.name, ann.email, ann.external_id, ann.language) == ("Ann Field", "ann@example.org", "u-7", "de")
    assert ann.attributes == {"plan": "pro", "seats": 3}
    acts = AuditEntry.objects.filter(action__startswith="migration.").order_by("id")
    assert [one.action for one in acts] == ["migration.begun", "migration.applied"]


def test_conversations_of_intercom_come_as_text_and_a_machine_is_none_of_ours(amy: Client) -> None:
    cast.agent("alice")
    made = read(amy, "intercom", INTERCOM)
    assert [one["kind"] for one in items(amy, made)] == ["customer", "conversation"]
    step(amy, made, "apply")
    talk = Conversation.objects.select_related("customer").get()
    assert talk.subject == "Lost & found"
    assert told(talk) == [
        (1, "customer", "Ben Hill", "Where is my bell?\nSee this (https://shop.example.org/bell)"),
        (2, "system", "Fin", "I look into it."),
        (3, "agent", "Alice", "- It is in the post.\n\n- Rings <tomorrow>\n[Attachment: label.pdf]"),
    ]
    assert not Message.objects.filter(author_kind="assistant").exists()
    assert Note.objects.get().author == talk.messages.get(seq=3).agent
    assert talk.customer.external_id == "u-9"
    assert talk.tags == ["delivery"]


@pytest.mark.parametrize(("source", "document"), [("chatwoot", CHATWOOT), ("intercom", INTERCOM)])
def test_the_same_file_twice_makes_nothing_twice_and_either_can_be_taken_back(
    amy: Client, source: str, document: Any
) -> None:
    first = step(amy, read(amy, source, document), "apply")
    there = Customer.objects.count(), Conversation.objects.count(), Message.objects.count(), Note.objects.count()
    second = read(amy, source, document)
    assert second["conversations"]["new"] == second["customers"]["new"] == 0
    again = step(amy, second, "apply")
    assert again["conversations"]["stored"] == 0
    now = Customer.objects.count(), Conversation.objects.count(), Message.objects.count(), Note.objects.count()
    assert now == there
    undone = step(amy, first, "undo")
    assert (undone["state"], undone["can_be_undone"]) == ("undone", False)
    assert not Conversation.objects.exists()
    assert not Customer.objects.exists()
    third = step(amy, read(amy, source, document), "apply")
    assert third["conversations"]["stored"] == there[1]
    assert MigrationItem.objects.exclude(content={}).count() == 0


def test_customers_are_those_of_the_same_id_then_of_the_same_address(amy: Client) -> None:
    by_id = Customer.objects.create(name="Visitor 1234", external_id="u-9", email="", attributes={"plan": "free"})
    typed = Customer.objects.create(name="Ann from the site", email="ann@example.org")
    intercom, chatwoot = read(amy, "intercom", INTERCOM), read(amy, "chatwoot", CHATWOOT)
    assert intercom["customers"] == {**NOTHING_NEW, "known": 1}
    assert chatwoot["customers"] == {**NOTHING_NEW, "new": 1, "merged": 1}
    step(amy, intercom, "apply")
    step(amy, chatwoot, "apply")
    by_id.refresh_from_db()
    typed.refresh_from_db()
    assert (by_id.name, by_id.email, by_id.attributes) == ("Ben Hill", "ben@example.org", {"plan": "free"})
    assert (typed.name, typed.external_id) == ("Ann from the site", "")  # an address proves no id
    assert typed.conversations.get().channel_ref == "chatwoot:3:41"
    step(amy, intercom, "undo")
    by_id.refresh_from_db()
    assert (by_id.name, by_id.email, by_id.conversations.count()) == ("Visitor 1234", "", 0)


def test_nothing_of_today_follows_and_figures_stay(amy: Client) -> None:
    cast.says(cast.customer(), "Hello there")
    measuring.catch_up()
    before = Episode.objects.count(), set(Job.objects.values_list("kind", flat=True)), WebhookEvent.objects.count()
    recent = {**CHATWOOT, "data": {"payload": [_today(one) for one in CHATWOOT["data"]["payload"]]}}
    made = step(amy, read(amy, "chatwoot", recent), "apply")
    assert made["conversations"]["stored"] == 2
    measuring.catch_up()
    kinds = set(Job.objects.values_list("kind", flat=True)) - {"migration_tidy"}
    assert (Episode.objects.count(), kinds, WebhookEvent.objects.count()) == before
    assert not Survey.objects.exists()
    ann = Customer.objects.get(external_id="u-7")
    shown = asked(amy, "get", f"customers/{ann.id}")
    assert [one["channel"] for one in shown["conversations"]] == ["import"]
    for words in ("wheel", "Monday", "ann@example.org"):
        found = asked(amy, "get", f"search?q={words}")["conversations"]
        assert [one["id"] for one in found] == [shown["conversations"][0]["id"]]


def test_it_cannot_go_on_and_a_new_message_begins_a_conversation_of_its_own(amy: Client) -> None:
    step(amy, read(amy, "chatwoot", CHATWOOT), "apply")
    ann = Customer.objects.get(external_id="u-7")
    talk = ann.conversations.get()
    with pytest.raises(NothingToDoError), log.writing(str(talk.id)) as held:
        control.reopen(held)
    new = cast.says(ann, "It is bent again")
    assert (new.channel, ann.conversations.count()) == (Channel.WIDGET, 2)
    talk.refresh_from_db()
    assert (talk.status, talk.seq) == ("resolved", 4)


def test_what_was_worked_with_since_stays(amy: Client) -> None:
    made = step(amy, read(amy, "chatwoot", CHATWOOT), "apply")
    talk = Conversation.objects.get(channel_ref="chatwoot:3:41")
    with log.writing(str(talk.id)) as held:
        held.tags = [*held.tags, "seen"]
    undone = step(amy, made, "undo")
    assert undone["conversations"]["stored"] == undone["customers"]["stored"] == 1
    assert Conversation.objects.get() == talk
    assert Customer.objects.get() == talk.customer
    assert [one["problem"][:8] for one in items(amy, made) if one["applied"]] == ["They wro", "Somebody"]


def test_a_list_of_customers_changes_known_ones_and_is_put_back(amy: Client) -> None:
    known = Customer.objects.create(name="Old name", external_id="c-1", email="old@example.org")
    table = (
        "external_id;Full name;E-Mail;Language;plan\nc-1;New name;new@example.org;fr;pro\n"
        "c-2;Dora;dora@example.org;;\n;Eve;none\n;;;;lonely\nc-2;Dora again;;;\n"
    )
    made = read(amy, "customers", table.encode())
    assert made["customers"] == {**NOTHING_NEW, "new": 1, "known": 1, "problem": 3}
    assert [one["place"] for one in items(amy, made, "action=problem")] == [3, 4, 5]
    done = step(amy, made, "apply")
    known.refresh_from_db()
    assert (known.name, known.email, known.language) == ("New name", "new@example.org", "fr")
    assert known.attributes == {"plan": "pro"}
    assert Customer.objects.get(external_id="c-2").email == "dora@example.org"
    step(amy, done, "undo")
    known.refresh_from_db()
    assert (known.name, known.email, known.attributes) == ("Old name", "old@example.org", {})
    assert Customer.objects.count() == 1


def test_one_can_be_cancelled_at_any_time(amy: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    made = sent(amy, "chatwoot", CHATWOOT)
    over = asked(amy, "post", f"migrations/{made['id']}/cancel")
    run()
    assert (over["state"], items(amy, made)) == ("cancelled", [])
    asked(amy, "post", f"migrations/{made['id']}/apply", status=409)
    made = read(amy, "intercom", INTERCOM)
    asked(amy, "post", f"migrations/{made['id']}/apply")
    asked(amy, "post", f"migrations/{made['id']}/cancel")
    run()
    assert not Conversation.objects.exists()
    assert asked(amy, "get", "migrations")["data"][0]["state"] == "cancelled"
    assert MigrationItem.objects.exclude(content={}).count() == 0


def test_what_was_brought_of_an_erased_customer_goes_and_a_waiting_file_with_it(amy: Client, globex: Tenant) -> None:
    step(amy, read(amy, "intercom", INTERCOM), "apply")
    waiting = read(amy, "intercom", INTERCOM)
    ben = Customer.objects.get(external_id="u-9")
    forgetting.forget(ben)
    assert asked(amy, "get", f"migrations/{waiting['id']}")["state"] == "cancelled"
    assert not MigrationItem.objects.filter(email=BEN["email"]).exists()
    assert not MigrationItem.objects.exclude(name="").exists()
