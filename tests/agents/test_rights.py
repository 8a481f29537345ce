"""Rights follow from the role, and the console is told of them."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from agents.permissions import BEGINS_AT, ORDER, Right, rights_of
from tenants.models import Tenant
from tests import cast

NOT_FOR = {  # the highest role that lacks it
    Right.OWN_ACCOUNT: None,
    Right.READ_CONVERSATIONS: None,
    Right.READ_CUSTOMERS: None,
    Right.READ_KNOWLEDGE: None,
    Right.READ_RECORDS: None,
    Right.READ_SKILLS: None,
    Right.READ_RULES: None,
    Right.WRITE_CONVERSATIONS: Role.VIEWER,
    Right.ASSIGN_CONVERSATIONS: Role.AGENT,
    Right.WRITE_REPLIES: Role.AGENT,
    Right.SUPERVISE_ASSISTANT: Role.AGENT,
    Right.REVIEW_QUALITY: Role.AGENT,
    Right.READ_REPORTS: Role.AGENT,
    Right.READ_PEOPLE: Role.VIEWER,
    Right.WRITE_KNOWLEDGE: Role.AGENT,
    Right.WRITE_RECORDS: Role.AGENT,
    Right.READ_SETTINGS: Role.AGENT,
    Right.MANAGE_PEOPLE: Role.SUPERVISOR,
    Right.MANAGE_TEAMS: Role.SUPERVISOR,
    Right.MANAGE_SETTINGS: Role.SUPERVISOR,
    Right.MANAGE_TOKENS: Role.SUPERVISOR,
    Right.MANAGE_WEBHOOKS: Role.SUPERVISOR,
    Right.WRITE_SKILLS: Role.SUPERVISOR,
    Right.WRITE_RULES: Role.SUPERVISOR,
    Right.READ_AUDIT: Role.SUPERVISOR,
    Right.EXPORT_DATA: Role.SUPERVISOR,
    Right.ERASE_CUSTOMERS: Role.SUPERVISOR,
    Right.READ_BILLING: Role.SUPERVISOR,
    Right.MANAGE_BILLING: Role.SUPERVISOR,
    Right.MANAGE_SIGN_ON: Role.ADMIN,
    Right.CLOSE_WORKSPACE: Role.ADMIN,
}


def test_every_right_begins_at_a_role() -> None:
    assert set(NOT_FOR) == set(BEGINS_AT) == set(Right)


@pytest.mark.parametrize("role", list(Role))
def test_a_role_has_what_it_should_and_no_more(in_acme: Tenant, role: Role) -> None:
    wanted = {right for right, below in NOT_FOR.items() if below is None or ORDER.index(role) > ORDER.index(below)}
    assert rights_of(Agent(role=role)) == wanted


def test_who_is_switched_off_has_none(in_acme: Tenant) -> None:
    assert rights_of(Agent(role=Role.OWNER, is_active=False)) == frozenset()


def test_an_owner_without_the_second_factor_that_is_asked_for_has_the_account_alone(in_acme: Tenant) -> None:
    in_acme.requires_totp = True
    assert rights_of(Agent(role=Role.OWNER)) == {Right.OWN_ACCOUNT}
    assert Right.WRITE_CONVERSATIONS in rights_of(Agent(role=Role.AGENT))


def test_the_console_is_told(acme_client: Client, bob: Agent) -> None:
    desk = cast.signed_in(acme_client, bob.email)
    about = desk.get("/api/v1/me").json()
    assert about["rights"] == sorted(rights_of(bob))
    assert about["is_operator"] is False
    assert (about["workspace"]["name"], about["workspace"]["host"]) == ("Acme Bicycles", "acme.localhost")
