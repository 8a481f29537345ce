"""Seats: who may do more than look has one; a smaller plan throws nobody out, and lets nobody more in."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from agents import invitations, roster, seats
from agents.models import Agent, Invitation, Role
from billing import standing
from billing.entitlements import Lock
from billing.errors import SeatsFullError
from billing.models import Standing, Subscription
from billing.plans import PlanKey
from tenants import current
from tenants.models import Tenant
from tenants.trail.audit import Actor, by_system
from tests import cast
from tests.clients import HostClient
from tests.entitled.conftest import Stands

ME: Actor = by_system()
INVITATIONS = "/api/v1/invitations"


def invite(desk: Client, name: str, role: str = "agent") -> Any:
    asked = {"email": f"{name}@example.com", "role": role}
    return desk.post(INVITATIONS, asked, content_type="application/json")


def join(name: str) -> Any:
    link = f"/join/{invitations.token(Invitation.objects.get(email=f'{name}@example.com'))}/"
    return HostClient("acme.localhost").post(link, {"name": name.title(), "password": "three short words"})


def test_viewers_and_open_invitations_take_no_seat_and_the_last_seat_is_refused(desk: Client, stands: Stands) -> None:
    stands(PlanKey.TEAM, seats=2)
    cast.agent("vera", Role.VIEWER)
    assert [invite(desk, "nina").status_code, invite(desk, "nils").status_code] == [201, 201]
    assert desk.get("/api/v1/people").json()["seats"] == {"limit": 2, "taken": 1, "invited": 2}
    assert join("nina")["Location"] == "/console/"

    late = join("nils")
    assert late.status_code == 409
    assert b"No seat is left" in late.content
    assert not Agent.objects.filter(email="nils@example.com").exists()
    assert invitations.open_now().filter(email="nils@example.com").exists()

    refused = invite(desk, "norbert")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "no_seat_left")
    assert "2 of 2" in refused.json()["error"]["message"]
    assert not Invitation.objects.filter(email="norbert@example.com").exists()
    assert invite(desk, "otto", "viewer").status_code == 201
    assert join("otto")["Location"] == "/console/"
    assert seats.taken() == 2


def test_raising_a_viewer_and_switching_somebody_on_need_a_seat_and_the_way_down_needs_none(
    desk: Client, stands: Stands
) -> None:
    stands(PlanKey.TEAM, seats=2)
    vera, bob = cast.agent("vera", Role.VIEWER), cast.agent("bob")

    def patch(who: Agent, role: str) -> int:
        return desk.patch(f"/api/v1/people/{who.id}", {"role": role}, content_type="application/json").status_code

    assert patch(vera, "agent") == 403
    assert Agent.objects.get(pk=vera.pk).role == Role.VIEWER
    assert patch(bob, "supervisor") == 200
    assert patch(bob, "viewer") == 200
    assert patch(vera, "agent") == 200
    assert patch(bob, "agent") == 403
    desk.post(f"/api/v1/people/{vera.id}/deactivate")
    assert patch(bob, "agent") == 200
    assert desk.post(f"/api/v1/people/{vera.id}/reactivate").status_code == 403
    assert not Agent.objects.get(pk=vera.pk).is_active
    assert patch(vera, "viewer") == 200
    assert desk.post(f"/api/v1/people/{vera.id}/reactivate").status_code == 200


def test_more_people_than_seats_stay_and_only_after_two_weeks_settings_lock_until_they_fit(
    desk: Client, stands: Stands
) -> None:
    stands(PlanKey.FREE)
    bob = cast.agent("bob")
    for name in ("ben", "bea"):
        cast.agent(name)
    seats.moved()
    since = Subscription.objects.get().over_seats_since
    assert since is not None
    seats.moved()
    assert Subscription.objects.get().over_seats_since == since
    assert Agent.objects.filter(is_active=True).count() == 4
    assert standing.allowed().lock is None

    Subscription.objects.update(over_seats_since=since - timedelta(days=14))
    assert standing.allowed().lock == Lock.OVER_SEATS
    refused = desk.patch("/api/v1/workspace", {"name": "Other"}, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "settings_locked")

    desk.post(f"/api/v1/people/{bob.id}/deactivate")
    assert Subscription.objects.get().over_seats_since is not None
    person = Agent.objects.get(email="ben@example.com")
    roster.change(Agent.objects.get(role=Role.OWNER), str(person.id), {"role": "viewer"}, actor=ME)
    assert Subscription.objects.get().over_seats_since is None
    assert desk.patch("/api/v1/workspace", {"name": "Other"}, content_type="application/json").status_code == 200


def test_a_trial_has_no_limit_and_what_comes_after_it_has(stands: Stands, in_acme: Tenant) -> None:
    """Without a row the trial counts that began with the company; one is written once there is something to note."""
    for name in ("ada", "ben", "bea"):
        cast.agent(name)
    seats.check_left()
    seats.moved()
    assert not Subscription.objects.exists()
    in_acme.created_at = timezone.now() - timedelta(days=15)
    with pytest.raises(SeatsFullError):
        seats.check_left()
    seats.moved()
    row = Subscription.objects.get()
    assert (row.standing, row.over_seats_since is not None) == (Standing.TRIAL, True)
    assert standing.allowed().plan.key == PlanKey.FREE


def test_where_nobody_is_billed_nothing_is_counted(in_acme: Tenant) -> None:
    Subscription.objects.create(plan=PlanKey.FREE, standing=Standing.FREE)
    for name in ("ada", "ben", "bea"):
        cast.agent(name)
    seats.check_left(100)
    seats.moved()
    assert (Subscription.objects.get().over_seats_since, seats.shown()) == (None, None)


@pytest.mark.usefixtures("own_database")
def test_of_two_who_accept_the_last_seat_at_once_one_wins(acme: Tenant, settings: Any) -> None:
    settings.STRIPE_API_KEY = "sk_test_of_the_tests"
    with current.entered(acme):
        olga = cast.agent("olga", Role.OWNER)
        Subscription.objects.create(plan=PlanKey.TEAM, standing=Standing.ACTIVE, seats=2)
        both = [_invited(olga, name) for name in ("nina", "nils")]
    gate, refused = threading.Barrier(2), list[Exception]()

    def accept(one: Invitation) -> None:
        try:
            with current.entered(acme):
                gate.wait()
                invitations.accept(one, name=one.email, password=None)
        except SeatsFullError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=accept, args=[one]) for one in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    with current.entered(acme):
        assert (len(refused), seats.taken(), invitations.open_now().count()) == (1, 2, 1)


def _invited(by: Agent, name: str) -> Invitation:
    return invitations.make(by, f"{name}@example.com", name="", role=Role.AGENT, team_ids=[], actor=ME)
