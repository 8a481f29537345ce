"""Tasks without records to look into wait for the first ones, and leave alone what somebody has chosen."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Role
from assistant.models import Connector
from assistant.skills import awaiting, configured, setting_up
from assistant.skills.awaiting import NEEDS
from assistant.skills.registry import SKILLS
from conversations.settings import connector
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests import cast
from tests.business.conftest import ORDER, sent
from tests.clients import HostClient


@pytest.fixture
def sue(sue: Client) -> Client:
    """Sue, whose company has just begun."""
    awaiting.leave_off()
    return sue


def waiting() -> set[str]:
    """The kinds of records whose tasks are all off, and no kind has only some of them on."""
    listed = configured.listed()
    states = {kind: {listed[skill.name].on for skill in skills} for kind, skills in NEEDS.items()}
    assert all(len(state) == 1 for state in states.values())
    return {kind for kind, state in states.items() if state == {False}}


def test_the_first_order_brings_the_tasks_on_orders_and_says_so_in_the_trail(sue: Client) -> None:
    assert waiting() == set(NEEDS)
    sent(sue, "post", "orders", ORDER, status=201)
    assert waiting() == {"products", "tickets", "calendars"}
    trail = AuditEntry.objects.filter(action="skill.changed")
    assert {entry.object_id for entry in trail} == {skill.name for skill in NEEDS["orders"]}
    sent(sue, "post", "orders", {**ORDER, "number": "AC-7002"}, status=201)
    assert trail.count() == len(NEEDS["orders"])


def test_what_somebody_switched_stays_as_they_want_it(sue: Client) -> None:
    by = audit.by_system()
    for on in (True, False):
        setting_up.switch(SKILLS["recommend"], on=on, actor=by)
    setting_up.switch(SKILLS["follow_up"], on=False, actor=by)  # it was off already, and now it is meant
    awaiting.came("products", "tickets", actor=by)
    assert waiting() == set(NEEDS)


def test_a_connector_that_is_asked_for_records_brings_them_too(sue: Client) -> None:
    Connector.objects.create(address="https://shop.example/baton", reads=["orders", "tickets"], secret="sealed")
    connector.change({"on": True}, actor=audit.by_system())
    assert waiting() == {"products", "calendars"}


def test_a_calendars_service_brings_appointments(sue: Client) -> None:
    alice = cast.signed_in(HostClient("acme.localhost"), cast.agent("alice", Role.ADMIN).email)
    hours = [{"weekday": 0, "opens": "09:00", "closes": "17:00"}]
    made = sent(alice, "post", "calendars", {"name": "Workshop", "zone": "Europe/Berlin", "hours": hours}, status=201)
    assert "calendars" in waiting()
    sent(alice, "post", f"calendars/{made['id']}/services", {"name": "Full service", "minutes": 60}, status=201)
    assert waiting() == set(NEEDS) - {"calendars"}


def test_an_untouched_workspace_is_asked_for_nothing_but_what_waits(
    sue: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    awaiting.came("orders", actor=audit.by_system())
    with django_assert_num_queries(3):  # a savepoint, the question, and its release
        awaiting.came("orders", actor=audit.by_system())
