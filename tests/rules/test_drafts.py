"""The draft of the rules is kept as it was typed, changed by whoever saw its newest revision, and published whole."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Agent, Role
from escalation import versions
from escalation.models import RuleBookVersion, RuleDraft
from escalation.rules import RuleBook
from tenants import current
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.rules.conftest import PATH, Json, angrier, document, posts, puts, rule


@pytest.fixture
def bobs(acme: Tenant, alice: Agent) -> Client:
    """The browser of another admin."""
    with current.entered(acme):
        bob = cast.agent("bob", Role.ADMIN)
    return cast.signed_in(HostClient("acme.localhost"), bob.email)


def in_force(acme: Tenant) -> RuleBook:
    """The rules that decide now."""
    with current.entered(acme):
        book = versions.published()
    assert isinstance(book, RuleBook)
    return book


def test_a_draft_changes_nothing_until_it_is_published_and_then_the_next_turn(hers: Client, acme: Tenant) -> None:
    kept = puts(hers, angrier()).json()
    assert (kept["revision"], kept["based_on"], kept["changed_by"]) == (1, 1, "Alice Example")
    assert kept["problems"] == []
    assert [(one["kind"], one["rule"]) for one in kept["diff"]] == [("changed", "An upset customer gets a person")]
    assert in_force(acme).version == 1
    made = posts(hers, "draft/publish", revision=1, note="They wait too long")
    assert (made.status_code, made.json()["number"], made.json()["note"]) == (201, 2, "They wait too long")
    assert made.json()["diff"] == kept["diff"]
    book = in_force(acme)
    assert (book.version, [one.priority for one in book.rules if one.trigger == "anger"]) == (2, ["urgent"])
    assert hers.get(f"{PATH}/draft").status_code == 404


def test_what_is_wrong_is_kept_and_told_by_its_place_and_cannot_be_published(hers: Client, acme: Tenant) -> None:
    changed = angrier()
    rule(changed, "anger")["when"] = {"fact": "signal.anger", "operator": "at_least", "value": 7}
    rule(changed, "loop")["priority"] = "someday"
    kept = puts(hers, changed).json()
    places = [one["place"] for one in kept["problems"]]
    assert places == ["rules[4].when.value", "rules[8].priority"]
    assert kept["document"] == changed
    assert kept["diff"] == []  # what is half done counts as it is in force
    assert kept["sentences"][4] is None
    assert kept["sentences"][0]["sentence"].startswith("When ")
    refused = posts(hers, "draft/publish", revision=1, note="")
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "rules[4].when.value")
    assert in_force(acme).version == 1
    assert hers.get(f"{PATH}/draft").json()["document"] == changed


@pytest.mark.parametrize(
    "nonsense", [{}, {"rules": 3}, {"rules": [None, {"name": 7}, []]}, {"format": [], "rules": {}}]
)
def test_any_object_is_kept(hers: Client, nonsense: Json) -> None:
    kept = puts(hers, nonsense)
    assert kept.status_code == 200
    assert kept.json()["document"] == nonsense
    assert kept.json()["problems"]
    assert hers.get(PATH).status_code == 200


@pytest.mark.parametrize(
    "worse", [[], None, "text", {"a": "\x00"}, {"a": "\ud800"}, {"\x00": 1}, {"a": [[[0]] * 2] * 50_000}]
)
def test_what_cannot_be_stored_is_refused(hers: Client, acme: Tenant, worse: Any) -> None:
    refused = puts(hers, worse)
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "document")
    with current.entered(acme):
        assert not RuleDraft.objects.exclude(document=None).exists()


def test_a_deep_document_is_refused(hers: Client) -> None:
    deep: Any = {}
    for _ in range(60):
        deep = {"not": deep}
    assert puts(hers, deep).status_code == 422


def test_of_two_at_once_the_later_one_hears_who_was_first(hers: Client, bobs: Client, acme: Tenant) -> None:
    assert puts(hers, angrier()).json()["revision"] == 1
    late = puts(bobs, document())
    assert late.status_code == 409
    assert late.json()["error"]["code"] == "draft_changed"
    assert "Alice Example changed the draft" in late.json()["error"]["message"]
    assert puts(bobs, document(), revision=1).json()["revision"] == 2
    assert posts(hers, "draft/publish", revision=1, note="").status_code == 409
    assert in_force(acme).version == 1


def test_a_revision_is_never_taken_again(hers: Client, bobs: Client) -> None:
    assert puts(hers, angrier()).json()["revision"] == 1
    assert posts(bobs, "draft/publish", revision=1, note="").status_code == 201
    late = puts(hers, document(), revision=1)
    assert late.status_code == 409
    assert "Bob Example published or discarded the draft" in late.json()["error"]["message"]
    assert puts(hers, document(), based_on=1).status_code == 409
    assert puts(hers, document(), based_on=2).json()["revision"] == 3


def test_a_draft_that_was_thrown_away_can_be_put_back(hers: Client) -> None:
    kept = puts(hers, angrier()).json()
    gone = hers.delete(f"{PATH}/draft?revision=1")
    assert gone.json()["document"] == kept["document"]
    assert hers.get(PATH).json()["draft"] is None
    assert puts(hers, gone.json()["document"]).json()["diff"] == kept["diff"]
    assert hers.delete(f"{PATH}/draft?revision=1").status_code == 409


def test_without_a_draft_there_is_nothing_to_throw_away_or_publish(hers: Client, acme: Tenant) -> None:
    assert hers.delete(f"{PATH}/draft").status_code == 404
    assert posts(hers, "draft/publish", revision=0, note="").status_code == 404
    assert in_force(acme).version == 1


def test_who_did_what_is_on_record(hers: Client, bobs: Client, acme: Tenant) -> None:
    puts(hers, angrier())
    puts(hers, angrier(), revision=1)
    puts(bobs, angrier(), revision=2)
    hers.delete(f"{PATH}/draft")
    puts(hers, angrier())
    posts(hers, "draft/publish", revision=5, note="At last")
    posts(hers, "versions/1/restore", note="Or not")
    with current.entered(acme):
        told = AuditEntry.objects.filter(action__startswith="rules.").order_by("at")
        found = [(one.action, one.actor_name.partition(" ")[0]) for one in told][1:]
        newest = told.last()
    assert found == [
        ("rules.draft_begun", "Alice"),
        ("rules.draft_continued", "Bob"),
        ("rules.draft_discarded", "Alice"),
        ("rules.draft_begun", "Alice"),
        ("rules.published", "Alice"),
        ("rules.published", "Alice"),
    ]
    assert newest is not None
    assert newest.changes == {"version": [2, 3], "note": [None, "Or not"], "restored_from": [None, 1]}


def test_supervisors_look_and_change_nothing(acme: Tenant, alice: Agent) -> None:
    with current.entered(acme):
        sue = cast.agent("sue", Role.SUPERVISOR)
    desk = cast.signed_in(HostClient("acme.localhost"), sue.email)
    assert desk.get(PATH).status_code == 200
    assert puts(desk, angrier()).status_code == 403
    assert posts(desk, "versions/1/restore", note="").status_code == 403
    with current.entered(acme):
        assert not RuleDraft.objects.exclude(document=None).exists()
        assert RuleBookVersion.objects.count() == 1
