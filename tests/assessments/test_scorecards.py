"""Scorecards: admins write them, each change of a question is a version, what was judged stays as it was."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations.models import Assessment, Scorecard, ScorecardVersion
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.assessments import sheets
from tests.clients import HostClient
from tests.quality.past import send


@pytest.fixture
def alices(company: Tenant) -> Client:
    """An admin's browser."""
    cast.agent("alice", Role.ADMIN)
    return cast.signed_in(HostClient("acme.localhost"), "alice@example.com")


def form(**more: Any) -> dict[str, Any]:
    """A card as an admin writes it."""
    asked = [sheets.question("Was it right?"), sheets.question("How kind?", "scale", steps=3)]
    return {"name": "Care", "looks_at": "both", "sections": [sheets.section(*asked)], **more}


def test_a_new_card_gets_ids_that_stay(alices: Client) -> None:
    made = send(alices, "post", "scorecards", 201, **form())
    asked = made["sections"][0]["questions"]
    assert (made["version"], made["archived"], all(one["id"] for one in asked)) == (1, False, True)
    renamed = {**asked[0], "text": "Was it true?"}
    scaled = {**asked[1], "steps": 5}  # its answers mean something else now
    again = send(alices, "put", f"scorecards/{made['id']}", 200, **form(sections=[sheets.section(renamed, scaled)]))
    now = again["sections"][0]["questions"]
    assert again["version"] == 2
    assert now[0]["id"] == asked[0]["id"]
    assert now[1]["id"] != asked[1]["id"]
    assert ScorecardVersion.objects.get(number=1).sections == made["sections"]
    assert AuditEntry.objects.filter(action="scorecard.published", object_id=made["id"]).count() == 2


def test_other_words_on_the_card_make_no_version(alices: Client) -> None:
    made = send(alices, "post", "scorecards", 201, **form())
    same = form(name="Kindness", sections=made["sections"])
    assert send(alices, "put", f"scorecards/{made['id']}", 200, **same)["version"] == 1
    assert Scorecard.objects.get().name == "Kindness"


def test_a_card_that_makes_no_sense_is_refused_and_nothing_stored(alices: Client) -> None:
    send(alices, "post", "scorecards", 201, **form())
    wrong: list[tuple[dict[str, Any], int, str]] = [
        (form(), 409, "name"),
        (form(name="B", sections=[]), 422, "sections"),
        (form(name="B", looks_at="us"), 422, "looks_at"),
        (form(name="B", sections=[sheets.section(sheets.question("Which?", "choice"))]), 422, "sections"),
        (form(name="B", sections=[sheets.section(sheets.question("A?", weight=11))]), 422, ""),
    ]
    for said, status, param in wrong:
        told = send(alices, "post", "scorecards", status, **said)["error"]
        assert param in (told["param"] or "")
    assert Scorecard.objects.count() == 1


def test_an_archived_card_rests_and_comes_back(alices: Client, card: Scorecard, bob: Agent) -> None:
    one = sheets.waiting(card, bob)
    send(alices, "delete", f"scorecards/{card.id}", 200)
    begun = {"conversation_id": str(sheets.episode().conversation_id), "scorecard_id": str(card.id)}
    assert send(alices, "post", "assessments", 409, **begun)["error"]["code"] == "scorecard_archived"
    assert list(Assessment.objects.all()) == [one]
    assert send(alices, "post", f"scorecards/{card.id}/bring_back", 200)["archived"] is False
    send(alices, "post", "assessments", 201, **begun)


def test_who_reviews_reads_the_cards_and_writes_none(sues: Client, card: Scorecard) -> None:
    assert [one["id"] for one in send(sues, "get", "scorecards", 200)["data"]] == [card.id]
    send(sues, "put", f"scorecards/{card.id}", 403, **form())
    assert ScorecardVersion.objects.count() == 1
