"""Tickets of the shop, as `tickets.json` tells them, about orders and visits to the workshop that fit."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from assistant.models import Appointment, Order, Ticket
from conversations.demo import clock
from conversations.demo.content import FOLDER, company

FIRST_NUMBER = 306118
BY_CUSTOMER = "customer"
TRIES = 60  # until the hours of people and customers fit
AWAKE = range(7, 23)
SOON, BEFORE = timedelta(minutes=30), timedelta(days=60)


@dataclass(frozen=True)
class About:
    """What a ticket may be about; `since` is when there was something to write about."""

    email: str
    name: str
    since: datetime
    words: Mapping[str, str]


def load(chance: Random, now: datetime) -> None:
    """Open the tickets that the stored orders and appointments give cause for, unless there are any."""
    if Ticket.objects.exists():
        return
    made: list[Ticket] = []
    for told in json.loads((FOLDER / "tickets.json").read_text("utf-8")):
        written = {ticket.email for ticket in made}
        abouts = [one for one in _abouts(told) if one.email not in written]
        ticket = _ticket(told, abouts, chance=chance, now=now)
        if ticket is not None:
            made.append(ticket)
    made.sort(key=lambda ticket: ticket.opened_at)
    for place, ticket in enumerate(made):
        ticket.number = f"T-{FIRST_NUMBER + 3 * place}"
    Ticket.objects.bulk_create(made)


def _ticket(told: Mapping[str, Any], abouts: Sequence[About], *, chance: Random, now: datetime) -> Ticket | None:
    """The ticket about one of these, or None when none of them fits its hours."""
    latest, earliest = (now - timedelta(days=days) for days in told["ago"])
    for _ in range(TRIES if abouts else 0):
        about = chance.choice(abouts)
        first = max(earliest, about.since + SOON)
        opened = first + (latest - first) * chance.random()
        moments = _moments(opened, told["says"])
        if first <= latest and moments[-1] <= now and _are_awake(moments, told["says"]):
            return _row(told, about, moments)
    return None


def _moments(opened: datetime, says: Iterable[Sequence[Any]]) -> list[datetime]:
    """When each entry was written, so many hours after the one before; colleagues write when they are at work."""
    moments, at = [], opened
    for by, hours, _ in says:
        at += timedelta(hours=hours)
        at = at if by == BY_CUSTOMER else clock.next_open("people", at)
        moments.append(at)
    return moments


def _are_awake(moments: Iterable[datetime], says: Iterable[Sequence[Any]]) -> bool:
    said = zip(moments, says, strict=True)
    return all(at.astimezone(clock.zone()).hour in AWAKE for at, (by, *_) in said if by == BY_CUSTOMER)


def _row(told: Mapping[str, Any], about: About, moments: Sequence[datetime]) -> Ticket:
    names = {one.key: one.name for one in company().agents} | {BY_CUSTOMER: BY_CUSTOMER}
    return Ticket(
        email=about.email,
        customer_name=about.name,
        subject=told["subject"],
        state=told["state"],
        entries=[
            {"at": at.isoformat(), "by": names[by], "text": text.format(**about.words)}
            for at, (by, _, text) in zip(moments, told["says"], strict=True)
        ],
        opened_at=moments[0],
        updated_at=moments[-1],
    )


def _abouts(told: Mapping[str, Any]) -> list[About]:
    if "visit" in told:
        visits = Appointment.objects.filter(state__in=told["visit"]).order_by("starts_at", "id")
        return [_of_visit(visit) for visit in visits]
    orders = Order.objects.filter(state__in=told["order"]).order_by("number").prefetch_related("items__product")
    kinds = told.get("of", ())
    return [_of_order(order) for order in orders if not kinds or _category(order) in kinds]


def _category(order: Order) -> str:
    product = next(iter(order.items.all())).product
    return product.category if product else ""


def _of_order(order: Order) -> About:
    item = next(iter(order.items.all())).name
    since = order.delivered_at or order.shipped_at or order.placed_at
    words = {"number": order.number, "item": item, "tracking": order.tracking}
    return About(order.email, order.customer_name, since, words)


def _of_visit(visit: Appointment) -> About:
    """A visit to come gives cause before it, one that was or was missed after it."""
    starts = visit.starts_at.astimezone(clock.zone())
    since = visit.starts_at - BEFORE if visit.state == "booked" else visit.ends_at
    words = {"service": visit.service.lower(), "day": f"{starts:%A}"}
    return About(visit.email, visit.customer_name, since, words)
