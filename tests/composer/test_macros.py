"""Macros: looked at before, done all or not at all, repeated without harm, undone."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from agents.models import Agent, Role
from conversations.models import Conversation, Macro, MacroRun, Message, Status
from tests import cast

ACTS: list[dict[str, Any]] = [
    {"do": "reply", "text": "Hello {{customer.first_name}}."},
    {"do": "tag", "add": ["vip"]},
    {"do": "resolve"},
]


def made(*acts: dict[str, Any]) -> Macro:
    return Macro.objects.create(name="Close kindly", acts=list(acts))


def test_supervisors_make_them(desk: Client, bob: Agent) -> None:
    body = {"name": "Close kindly", "acts": ACTS}
    assert desk.post("/api/v1/macros", body, content_type="application/json").status_code == 403
    Agent.objects.filter(pk=bob.pk).update(role=Role.SUPERVISOR)
    assert desk.post("/api/v1/macros", body, content_type="application/json").status_code == 201
    again = desk.post("/api/v1/macros", body, content_type="application/json")
    wrong = desk.post("/api/v1/macros", {"name": "x", "acts": [{"do": "shout"}]}, content_type="application/json")
    assert (again.status_code, wrong.status_code, Macro.objects.count()) == (409, 422, 1)
    assert wrong.json()["error"]["param"] == "acts[0].do"


def test_a_preview_says_all_and_does_nothing(desk: Client, bobs: Conversation) -> None:
    macro = made(*ACTS, {"do": "note", "text": "About {{order.number}}"})
    shown = desk.get(f"/api/v1/conversations/{bobs.id}/macros/{macro.id}").json()
    assert shown["does"] == [
        "Replies to the customer",
        "Adds the tag vip",
        "Resolves it",
        "Adds a note for the team",
    ]
    assert (shown["reply"], shown["missing"]) == ("Hello Carol.", ["order.number"])
    assert [act["do"] for act in shown["then"]] == ["tag", "resolve", "note"]
    assert Conversation.objects.get(pk=bobs.id).tags == []


def test_a_run_is_done_once_and_undone_once(desk: Client, bobs: Conversation) -> None:
    macro = made({"do": "tag", "add": ["vip"]}, {"do": "resolve"})
    asked = {"macro_id": str(macro.id), "key": str(uuid4())}
    path = f"/api/v1/conversations/{bobs.id}/macro_runs"
    ran = [desk.post(path, asked, content_type="application/json").json() for _ in range(2)]
    assert ran[0]["run_id"] == ran[1]["run_id"]
    assert (ran[0]["row"]["status"], ran[0]["row"]["tags"]) == ("resolved", ["vip"])
    undone = desk.post(f"/api/v1/macro_runs/{ran[0]['run_id']}/undo")
    assert (undone.json()["status"], undone.json()["tags"]) == (Status.OPEN, [])
    assert desk.post(f"/api/v1/macro_runs/{ran[0]['run_id']}/undo").status_code == 409


def test_a_variable_without_a_value_stops_all_of_it(desk: Client, bobs: Conversation) -> None:
    macro = made({"do": "tag", "add": ["vip"]}, {"do": "reply", "text": "Order {{order.number}}"})
    path = f"/api/v1/conversations/{bobs.id}/macro_runs"
    refused = desk.post(path, {"macro_id": str(macro.id), "key": str(cast.new_id())}, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "variables_missing")
    assert Conversation.objects.get(pk=bobs.id).tags == []
    assert not MacroRun.objects.exists()
    assert not Message.objects.filter(text__startswith="Order").exists()


@pytest.mark.usefixtures("alice")
def test_nobody_undoes_what_a_colleague_did(desk: Client, bobs: Conversation, alice: Agent) -> None:
    ran = MacroRun.objects.create(conversation=bobs, agent=alice, name="x", undo={}, key=uuid4())
    assert desk.post(f"/api/v1/macro_runs/{ran.id}/undo").status_code == 404
