"""A subscription that is there already: changed in mid-period, previewed, cancelled, or kept after all."""

from dataclasses import dataclass
from typing import Any

from billing.sandbox import discounts, invoices, items, subscriptions
from billing.sandbox.forms import Given
from billing.sandbox.items import Wanted
from billing.sandbox.money import Share, Span
from billing.sandbox.problems import Refused
from billing.sandbox.store import new_id
from billing.sandbox.subscriptions import BEHAVIOURS, OVER, PRORATIONS
from billing.sandbox.world import World

Json = dict[str, Any]
EARLIEST, LATEST = "min_period_end", "max_period_end"


@dataclass(frozen=True)
class Change:
    """The items as they become, and what that comes to; with another interval, all periods begin anew."""

    rows: list[Json]
    lines: list[Json]
    resets: bool = False


def update(world: World, given: Given, key: str) -> Json:
    """`POST /v1/subscriptions/{id}`."""
    found = world.store.get(key, "subscription")
    if found["status"] in OVER:
        raise Refused("A canceled subscription can only update its cancellation_details and metadata.")
    before, now = dict(found), world.now(found["customer"])
    behaviour = given.one_of("proration_behavior", PRORATIONS, "create_prorations")
    insists = given.one_of("payment_behavior", BEHAVIOURS, "allow_incomplete") == "error_if_incomplete"
    given.flag("off_session")
    at = given.whole("proration_date", now) or now
    _check_date(found, at=at, now=now)
    if "discounts" in given:
        coupons = discounts.given_coupons(world, given)
        found["discounts"] = [discounts.make(world, coupon, found, code=code)["id"] for coupon, code in coupons]
    if "items" in given:
        wanted = items.read_changed(world, given, found["items"]["data"])
        change = _changed(world, found, wanted, at=at, anew=_anew(given))
        _apply(world, found, change, at=at, behaviour=behaviour, insists=insists)
    if "trial_end" in given:
        _move_trial(world, found, given, now=now)
    _set_plain(found, given, at=now)
    world.store.put(found)
    world.emit("customer.subscription.updated", found, before=before)
    return found


def preview(world: World, given: Given) -> Json:
    """`POST /v1/invoices/create_preview`: the next invoice, as it would be with other items."""
    given.text("customer")
    found = world.store.get(given.needed("subscription"), "subscription", param="subscription")
    if found["status"] in OVER:
        raise Refused("No upcoming invoices for customer: the subscription is canceled.", code="invoice_upcoming_none")
    details, now = given.inner("subscription_details"), world.now(found["customer"])
    behaviour = details.one_of("proration_behavior", PRORATIONS, "create_prorations")
    at = details.whole("proration_date", now) or now
    _check_date(found, at=at, now=now)
    wanted = items.read_changed(world, details, found["items"]["data"]) if "items" in details else None
    _cancel(found, details, at=now)
    anew = _anew(details)
    change = Change(found["items"]["data"], [])
    if wanted is not None:
        change = _changed(world, found, wanted, at=at, anew=anew)
    details.check_all_read()
    given.check_all_read()
    lines = [*found["_pending"], *([] if behaviour == "none" and not change.resets else change.lines)]
    due = now
    if not (wanted is not None and (change.resets or behaviour == "always_invoice")):
        due = min(row["current_period_end"] for row in change.rows)
        lines += _next_lines(world, found, change.rows, at=due)
    made = invoices.draw(world, found, lines, reason="upcoming", span=Span(subscriptions.span_now(found).start, due))
    made["parent"]["subscription_details"]["subscription_proration_date"] = at if change.lines else None
    made |= {"id": new_id("upcoming_in"), "created": due, "next_payment_attempt": due}
    return made


def _next_lines(world: World, found: Json, rows: list[Json], *, at: int) -> list[Json]:
    """What the regular invoice of a moment will hold, as far as it is known."""
    over = [row for row in rows if row["current_period_end"] <= at]
    used = [] if found["status"] == "trialing" else items.arrears_lines(world, over, found["customer"])
    if found["cancel_at"] is not None and found["cancel_at"] <= at:
        return used
    anchor, ids = found["billing_cycle_anchor"], {row["id"] for row in over}
    ahead = [row for row in items.renewed(rows, anchor, at=at, paid=(1, 1)) if row["id"] in ids]
    return [*used, *items.advance_lines(world, ahead)]


def cancel(world: World, given: Given, key: str) -> Json:
    """`DELETE /v1/subscriptions/{id}`: at once; with `prorate` the rest is given back as credit."""
    found = world.store.get(key, "subscription")
    if found["status"] in OVER:
        raise Refused(f"No such subscription: '{key}'", status=404, code="resource_missing", param="id")
    now, rows, invoiced = world.now(found["customer"]), found["items"]["data"], given.flag("invoice_now")
    charged = found["status"] not in ("trialing", "incomplete")
    back = items.prorated(world, rows, [], at=now) if given.flag("prorate") and charged else []
    if invoiced and charged:
        found["_pending"] += [*back, *items.arrears_lines(world, rows, found["customer"], until=now)]
        subscriptions.bill(world, found, reason="subscription_update")
    else:
        owner = world.store.get(found["customer"], "customer")
        owner["balance"] += sum(one["amount"] for one in back)
        world.store.put(owner)
    _explain(found, given)
    return subscriptions.end(world, found, reason="cancellation_requested")


def _anew(given: Given) -> bool:
    """Whether the periods are to begin anew, which is said as a word or as an object's type."""
    if "billing_cycle_anchor" not in given:
        return False
    sent = given.plain("billing_cycle_anchor")
    said = sent.get("type") if isinstance(sent, dict) else sent
    if said not in ("now", "unchanged"):
        raise Refused("billing_cycle_anchor must be now or unchanged.", param="billing_cycle_anchor")
    return bool(said == "now")


def _changed(world: World, found: Json, wanted: list[Wanted], *, at: int, anew: bool) -> Change:
    """Nothing is stored yet."""
    before, anchor, paid = found["items"]["data"], found["billing_cycle_anchor"], _share(world, found, wanted)
    if found["status"] == "trialing":
        rows = items.begun(wanted, found["id"], anchor, at=at, until=found["trial_end"], paid=paid)
        return Change([{**row, "current_period_start": found["trial_start"]} for row in rows], [])
    if not anew and items.rhythm([one.price for one in wanted]) == items.rhythm([row["price"] for row in before]):
        rows = items.changed(before, wanted, anchor, at=at, paid=paid)
        return Change(rows, [*items.prorated(world, before, rows, at=at), *_taken_away(world, found, rows, at=at)])
    rows = items.begun(wanted, found["id"], at, at=at, until=None, paid=paid)
    used = items.arrears_lines(world, before, found["customer"], until=at)
    return Change(
        rows, [*items.prorated(world, before, [], at=at), *used, *items.advance_lines(world, rows)], resets=True
    )


def _taken_away(world: World, found: Json, rows: list[Json], *, at: int) -> list[Json]:
    """What was used by items that are no more."""
    kept = {row["id"] for row in rows}
    gone = [row for row in found["items"]["data"] if row["id"] not in kept]
    return items.arrears_lines(world, gone, found["customer"], until=at)


def _share(world: World, found: Json, wanted: list[Wanted]) -> Share:
    counted = [one for one in wanted if not items.metered(one.price)]
    return discounts.share_paid(world, found, sum(items.cost(one.price, one.quantity) for one in counted))


def _apply(world: World, found: Json, change: Change, *, at: int, behaviour: str, insists: bool) -> None:
    """Other items from now on; what that comes to is paid now, with the next invoice, or never."""
    found["items"]["data"] = change.rows
    if change.resets:
        found["billing_cycle_anchor"] = at
    if behaviour == "none" and not change.resets:
        return
    found["_pending"] += change.lines
    if found["_pending"] and (behaviour == "always_invoice" or change.resets):
        subscriptions.bill(world, found, reason="subscription_update", insists=insists)


def _move_trial(world: World, found: Json, given: Given, *, now: int) -> None:
    """The trial ends at once, which is paid at once, or at another moment."""
    wanted = given.needed("trial_end")
    if wanted != "now":
        until = int(wanted)
        if until <= now:
            raise Refused("Invalid timestamp: must be in the future.", param="trial_end")
        found |= {"trial_end": until, "billing_cycle_anchor": until, "status": "trialing"}
        found["trial_start"] = found["trial_start"] or now
        for row in found["items"]["data"]:
            row["current_period_end"] = until
    elif found["status"] == "trialing":
        wanted_items = items.as_wanted(found["items"]["data"])
        paid = _share(world, found, wanted_items)
        found |= {"trial_end": now, "billing_cycle_anchor": now, "status": "active"}
        found["items"]["data"] = items.begun(wanted_items, found["id"], now, at=now, until=None, paid=paid)
        found["_pending"] += items.advance_lines(world, found["items"]["data"])
        subscriptions.bill(world, found, reason="subscription_update")


def _set_plain(found: Json, given: Given, *, at: int) -> None:
    """What costs nothing: metadata, how it is paid, and that it ends later."""
    found["metadata"] = given.metadata(found["metadata"])
    if "default_payment_method" in given:
        found["default_payment_method"] = given.text("default_payment_method")
    if "trial_settings" in given:
        missing = subscriptions.without_method(given)
        found["trial_settings"] = {"end_behavior": {"missing_payment_method": missing}}
    _cancel(found, given, at=at)
    _explain(found, given)


def _explain(found: Json, given: Given) -> None:
    details = given.inner("cancellation_details")
    for name in ("comment", "feedback"):
        if name in details:
            found["cancellation_details"][name] = details.text(name)


def _cancel(found: Json, given: Given, *, at: int) -> None:
    """When it is to end, or that it goes on; a period's end is the earliest where items have several."""
    ends = sorted(row["current_period_end"] for row in found["items"]["data"])
    if "cancel_at" in given:
        wanted = given.text("cancel_at")
        moments = {EARLIEST: ends[0], LATEST: ends[-1]}
        moment = None if wanted is None else moments[wanted] if wanted in moments else int(wanted)
        if moment is not None and moment <= at:
            raise Refused("cancel_at must be a timestamp in the future.", param="cancel_at")
        _end_at(found, moment, at=at, with_period=False)
    if "cancel_at_period_end" in given:
        wanted_now = given.flag("cancel_at_period_end")
        if wanted_now or found["cancel_at_period_end"]:
            _end_at(found, ends[0] if wanted_now else None, at=at, with_period=wanted_now)


def _end_at(found: Json, moment: int | None, *, at: int, with_period: bool) -> None:
    found["cancel_at"], found["cancel_at_period_end"] = moment, with_period
    found["canceled_at"] = None if moment is None else at
    found["cancellation_details"]["reason"] = None if moment is None else "cancellation_requested"


def _check_date(found: Json, *, at: int, now: int) -> None:
    """A proration is reckoned for a moment of the period that goes on."""
    if not subscriptions.span_now(found).start <= at <= max(now, subscriptions.span_now(found).end):
        raise Refused("Cannot specify proration_date outside of current subscription period.", param="proration_date")
