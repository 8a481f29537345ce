"""What Baton knows of Stripe's objects: plain values, made by `billing.stripe_reading` alone."""

from dataclasses import dataclass
from datetime import datetime

from billing.plans import Interval, PlanKey


@dataclass(frozen=True)
class Line:
    """A line of an invoice, or of a preview; amounts in cents, negative for what is given back."""

    words: str
    cents: int
    quantity: int | None = None
    is_proration: bool = False


@dataclass(frozen=True)
class FoundInvoice:
    """An invoice. `status` is Stripe's: draft, open, paid, uncollectible or void. The pages are Stripe's own."""

    id: str
    number: str
    status: str
    total_cents: int
    due_cents: int
    tax_cents: int
    currency: str
    made_at: datetime
    period_start: datetime
    period_end: datetime
    paid_at: datetime | None
    next_try_at: datetime | None
    page: str
    pdf: str
    final_at: datetime | None = None
    """When it was sent, and first tried to be paid."""
    needs_proof: bool = False
    """The bank asks whoever pays to confirm it (3-D Secure), on the page."""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Bought:
    """What a subscription consists of: all that a change of it starts from. `status` is Stripe's own word.

    None for `plan` where its prices are none of Baton's.
    """

    id: str
    status: str
    plan: PlanKey | None
    interval: Interval | None
    seats: int
    seat_item: str
    usage_item: str


@dataclass(frozen=True)
class FoundSubscription(Bought):
    """A customer's subscription as Stripe has it now. The usage period is a month, also where seats are paid yearly."""

    customer: str
    began_at: datetime
    trial_end: datetime | None
    period_start: datetime
    period_end: datetime
    renews_at: datetime
    ends_at: datetime | None
    ended_at: datetime | None
    discount: str
    card: str
    invoice: FoundInvoice | None
    """The newest."""
    owed: FoundInvoice | None = None
    """The oldest that is open, while payment is overdue."""


@dataclass(frozen=True)
class FoundCheckout:
    """A checkout page: where it is while it is open, and what came of it."""

    id: str
    customer: str
    status: str
    """open, complete or expired."""
    page: str
    subscription: str


@dataclass(frozen=True)
class Preview:
    """What a change would cost: now, and with the next invoice. Valid for `at`, which the change then names."""

    at: datetime
    lines: tuple[Line, ...]
    now_cents: int
    next_cents: int
    next_at: datetime
    currency: str


@dataclass(frozen=True)
class TaxId:
    """A tax number of the company, as Stripe knows its kinds, such as eu_vat."""

    id: str
    kind: str
    value: str
    state: str
    """pending, verified, unverified or unavailable."""


@dataclass(frozen=True)
class BillingDetails:
    """To whom invoices go."""

    name: str
    email: str
    line1: str
    line2: str
    postal_code: str
    city: str
    country: str
    tax_ids: tuple[TaxId, ...]


@dataclass(frozen=True)
class Arrived:
    """An event whose signature is good."""

    id: str
    kind: str
    customer: str
    """Stripe's id of whom it is about; "" where it is about nobody."""
