"""Credit notes: what is written off an open invoice, or given back of a paid one."""

from typing import Any

import stripe

from billing.sandbox import payments, shapes
from billing.sandbox.forms import Given
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
REASONS = ("duplicate", "fraudulent", "order_change", "product_unsatisfactory")


def create(world: World, given: Given) -> Json:
    """`POST /v1/credit_notes`: of an open invoice so much less is due; of a paid one so much goes back."""
    invoice = world.store.get(given.needed("invoice"), "invoice", param="invoice")
    amount = given.whole("amount") or 0
    back, credit = given.whole("refund_amount", 0) or 0, given.whole("credit_amount", 0) or 0
    outside = given.whole("out_of_band_amount", 0) or 0
    given.one_of("email_type", ("credit_note", "none"), "credit_note")
    before = min(amount, invoice["amount_remaining"]) if invoice["status"] == "open" else 0
    noted = sum(one["amount"] for one in of(world, invoice["id"]))
    if invoice["status"] not in ("open", "paid") or not 0 < amount <= invoice["total"] - noted:
        raise Refused("The credit note's amount is more than the invoice still holds.", param="amount")
    if amount - before != back + credit + outside:
        words = "The sum of credit amount, refund amount and out of band amount must equal the post payment amount."
        raise Refused(words, param="amount")
    refund = _refund(world, invoice, back) if back else None
    made = _made(world, invoice, given, amount=amount, refund=refund)
    made |= {"pre_payment_amount": before, "post_payment_amount": amount - before, "type": _type(before, amount)}
    invoice["pre_payment_credit_notes_amount"] += before
    invoice["post_payment_credit_notes_amount"] += amount - before
    invoice["amount_due"] -= before
    invoice["amount_remaining"] -= before
    world.store.put(invoice)
    if credit:
        owner = world.store.get(invoice["customer"], "customer")
        world.store.put({**owner, "balance": owner["balance"] - credit})
    world.emit("credit_note.created", made)
    return world.store.put(made)


def of(world: World, invoice: str) -> list[Json]:
    """The credit notes of an invoice."""
    return world.store.all("credit_note", lambda one: one["invoice"] == invoice)


def _made(world: World, invoice: Json, given: Given, *, amount: int, refund: Json | None) -> Json:
    key, now = new_id("cn"), world.now(invoice["customer"])
    reason = given.text("reason")
    if reason is not None and reason not in REASONS:
        raise Refused(f"Invalid reason: must be one of {', '.join(REASONS)}", param="reason")
    refunds = (
        [] if refund is None else [{"amount_refunded": refund["amount"], "refund": refund["id"], "type": "refund"}]
    )
    return shapes.blank(
        stripe.CreditNote,
        id=key,
        amount=amount,
        amount_shipping=0,
        created=now,
        currency=invoice["currency"],
        customer=invoice["customer"],
        discount_amount=0,
        discount_amounts=[],
        effective_at=now,
        invoice=invoice["id"],
        lines=shapes.listed(f"/v1/credit_notes/{key}/lines", []),
        memo=given.text("memo"),
        metadata=given.metadata(),
        number=f"{invoice['number']}-CN-{len(of(world, invoice['id'])) + 1:02}",
        pdf=f"{world.origin}/invoice/{invoice['id']}/pdf",
        pretax_credit_amounts=[],
        reason=reason,
        refunds=refunds,
        status="issued",
        subtotal=amount,
        total=amount,
        total_taxes=[],
    )


def _type(before: int, amount: int) -> str:
    return "mixed" if 0 < before < amount else "pre_payment" if before else "post_payment"


def _refund(world: World, invoice: Json, amount: int) -> Json:
    intent = world.store.find(invoice.get("_intent"))
    if intent is None:
        raise Refused("Nothing was paid for this invoice that could be refunded.", param="refund_amount")
    return payments.give_back(world, intent, amount, reason="requested_by_customer", metadata={})
