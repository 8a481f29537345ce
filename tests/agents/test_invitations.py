"""Invitations: by mail, for one address, good once and for a week, at most for one's own role."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents import invitations
from agents.models import Agent, Invitation, Role, Team
from tenants import current
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.agents.conftest import Letters, NewBrowser, link_in

API = "/api/v1/invitations"
NEW = "three short words"


@pytest.fixture
def desk(acme_client: Client, alice: Agent) -> Client:
    """Alice's browser."""
    return cast.signed_in(acme_client, alice.email)


def invite(desk: Client, email: str = "nina@example.com", **more: Any) -> Any:
    return desk.post(API, {"email": email, "role": "agent", **more}, content_type="application/json")


def joined(client: Client, link: str, name: str = "Nina Newcomer", password: str = NEW) -> Any:
    return client.post(link, {"name": name, "password": password})


def test_the_story_of_a_colleague(desk: Client, new_browser: NewBrowser, letters: Letters, in_acme: Tenant) -> None:
    """Invited, joined, promoted, switched off."""
    team = Team.objects.get(name="Customer care")
    made = invite(desk, "Nina@Example.com", name="Nina", team_ids=[team.id])
    assert made.status_code == 201, made.content
    assert (made.json()["state"], made.json()["email"]) == ("open", "nina@example.com")
    (letter,) = letters()
    assert letter.to == ["nina@example.com"]
    assert desk.get(API).json()["data"][0]["sent_at"] is not None

    nina = new_browser()
    page = nina.get(link_in(letter))
    assert b"Alice Example invites you as agent, with nina@example.com" in page.content
    assert joined(nina, link_in(letter))["Location"] == "/console/"
    about = nina.get("/api/v1/me").json()
    assert (about["name"], about["role"], about["teams"][0]["name"]) == ("Nina Newcomer", "agent", "Customer care")
    assert about["tour_due"] is True
    assert desk.get(API).json()["data"][0]["state"] == "accepted"
    assert nina.get(API).status_code == 403

    changed = desk.patch(f"/api/v1/people/{about['id']}", {"role": "admin"}, content_type="application/json")
    assert changed.json()["role"] == "admin"
    assert nina.get(API).status_code == 200

    desk.post(f"/api/v1/people/{about['id']}/deactivate")
    assert nina.get("/api/v1/me").status_code == 401
    assert nina.post("/sign-in/", {"email": "nina@example.com", "password": NEW}).status_code == 422
    actions = AuditEntry.objects.exclude(action="session.opened").order_by("at").values_list("action", flat=True)
    assert list(actions) == ["person.invited", "invitation.accepted", "role.changed", "person.deactivated"]


def test_a_link_opens_once(desk: Client, new_browser: NewBrowser, letters: Letters) -> None:
    invite(desk)
    link = link_in(letters()[0])
    assert joined(new_browser(), link).status_code == 302
    assert joined(new_browser(), link, name="Mallory").status_code == 404
    assert not Agent.objects.filter(name="Mallory").exists()


@pytest.mark.parametrize("why", ["revoked", "expired", "sent again", "unknown"])
def test_links_that_are_not_good_all_read_the_same(
    desk: Client, new_browser: NewBrowser, letters: Letters, why: str
) -> None:
    made = invite(desk).json()
    link = link_in(letters()[0])
    if why == "revoked":
        assert desk.delete(f"{API}/{made['id']}").status_code == 204
    elif why == "expired":
        Invitation.objects.update(expires_at=timezone.now())
    elif why == "sent again":
        assert desk.post(f"{API}/{made['id']}/resend").status_code == 200
    else:
        link = "/join/whatever/"
    client = new_browser()
    page = client.get(link)
    assert (page.status_code, b"not good any more" in page.content) == (404, True)
    assert b"nina" not in page.content.lower()
    assert joined(client, link).status_code == 404
    assert not Agent.objects.filter(email="nina@example.com").exists()


def test_what_is_sent_again_has_another_link_that_works(
    desk: Client, new_browser: NewBrowser, letters: Letters
) -> None:
    made = invite(desk).json()
    first = link_in(letters()[0])
    desk.post(f"{API}/{made['id']}/resend")
    second = link_in(letters()[1])
    assert first != second
    assert joined(new_browser(), second).status_code == 302


def test_an_invitation_makes_an_account_for_its_own_address_alone(
    desk: Client, new_browser: NewBrowser, letters: Letters
) -> None:
    invite(desk)
    link = link_in(letters()[0])
    new_browser().post(link, {"name": "Eve", "password": NEW, "email": "eve@example.com", "role": "owner"})
    made = Agent.objects.get(name="Eve")
    assert (made.email, made.role) == ("nina@example.com", "agent")


def test_an_easy_password_is_refused_in_words(desk: Client, new_browser: NewBrowser, letters: Letters) -> None:
    invite(desk)
    reply = joined(new_browser(), link_in(letters()[0]), password="password123")
    assert (reply.status_code, b"too common" in reply.content) == (422, True)
    assert not Agent.objects.filter(email="nina@example.com").exists()


def test_nobody_invites_above_themselves(desk: Client, olga: Agent, new_browser: NewBrowser) -> None:
    assert invite(desk, role="owner").status_code == 403
    assert not Invitation.objects.exists()
    assert invite(cast.signed_in(new_browser(), olga.email), role="owner").status_code == 201


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AGENT, Role.VIEWER])
def test_only_admins_invite(in_acme: Tenant, acme_client: Client, role: Role) -> None:
    cast.agent("sam", role)
    desk = cast.signed_in(acme_client, "sam@example.com")
    assert desk.get(API).status_code == invite(desk).status_code == 403
    assert not Invitation.objects.exists()
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    ("given", "param"),
    [
        ({"email": "not an address"}, "email"),
        ({"email": "alice@example.com"}, "email"),
        ({"role": "boss"}, "role"),
        ({"team_ids": ["team_nothing"]}, "team_ids"),
    ],
)
def test_a_wrong_field_is_named(desk: Client, given: dict[str, Any], param: str) -> None:
    reply = desk.post(API, {"email": "nina@example.com", **given}, content_type="application/json")
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, param)
    assert not Invitation.objects.exists()


def test_an_address_is_invited_once_at_a_time(desk: Client) -> None:
    assert invite(desk).status_code == 201
    assert invite(desk, "NINA@example.com").status_code == 422
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert invite(desk).status_code == 201


def test_links_are_stored_as_digests(desk: Client, letters: Letters) -> None:
    invite(desk)
    secret = link_in(letters()[0]).split("/")[2]
    stored = Invitation.objects.get()
    assert secret not in str(Invitation.objects.values().get())
    assert invitations.by_token(secret) == stored


def test_an_invitation_of_another_company_is_not_here(
    desk: Client, letters: Letters, globex: Tenant, globex_client: Client, new_browser: NewBrowser
) -> None:
    made = invite(desk).json()
    link = link_in(letters()[0])
    assert globex_client.get(link).status_code == 404
    with current.entered(globex):
        cast.agent("gina", Role.OWNER)
    theirs = cast.signed_in(globex_client, "gina@example.com")
    assert theirs.delete(f"{API}/{made['id']}").status_code == 404
    assert theirs.post(f"{API}/{made['id']}/resend").status_code == 404
    assert joined(new_browser(), link).status_code == 302


def test_the_list_costs_the_same_however_long_it_is(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        invite(desk, f"n{number}@example.com")
    with django_assert_num_queries(5):  # search path, session, agent, invitations, their teams
        assert len(desk.get(API).json()["data"]) == 5


def test_the_list_comes_in_pages_and_those_that_wait_can_be_asked_for_alone(desk: Client) -> None:
    made = [invite(desk, f"n{number}@example.com").json() for number in range(4)]
    desk.delete(f"{API}/{made[1]['id']}")
    first = desk.get(f"{API}?pending=true&limit=2").json()
    assert [one["email"] for one in first["data"]] == ["n3@example.com", "n2@example.com"]
    assert first["has_more"] is True
    second = desk.get(f"{API}?pending=true&limit=2&cursor={first['next_cursor']}").json()
    assert [one["email"] for one in second["data"]] == ["n0@example.com"]
    assert (second["has_more"], second["next_cursor"]) == (False, None)
    assert [one["state"] for one in desk.get(API).json()["data"]] == ["open", "open", "revoked", "open"]
    assert desk.get(f"{API}?cursor=nonsense").status_code == 422
