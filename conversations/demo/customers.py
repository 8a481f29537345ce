"""What the shop's own systems know of its customers: a record for everybody who ordered or came to the workshop."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from assistant.models import Appointment, Order, Person

FIRST_PHONE = "+447700900{:03}"  # a range that is kept free for invented people
IN_ADDRESS = ("line", "town", "postcode")
BIKES = ("Bikes", "Children", "E-bikes")
CLUB, NEWSLETTER = 0.35, 0.6
LONGEST_AGO = 90  # days since the record of somebody without an order changed


def load(chance: Random, now: datetime) -> None:
    """Make the records from the stored orders and appointments, unless there are any."""
    if not Person.objects.exists():
        Person.objects.bulk_create(_persons(chance, now))


def _persons(chance: Random, now: datetime) -> Iterator[Person]:
    newest = {order.email: order for order in Order.objects.order_by("placed_at", "number")}
    bikes = _bikes()
    names = dict(Appointment.objects.order_by("starts_at").values_list("email", "customer_name"))
    names |= {email: order.customer_name for email, order in newest.items()}
    for place, (email, name) in enumerate(sorted(names.items())):
        order = newest.get(email)
        since = f"{chance.randint(2019, 2025)}-{chance.randint(1, 12):02}"
        attributes: dict[str, Any] = {"club member": chance.random() < CLUB, "newsletter": chance.random() < NEWSLETTER}
        attributes["customer since"] = since
        if email in bikes:
            attributes["bike"] = bikes[email]
        person = Person(email=email, name=name, phone=FIRST_PHONE.format(place % 1000), attributes=attributes)
        person.updated_at = now - timedelta(days=chance.uniform(1, LONGEST_AGO))
        if order is not None:
            person.address = {key: order.address[key] for key in IN_ADDRESS}
            person.updated_at = order.placed_at
        yield person


def _bikes() -> Mapping[str, str]:
    """The newest bike that somebody got, by e-mail address."""
    got = Order.objects.filter(items__product__category__in=BIKES, delivered_at__isnull=False)
    kept = got.exclude(state__in=["returned", "refunded"]).order_by("placed_at", "number")
    return dict(kept.values_list("email", "items__product__name"))
