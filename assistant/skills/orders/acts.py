"""Carries out what skills do to orders and to customers' data, under row locks; the database refuses too much.

Each looks again at what it rests on, since time has passed between the offer and the yes: OvertakenError when the
records do not allow it any more.
"""

from datetime import timedelta
from decimal import Decimal
from typing import NoReturn

from django.db.models import F
from django.utils import timezone

from assistant.models import Order, OrderState, Person
from assistant.skills.contract import Act, Json, OvertakenError
from assistant.skills.past import Recorded


def refund(act: Act) -> Json:
    """Give the amount back, for so many pieces of each line; the CHECKs keep it within what was paid and bought."""
    request, amount = act.request, Decimal(act.request["amount"])
    order = _locked(request["order"])
    _check_state(order, request["states"])
    _check_window(order, request["window_days"])
    _check_times(act, order)
    for line in request["lines"]:
        if not order.items.filter(line=line["line"]).update(
            refunded_quantity=F("refunded_quantity") + line["quantity"]
        ):
            _overtaken(act, "the order has no such line")
    whole = not order.items.filter(refunded_quantity__lt=F("quantity")).exists()
    order.refunded += amount
    order.state = OrderState.REFUNDED if whole else order.state
    order.save(update_fields=["refunded", "state"])
    return {"refunded": str(order.refunded), "state": order.state}


def register_return(act: Act) -> Json:
    """Note at each line that it comes back."""
    order = _locked(act.request["order"])
    _check_state(order, act.request["states"])
    _check_window(order, act.request["window_days"])
    items = list(order.items.filter(line__in=act.request["lines"]))
    if len(items) != len(act.request["lines"]) or any("return_registered" in item.attributes for item in items):
        _overtaken(act, "its return is registered already")
    for item in items:
        item.attributes["return_registered"] = f"{timezone.now():%Y-%m-%d}"
        item.save(update_fields=["attributes"])
    return {"lines": act.request["lines"]}


def cancel(act: Act) -> Json:
    """Stop the order, and give back what was paid for it."""
    order = _locked(act.request["order"])
    _check_state(order, act.request["states"])
    if act.amount is not None:
        order.refunded += act.amount
        order.items.update(refunded_quantity=F("quantity"))
    order.state = OrderState.CANCELLED
    order.save(update_fields=["refunded", "state"])
    return {"refunded": str(order.refunded), "state": order.state}


def change_address(act: Act) -> Json:
    """Send the order to another address; what it was before is kept in the result."""
    order = _locked(act.request["order"])
    _check_state(order, act.request["states"])
    before, order.address = order.address, act.request["address"]
    order.save(update_fields=["address"])
    return {"before": before}


def change_contact(act: Act) -> Json:
    """Change one part of what is known of the customer; their row is made where there is none."""
    part, email = act.request["part"], act.request["email"]
    person = Person.objects.select_for_update().filter(email__iexact=email).first()
    if person is None:
        person = Person.objects.create(email=email)
    before = getattr(person, part)
    setattr(person, part, act.request["value"])
    person.updated_at = timezone.now()
    person.save()
    return {"before": before}


def _locked(number: str) -> Order:
    """The order, with all others of the same customer locked too, so that limits over them hold."""
    found = Order.objects.filter(number=number).first()
    if found is None:
        raise OvertakenError(f"There is no order {number} any more.")
    theirs = list(Order.objects.select_for_update().filter(email__iexact=found.email).order_by("pk"))
    locked = next((order for order in theirs if order.number == number), None)
    if locked is None:
        raise OvertakenError(f"Order {number} changed hands.")
    return locked


def _check_state(order: Order, states: list[str]) -> None:
    if order.state not in states:
        raise OvertakenError(f"Order {order.number} is {order.state} by now.")


def _check_window(order: Order, days: int) -> None:
    if order.delivered_at is None or timezone.now() - order.delivered_at > timedelta(days=days):
        raise OvertakenError(f"Order {order.number} was delivered too long ago by now.")


def _check_times(act: Act, order: Order) -> None:
    """The action itself is counted already."""
    since = timezone.now() - timedelta(days=act.request["within_days"])
    if Recorded().count(act.kind, email=order.email, since=since) > act.request["most_times"]:
        _overtaken(act, "the customer had as many refunds as the policy allows")


def _overtaken(act: Act, reason: str) -> NoReturn:
    raise OvertakenError(f"{act.subject}: {reason}.")
