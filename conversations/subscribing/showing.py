"""The subscription, its previews, invoices and details as they go over the wire."""

from dataclasses import asdict
from typing import Any

from agents.rest.asking import stamp
from billing.changing import Loss
from billing.models import Subscription
from billing.plans import CURRENCY, PLANS, TRIAL_DAYS, TRIAL_INCLUDED, TRIAL_PLAN
from billing.stripe_objects import BillingDetails, FoundInvoice, Line, TaxId
from conversations.allowance import overview
from conversations.subscribing.moving import Told

Json = dict[str, Any]


def plans() -> Json:
    """All that can be chosen, the smallest first, and how every company begins."""
    data = [{**overview.plan(plan), "for_whom": plan.for_whom} for plan in PLANS.values()]
    trial = {"plan": TRIAL_PLAN.key, "days": TRIAL_DAYS, "included": TRIAL_INCLUDED}
    return {"data": data, "currency": CURRENCY, "trial": trial}


def subscription(row: Subscription) -> Json:
    """How it stands after something was done."""
    return {
        "standing": row.standing,
        "plan": row.plan,
        "interval": row.interval or None,
        "seats": row.seats,
        "renews_at": stamp(row.renews_at),
        "ends_at": stamp(row.ends_at),
    }


def preview(told: Told) -> Json:
    """What a change would cost and take away."""
    found = told.preview
    return {
        "at": stamp(found.at),
        "lines": [_line(line) for line in found.lines],
        "now_cents": found.now_cents,
        "next_cents": found.next_cents,
        "next_at": stamp(found.next_at),
        "currency": found.currency,
        "losses": [loss(one) for one in told.losses],
    }


def loss(one: Loss) -> Json:
    """What would be lost."""
    return {"code": one.code, "words": one.words, "blocks": one.blocks, "who": list(one.who)}


def invoice(found: FoundInvoice) -> Json:
    """An invoice with its lines."""
    return {
        "id": found.id,
        "number": found.number,
        "status": found.status,
        "total_cents": found.total_cents,
        "due_cents": found.due_cents,
        "tax_cents": found.tax_cents,
        "currency": found.currency,
        "made_at": stamp(found.made_at),
        "period_start": stamp(found.period_start),
        "period_end": stamp(found.period_end),
        "paid_at": stamp(found.paid_at),
        "page": found.page,
        "pdf": found.pdf,
        "lines": [_line(line) for line in found.lines],
    }


def details(found: BillingDetails) -> Json:
    """To whom invoices go."""
    return {**asdict(found), "tax_ids": [tax_id(one) for one in found.tax_ids]}


def tax_id(found: TaxId) -> Json:
    """A tax number."""
    return asdict(found)


def _line(line: Line) -> Json:
    return {"words": line.words, "quantity": line.quantity, "cents": line.cents}
