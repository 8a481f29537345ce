"""Invoices: what stands in them, and their way from a draft to being paid."""

from typing import Any

import stripe

from billing.sandbox import customers, discounts, payments, shapes
from billing.sandbox.forms import Given
from billing.sandbox.money import Span
from billing.sandbox.problems import Refused, declined
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
RETRY_AFTER = (3 * 86_400, 5 * 86_400, 7 * 86_400)  # seconds from one try to the next
DRAFT_LASTS = 3_600
NEEDS_PROOF = "The payment needs an action of the customer before it can go on."
AUTOMATIC_TAX = {"disabled_reason": None, "enabled": False, "liability": None, "provider": None, "status": None}


def line(
    price: Json, *, amount: int, quantity: int, span: Span, words: str, item: Json | None, proration: bool = False
) -> Json:
    """A line, not in any invoice yet."""
    details = {
        "invoice_item": None,
        "proration": proration,
        "proration_details": {"credited_items": None},
        "subscription": item["subscription"] if item else None,
        "subscription_item": item["id"] if item else None,
    }
    return shapes.blank(
        stripe.InvoiceLineItem,
        id=new_id("il"),
        amount=amount,
        currency=price["currency"],
        description=words,
        discountable=not proration,
        discount_amounts=[],
        discounts=[],
        livemode=False,
        parent={
            "type": "subscription_item_details",
            "invoice_item_details": None,
            "subscription_item_details": details,
        },
        period={"start": span.start, "end": span.end},
        pricing={
            "type": "price_details",
            "price_details": {"price": price["id"], "product": price["product"]},
            "unit_amount_decimal": price["unit_amount_decimal"],
        },
        quantity=quantity,
        subtotal=amount,
        taxes=[],
        subscription=item["subscription"] if item else None,
    )


def draw(world: World, subscription: Json, lines: list[Json], *, reason: str, span: Span) -> Json:
    """A draft for the subscription; it is stored, and nothing is taken yet."""
    owner = world.store.get(subscription["customer"], "customer")
    now = world.now(owner)
    taxes = customers.tax_ids(world, owner["id"])
    made = shapes.blank(
        stripe.Invoice,
        id=new_id("in"),
        account_country="DE",
        account_name="Baton sandbox",
        amount_overpaid=0,
        amount_paid=0,
        amount_shipping=0,
        attempt_count=0,
        attempted=False,
        auto_advance=True,
        automatic_tax=AUTOMATIC_TAX,
        automatically_finalizes_at=now + DRAFT_LASTS,
        billing_reason=reason,
        collection_method="charge_automatically",
        created=now,
        currency=subscription["currency"],
        customer=owner["id"],
        customer_address=owner["address"],
        customer_email=owner["email"],
        customer_name=owner["name"],
        customer_phone=owner["phone"],
        customer_tax_exempt="none",
        customer_tax_ids=[{"type": one["type"], "value": one["value"]} for one in taxes],
        default_tax_rates=[],
        discounts=[],
        issuer={"type": "self", "account": None},
        lines=shapes.listed("/v1/invoices/lines", []),
        parent={
            "type": "subscription_details",
            "quote_details": None,
            "subscription_details": {
                "metadata": subscription["metadata"],
                "subscription": subscription["id"],
                "subscription_proration_date": None,
            },
        },
        payment_settings={"default_mandate": None, "payment_method_options": None, "payment_method_types": None},
        payments=shapes.listed("/v1/invoice_payments", []),
        period_end=span.end,
        period_start=span.start,
        post_payment_credit_notes_amount=0,
        pre_payment_credit_notes_amount=0,
        starting_balance=owner["balance"],
        status="draft",
        status_transitions={"finalized_at": None, "marked_uncollectible_at": None, "paid_at": None, "voided_at": None},
        test_clock=owner["test_clock"],
        total_discount_amounts=[],
        total_pretax_credit_amounts=[],
        total_taxes=[],
    )
    made["lines"]["url"] = f"/v1/invoices/{made['id']}/lines"
    sum_up(world, made, lines, subscription)
    return made


def sum_up(world: World, invoice: Json, lines: list[Json], subscription: Json) -> None:
    """The lines with their discounts, and what they come to; what the customer has in credit is used."""
    for one in lines:
        one["invoice"] = invoice["id"]
    invoice["lines"]["data"] = lines
    subtotal = sum(one["amount"] for one in lines)
    off = discounts.off(world, subscription, sum(one["amount"] for one in lines if one["discountable"]))
    invoice["discounts"] = list(subscription["discounts"])
    invoice["total_discount_amounts"] = [{"amount": amount, "discount": key} for key, amount in off.items() if amount]
    total = subtotal - sum(off.values())
    balance = invoice["starting_balance"]
    due = max(0, total + balance)
    invoice |= {
        "subtotal": subtotal,
        "subtotal_excluding_tax": subtotal,
        "total": total,
        "total_excluding_tax": total,
        "amount_due": due,
        "amount_remaining": due,
        "ending_balance": None,
    }


def finalize(world: World, invoice: Json) -> Json:
    """It has a number and is open from now on; credit left over is the customer's."""
    if invoice["status"] != "draft":
        raise Refused("Invoice is not in draft status.", code="invoice_not_editable")
    owner = world.store.get(invoice["customer"], "customer")
    invoice["number"] = f"{owner['invoice_prefix']}-{owner['next_invoice_sequence']:04}"
    owner["next_invoice_sequence"] += 1
    left = min(0, invoice["total"] + invoice["starting_balance"])
    if invoice["total"] < 0 or owner["balance"]:
        owner["balance"] = left
    invoice["ending_balance"] = left
    world.store.put(owner)
    now = world.now(owner)
    invoice["status"], invoice["automatically_finalizes_at"] = "open", None
    invoice["effective_at"] = invoice["status_transitions"]["finalized_at"] = now
    invoice["hosted_invoice_url"] = f"{world.origin}/invoice/{invoice['id']}"
    invoice["invoice_pdf"] = f"{world.origin}/invoice/{invoice['id']}/pdf"
    discounts.use_up(world, invoice)
    world.emit("invoice.finalized", invoice)
    return world.store.put(invoice)


def collect(world: World, invoice: Json, method: Json | None, *, on_session: bool = False) -> Json:
    """Try to take what is due; `status` is paid, or open with `next_payment_attempt`."""
    if invoice["amount_remaining"] == 0:
        return _paid(world, invoice)
    intent = _intent_of(world, invoice)
    intent = payments.take(world, intent, method, on_session=on_session)
    return settled(world, invoice, intent)


def settled(world: World, invoice: Json, intent: Json) -> Json:
    """What the intent came to, in its invoice."""
    now = world.now(invoice["customer"])
    invoice["attempted"] = True
    invoice["attempt_count"] += 1
    invoice["payments"]["data"] = [_payment(world, invoice, intent)]
    if intent["status"] == "succeeded":
        return _paid(world, invoice)
    tries = invoice["attempt_count"]
    again = now + RETRY_AFTER[tries - 1] if tries <= len(RETRY_AFTER) else None
    first = invoice["billing_reason"] == "subscription_create"
    invoice["next_payment_attempt"] = None if first else again
    asks = intent["status"] == payments.NEEDS_ACTION
    world.emit("invoice.payment_action_required" if asks else "invoice.payment_failed", invoice)
    return world.store.put(invoice)


def pay(world: World, given: Given, key: str) -> Json:
    """Try to take what an open invoice asks for, now. Refused as declined."""
    invoice = world.store.get(key, "invoice")
    if invoice["status"] == "paid":
        raise Refused("Invoice is already paid", code="invoice_already_paid")
    if invoice["status"] != "open":
        raise Refused("This invoice can no longer be paid.")
    wanted = given.text("payment_method")
    method = world.store.get(wanted, "payment_method") if wanted else _method(world, invoice)
    collect(world, invoice, method)
    if invoice["status"] != "paid":
        raise unpaid(world, invoice, asks="invoice_payment_intent_requires_action", keeps=True)
    return invoice


def unpaid(world: World, invoice: Json, *, asks: str, keeps: bool = False) -> Refused:
    """Why an invoice was not paid: its card was declined, or the bank asks for proof, which `asks` is the code for."""
    intent = world.store.find(invoice.get("_intent")) or {}
    if intent.get("status") == payments.NEEDS_ACTION:
        return declined(NEEDS_PROOF, decline_code=None, code=asks, keeps=keeps)
    error = intent.get("last_payment_error") or {"message": "Your card was declined.", "decline_code": None}
    return declined(error["message"], decline_code=error["decline_code"] or "generic_decline", keeps=keeps)


def void(world: World, given: Given, key: str) -> Json:
    """`POST /v1/invoices/{id}/void`: it is owed no more."""
    invoice = world.store.get(key, "invoice")
    if invoice["status"] not in ("open", "uncollectible"):
        raise Refused("You can only void open or uncollectible invoices.")
    invoice["status"], invoice["next_payment_attempt"] = "void", None
    invoice["status_transitions"]["voided_at"] = world.now(invoice["customer"])
    world.emit("invoice.voided", invoice)
    return world.store.put(invoice)


def _method(world: World, invoice: Json) -> Json | None:
    subscription = world.store.find(invoice["parent"]["subscription_details"]["subscription"])
    return customers.method_of(world, invoice["customer"], subscription)


def _intent_of(world: World, invoice: Json) -> Json:
    found = world.store.find(invoice.get("_intent"))
    if found is None:
        found = payments.intend(
            world,
            customer=invoice["customer"],
            amount=invoice["amount_remaining"],
            currency=invoice["currency"],
            words=f"Invoice {invoice['number']}",
        )
        found["_invoice"] = invoice["id"]
        world.store.put(found)
        invoice["_intent"] = found["id"]
        invoice["confirmation_secret"] = {"client_secret": found["client_secret"], "type": "payment_intent"}
    return found


def _payment(world: World, invoice: Json, intent: Json) -> Json:
    paid = intent["status"] == "succeeded"
    now = world.now(invoice["customer"])
    return shapes.blank(
        stripe.InvoicePayment,
        id=invoice["payments"]["data"][0]["id"] if invoice["payments"]["data"] else new_id("inpay"),
        amount_paid=intent["amount"] if paid else None,
        amount_requested=intent["amount"],
        created=intent["created"],
        currency=invoice["currency"],
        invoice=invoice["id"],
        is_default=True,
        payment={"type": "payment_intent", "payment_intent": intent["id"]},
        status="paid" if paid else "open",
        status_transitions={"canceled_at": None, "paid_at": now if paid else None},
    )


def _paid(world: World, invoice: Json) -> Json:
    invoice["status"], invoice["next_payment_attempt"] = "paid", None
    invoice["attempted"] = True
    invoice["amount_paid"], invoice["amount_remaining"] = invoice["amount_due"], 0
    invoice["status_transitions"]["paid_at"] = world.now(invoice["customer"])
    world.emit("invoice.paid", invoice)
    world.emit("invoice.payment_succeeded", invoice)
    return world.store.put(invoice)
