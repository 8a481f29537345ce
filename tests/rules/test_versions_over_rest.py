"""What is in force and what was: in words, with how often each rule decided, and back again."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conversations.models import Decision
from escalation import versions
from escalation.models import RuleBookVersion
from escalation.rules import Considered, Fired
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.rules.conftest import PATH, angrier, document, posts, puts, rule


def decided(**what: Any) -> Decision:
    """A handover was decided of a new customer's words, in the tenant entered now."""
    conversation = cast.says(cast.customer(f"customer{Decision.objects.count()}"), "Hello")
    told = {"asked_seq": 1, "action": "handover", "rules_version": 1, "facts": {}}
    return Decision.objects.create(conversation=conversation, **told, **what)


def test_what_is_in_force_is_told_in_sentences_with_how_often_it_decided(hers: Client, acme: Tenant) -> None:
    asks = rule(document(), "asks_human")["name"]
    with current.entered(acme):
        decided(trigger="asks_human", rule=asks)
        long_ago = decided(trigger="asks_human", rule=asks)
        Decision.objects.filter(pk=long_ago.pk).update(created_at=timezone.now() - timedelta(days=31))
    told = hers.get(PATH).json()
    assert (told["version"], told["published_by"], told["problem"], told["draft"]) == (1, "the tests", None, None)
    assert told["document"] == document()
    by_trigger = {one["trigger"]: one for one in told["rules"]}
    asked = by_trigger["asks_human"]
    assert (asked["fired_30_days"], asked["protective"], asked["on"], asked["does"]) == (1, True, True, "hand_over")
    assert by_trigger["anger"]["fired_30_days"] == 0
    assert "".join(part["text"] for part in asked["parts"]) == asked["sentence"].replace("**", "")


def test_a_rule_that_only_marks_is_counted_too(hers: Client, acme: Tenant) -> None:
    marking = document()
    marking["rules"].append(
        {**rule(marking, "anger"), "name": "Mark it", "trigger": "own", "does": "mark", "tags": ["asks"]}
        | {"when": {"fact": "signal.asks_human", "operator": "fires"}}
    )
    with current.entered(acme):
        versions.publish(marking, by="the tests")
        held = (Fired("Whoever asks for a person gets one", "asks_human", "hand_over"), Fired("Mark it", "own", "mark"))
        decided(considered=Considered(held, ()).to_json())
        decided(considered=None)
    told = {one["name"]: one["fired_30_days"] for one in hers.get(PATH).json()["rules"]}
    assert told["Mark it"] == 1


def test_rules_that_cannot_be_read_are_told_and_an_older_version_brings_them_back(hers: Client, acme: Tenant) -> None:
    with current.entered(acme):
        RuleBookVersion.objects.create(number=2, document={"nonsense": True}, published_by="a bad import")
    told = hers.get(PATH).json()
    assert (told["version"], told["rules"]) == (2, [])
    assert "format and rules" in told["problem"]
    assert posts(hers, "versions/2/restore", note="").status_code == 409
    made = posts(hers, "versions/1/restore", note="That was no good")
    assert (made.status_code, made.json()["number"], made.json()["restored_from"]) == (201, 3, 1)
    assert hers.get(PATH).json()["problem"] is None


def test_a_version_that_cannot_be_read_does_not_come_back(hers: Client, acme: Tenant) -> None:
    with current.entered(acme):
        RuleBookVersion.objects.create(number=2, document={"nonsense": True}, published_by="a bad import")
        cast.rules()
    assert posts(hers, "versions/2/restore", note="").status_code == 422
    with current.entered(acme):
        assert versions.newest_number() == 3


def test_who_works_on_a_draft_hears_that_an_older_version_came_back(hers: Client) -> None:
    puts(hers, angrier())
    posts(hers, "draft/publish", revision=1, note="")
    puts(hers, angrier())
    posts(hers, "versions/1/restore", note="")
    assert posts(hers, "draft/publish", revision=3, note="").status_code == 409
    kept = hers.get(f"{PATH}/draft").json()
    assert (kept["revision"], kept["document"]) == (4, angrier())


def test_versions_come_by_pages_with_what_each_changed(hers: Client, acme: Tenant) -> None:
    with current.entered(acme):
        for changed in (angrier(), document(), angrier()):
            versions.publish(changed, by="the tests")
    page = hers.get(f"{PATH}/versions?limit=3").json()
    assert [(one["number"], len(one["diff"])) for one in page["data"]] == [(4, 1), (3, 1), (2, 1)]
    assert page["has_more"] is True
    rest = hers.get(f"{PATH}/versions?limit=3&cursor={page['next_cursor']}").json()
    assert [one["number"] for one in rest["data"]] == [1]
    assert {one["kind"] for one in rest["data"][0]["diff"]} == {"added"}
    assert (rest["has_more"], rest["next_cursor"]) == (False, None)
    assert hers.get(f"{PATH}/versions?cursor=x").status_code == 422


def test_two_versions_are_held_against_each_other(hers: Client, acme: Tenant) -> None:
    with current.entered(acme):
        for changed in (angrier(), document()):
            versions.publish(changed, by="the tests")
    assert hers.get(f"{PATH}/versions/3/diff?against=1").json()["diff"] == []
    assert len(hers.get(f"{PATH}/versions/3/diff").json()["diff"]) == 1
    assert hers.get(f"{PATH}/versions/3/diff?against=9").status_code == 404
    one = hers.get(f"{PATH}/versions/2").json()
    assert (one["number"], one["document"]) == (2, angrier())
    assert rule({"rules": one["rules"]}, "anger")["sentence"].endswith(", urgent")


def test_no_such_version(hers: Client) -> None:
    for path in ("versions/9", "versions/0", f"versions/{10**30}", "versions/9/diff"):
        assert hers.get(f"{PATH}/{path}").status_code == 404
    assert posts(hers, "versions/9/restore", note="").status_code == 404


def test_a_page_takes_the_same_queries_however_long_it_is(hers: Client, acme: Tenant) -> None:
    counted = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as seen:
            hers.get(f"{PATH}/versions")
        counted.append(len(seen))
        with current.entered(acme):
            for _ in range(4):
                versions.publish(angrier(), by="the tests")
    assert counted[0] == counted[1]
