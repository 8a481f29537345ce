"""How long a session lasts, and which passwords are too easy here."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import F
from django.test import Client
from pytest_django import Settings

from agents import passwords, sessions
from agents.models import Agent, BrowserSession
from agents.sessions import IDLE_AT_MOST, LASTS_AT_MOST, Standing
from tests import cast
from tests.clients import HostClient

ME = "/api/v1/account"
SOON = timedelta(minutes=5)


@pytest.fixture
def bob(in_acme: Any) -> Agent:
    """An agent of acme."""
    return cast.agent("bob")


@pytest.mark.parametrize(("moment", "most"), [("seen_at", IDLE_AT_MOST), ("created_at", LASTS_AT_MOST)])
def test_a_session_ends_by_rest_and_by_age(acme_client: Client, bob: Agent, moment: str, most: timedelta) -> None:
    desk = cast.signed_in(acme_client, bob.email)
    key = str(desk.session.session_key)
    mine = Standing(session_key=key, agent_id=str(bob.id), role=bob.role)
    BrowserSession.objects.update(**{moment: F(moment) - most + SOON})
    assert (desk.get(ME).status_code, sessions.fallen([mine])) == (200, set())
    BrowserSession.objects.update(**{moment: F(moment) - 2 * most})
    assert sessions.fallen([mine]) == {mine}
    assert desk.get(ME).status_code == 401
    assert sessions.signed_in(key) is None
    assert list(sessions.of(bob)) == []


def test_what_is_over_is_no_key_to_come_in_under_again(acme_client: Client, bob: Agent) -> None:
    desk = cast.signed_in(acme_client, bob.email)
    before = desk.session.session_key
    BrowserSession.objects.update(seen_at=F("seen_at") - 2 * IDLE_AT_MOST)
    cast.signed_in(desk, bob.email)
    assert desk.get(ME).status_code == 200
    assert {row.session_key for row in sessions.of(bob)} == {desk.session.session_key} != {before}


@pytest.mark.parametrize(
    "password",
    [
        "Larkfield2026",
        "L4rkf1eld-2026!",
        "baton-support",
        "Welcome-Hannah",
        "hannah.weber1",
        "SupportSupport1",
        "b4t0n b4t0n",
    ],
)
def test_names_of_the_company_the_product_and_oneself_are_no_password(password: str) -> None:
    with pytest.raises(ValidationError) as refused:
        passwords.check(password, about=["Larkfield", "larkfield", "Hannah Weber", "hannah.weber", "larkfield.example"])
    assert refused.value.code == "password_own_words"


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "a quiet green lantern",
        "1029384756a",
        "Larkfield sells red bicycles",
        "          x          ",
    ],
)
def test_other_words_and_any_letters_are_one(password: str) -> None:
    passwords.check(password, about=["Larkfield", "Hannah Weber", "larkfield.example"])


def test_the_company_is_asked_for_where_a_password_is_chosen(acme_client: Client, bob: Agent) -> None:
    desk = cast.signed_in(acme_client, bob.email)
    asked = {"current": cast.PASSWORD, "new": "acme-acme-2026"}
    refused = desk.post(f"{ME}/password", asked, content_type="application/json")
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, "new")
    assert (
        HostClient("acme.localhost").post("/sign-in/", {"email": bob.email, "password": cast.PASSWORD}).status_code
        == 302
    )


def test_fields_for_passwords_hide_them_and_leave_managers_of_passwords_be(
    acme_client: Client, public_client: Client, settings: Settings
) -> None:
    settings.MAIL_LEAVES = True
    for client, path in ((acme_client, "/sign-in/"), (public_client, "/sign-up/")):
        page = client.get(path).content.decode()
        fields = re.findall(r"<input[^>]*name=\"password\"[^>]*>", page)
        assert len(fields) == 1, path
        assert 'type="password"' in fields[0]
        assert re.search(r'autocomplete="(current|new)-password"', fields[0]), path
        assert "onpaste" not in page
