"""People over REST: who sees whom, who may make whom what, and always an owner."""

import threading
from datetime import UTC, time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents import roster, shifts
from agents.errors import LastOwnerError, NotYoursError
from agents.hours import END_OF_DAY, Stretch
from agents.models import Agent, BrowserSession, Role, Team
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient

API = "/api/v1/people"
ME = audit.by_system("the tests")


@pytest.fixture
def company(in_acme: Tenant) -> dict[str, Agent]:
    """One of each role."""
    return {
        name: cast.agent(name, role)
        for name, role in (
            ("olga", Role.OWNER),
            ("alice", Role.ADMIN),
            ("sam", Role.SUPERVISOR),
            ("bob", Role.AGENT),
            ("vera", Role.VIEWER),
        )
    }


def patch(client: Client, agent: Agent, **change: Any) -> Any:
    return client.patch(f"{API}/{agent.id}", change, content_type="application/json")


def role(agent: Agent) -> str:
    agent.refresh_from_db()
    return agent.role


def test_colleagues_are_listed_with_their_teams_in_few_queries(
    company: dict[str, Agent], acme_client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    desk = cast.signed_in(acme_client, "bob@example.com")
    with django_assert_num_queries(7):  # search path, session, agent, people, their teams, skills and shifts
        data = desk.get(API).json()["data"]
    assert [one["name"] for one in data] == [f"{n} Example" for n in ("Alice", "Bob", "Olga", "Sam", "Vera")]
    bob = data[1]
    assert (bob["you"], bob["role"], bob["active"], bob["totp_on"]) == (True, "agent", True, False)
    assert [team["name"] for team in bob["teams"]] == ["Customer care"]


def test_viewers_do_not_see_the_list_of_people(company: dict[str, Agent], acme_client: Client) -> None:
    assert cast.signed_in(acme_client, "vera@example.com").get(API).status_code == 403


@pytest.mark.parametrize("who", ["sam", "bob", "vera"])
def test_only_admins_change_people(company: dict[str, Agent], acme_client: Client, who: str) -> None:
    desk = cast.signed_in(acme_client, f"{who}@example.com")
    assert patch(desk, company["vera"], role="agent").status_code == 403
    for act in ("deactivate", "reactivate", "sign_out"):
        assert desk.post(f"{API}/{company['vera'].id}/{act}").status_code == 403
    assert role(company["vera"]) == Role.VIEWER
    assert company["vera"].is_active


def test_an_admin_changes_role_teams_and_capacity_and_the_log_says_so(
    company: dict[str, Agent], acme_client: Client
) -> None:
    team = Team.objects.create(name="Returns")
    desk = cast.signed_in(acme_client, "alice@example.com")
    reply = patch(desk, company["bob"], role="supervisor", team_ids=[team.id], capacity=7, languages=["de", "en"])
    assert reply.status_code == 200, reply.content
    assert reply.json()["teams"] == [{"id": team.id, "name": "Returns"}]
    entry = AuditEntry.objects.get(action="role.changed")
    assert (entry.actor_name, entry.object_name) == ("Alice Example", "Bob Example")
    assert entry.changes["role"] == ["agent", "supervisor"]
    assert entry.changes["team_ids"] == [["Customer care"], ["Returns"]]
    assert entry.changes["capacity"] == [4, 7]


@pytest.mark.parametrize(
    "change", [{"role": "boss"}, {"team_ids": ["team_x"]}, {"capacity": -1}, {"languages": ["<b>"]}, {"name": ""}]
)
def test_a_wrong_field_is_named_and_nothing_changes(
    company: dict[str, Agent], acme_client: Client, change: dict[str, Any]
) -> None:
    reply = patch(cast.signed_in(acme_client, "alice@example.com"), company["bob"], **change)
    assert reply.status_code == 422
    assert next(iter(change)) in reply.json()["error"]["param"]
    company["bob"].refresh_from_db()
    assert (company["bob"].role, company["bob"].capacity, company["bob"].teams.count()) == ("agent", 4, 1)


def test_nobody_raises_above_themselves_nor_touches_who_stands_above(
    company: dict[str, Agent], acme_client: Client
) -> None:
    desk = cast.signed_in(acme_client, "alice@example.com")
    assert patch(desk, company["bob"], role="owner").status_code == 403
    assert patch(desk, company["alice"], role="owner").status_code == 403
    assert patch(desk, company["olga"], role="admin").status_code == 403
    assert desk.post(f"{API}/{company['olga'].id}/deactivate").status_code == 403
    assert desk.post(f"{API}/{company['olga'].id}/sign_out").status_code == 403
    assert (role(company["olga"]), role(company["alice"]), role(company["bob"])) == ("owner", "admin", "agent")


def test_the_last_owner_stays(company: dict[str, Agent], acme_client: Client) -> None:
    desk = cast.signed_in(acme_client, "olga@example.com")
    reply = patch(desk, company["olga"], role="admin")
    assert (reply.status_code, reply.json()["error"]["code"]) == (409, "last_owner")
    assert role(company["olga"]) == Role.OWNER
    assert patch(desk, company["alice"], role="owner").status_code == 200
    assert patch(desk, company["olga"], role="admin").status_code == 200
    assert role(company["olga"]) == Role.ADMIN


def test_an_owner_who_is_switched_off_is_no_owner_to_rely_on(company: dict[str, Agent]) -> None:
    olga, alice = company["olga"], company["alice"]
    roster.change(olga, str(alice.id), {"role": "owner"}, actor=ME)
    roster.deactivate(olga, str(alice.id), actor=ME)
    with pytest.raises(LastOwnerError):
        roster.change(olga, str(olga.id), {"role": "admin"}, actor=ME)


def test_nobody_switches_themselves_off(company: dict[str, Agent], acme_client: Client) -> None:
    reply = cast.signed_in(acme_client, "alice@example.com").post(f"{API}/{company['alice'].id}/deactivate")
    assert reply.status_code == 409
    company["alice"].refresh_from_db()
    assert company["alice"].is_active


def test_who_is_switched_off_is_out_at_once_and_comes_back_by_signing_in(
    company: dict[str, Agent], acme: Tenant, acme_client: Client
) -> None:
    bob = cast.signed_in(HostClient("acme.localhost"), "bob@example.com")
    desk = cast.signed_in(acme_client, "alice@example.com")
    assert desk.post(f"{API}/{company['bob'].id}/deactivate").json()["active"] is False
    assert bob.get("/api/v1/me").status_code == 401
    assert not BrowserSession.objects.filter(agent=company["bob"]).exists()
    assert desk.post(f"{API}/{company['bob'].id}/reactivate").json()["active"] is True
    assert bob.get("/api/v1/me").status_code == 401
    assert cast.signed_in(bob, "bob@example.com").get("/api/v1/me").status_code == 200
    assert {entry.action for entry in AuditEntry.objects.filter(object_id=company["bob"].id)} >= {
        "person.deactivated",
        "person.reactivated",
    }


def test_an_admin_ends_all_sessions_of_a_person(company: dict[str, Agent], acme_client: Client) -> None:
    bob = cast.signed_in(HostClient("acme.localhost"), "bob@example.com")
    desk = cast.signed_in(acme_client, "alice@example.com")
    assert desk.post(f"{API}/{company['bob'].id}/sign_out").status_code == 200
    assert bob.get("/api/v1/me").status_code == 401
    assert desk.get("/api/v1/me").status_code == 200


def test_people_of_another_company_are_not_here(company: dict[str, Agent], globex: Tenant, acme_client: Client) -> None:
    with current.entered(globex):
        dave = cast.agent("dave")
    desk = cast.signed_in(acme_client, "olga@example.com")
    assert patch(desk, dave, role="viewer").status_code == 404
    assert desk.post(f"{API}/{dave.id}/deactivate").status_code == 404
    assert desk.post(f"{API}/nobody/deactivate").status_code == 404
    with current.entered(globex):
        assert (role(dave), dave.is_active) == ("agent", True)


@pytest.mark.usefixtures("own_database")
def test_of_two_owners_who_demote_each_other_at_once_one_stays(acme: Tenant) -> None:
    with current.entered(acme):
        pair = [cast.agent("olga", Role.OWNER), cast.agent("oscar", Role.OWNER)]
    for _ in range(5):
        with current.entered(acme):
            Agent.objects.filter(pk__in=[one.pk for one in pair]).update(role=Role.OWNER)
        refused = _at_once(acme, [(pair[0].pk, pair[1].pk), (pair[1].pk, pair[0].pk)])
        with current.entered(acme):
            assert Agent.objects.filter(role=Role.OWNER).count() == 1
        assert len(refused) == 1


def _at_once(acme: Tenant, pairs: list[tuple[str, str]]) -> list[Exception]:
    gate = threading.Barrier(len(pairs))
    refused: list[Exception] = []

    def demote(by: str, whom: str) -> None:
        try:
            with current.entered(acme):
                agent = Agent.objects.get(pk=by)
                gate.wait()
                roster.change(agent, whom, {"role": "admin"}, actor=ME)
        except (LastOwnerError, NotYoursError) as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=demote, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return refused


def test_who_is_outside_of_their_shift_is_told_so(company: dict[str, Agent]) -> None:
    bob, today = company["bob"], timezone.localtime(timezone.now(), UTC).weekday()
    bob.time_zone = "UTC"
    assert shifts.works_now(bob), "who has no shifts works whenever they are here"
    shifts.replace(bob, [Stretch((today + 3) % 7, time(8), time(9))])
    assert not shifts.works_now(bob)
    shifts.replace(bob, [Stretch(day, time(0), END_OF_DAY) for day in range(7)])
    assert shifts.works_now(bob)
