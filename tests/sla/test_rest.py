"""Policies over REST: as a whole, with a preview, and on record."""

from datetime import time

from django.test import Client

from agents import opening
from agents.hours import Stretch
from agents.models import Agent, Team
from conversations.models import SlaBook, SlaPolicy
from tenants.models import Tenant
from tenants.trail.audit import by_system
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.settings.sending import get, put
from tests.sla.conftest import EVERYBODY


def test_all_policies_are_set_at_once_and_on_record(admin: Client, promised: None) -> None:
    team = Team.objects.get()
    urgent = {"team_id": team.id, "priority": "urgent", "hours": "always", "first_reply": 5}
    version = SlaBook.objects.get().version
    told = put(admin, "sla", policies=[EVERYBODY, urgent]).json()["policies"]
    assert [(one["team_id"], one["priority"], one["first_reply"]) for one in told] == [
        (None, None, 10),
        (team.id, "urgent", 5),
    ]
    assert SlaBook.objects.get().version != version
    entry = AuditEntry.objects.filter(action="sla.changed").latest("at")
    assert list(entry.changes) == [f"{team.id}, urgent"]
    assert put(admin, "sla", policies=[]).json()["policies"] == []
    assert not SlaBook.objects.exists()


def test_what_cannot_be_promised_is_refused_and_nothing_changes(admin: Client, promised: None) -> None:
    for policies, param in (
        ([{"hours": "always"}], "first_reply"),
        ([EVERYBODY, EVERYBODY], "policies.1"),
        ([{**EVERYBODY, "team_id": "team_gone"}], "policies.0.team_id"),
        ([{**EVERYBODY, "first_reply": 0}], "first_reply"),
    ):
        refused = put(admin, "sla", policies=policies)
        assert refused.status_code == 422, policies
        assert param in refused.json()["error"]["param"]
    assert list(SlaPolicy.objects.values_list("first_reply", "next_reply")) == [(10, 20)]


def test_only_who_manages_settings_may_promise(bob: Agent, promised: None) -> None:
    desk = cast.signed_in(HostClient("acme.localhost"), bob.email)
    assert put(desk, "sla", policies=[]).status_code == 403
    assert SlaPolicy.objects.count() == 1


def test_the_preview_shows_a_message_just_before_people_go_home(admin: Client, in_acme: Tenant) -> None:
    team = Team.objects.get()
    week = [Stretch(day, time(9), time(18)) for day in range(5)]
    opening.set_hours(team, time_zone="Europe/Berlin", weekly=week, holidays=[], actor=by_system())
    told = get(admin, f"sla/preview?team_id={team.id}&minutes=30")
    assert told["at"][11:16] == "17:50"
    assert told["due_at"][11:16] == "09:20"
    assert told["time_zone"] == "Europe/Berlin"
    at = "2026-11-20T17:50:00%2B01:00"
    assert get(admin, f"sla/preview?team_id={team.id}&minutes=30&at={at}")["due_at"] == "2026-11-23T09:20:00+01:00"
    always = get(admin, f"sla/preview?team_id={team.id}&minutes=30&hours=always&at={at}")
    assert always["due_at"] == "2026-11-20T18:20:00+01:00"
