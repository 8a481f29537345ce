"""The subscription, its previews, invoices and details as they go over the wire."""

from typing import Literal, cast

from django.utils.translation import gettext
from typing_extensions import TypedDict

from agents.rest.asking import stamp
from billing.changing import Loss
from billing.models import Standing, Subscription
from billing.plans import CURRENCY, PLANS, TRIAL_DAYS, TRIAL_INCLUDED, TRIAL_PLAN, Interval, PlanKey
from billing.stripe_objects import BillingDetails, FoundInvoice, Line, TaxId
from conversations.allowance import overview
from conversations.subscribing.moving import Told

TaxIdState = Literal["pending", "verified", "unverified", "unavailable", ""]
InvoiceStatus = Literal["draft", "open", "paid", "uncollectible", "void"]


class PlanOffer(overview.PlanRow):
    """A plan that can be chosen."""

    for_whom: str


class TrialOffer(TypedDict):
    """How every company begins."""

    plan: PlanKey
    days: int
    included: int


class PlanOffers(TypedDict):
    """All that can be chosen, the smallest first; always on one page."""

    data: list[PlanOffer]
    has_more: bool
    next_cursor: str | None
    currency: str
    trial: TrialOffer


class SubscriptionRow(TypedDict):
    """What the company subscribes to, and how it stands with that."""

    standing: Standing
    plan: PlanKey
    interval: Interval | None
    seats: int | None
    renews_at: str | None
    ends_at: str | None
    """Then it is cancelled."""


class ChangedSubscription(SubscriptionRow):
    """The subscription after a change."""

    page: str | None
    """The page of an invoice that the bank wants to be confirmed."""


class PreviewLine(TypedDict):
    """A line of an invoice, or of a preview; negative for what is given back."""

    words: str
    quantity: int | None
    cents: int


class PlanLoss(TypedDict):
    """What a change of the plan takes away."""

    code: str
    words: str
    blocks: bool
    """Then it cannot be accepted, only mended."""
    who: list[str]


class PlanPreview(TypedDict):
    """What a change of the plan would cost and take away."""

    at: str
    """For which moment it was worked out; the change names it."""
    lines: list[PreviewLine]
    now_cents: int
    next_cents: int
    next_at: str
    currency: str
    losses: list[PlanLoss]


class InvoiceRow(TypedDict):
    """An invoice with its lines."""

    id: str
    number: str
    status: InvoiceStatus
    total_cents: int
    due_cents: int
    tax_cents: int
    currency: str
    created_at: str
    period_start: str
    period_end: str
    paid_at: str | None
    page: str
    """Stripe's own page of it."""
    pdf: str
    lines: list[PreviewLine]


class TaxIdRow(TypedDict):
    """A tax number that stands on invoices."""

    id: str
    kind: str
    """As Stripe names it, such as eu_vat."""
    value: str
    state: TaxIdState
    """Empty while Stripe has not looked at it."""


class BillingAddress(TypedDict):
    """To whom invoices go."""

    name: str
    email: str
    line1: str
    line2: str
    postal_code: str
    city: str
    country: str
    """Two letters."""
    tax_ids: list[TaxIdRow]


def plans() -> PlanOffers:
    """All that can be chosen, the smallest first, and how every company begins."""
    data: list[PlanOffer] = [{**overview.plan(plan), "for_whom": gettext(plan.for_whom)} for plan in PLANS.values()]
    trial: TrialOffer = {"plan": TRIAL_PLAN.key, "days": TRIAL_DAYS, "included": TRIAL_INCLUDED}
    return {"data": data, "has_more": False, "next_cursor": None, "currency": CURRENCY, "trial": trial}


def subscription(row: Subscription) -> SubscriptionRow:
    """How it stands after something was done."""
    return {
        "standing": Standing(row.standing),
        "plan": PlanKey(row.plan),
        "interval": Interval(row.interval) if row.interval else None,
        "seats": row.seats,
        "renews_at": stamp(row.renews_at),
        "ends_at": stamp(row.ends_at),
    }


def preview(told: Told) -> PlanPreview:
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


def loss(one: Loss) -> PlanLoss:
    """What would be lost."""
    return {"code": one.code, "words": one.words, "blocks": one.blocks, "who": list(one.who)}


def invoice(found: FoundInvoice) -> InvoiceRow:
    """An invoice with its lines."""
    return {
        "id": found.id,
        "number": found.number,
        "status": cast("InvoiceStatus", found.status),
        "total_cents": found.total_cents,
        "due_cents": found.due_cents,
        "tax_cents": found.tax_cents,
        "currency": found.currency,
        "created_at": stamp(found.made_at),
        "period_start": stamp(found.period_start),
        "period_end": stamp(found.period_end),
        "paid_at": stamp(found.paid_at),
        "page": found.page,
        "pdf": found.pdf,
        "lines": [_line(line) for line in found.lines],
    }


def details(found: BillingDetails) -> BillingAddress:
    """To whom invoices go."""
    return {
        "name": found.name,
        "email": found.email,
        "line1": found.line1,
        "line2": found.line2,
        "postal_code": found.postal_code,
        "city": found.city,
        "country": found.country,
        "tax_ids": [tax_id(one) for one in found.tax_ids],
    }


def tax_id(found: TaxId) -> TaxIdRow:
    """A tax number."""
    return {"id": found.id, "kind": found.kind, "value": found.value, "state": cast("TaxIdState", found.state)}


def _line(line: Line) -> PreviewLine:
    return {"words": line.words, "quantity": line.quantity, "cents": line.cents}
