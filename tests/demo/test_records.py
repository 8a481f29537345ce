"""The shop's records of its customers, its tickets and its guides: complete, true to the rest, and sound."""

import json
import re
from collections import Counter
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from assistant.models import Appointment, Guide, Order, Person, Product, Ticket, TicketState
from assistant.records.kinds import PERSONS, TICKETS, Kind
from assistant.records.shapes import first_fault
from assistant.skills import configured
from assistant.skills.tickets.policy import TicketPolicy
from assistant.skills.troubleshooting import drawing
from conversations.demo import clock, customers, guides, tickets
from conversations.demo.content import FOLDER, articles, company
from tenants.models import Tenant
from tests.demo.conftest import NOW

GUIDES = json.loads((FOLDER / "guides.json").read_text("utf-8"))
FIGURE = re.compile(r"£?\d[\d.,]*")


def test_everybody_who_ordered_or_came_has_a_record(in_demo: Tenant) -> None:
    came = {*Order.objects.values_list("email", flat=True), *Appointment.objects.values_list("email", flat=True)}
    persons = list(Person.objects.all())
    assert {person.email for person in persons} == came
    assert len({person.phone for person in persons}) == len(persons)
    assert all(person.updated_at < NOW for person in persons)
    assert all(re.fullmatch(r"\+447700900\d{3}", person.phone) for person in persons), "kept free for invented people"
    for order in Order.objects.order_by("placed_at", "number"):
        person = next(one for one in persons if one.email == order.email)
        assert person.name == order.customer_name
        assert person.address["town"] in {one.address["town"] for one in Order.objects.filter(email=order.email)}


def test_a_record_tells_what_a_shop_knows_of_a_customer(in_demo: Tenant) -> None:
    told = [person.attributes for person in Person.objects.all()]
    for name in ("club member", "newsletter"):
        assert {one[name] for one in told} == {True, False}
    bikes = {one["bike"] for one in told if "bike" in one}
    assert bikes
    assert bikes <= set(Product.objects.filter(category__in=customers.BIKES).values_list("name", flat=True))


@pytest.mark.parametrize("kind", [PERSONS, TICKETS], ids=lambda kind: str(kind.name))
def test_records_are_such_as_rest_takes(in_demo: Tenant, kind: Kind) -> None:
    names = {str(name) for name in kind.shape().fields}
    for row in kind.rows():
        shown = kind.shown(row)
        shape = kind.shape(data={name: value for name, value in shown.items() if name in names})
        assert shape.is_valid(), first_fault(shape.errors)


def test_tickets_stand_in_every_state_and_fit_their_moments(in_demo: Tenant) -> None:
    everything = list(Ticket.objects.all())
    states = Counter(ticket.state for ticket in everything)
    assert 23 <= len(everything) <= 27
    assert set(states) == set(TicketState.values)
    assert min(states.values()) >= 3
    people = {one.name for one in company().agents}
    for ticket in everything:
        moments = [datetime.fromisoformat(entry["at"]) for entry in ticket.entries]
        assert moments == sorted(moments)
        assert (moments[0], moments[-1]) == (ticket.opened_at, ticket.updated_at)
        assert ticket.updated_at <= NOW
        assert {entry["by"] for entry in ticket.entries} <= people | {"customer"}
        assert all(clock.is_open("people", at) for at, entry in _said_by_people(ticket) if entry["by"] in people)
        assert not any(set("{}") & set(entry["text"]) for entry in ticket.entries)


def test_no_open_ticket_waits_longer_than_the_policy_allows(in_demo: Tenant) -> None:
    silence = timedelta(days=TicketPolicy().silent_days)
    assert all(NOW - ticket.updated_at < silence for ticket in Ticket.objects.filter(state=TicketState.OPEN))


def test_a_ticket_is_about_an_order_or_a_visit_of_its_customer(in_demo: Tenant) -> None:
    for ticket in Ticket.objects.all():
        assert Person.objects.filter(email=ticket.email, name=ticket.customer_name).exists()
        for number in re.findall(r"LC-\d+", " ".join(entry["text"] for entry in ticket.entries)):
            order = Order.objects.get(number=number)
            assert order.email == ticket.email
            assert order.placed_at < ticket.opened_at


def test_guides_leave_nobody_stuck_and_are_on(in_demo: Tenant) -> None:
    stored = list(Guide.objects.all())
    assert [guide.title for guide in stored] == ["The brakes squeal", "The e-bike does not switch on"]
    skills = configured.everything()
    for guide in stored:
        assert guide.on
        assert drawing.faults_of(guide) == []
        assert skills[str(guide.id)].on


@pytest.mark.parametrize("told", GUIDES, ids=lambda told: str(told["title"]))
def test_a_guide_says_no_figure_that_its_articles_do_not_say(told: dict[str, Any]) -> None:
    known = set(FIGURE.findall(" ".join(articles()[slug].body for slug in told["articles"])))
    for step in told["steps"]:
        assert set(FIGURE.findall(step["says"])) <= known, step["id"]


def test_filling_in_again_changes_nothing(in_demo: Tenant) -> None:
    before = [list(model.objects.values()) for model in (Person, Ticket, Guide)]
    customers.load(Random(5), NOW)
    tickets.load(Random(5), NOW)
    guides.load()
    assert [list(model.objects.values()) for model in (Person, Ticket, Guide)] == before


def _said_by_people(ticket: Ticket) -> list[tuple[datetime, dict[str, str]]]:
    return [(datetime.fromisoformat(entry["at"]), entry) for entry in ticket.entries]
