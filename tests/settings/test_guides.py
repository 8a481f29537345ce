"""Guides over REST: drawn by admins, checked, and on only while they leave nobody stuck."""

from typing import Any

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assistant.models import Guide
from assistant.skills import configured
from tenants.trail.models import AuditEntry
from tests.settings.sending import API, get, patch, post, refused
from tests.skills.test_guides import BRAKES

SOUND = {"title": "Squealing brakes", "examples": ["My brakes squeal"], "steps": BRAKES}


def drawn(admin: Client, **changed: Any) -> Any:
    """A guide made over REST."""
    return post(admin, "guides", **{**SOUND, **changed}).json()


def test_a_guide_is_drawn_switched_on_and_becomes_a_skill(admin: Client) -> None:
    made = drawn(admin)
    assert (made["on"], made["faults"], made["questions"], made["version"]) == (False, [], 2, 1)
    assert made["id"] not in configured.everything()
    on = patch(admin, f"guides/{made['id']}", on=True, version=1).json()
    assert (on["on"], on["version"]) == (True, 2)
    skill = configured.everything()[made["id"]].skill
    assert skill.label == "Squealing brakes"
    assert [slot.name for slot in skill.slots] == ["which", "wet"]
    assert [one["title"] for one in get(admin, "guides")["data"]] == ["Squealing brakes"]
    assert {one.action for one in AuditEntry.objects.all()} >= {"guide.created", "guide.changed"}


def test_a_guide_with_a_fault_is_stored_but_does_not_go_on(admin: Client) -> None:
    made = drawn(admin, steps=BRAKES[:2])
    assert [one["step"] for one in made["faults"]] == ["which", "wet", "wet"]
    assert refused(patch(admin, f"guides/{made['id']}", on=True)) == (422, "on")
    assert not Guide.objects.get().on


def test_a_change_that_makes_it_unsound_switches_it_off(admin: Client) -> None:
    made = drawn(admin)
    patch(admin, f"guides/{made['id']}", on=True)
    changed = patch(admin, f"guides/{made['id']}", steps=BRAKES[:3]).json()
    assert changed["on"] is False
    assert made["id"] not in configured.everything()


def test_nothing_leads_to_a_guide_without_sentences(admin: Client) -> None:
    made = drawn(admin, examples=[])
    assert made["faults"] == [{"step": "", "says": "Say in a sentence or more how customers tell of this trouble."}]
    assert refused(patch(admin, f"guides/{made['id']}", on=True)) == (422, "on")


def test_who_saw_an_older_version_overwrites_nothing(admin: Client) -> None:
    made = drawn(admin)
    patch(admin, f"guides/{made['id']}", title="Loud brakes", version=1)
    assert refused(patch(admin, f"guides/{made['id']}", title="My title", version=1)) == (409, "version")
    assert Guide.objects.get().title == "Loud brakes"


def test_a_title_is_there_once(admin: Client) -> None:
    drawn(admin)
    assert refused(post(admin, "guides", title="Squealing brakes")) == (409, "title")
    assert Guide.objects.count() == 1


def test_a_guide_is_checked_as_it_is_typed(admin: Client) -> None:
    draft = {"title": "", "examples": ["x"], "steps": [{**BRAKES[0], "answers": []}]}
    told = post(admin, "guides/check", **draft).json()
    assert told["faults"] == [{"step": "which", "says": "A question needs two to 8 answers."}]
    assert not Guide.objects.exists()


def test_what_is_no_guide_is_named(admin: Client) -> None:
    assert refused(post(admin, "guides", title="x", steps=[{"id": "A B"}])) == (422, "steps.0.id")
    assert not Guide.objects.exists()


def test_a_step_is_whole_in_a_change_too(admin: Client) -> None:
    made = drawn(admin)
    without_words = [{name: value for name, value in BRAKES[0].items() if name != "says"}, *BRAKES[1:]]
    assert refused(patch(admin, f"guides/{made['id']}", steps=without_words)) == (422, "steps.0.says")
    unled = [{**BRAKES[0], "answers": [{"label": "Front"}]}]
    assert refused(patch(admin, f"guides/{made['id']}", steps=unled))[0] == 422
    assert Guide.objects.get().steps == made["steps"]


def test_a_guide_goes_and_leaves_a_trace(admin: Client) -> None:
    made = drawn(admin)
    assert admin.delete(f"{API}/guides/{made['id']}").status_code == 204
    assert not Guide.objects.exists()
    assert AuditEntry.objects.get(action="guide.removed").object_name == "Squealing brakes"


def test_agents_look_and_change_nothing(admin: Client, desk: Client) -> None:
    made = drawn(admin)
    assert get(desk, f"guides/{made['id']}")["title"] == "Squealing brakes"
    assert refused(patch(desk, f"guides/{made['id']}", on=True)) == (403, None)
    assert not Guide.objects.get().on


def test_the_list_takes_a_fixed_number_of_queries(
    admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        drawn(admin, title=f"Guide {number}")
    with django_assert_max_num_queries(8):
        assert len(get(admin, "guides")["data"]) == 5
