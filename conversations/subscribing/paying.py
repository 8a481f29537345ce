"""Paying what is open, the invoices so far, and Stripe's own page of the company."""

from dataclasses import dataclass

from agents.models import Agent
from billing import following, stripe_client, writes
from billing.errors import PaymentRefusedError
from billing.stripe_objects import FoundInvoice
from billing.writes import Kind
from conversations.arrivals import following as arrivals
from conversations.subscribing import company
from conversations.subscribing.beginning import BACK
from tenants.trail.audit import Actor

PAID = "paid"


@dataclass(frozen=True)
class Paid:
    """Whether nothing is open any more, and else the page of the invoice, where somebody can do something about it."""

    paid: bool
    page: str | None = None


def pay(*, by: Agent, actor: Actor) -> Paid:
    """Try to be paid now, with the card that is known. Raises PaymentRefusedError where it is declined."""
    owed = company.at_stripe(company.customer()).owed
    if owed is None:
        arrivals.now()
        return Paid(paid=True)
    company.record("invoice.payment_requested", actor=actor, name=owed.number)
    try:
        writes.carry_out(Kind.PAY, {"invoice": owed.id}, by=str(by.id))
    except PaymentRefusedError:
        arrivals.now()
        raise
    row = arrivals.now()
    if row is not None and row.unpaid_since is None:
        return Paid(paid=True)
    return Paid(paid=False, page=stripe_client.invoice(owed.id).page or None)


def page_of_owed() -> str | None:
    """Where the open invoice can be paid or confirmed; None where nothing is open."""
    owed = company.at_stripe(company.customer()).owed
    return None if owed is None else owed.page or None


def invoices(*, cursor: str, limit: int) -> tuple[list[FoundInvoice], str | None]:
    """A page of them, newest first, and the cursor of the next; none where Stripe does not know the company."""
    customer = following.customer()
    if customer is None:
        return [], None
    found, has_more = stripe_client.invoices(customer, after=cursor, limit=limit)
    return found, found[-1].id if has_more and found else None


def open_portal(*, actor: Actor, origin: str) -> str:
    """The address of Stripe's page of the company: cards, invoices, to whom they go."""
    url = stripe_client.open_portal(customer=company.customer(), back=f"{origin}{BACK}")
    company.record("billing_portal.opened", actor=actor)
    return url
