"""What happens by itself when time passes: trials end, periods are billed, failed payments are tried again."""

from typing import Any

from billing.sandbox import customers, discounts, invoices, items, payments, subscriptions
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
    if found["cancel_at"] is not None:
        moments.append(found["cancel_at"])
    return int(min([*moments, *(at for _invoice, at in _waiting(world, found))]))


def _waiting(world: World, found: Json) -> list[tuple[Json, int]]:
    """The invoices that are to be finished or tried again, the next first."""
    invoices_of = (world.store.find(key) for key in (*found["_earlier"], found["latest_invoice"]))
    waiting = [
        (one, at)
        for one in invoices_of
        if one is not None and (at := one["automatically_finalizes_at"] or one["next_payment_attempt"])
    ]
    return sorted(waiting, key=lambda pair: pair[1])


def _step(world: World, found: Json, at: int) -> None:
    """Do the one thing that is due."""
    if found["status"] == "incomplete":
        _expire(world, found)
        return
    waiting = _waiting(world, found)
    if found["status"] == "trialing" and not found.get("_warned") and at < found["trial_end"]:
        found["_warned"] = True
        world.store.put(found)
        world.emit("customer.subscription.trial_will_end", found)
    elif waiting and waiting[0][1] <= at:
        invoice = waiting[0][0]
        deed = _finish_draft if invoice["automatically_finalizes_at"] is not None else _try_again
        deed(world, found, invoice)
    else:
        _renew(world, found, at=at)


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


def _renew(world: World, found: Json, *, at: int) -> None:
    """Periods, or the trial, are over: it ends, or the next begin with a draft of their invoice."""
    if found["cancel_at"] is not None and found["cancel_at"] <= at:
        _last_invoice(world, found, at=at)
        subscriptions.end(world, found, reason="cancellation_requested")
        return
    was_trial = found["status"] == "trialing"
    if was_trial and customers.method_of(world, found["customer"], found) is None:
        ending = found["trial_settings"]["end_behavior"]["missing_payment_method"]
        if ending != "create_invoice":
            _without_method(world, found, ending)
            return
    before, rows = dict(found), found["items"]["data"]
    over = [row for row in rows if row["current_period_end"] <= at]
    span = Span(min(row["current_period_start"] for row in over), at)
    counted = [row for row in over if not items.metered(row["price"])]
    full = sum(items.cost(row["price"], row["quantity"]) for row in counted)
    paid = discounts.share_paid(world, found, full)
    found["items"]["data"] = items.renewed(rows, found["billing_cycle_anchor"], at=at, paid=paid)
    begun = [row for row in found["items"]["data"] if row["current_period_start"] >= at]
    pending, found["_pending"] = found["_pending"], []
    lines = [*pending, *items.advance_lines(world, begun)]
    invoice = invoices.draw(world, found, lines, reason="subscription_cycle", span=span)
    invoice["_used"] = [] if was_trial else over
    world.store.put(invoice)
    subscriptions.became_newest(found, invoice)
    found["status"] = "active" if was_trial else found["status"]
    world.store.put(found)
    world.emit("customer.subscription.updated", found, before=before)
    world.emit("invoice.created", invoice)


def _finish_draft(world: World, found: Json, invoice: Json) -> None:
    """What was used until the period's end is known now: the invoice is final, and paid if it can be.

    Of a subscription that nobody pays any more, invoices stay drafts.
    """
    used = items.arrears_lines(world, invoice.pop("_used", []), found["customer"])
    invoices.sum_up(world, invoice, [*used, *invoice["lines"]["data"]], found)
    if found["status"] == "unpaid":
        invoice |= {"automatically_finalizes_at": None, "auto_advance": False}
        world.store.put(invoice)
        return
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


def _last_invoice(world: World, found: Json, *, at: int) -> None:
    """What was used in the last periods is still to pay."""
    lines = [*found["_pending"], *items.arrears_lines(world, found["items"]["data"], found["customer"], until=at)]
    found["_pending"] = [one for one in lines if one["amount"]]
    if found["_pending"] and found["status"] != "trialing":
        subscriptions.bill(world, found, reason="subscription_cycle")


def _without_method(world: World, found: Json, ending: str) -> None:
    if ending == "cancel":
        subscriptions.end(world, found, reason="payment_failed")
        return
    before = dict(found)
    found["status"] = "paused"
    world.store.put(found)
    world.emit("customer.subscription.paused", found, before=before)
