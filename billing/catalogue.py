"""What Baton sells, at Stripe: a meter, a product for each plan, and its prices; made once, found by lookup key."""

import hashlib
import json
from dataclasses import dataclass
from typing import cast

from django.utils.translation import gettext, gettext_noop
from stripe.params import PriceCreateParams, WebhookEndpointUpdateParams
from stripe.params.billing import MeterCreateParams
from stripe.params.billing_portal import ConfigurationCreateParams, ConfigurationUpdateParams

from billing.errors import NotAtStripeError, PaymentServiceError
from billing.plans import CURRENCY, METER, PLANS, Interval, Plan
from billing.stripe_connection import asking, client
from billing.stripe_reading import PART, PLAN, SEATS, USAGE, told

PORTAL = "baton_portal"
PORTAL_SHOWS: ConfigurationCreateParams = {
    "business_profile": {"headline": "Cards, invoices and billing details. Plans are changed in Baton."},
    "features": {
        "customer_update": {"enabled": True, "allowed_updates": ["name", "email", "address", "tax_id"]},
        "invoice_history": {"enabled": True},
        "payment_method_update": {"enabled": True},
        "subscription_cancel": {"enabled": False},
        "subscription_update": {"enabled": False},
    },
}
PORTAL_MARK = hashlib.sha256(json.dumps(PORTAL_SHOWS, sort_keys=True).encode()).hexdigest()[:16]
"""Kept with the configuration: it is another where Baton wants the pages to be others."""
DOOR: WebhookEndpointUpdateParams = {
    "enabled_events": [
        "charge.refunded",
        "checkout.session.completed",
        "checkout.session.expired",
        "customer.deleted",
        "customer.subscription.created",
        "customer.subscription.deleted",
        "customer.subscription.paused",
        "customer.subscription.pending_update_applied",
        "customer.subscription.resumed",
        "customer.subscription.trial_will_end",
        "customer.subscription.updated",
        "customer.updated",
        "invoice.created",
        "invoice.finalized",
        "invoice.marked_uncollectible",
        "invoice.paid",
        "invoice.payment_action_required",
        "invoice.payment_failed",
        "invoice.voided",
    ],
}
"""The events after which a subscription may be another; each only says that it is time to look."""
NOT_SET_UP = gettext_noop("The plans are not at Stripe yet: run `manage.py stripe_set_up`.")


@dataclass(frozen=True)
class Prices:
    """The ids of the two prices that a subscription consists of."""

    seat: str
    usage: str


def prices(plan: Plan, interval: Interval) -> Prices:
    """The prices of a plan. Raises PaymentServiceError where they are not set up."""
    keys = [plan.lookup_key(interval), plan.usage_lookup_key]
    with asking():
        found = client().v1.prices.list({"lookup_keys": keys, "active": True, "limit": 10})
    by_key = {one.lookup_key: one.id for one in found.data}
    try:
        return Prices(seat=by_key[keys[0]], usage=by_key[keys[1]])
    except KeyError:
        raise PaymentServiceError(gettext(NOT_SET_UP)) from None


def meter() -> str | None:
    """The id of the meter that counts resolutions; None before it is set up."""
    with asking():
        found = client().v1.billing.meters.list({"status": "active", "limit": 100})
    return next((one.id for one in found.auto_paging_iter() if one.event_name == METER), None)


def set_up() -> list[str]:
    """Make what is missing of all that is sold, and say what was made; a second time nothing is."""
    new: list[str] = []
    counted_by = meter()
    with asking():
        if counted_by is None:
            counted_by = client().v1.billing.meters.create(_meter()).id
            new.append(f"meter {METER}")
        for plan in (one for one in PLANS.values() if one.is_paid):
            new += _set_up(plan, counted_by)
    return new


def portal() -> str | None:
    """The id of Baton's configuration of Stripe's own pages; None before it is set up."""
    return _portal()[0]


def set_up_portal() -> list[str]:
    """Let those pages do what Baton has no page for: cards, invoices, and to whom they go.

    Plans are changed and ended in Baton alone, which says before what is lost; Stripe's page would end yearly seats
    with the month that use is counted in.
    """
    found, mark = _portal()
    if mark == PORTAL_MARK:
        return []
    with asking():
        pages = client().v1.billing_portal.configurations
        wanted: ConfigurationCreateParams = {**PORTAL_SHOWS, "metadata": {PORTAL: PORTAL_MARK}}
        if found is None:
            pages.create(wanted)
        else:
            pages.update(found, cast("ConfigurationUpdateParams", wanted))  # of the same shape, by another name
    return ["portal"]


def set_up_door(url: str) -> tuple[list[str], str]:
    """Let Stripe tell the address of what happens: what was made, and the secret that is told this once."""
    wanted = DOOR["enabled_events"]
    with asking():
        doors = client().v1.webhook_endpoints
        found = next((one for one in doors.list({"limit": 100}).auto_paging_iter() if one.url == url), None)
        if found is None:
            made = doors.create({"url": url, "description": "Baton", "enabled_events": wanted})
            return [f"endpoint {url}"], made.secret or ""
        if set(found.enabled_events) == set(wanted):
            return [], ""
        doors.update(found.id, DOOR)
    return [f"events of endpoint {url}"], ""


def _portal() -> tuple[str | None, str]:
    """The id of the configuration, and what it was marked with."""
    with asking():
        found = client().v1.billing_portal.configurations.list({"active": True, "limit": 100})
    marks = ((one.id, told(one.metadata).get(PORTAL, "")) for one in found.auto_paging_iter())
    return next(((key, mark) for key, mark in marks if mark), (None, ""))


def _meter() -> MeterCreateParams:
    return {
        "display_name": "Verified resolutions",
        "event_name": METER,
        "default_aggregation": {"formula": "sum"},
        "customer_mapping": {"type": "by_id", "event_payload_key": "stripe_customer_id"},
        "value_settings": {"event_payload_key": "value"},
    }


def _set_up(plan: Plan, counted_by: str) -> list[str]:
    wanted = [_seats(plan, interval) for interval in Interval] + [_resolutions(plan, counted_by)]
    keys = [one["lookup_key"] for one in wanted]
    there = {one.lookup_key for one in client().v1.prices.list({"lookup_keys": keys, "limit": 10}).data}
    new = _products(plan)
    for one in wanted:
        if one["lookup_key"] not in there:
            client().v1.prices.create(one, {"idempotency_key": f"{one['lookup_key']}-{one['product']}"})
            new.append(f"price {one['lookup_key']}")
    return new


def _products(plan: Plan) -> list[str]:
    """The plan's two products: invoices say by their names what is paid for."""
    new = []
    for key, name, unit in (
        (_product(plan, SEATS), f"Baton {plan.name}", "seat"),
        (_product(plan, USAGE), f"Baton {plan.name}: verified resolutions", "resolution"),
    ):
        try:
            with asking():
                client().v1.products.retrieve(key)
        except NotAtStripeError:
            client().v1.products.create({"id": key, "name": name, "unit_label": unit})
            new.append(f"product {key}")
    return new


def _product(plan: Plan, part: str) -> str:
    return f"baton_{plan.key}_{part}"


def _seats(plan: Plan, interval: Interval) -> PriceCreateParams:
    return {
        "product": _product(plan, SEATS),
        "currency": CURRENCY,
        "unit_amount": plan.seat_cents(interval),
        "recurring": {"interval": interval.value},
        "lookup_key": plan.lookup_key(interval),
        "tax_behavior": "exclusive",
        "metadata": {PLAN: plan.key.value, PART: SEATS},
    }


def _resolutions(plan: Plan, counted_by: str) -> PriceCreateParams:
    """Nothing for those in the bundle, then so much each; paid monthly."""
    return {
        "product": _product(plan, USAGE),
        "currency": CURRENCY,
        "billing_scheme": "tiered",
        "tiers_mode": "graduated",
        "tiers": [
            {"up_to": plan.included, "unit_amount": 0},
            {"up_to": "inf", "unit_amount": plan.overage_cents or 0},
        ],
        "recurring": {"interval": "month", "usage_type": "metered", "meter": counted_by},
        "lookup_key": plan.usage_lookup_key,
        "tax_behavior": "exclusive",
        "metadata": {PLAN: plan.key.value, PART: USAGE},
    }
