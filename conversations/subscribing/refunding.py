"""Giving money back for an invoice; only who runs Baton does."""

from django.utils.translation import gettext

from billing import stripe_client, writes
from billing.stripe_objects import FoundInvoice
from billing.writes import Kind
from conversations.subscribing import company
from tenants.errors import NotFoundError, ParameterError
from tenants.figures import money
from tenants.trail import audit
from tenants.trail.audit import About, Actor

LONGEST = 300  # letters of a reason
A_PAGE = 100


def refund(invoice_id: str, *, cents: int, reason: str, actor: Actor) -> str:
    """Give back so much of a paid invoice of the company entered now; the id of the refund.

    Raises NotFoundError for an invoice that is not the company's, ParameterError for more than was paid or for no
    reason, PaymentRefusedError where Stripe does not do it. Not in a transaction.
    """
    found = _own(company.customer(), invoice_id)
    if not 1 <= cents <= found.total_cents:
        at_most = money(found.total_cents, found.currency)
        raise ParameterError(
            gettext("cents: between one cent and {at_most}, which was paid.").format(at_most=at_most), param="cents"
        )
    if not reason.strip():
        raise ParameterError(gettext("reason: say why, for the record."), param="reason")
    about = About("invoice", found.id, found.number)
    changes = {"cents": (None, cents), "reason": (None, reason)}
    audit.record("invoice.refund_requested", actor=actor, about=about, changes=changes)
    wanted = {"invoice": found.id, "cents": cents, "reason": reason.strip()[:LONGEST]}
    made = writes.carry_out(Kind.REFUND, wanted, by=actor.id)
    audit.record("invoice.refunded", actor=actor, about=about, changes={"refund": (None, made), **changes})
    return made


def _own(customer: str, invoice_id: str) -> FoundInvoice:
    """The company's paid invoice with this id."""
    after, has_more = "", True
    while has_more:
        rows, has_more = stripe_client.invoices(customer, after=after, limit=A_PAGE)
        for one in rows:
            if one.id == invoice_id:
                if one.status != "paid":
                    raise ParameterError(
                        gettext("invoice: it is not paid, so there is nothing to give back."), param="invoice"
                    )
                return one
        has_more, after = has_more and bool(rows), rows[-1].id if rows else ""
    raise NotFoundError(gettext("There is no such invoice of this company."), param="invoice")
