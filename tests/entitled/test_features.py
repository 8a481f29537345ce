"""What a plan lacks: said at the door, kept for later, and never a reason that somebody cannot come in."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agents import sign_on
from agents.models import Agent, Role, SignOn
from agents.permissions import SETTINGS, Right
from billing.models import Standing, Subscription
from billing.plans import PlanKey
from conversations import plan_moved, tasks
from conversations.models import Alert, Conversation, SlaBook, SlaPolicy
from tenants import jobs
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.entitled.conftest import Stands

PROMISE = {"policies": [{"hours": "always", "first_reply": 10, "next_reply": None, "resolution": None}]}
SSO = {"issuer": "https://id.acme.example", "client_id": "baton", "client_secret": "s3", "only": True}


def send(desk: Client, method: str, path: str, body: Any = None) -> Any:
    return desk.generic(method, f"/api/v1/{path}", "" if body is None else json.dumps(body), "application/json")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "control_room"),
        ("POST", "conversations/conv_x/guidance"),
        ("PUT", "conversations/conv_x/hold"),
        ("PUT", "sla"),
        ("PUT", "sso"),
        ("POST", "sso/test"),
    ],
)
def test_what_the_plan_lacks_is_refused_with_what_has_it(desk: Client, stands: Stands, method: str, path: str) -> None:
    stands(PlanKey.TEAM, seats=3)
    refused = send(desk, method, path, {})
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "not_in_plan")
    assert "part of Business. Your plan is Team." in refused.json()["error"]["message"]
    stands(PlanKey.BUSINESS, seats=3)
    assert send(desk, method, path, {}).status_code != 403


def test_what_was_set_up_is_read_and_taken_away_without_the_plan(desk: Client, stands: Stands) -> None:
    stands(PlanKey.BUSINESS, seats=3)
    assert send(desk, "PUT", "sso", SSO).status_code == 200
    stands(PlanKey.FREE)
    assert send(desk, "GET", "sso").json()["issuer"] == SSO["issuer"]
    assert send(desk, "GET", "sla").status_code == 200
    assert send(desk, "GET", "control_room/settings").status_code == 200
    assert send(desk, "DELETE", "sso").status_code == 204
    assert not SignOn.objects.exists()


def test_a_smaller_plan_locks_nobody_out_who_came_by_single_sign_on(
    desk: Client, stands: Stands, olga: Agent, settings: Settings
) -> None:
    settings.ORIGIN, settings.MAIL_LEAVES = "http://localhost:8000", True
    stands(PlanKey.BUSINESS, seats=5)
    send(desk, "PUT", "sso", SSO)
    bob = cast.agent("bob")
    without = cast.agent("oscar", Role.OWNER)
    without.set_unusable_password()
    without.save()
    plan_moved.follow()
    stranger = HostClient("acme.localhost")
    given = {"email": bob.email, "password": cast.PASSWORD}
    assert stranger.post("/sign-in/", given).status_code == 422

    stands(PlanKey.TEAM, seats=5)
    plan_moved.follow()
    plan_moved.follow()
    job = Job.objects.get(kind="sign_on_paused_letter")
    jobs.run(job.id, tasks.work)
    (letter,) = mail.outbox
    assert letter.to == [without.email]
    assert re.search(r"http://acme\.localhost:8000/reset/", str(letter.body))

    page = stranger.get("/sso/")
    assert (page.status_code, b"/reset/" in page.content) == (403, True)
    assert stranger.get("/sso/callback/").status_code == 403
    assert b"company account" not in stranger.get("/sign-in/").content
    assert stranger.post("/sign-in/", given).status_code == 302

    stands(PlanKey.BUSINESS, seats=5)
    plan_moved.follow()
    assert (sign_on.in_use() is not None, SignOn.objects.get().paused_at) == (True, None)
    seen = AuditEntry.objects.filter(action__in=["sign_on.paused", "sign_on.resumed"]).order_by("at")
    assert [one.action for one in seen] == ["sign_on.paused", "sign_on.resumed"]


def test_promises_rest_without_the_plan_and_alarm_nobody_and_count_again_with_it(desk: Client, stands: Stands) -> None:
    stands(PlanKey.BUSINESS, seats=5)
    assert send(desk, "PUT", "sla", PROMISE).status_code == 200
    waits = cast.says(cast.customer(), "I want to talk to a person.")
    cast.rules()
    cast.answered(waits.customer, "A human, please.")
    waits.refresh_from_db()
    assert waits.sla_due_at is not None

    stands(PlanKey.TEAM, seats=5)
    plan_moved.follow()
    assert (SlaBook.objects.exists(), SlaPolicy.objects.count()) == (False, 1)
    Conversation.objects.update(sla_timer_at=None)
    _run("sla_alarm")
    assert not Alert.objects.filter(kind__startswith="sla").exists()
    _run("sla_recount")
    assert Conversation.objects.filter(pk=waits.pk, sla_due_at=None).exists()

    stands(PlanKey.BUSINESS, seats=5)
    plan_moved.follow()
    _run("sla_recount")
    waits.refresh_from_db()
    assert waits.sla_due_at is not None


def _run(kind: str) -> None:
    for job in Job.objects.filter(kind=kind):
        Job.objects.filter(pk=job.pk).update(run_at=timezone.now() - timedelta(seconds=1))
        jobs.run(job.id, tasks.work)


LOCKED = [("PATCH", "workspace"), ("PUT", "sla"), ("POST", "teams"), ("POST", "tokens"), ("POST", "invitations")]
OPEN = [
    ("GET", "workspace"),
    ("DELETE", "sso"),
    ("DELETE", "tokens/tok_x"),
    ("PATCH", "assistant/modes"),
    ("POST", "identity/secret"),
    ("POST", "articles"),
    ("POST", "rules/draft"),
    ("POST", "canned_responses"),
    ("GET", "conversations"),
]


def test_a_lock_stops_settings_and_nothing_that_protects_customers_or_ends_the_lock(
    desk: Client, stands: Stands, in_acme: Tenant
) -> None:
    now = timezone.now()
    stands(PlanKey.BUSINESS, seats=5, standing=Standing.PAST_DUE, unpaid_since=now - timedelta(days=13, hours=23))
    codes = [_code(send(desk, method, path, {})) for method, path in LOCKED]
    assert "settings_locked" not in codes
    Subscription.objects.update(unpaid_since=now - timedelta(days=14))
    for method, path in LOCKED:
        asked = {"email": "nina@example.com", "role": "agent"} if path == "invitations" else {}
        refused = send(desk, method, path, asked)
        assert (path, refused.status_code, _code(refused)) == (path, 403, "settings_locked")
    for method, path in OPEN:
        assert (path, _code(send(desk, method, path, {}))) != (path, "settings_locked")
    assert not SETTINGS & {Right.WRITE_RULES, Right.WRITE_KNOWLEDGE, Right.MANAGE_BILLING, Right.EXPORT_DATA}


def _code(response: Any) -> str:
    answered = response.json() if response.content else {}
    return str(answered.get("error", {}).get("code", "")) if isinstance(answered, dict) else ""


def test_a_role_is_refused_before_the_plan_is_looked_at(acme_client: Client, stands: Stands) -> None:
    stands(PlanKey.FREE)
    acme_client.force_login(cast.agent("bob"))
    assert _code(acme_client.get("/api/v1/control_room")) == "forbidden"


def test_a_trial_behind_which_a_subscription_waits_ends_when_stripe_says_so(stands: Stands, desk: Client) -> None:
    over = {"standing": Standing.TRIAL, "trial_ends_at": timezone.now() - timedelta(minutes=5), "seats": 3}
    stands(PlanKey.BUSINESS, **over, stripe_subscription="sub_1")
    assert send(desk, "GET", "control_room").status_code == 200
    stands(PlanKey.BUSINESS, **over, stripe_subscription="")
    assert send(desk, "GET", "control_room").status_code == 403
