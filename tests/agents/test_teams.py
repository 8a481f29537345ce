"""Teams: admins make, rename and dissolve them; whoever passes a conversation on sees them."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role, Team
from conversations import control, log
from tenants import current
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.agents.conftest import NewBrowser

API = "/api/v1/teams"


@pytest.fixture
def desk(acme_client: Client, alice: Agent) -> Client:
    """Alice's browser."""
    return cast.signed_in(acme_client, alice.email)


def make(desk: Client, name: str = "Returns") -> Any:
    return desk.post(API, {"name": name}, content_type="application/json")


def test_a_team_is_made_renamed_and_dissolved_and_the_log_says_so(desk: Client) -> None:
    made = make(desk)
    assert (made.status_code, made.json()["agents"], made.json()["online"]) == (201, 0, 0)
    one = f"{API}/{made.json()['id']}"
    assert desk.patch(one, {"name": "Refunds"}, content_type="application/json").json()["name"] == "Refunds"
    assert desk.delete(one).status_code == 204
    assert desk.delete(one).status_code == 404
    entries = AuditEntry.objects.filter(object_kind="team").order_by("at")
    assert list(entries.values_list("action", flat=True)) == ["team.created", "team.renamed", "team.deleted"]
    assert entries[1].changes == {"name": ["Returns", "Refunds"]}


def test_the_list_counts_who_is_there_in_few_queries(
    desk: Client, bob: Agent, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gone = cast.agent("gone")
    Agent.objects.filter(pk=gone.pk).update(is_active=False)
    make(desk)
    with django_assert_num_queries(5):  # search path, session, agent, teams, their people
        data = desk.get(API).json()["data"]
    assert [(team["name"], team["agents"], team["online"]) for team in data] == [
        ("Customer care", 2, 2),
        ("Returns", 0, 0),
    ]


def test_what_waits_for_a_team_that_goes_waits_on_without_one(desk: Client, bob: Agent) -> None:
    cast.rules()
    conversation = cast.says(cast.customer(), "Hello")
    team = Team.objects.get()
    with log.writing(str(conversation.id)) as held:
        control.transfer(held, team=team, offered_to=None)
    assert desk.delete(f"{API}/{team.id}").status_code == 204
    conversation.refresh_from_db()
    assert (conversation.holder, conversation.team) == ("queue", None)
    assert Agent.objects.filter(pk=bob.pk).exists()


@pytest.mark.parametrize("name", ["Customer care", "", "x" * 81])
def test_a_name_that_is_taken_or_none_is_refused(desk: Client, name: str) -> None:
    reply = make(desk, name)
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, "name")
    assert Team.objects.count() == 1


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AGENT, Role.VIEWER])
def test_only_admins_change_teams(in_acme: Tenant, new_browser: NewBrowser, role: Role) -> None:
    cast.agent("sam", role)
    desk, team = cast.signed_in(new_browser(), "sam@example.com"), Team.objects.get()
    assert desk.get(API).status_code == 200
    assert make(desk).status_code == 403
    assert desk.patch(f"{API}/{team.id}", {"name": "Mine"}, content_type="application/json").status_code == 403
    assert desk.delete(f"{API}/{team.id}").status_code == 403
    assert list(Team.objects.values_list("name", flat=True)) == ["Customer care"]


def test_a_team_of_another_company_is_not_here(desk: Client, globex: Tenant) -> None:
    with current.entered(globex):
        theirs = Team.objects.create(name="Theirs")
    assert desk.patch(f"{API}/{theirs.id}", {"name": "Ours"}, content_type="application/json").status_code == 404
    assert desk.delete(f"{API}/{theirs.id}").status_code == 404
    with current.entered(globex):
        assert Team.objects.get().name == "Theirs"
