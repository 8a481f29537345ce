"""What happens by itself when time passes: trials end, periods are billed, failed payments are tried again."""

from typing import Any

from billing.sandbox import customers, invoices, items, payments, subscriptions
from billing.sandbox.money import Span
from billing.sandbox.world import World

Json = dict[str, Any]
WARNED_BEFORE = 3 * 86_400  # the end of a trial
INCOMPLETE_LASTS = 23 * 3_600
MOST_STEPS = 2_000


def catch_up(world: World, clock: Json | None, until: int) -> None:
    """Do all that is due until then, in the order of its moments, for those who live by the clock, or by none."""
    for _ in range(MOST_STEPS):
        found = _next(world, clock)
        if found is None or found[0] > until:
            break
        at, subscription = found
        if clock is not None:
            clock["frozen_time"] = max(clock["frozen_time"], at)
            world.store.put(clock)
        _step(world, subscription, at)
    if clock is not None:
        clock["frozen_time"] = until
        world.store.put(clock)


def _next(world: World, clock: Json | None) -> tuple[int, Json] | None:
    wanted = None if clock is None else clock["id"]
    live = world.store.all(
        "subscription", lambda one: one["test_clock"] == wanted and one["status"] in subscriptions.LIVE
    )
    due = [(at, one) for one in live if (at := _due(world, one)) is not None]
    return min(due, key=lambda pair: (pair[0], pair[1]["id"]), default=None)


def _due(world: World, found: Json) -> int | None:
    """When something happens next to a subscription."""
    if found["status"] == "incomplete":
        return int(found["created"]) + INCOMPLETE_LASTS
    moments = [subscriptions.span_now(found).end]
    if found["status"] == "trialing":
        moments = [found["trial_end"]]
        if not found.get("_warned"):
            moments.append(max(found["trial_end"] - WARNED_BEFORE, found["created"]))
    invoice = world.store.find(found["latest_invoice"])
    if invoice is not None:
        moments += [at for at in (invoice["automatically_finalizes_at"], invoice["next_payment_attempt"]) if at]
    return min(moments)


def _step(world: World, found: Json, at: int) -> None:
    """Do the one thing that is due."""
    if found["status"] == "incomplete":
        _expire(world, found)
        return
    invoice = world.store.find(found["latest_invoice"])
    if found["status"] == "trialing" and not found.get("_warned") and at < found["trial_end"]:
        found["_warned"] = True
        world.store.put(found)
        world.emit("customer.subscription.trial_will_end", found)
    elif (
        invoice is not None
        and invoice["automatically_finalizes_at"] is not None
        and at >= invoice["automatically_finalizes_at"]
    ):
        _finish_draft(world, found, invoice)
    elif invoice is not None and invoice["next_payment_attempt"] is not None and at >= invoice["next_payment_attempt"]:
        _try_again(world, found, invoice)
    else:
        _renew(world, found)


def _expire(world: World, found: Json) -> None:
    """Nobody paid the first invoice in time."""
    before = dict(found)
    invoice = world.store.find(found["latest_invoice"])
    if invoice is not None:
        invoice["status"] = "void"
        world.store.put(invoice)
        world.emit("invoice.voided", invoice)
    found |= {"status": "incomplete_expired", "ended_at": world.now(found["customer"])}
    world.store.put(found)
    world.emit("customer.subscription.updated", found, before=before)


def _renew(world: World, found: Json) -> None:
    """A period, or the trial, is over: it ends, or the next begins with a draft of its invoice."""
    over = subscriptions.span_now(found)
    if found["cancel_at_period_end"]:
        _last_invoice(world, found, over)
        subscriptions.end(world, found, reason="cancellation_requested")
        return
    was_trial = found["status"] == "trialing"
    if was_trial and customers.method_of(world, found["customer"], found) is None:
        ending = found["trial_settings"]["end_behavior"]["missing_payment_method"]
        if ending != "create_invoice":
            _without_method(world, found, ending)
            return
    before, rows = dict(found), found["items"]["data"]
    wanted = subscriptions.as_wanted(rows)
    span = items.span_of(wanted, found["billing_cycle_anchor"], at=over.end)
    found["items"]["data"] = items.made(wanted, found["id"], span, at=over.end)
    pending, found["_pending"] = found["_pending"], []
    lines = [*pending, *items.advance_lines(world, found["items"]["data"], span)]
    invoice = invoices.draw(world, found, lines, reason="subscription_cycle", span=over)
    invoice["_used"] = [] if was_trial else rows
    world.store.put(invoice)
    found["latest_invoice"] = invoice["id"]
    found["status"] = "active" if was_trial else found["status"]
    world.store.put(found)
    world.emit("customer.subscription.updated", found, before=before)
    world.emit("invoice.created", invoice)


def _finish_draft(world: World, found: Json, invoice: Json) -> None:
    """What was used until the period's end is known now: the invoice is final, and paid if it can be."""
    span = Span(invoice["period_start"], invoice["period_end"])
    used = items.arrears_lines(world, invoice.pop("_used", []), found["customer"], span)
    invoices.sum_up(world, invoice, [*used, *invoice["lines"]["data"]], found)
    invoices.finalize(world, invoice)
    invoices.collect(world, invoice, customers.method_of(world, found["customer"], found))
    after_try(world, found, invoice)


def _try_again(world: World, found: Json, invoice: Json) -> None:
    intent = world.store.find(invoice.get("_intent"))
    if intent is not None and intent["status"] == payments.NEEDS_ACTION:
        intent["status"] = payments.NEEDS_METHOD
        world.store.put(intent)
    invoices.collect(world, invoice, customers.method_of(world, found["customer"], found))
    after_try(world, found, invoice)


def after_try(world: World, found: Json, invoice: Json) -> None:
    """What a try to take the money makes of the subscription."""
    before = dict(found)
    if found["status"] in subscriptions.OVER:
        return
    if invoice["status"] == "paid":
        found["status"] = "trialing" if found["status"] == "trialing" else "active"
    elif invoice["next_payment_attempt"] is not None:
        found["status"] = "past_due"
    elif found["status"] != "incomplete":
        found["status"] = "unpaid"
    owner = world.store.get(found["customer"], "customer")
    owner["delinquent"] = invoice["status"] != "paid"
    world.store.put(owner)
    world.store.put(found)
    if before != found:
        world.emit("customer.subscription.updated", found, before=before)


def _last_invoice(world: World, found: Json, over: Span) -> None:
    """What was used in the last period is still to pay."""
    lines = [*found["_pending"], *items.arrears_lines(world, found["items"]["data"], found["customer"], over)]
    found["_pending"] = [one for one in lines if one["amount"] or one["quantity"]]
    if found["_pending"] and found["status"] != "trialing":
        subscriptions.bill(world, found, reason="subscription_cycle", span=over)


def _without_method(world: World, found: Json, ending: str) -> None:
    if ending == "cancel":
        subscriptions.end(world, found, reason="payment_failed")
        return
    before = dict(found)
    found["status"] = "paused"
    world.store.put(found)
    world.emit("customer.subscription.paused", found, before=before)
