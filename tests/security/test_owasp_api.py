"""OWASP's API Security Top 10 of 2023: each entry with attacks of this file, or the tests elsewhere that play it."""

import time

import pytest
from django.test import Client

from agents.models import Agent, Role
from tenants import current, sealing
from tenants.models import Tenant
from tenants.openapi import document
from tenants.sealing import SealBrokenError
from tests import cast
from tests.clients import HostClient
from tests.security import pointing

ELSEWHERE = {
    "API1 objects of others": [
        "tests/isolation/test_matrix.py::test_another_companys_things_are_not_found",
        "tests/isolation/test_matrix.py::test_somebody_elses_things_are_not_found",
        "tests/attachments/test_isolation.py::test_another_customer_of_the_same_tenant_sees_and_sends_nothing",
        "tests/isolation/test_polls.py::test_a_poll_shows_nothing_of_another_company_to_anybody",
    ],
    "API2 weak proofs of who one is": [
        "tests/agents/test_signing_in.py::test_after_five_failures_even_the_right_password_waits",
        "tests/agents/test_signing_in.py::test_a_wrong_password_and_an_unknown_address_read_the_same",
        "tests/agents/test_tokens.py::test_a_token_that_is_not_good_is_not_passed_over_for_the_session",
        "tests/identity/test_codes.py::test_the_sixth_try_is_too_late_even_with_the_right_code",
        "tests/security/test_sign_in_rules.py::test_a_session_ends_by_rest_and_by_age",
    ],
    "API3 fields of others": [
        "tests/agents/test_account.py::test_name_and_languages_can_be_changed_and_nothing_else",
        "tests/operators/test_companies.py::test_a_companys_page_counts_but_shows_no_word_of_its_customers",
    ],
    "API4 use without bounds": [
        "tests/requests/test_limits.py::test_no_minute_has_more_than_the_limit_and_no_request_is_refused_below_it",
        "tests/platform/test_bounded_bodies.py::test_a_body_over_the_limit_is_cut_off_and_the_next_request_is_served",
        "tests/requests/test_pages.py::test_limits_and_cursors_that_are_none_are_named",
        "tests/attachments/test_limits_and_cleaning.py::test_the_21st_upload_in_an_hour_waits",
        "tests/conversations/test_hostile_frames.py",
    ],
    "API5 functions of others": [
        "tests/isolation/test_matrix.py::test_the_table_lists_every_address",
        "tests/isolation/test_matrix.py::test_who_may_is_let_in_and_nobody_else",
        "tests/isolation/test_matrix.py::test_other_methods_are_refused_to_everybody",
        "tests/operators/test_doors.py::test_every_address_below_is_for_operators_only",
    ],
    "API6 flows of the business by machines": [
        "tests/tenants/test_sign_up.py::test_the_fourth_sign_up_of_an_address_within_an_hour_waits",
        "tests/agents/test_resetting.py::test_five_letters_for_an_address_are_enough",
        "tests/identity/test_codes.py::test_too_many_letters_to_an_address_are_not_sent",
        "tests/properties/test_refunds.py",
        "tests/appointments/test_seats.py",
    ],
    "API7 requests of the server to the inside": [
        "tests/tenants/test_guard.py::test_no_form_of_our_own_address_is_connected_to",
        "tests/tenants/test_guard.py::test_each_redirect_is_checked_anew",
        "tests/webhooks/test_addresses.py::test_what_resolves_to_an_address_inside_is_not_connected_to",
        "tests/connector/test_misbehaving_services.py::test_it_goes_nowhere_but_to_public_addresses",
        "tests/engines/test_misbehaving_models.py::test_an_address_of_our_own_network_is_not_asked",
        "tests/agents/test_sign_on.py::test_no_issuer_leads_into_our_own_network",
    ],
    "API8 wrong settings": [
        "tests/security/test_headers.py::test_production_speaks_https_alone",
        "tests/security/test_headers.py::test_every_kind_of_answer_says_how_it_is_to_be_taken",
        "tests/security/test_headers.py::test_nobody_gets_their_request_back",
        "tests/isolation/test_hosts_and_cookies.py::test_our_cookies_are_for_their_own_host_alone",
        "tests/requests/test_refusals.py::test_what_breaks_is_told_in_the_shape_of_the_interface_there_alone",
    ],
    "API9 forgotten addresses": [
        "tests/interface/test_document.py::test_the_document_names_every_address",
        "tests/isolation/test_matrix.py::test_the_table_lists_every_address",
        "tests/agents/test_every_view_declares.py::test_no_view_is_undeclared",
        "tests/isolation/test_sockets.py::test_the_tables_list_every_operation_and_every_door",
    ],
    "API10 trust in the answers of others": [
        "tests/connector/test_misbehaving_services.py",
        "tests/engines/test_misbehaving_models.py::test_batons_own_engine_answers_instead",
        "tests/tenants/test_guard_limits.py::test_an_answer_without_end_is_cut_at_the_limit",
        "tests/billing/test_stripe_door.py::test_what_stripe_did_not_sign_just_now_is_refused_and_leaves_nothing",
        "tests/billing/test_stripe_door.py::test_an_event_moves_the_company_of_its_customer_alone_whatever_it_says_of_itself",
        "tests/assistant/test_importing_pages.py::test_nothing_of_a_page_becomes_markup",
    ],
}
WORDS = ("' OR '1'='1' --", "1; SELECT pg_sleep(9)--", "\\'); DROP TABLE agents_agent;--", "%s %(x)s {0} \x07")
SLEEPS = 9  # seconds, as the words above would have the database do
TRICK = "{{7*7}} {0.__class__} %(password)s ${7*7} <b>x</b>"
ACCOUNT = "/api/v1/account"


@pytest.fixture
def olga(in_acme: Tenant) -> Agent:
    """The owner of acme."""
    return cast.agent("olga", Role.OWNER)


@pytest.fixture
def desk(acme_client: Client, olga: Agent) -> Client:
    """Olga's browser."""
    return cast.signed_in(acme_client, olga.email)


@pytest.mark.parametrize("entry", ELSEWHERE)
def test_every_entry_is_played(entry: str) -> None:
    assert len(ELSEWHERE) == 10
    assert pointing.missing(ELSEWHERE[entry]) == []


# API3: fields of others


def test_fields_that_are_nobodys_to_write_change_nothing(desk: Client, olga: Agent) -> None:
    bob = cast.agent("bob")
    more = {"is_operator": True, "is_superuser": True, "is_staff": True, "password": "x", "id": "y", "email": "z@z.z"}
    kept = ("is_operator", "password", "email", "role", "is_active")
    before = list(Agent.objects.order_by("pk").values_list("pk", *kept))
    for path in (ACCOUNT, f"/api/v1/people/{bob.id}"):
        assert desk.patch(path, more, content_type="application/json").status_code in {200, 422}, path
    assert list(Agent.objects.order_by("pk").values_list("pk", *kept)) == before


def test_a_parameter_twice_or_elsewhere_is_no_way_around(desk: Client, olga: Agent) -> None:
    bob = cast.agent("bob")
    stranger = HostClient("acme.localhost")
    secret = desk.post(
        "/api/v1/tokens", {"name": "x", "scopes": ["people:read"]}, content_type="application/json"
    ).json()["secret"]
    people = "/api/v1/people"
    assert stranger.get(people, headers={"authorization": f"Bearer {secret}"}).status_code == 200
    for name in ("access_token", "token", "authorization"):
        assert stranger.get(f"{people}?{name}={secret}").status_code == 401, name
    stranger.cookies["authorization"] = f"Bearer {secret}"
    assert stranger.get(people).status_code == 401
    for header in ("x-http-method-override", "x-method-override", "x-http-method"):
        refused = desk.post(f"{people}/{bob.id}", {"_method": "DELETE"}, headers={header: "DELETE"})
        assert refused.status_code == 405, header
    twice = '{"name": "Olga", "role": "viewer", "name": "Olga Twice"}'
    assert desk.patch(ACCOUNT, twice, content_type="application/json").json()["role"] == "owner"
    assert Agent.objects.filter(pk=bob.pk, is_active=True).exists()


# API2: weak proofs of who one is


def test_a_password_counts_to_its_last_letter(desk: Client, olga: Agent) -> None:
    long = "a quiet green lantern, " * 8 + "ÄÖ ẞ end"
    assert 64 < len(long) <= 200
    asked = {"current": cast.PASSWORD, "new": long}
    assert desk.post(f"{ACCOUNT}/password", asked, content_type="application/json").status_code == 204
    for wrong in (long[:-1], long.lower(), long[:72], f"{long} "):
        answer = HostClient("acme.localhost").post("/sign-in/", {"email": olga.email, "password": wrong})
        assert answer.status_code == 422
    assert HostClient("acme.localhost").post("/sign-in/", {"email": olga.email, "password": long}).status_code == 302


def test_what_was_sealed_opens_nowhere_else_and_not_when_changed(in_acme: Tenant, globex: Tenant) -> None:
    sealed = sealing.seal("a secret", place="table.column.1")
    assert sealing.unseal(sealed, place="table.column.1") == "a secret"
    assert sealing.seal("a secret", place="table.column.1") != sealed
    broken = [sealed[:-2] + ("AA" if sealed[-2:] != "AA" else "BB"), "A" + sealed[1:], "", "no base64 !", sealed[:20]]
    for one in broken:
        with pytest.raises(SealBrokenError):
            sealing.unseal(one, place="table.column.1")
    with pytest.raises(SealBrokenError):
        sealing.unseal(sealed, place="table.column.2")
    with current.entered(globex), pytest.raises(SealBrokenError):
        sealing.unseal(sealed, place="table.column.1")


# API8: what comes in is data


def test_sql_in_every_filter_is_only_words(desk: Client, olga: Agent) -> None:
    whole = document.whole()
    asked = 0
    for method, path, said in document.operations(whole):
        names = [one["name"] for one in said.get("parameters", []) if one["in"] == "query" and one["name"] != "wait"]
        if method != "GET" or "{" in path or not names:
            continue
        for name in names:
            began = time.monotonic()
            answer = desk.get(f"/api/v1{path}", {name: WORDS[asked % len(WORDS)]})
            asked += 1
            assert answer.status_code < 500, (path, name)
            assert time.monotonic() - began < SLEEPS, (path, name)
    assert asked > 100
    assert Agent.objects.filter(pk=olga.pk).exists()


def test_a_template_in_a_name_stays_a_name(desk: Client, olga: Agent) -> None:
    assert desk.patch(ACCOUNT, {"name": TRICK}, content_type="application/json").json()["name"] == TRICK
    page = desk.get("/console/").content.decode()
    assert "49" not in page.split("me", maxsplit=1)[0]
    assert "<b>x</b>" not in page
    assert "{{7*7}}" in page
    assert olga.password not in page
