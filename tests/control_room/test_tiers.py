"""Tiers of risk: they force approval where the company says, supervisors are told, and a risk can be put aside."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Agent, Role
from assistant.models import Intent
from conversations.control_room import tiers, watching
from conversations.control_room.risk import Reason, Risk
from conversations.control_room.watching import Watched
from conversations.models import (
    ActKind,
    ActState,
    Alert,
    AlertKind,
    ControlRoomSettings,
    Conversation,
    Customer,
    Draft,
    Oversight,
    OversightAct,
    Tier,
)
from tenants.trail.models import AuditEntry
from tests import cast

QUESTION = "How many days does the delivery take?"
CROSS = "It is slightly disappointing. How many days does the delivery take?"
WANTED = {"raised_from": 10, "high_from": 20, "approve_from": "high", "topics": [], "alerts": True}


def put(client: Client, **changed: Any) -> Any:
    return client.put("/api/v1/control_room/settings", {**WANTED, **changed}, content_type="application/json")


def dismiss(room: Client, talk: Conversation, **body: Any) -> Any:
    path = f"/api/v1/conversations/{talk.id}/risk/dismiss"
    return room.post(path, {"reason": "harmless", **body}, content_type="application/json")


@pytest.fixture
def settings_room(equipped: Any, acme_client: Client) -> Client:
    """The browser of alice, an admin."""
    return cast.signed_in(acme_client, cast.agent("alice", Role.ADMIN).email)


@pytest.mark.parametrize(
    ("settings", "tier", "topic", "forces"),
    [
        ({}, Tier.HIGH, "", False),
        ({"approve_from": "high"}, Tier.HIGH, "", True),
        ({"approve_from": "high"}, Tier.RAISED, "", False),
        ({"approve_from": "raised"}, Tier.HIGH, "", True),
        ({"approve_from": "high", "approve_topics": {"Refunds": "raised"}}, Tier.RAISED, "Refunds", True),
        ({"approve_from": "high", "approve_topics": {"Refunds": "never"}}, Tier.HIGH, "Refunds", False),
    ],
)
def test_what_forces_approval(settings: dict[str, Any], tier: Tier, topic: str, forces: bool) -> None:  # noqa: FBT001
    assert tiers.forces_approval(ControlRoomSettings(**settings), tier, topic) is forces


def test_an_answer_in_a_forced_tier_waits_and_shows_nothing(room: Client, carol: Customer) -> None:
    ControlRoomSettings.objects.create(raised_from=5, high_from=10, approve_from=Tier.HIGH)
    talk = cast.answered(carol, CROSS)
    kept = Oversight.objects.get()
    assert (kept.tier, kept.highest, kept.asked_seq) == (Tier.HIGH, kept.risk, 1)
    assert Draft.objects.get().reason.startswith("The conversation is at high risk, so a person looks first: Anger")
    assert talk.messages.filter(author_kind="assistant").count() == 0
    row = room.get("/api/v1/control_room").json()["data"][0]
    assert (row["state"], row["tier"], row["risk"]) == ("draft_waits", "high", kept.risk)
    assert row["reasons"][0]["words"]["seq"] == 1


def test_supervisors_are_told_once_of_a_conversation_that_becomes_high(
    maya: Agent, bob: Agent, carol: Customer
) -> None:
    ControlRoomSettings.objects.create(raised_from=5, high_from=10)
    cast.answered(carol, CROSS)
    alert = Alert.objects.get(kind=AlertKind.RISK_HIGH)
    assert (alert.agent, alert.text.startswith("Carol: Anger")) == (maya, True)
    cast.answered(carol, CROSS)
    assert Alert.objects.get(kind=AlertKind.RISK_HIGH).count == 1


def test_nobody_is_told_who_does_not_want_to_be(maya: Agent, carol: Customer) -> None:
    ControlRoomSettings.objects.create(raised_from=5, high_from=10, alerts=False)
    cast.answered(carol, CROSS)
    assert not Alert.objects.exists()


@pytest.mark.parametrize(
    ("aside_at", "now", "counts"), [(40, 40, False), (40, 45, False), (40, 46, True), (0, 6, True)]
)
def test_a_risk_put_aside_counts_once_it_rose_further(aside_at: int, now: int, counts: bool) -> None:  # noqa: FBT001
    act = OversightAct(risk=aside_at)
    stands = Risk(now, (Reason("anger", "Anger", 0.4),))
    settings = ControlRoomSettings(raised_from=1, high_from=100, approve_from=Tier.RAISED)
    assert watching.outgrown(act, stands) is counts
    assert bool(Watched(settings, {ActKind.DISMISSAL: act}).forced(stands, "")) is counts


def test_a_risk_put_aside_stays_until_it_rises_further(room: Client, carol: Customer) -> None:
    talk = cast.answered(carol, QUESTION)
    Oversight.objects.update(risk=90, highest=90)
    row = dismiss(room, talk, reason="known", because="She always writes so").json()
    assert (row["tier"], row["dismissed"]["reason"], row["dismissed"]["risk"]) == ("low", "known", 90)
    cast.answered(carol, "Which payment methods do you accept?")
    act = OversightAct.objects.get()
    assert act.state == ActState.WAITING
    OversightAct.objects.update(risk=0)
    cast.answered(carol, "It is slightly disappointing. When are you open on Saturday?")
    act.refresh_from_db()
    assert act.state == ActState.ENDED
    assert Oversight.objects.get().highest == 90


def test_it_can_be_brought_back(room: Client, talk: Conversation) -> None:
    dismiss(room, talk)
    path = f"/api/v1/conversations/{talk.id}/risk/dismiss"
    assert room.delete(path).json()["dismissed"] is None
    assert room.delete(path).status_code == 409
    assert dismiss(room, talk, reason="bored").status_code == 422
    assert OversightAct.objects.filter(ended_at=None).count() == 0


def test_admins_set_them_and_it_is_written_down(settings_room: Client) -> None:
    Intent.objects.create(name="Refunds")
    told = put(settings_room, topics=[{"topic": "Refunds", "approve_from": None}]).json()
    assert told == {**WANTED, "topics": [{"topic": "Refunds", "approve_from": None}]}
    assert settings_room.get("/api/v1/control_room/settings").json() == told
    entry = AuditEntry.objects.get(action="control_room.changed")
    assert entry.changes["raised_from"] == [30, 10]
    put(settings_room, topics=[{"topic": "Refunds", "approve_from": None}])
    assert AuditEntry.objects.filter(action="control_room.changed").count() == 1


@pytest.mark.parametrize(
    ("changed", "param"),
    [
        ({"high_from": 10}, "high_from"),
        ({"approve_from": "low"}, "approve_from"),
        ({"topics": [{"topic": "Nothing", "approve_from": "high"}]}, "topics"),
        ({"raised_from": 0}, "raised_from"),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings_room: Client, changed: dict[str, Any], param: str) -> None:
    refused = put(settings_room, **changed)
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, param)
    assert not ControlRoomSettings.objects.exists()


def test_supervisors_do_not_set_them(room: Client) -> None:
    assert room.get("/api/v1/control_room/settings").json()["raised_from"] == 30
    assert put(room).status_code == 403
    assert not ControlRoomSettings.objects.exists()
