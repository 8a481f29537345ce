"""Meters: what is used counts up, by customer and moment, and a price says what it costs."""

import re
from typing import Any

import stripe

from billing.sandbox import shapes
from billing.sandbox.forms import Given
from billing.sandbox.money import Span
from billing.sandbox.problems import Refused
from billing.sandbox.store import Use, new_id
from billing.sandbox.world import World

Json = dict[str, Any]
BY_CUSTOMER, VALUE = "stripe_customer_id", "value"
OLDEST, NEWEST = 35 * 86_400, 300  # seconds that an event may lie back, or ahead
A_MINUTE = 60
REMEMBERED = 86_400  # seconds for which an identifier counts once


def create(world: World, given: Given) -> Json:
    """`POST /v1/billing/meters`."""
    name = given.needed("event_name")
    if world.store.all("billing.meter", lambda one: one["event_name"] == name and one["status"] == "active"):
        words = f"An active meter already exists with the event name '{name}'."
        raise Refused(words, code="resource_already_exists", param="event_name")
    formula = given.inner("default_aggregation").one_of("formula", ("sum", "count", "last"), "sum")
    mapping, values = given.inner("customer_mapping"), given.inner("value_settings")
    now = world.now()
    made = shapes.blank(
        stripe.billing.Meter,
        id=new_id("mtr"),
        created=now,
        updated=now,
        customer_mapping={
            "event_payload_key": mapping.text("event_payload_key", BY_CUSTOMER),
            "type": mapping.one_of("type", ("by_id",), "by_id"),
        },
        default_aggregation={"formula": formula},
        display_name=given.needed("display_name"),
        event_name=name,
        status="active",
        status_transitions={"deactivated_at": None},
        value_settings={"event_payload_key": values.text("event_payload_key", VALUE)},
    )
    return world.store.put(made)


def record(world: World, given: Given) -> Json:
    """`POST /v1/billing/meter_events`: so much was used, once for each identifier within a day."""
    name, payload = given.needed("event_name"), given.plain("payload") or {}
    meters = world.store.all("billing.meter", lambda one: one["event_name"] == name and one["status"] == "active")
    if not meters:
        raise Refused(f"No active meter found for event name {name}", code="resource_missing", param="event_name")
    customer = payload.get(meters[0]["customer_mapping"]["event_payload_key"], "")
    owner = world.store.get(customer, "customer", param="payload[stripe_customer_id]")
    now = world.now(owner)
    at = given.whole("timestamp", now) or now
    if not now - OLDEST <= at <= now + NEWEST:
        raise Refused(
            "The timestamp must be within the past 35 days and not more than 5 minutes ahead.", param="timestamp"
        )
    value = _value(payload.get(meters[0]["value_settings"]["event_payload_key"], ""))
    identifier = given.text("identifier") or new_id("", 32).removeprefix("_")
    if world.store.knows_use(identifier, since=int(world.clock()) - REMEMBERED):
        raise Refused(
            f"An event already exists with identifier {identifier}.", code="duplicate_meter_event", param="identifier"
        )
    told = shapes.blank(
        stripe.billing.MeterEvent,
        created=now,
        event_name=name,
        identifier=identifier,
        payload={key: str(each) for key, each in payload.items()},
        timestamp=at,
    )
    world.store.use(Use(identifier, meters[0]["id"], owner["id"], at, value, int(world.clock())))
    return told


def adjust(world: World, given: Given) -> Json:
    """`POST /v1/billing/meter_event_adjustments`: an event of the last day was none."""
    name, identifier = given.needed("event_name"), given.inner("cancel").needed("identifier")
    given.one_of("type", ("cancel",), "cancel")
    if not world.store.take_back_use(identifier, since=int(world.clock()) - REMEMBERED):
        raise Refused(f"No event of the last 24 hours has the identifier {identifier}.", param="cancel[identifier]")
    return shapes.blank(
        stripe.billing.MeterEventAdjustment,
        cancel={"identifier": identifier},
        event_name=name,
        status="pending",
        type="cancel",
    )


def used(world: World, meter: str, customer: str, span: Span) -> int:
    """How much was used within a span of time; below nothing where more was taken back."""
    found = world.store.used(meter, customer, span.start, span.end)
    match world.store.get(meter, "billing.meter")["default_aggregation"]["formula"]:
        case "count":
            return len(found)
        case "last":
            return found[-1] if found else 0
        case _:
            return sum(found)


def summaries(world: World, given: Given, meter: str) -> list[Json]:
    """`GET /v1/billing/meters/{id}/event_summaries`: how much a customer used between two moments."""
    span = Span(given.whole("start_time") or 0, given.whole("end_time") or 0)
    for name, moment in (("start_time", span.start), ("end_time", span.end)):
        if moment % A_MINUTE:
            raise Refused("The time must be aligned with the beginning of a minute.", param=name)
    total = used(world, meter, given.needed("customer"), span)
    told = {"id": new_id("mtrusg"), "object": "billing.meter_event_summary", "livemode": False, "meter": meter}
    return [{**told, "aggregated_value": float(total), "start_time": span.start, "end_time": span.end}]


def _value(text: str) -> int:
    """A whole number; one below nothing takes back."""
    if not re.fullmatch(r"[+-]?\d+", text):
        raise Refused("The value must be a whole number.", code="invalid_meter_value", param="payload[value]")
    return int(text)
