"""The sandbox's own pages: checkout, 3-D Secure, the billing portal, invoices, and the desk where time is moved on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from billing.sandbox import checkout, customers, desk, discounts, portal, subscriptions, words
from billing.sandbox.cards import TRY
from billing.sandbox.checkout import Filled
from billing.sandbox.countries import COUNTRIES
from billing.sandbox.forms import Given
from billing.sandbox.problems import Refused
from billing.sandbox.world import World

Json = dict[str, Any]
PAGES = Path(__file__).parent / "pages"
ENGINE = Engine(dirs=[str(PAGES)], autoescape=True)
APPLY = "apply"


@dataclass(frozen=True)
class Page:
    """A page, or with `to` a way to another."""

    status: int = 200
    html: str = ""
    to: str = ""


Form = Mapping[str, str]


def show(world: World, method: str, path: str, form: Form) -> Page:
    """The page for a path, after what the form wants was done."""
    for shape, view in VIEWS:
        found = re.fullmatch(shape, path)
        if found is None:
            continue
        with world.store.changing():
            try:
                return view(world, form if method == "POST" else None, *found.groups())
            except Refused as refused:
                return _problem(refused)
    return Page(404, _drawn("problem.html", {"words": "There is no such page in the sandbox."}))


def _problem(refused: Refused) -> Page:
    return Page(refused.status, _drawn("problem.html", {"words": _said(refused)}))


def _tried(world: World, deed: Callable[[], object]) -> str:
    """Do it, all or nothing; gives what was wrong."""
    try:
        with world.store.changing():
            deed()
    except Refused as refused:
        return _said(refused)
    return ""


def _said(refused: Refused) -> str:
    return str(refused.body["error"]["message"])


def _checkout(world: World, form: Form | None, key: str) -> Page:
    problem, session = "", world.store.get(key, "checkout.session")
    if form is not None and form.get("does") == APPLY:
        problem = _tried(world, lambda: checkout.coupons_of(world, session, form.get("code", "")))
    elif form is not None:
        problem = _tried(world, lambda: checkout.submit(world, key, _filled(form)))
    session = world.store.get(key, "checkout.session")
    if session["status"] == "complete":
        return Page(303, to=session["success_url"].replace("{CHECKOUT_SESSION_ID}", key))
    if session["status"] == "expired":
        return Page(410, _drawn("problem.html", {"words": "This page has expired. Go back, and begin again."}))
    if session.get("_waits_for"):
        return Page(303, to=f"/3ds/{session['_waits_for']}?back=/checkout/{key}")
    problem = problem or session.get("_problem") or ""
    about = _ordered(world, session, form or {}, is_good=not problem)
    return Page(422 if problem else 200, _drawn("checkout.html", {**about, "problem": problem}))


def _filled(form: Form) -> Filled:
    plain = {name: form.get(name, "").strip() for name in ("number", "name", "email", "code", "tax_id")}
    return Filled(**plain, address={name: form[name].strip() for name in customers.ADDRESS if name in form})


def _ordered(world: World, session: Json, form: Form, *, is_good: bool) -> Json:
    """What is bought, and what it comes to with the discount."""
    owner = world.store.get(session["customer"], "customer")
    lines = [(world.store.get(one["price"], "price"), one["quantity"]) for one in session["_lines"]]
    full, currency = session["amount_subtotal"] or 0, session["currency"]
    found = discounts.coupon_of(world, form.get("code", ""), currency=currency) if is_good else None
    off = sum(discounts.reckoned([found[0]], full)) if found else 0
    trial = session["_trial_end"]
    return {
        "session": session,
        "rows": [_row(world, price, quantity) for price, quantity in lines],
        "owner": owner,
        "filled": {**(owner["address"] or {}), "email": owner["email"], "name": owner["name"], **form},
        "trial": words.day(trial) if trial else "",
        "discount": words.coupon(found[0]) if found else "",
        "off": words.money(-off, currency),
        "due": words.money(0 if trial else full - off, currency),
        "later": words.money(full - off, currency),
        "every": next((price["recurring"]["interval"] for price, quantity in lines if price["unit_amount"]), "month"),
        "asks_address": session["billing_address_collection"] == "required",
        "countries": COUNTRIES,
        "try_cards": TRY,
    }


def _row(world: World, price: Json, quantity: int) -> Json:
    product, metered = world.store.get(price["product"], "product"), price["recurring"]["usage_type"] == "metered"
    each = words.tiers(price) if metered else f"{words.money(price['unit_amount'] or 0, price['currency'])} each"
    return {
        "name": product["name"],
        "each": f"{each}, every {price['recurring']['interval']}",
        "quantity": "by use" if metered else quantity,
        "amount": "" if metered else words.money((price["unit_amount"] or 0) * quantity, price["currency"]),
    }


def _three_d_secure(world: World, form: Form | None, key: str) -> Page:
    keeps = key.startswith("seti_")
    intent = world.store.get(key, "setup_intent" if keeps else "payment_intent")
    if form is None:
        amount = "" if keeps else words.money(intent["amount"], intent["currency"])
        waits = intent["status"] == "requires_action"
        return Page(200, _drawn("three_d_secure.html", {"intent": intent, "amount": amount, "waits": waits}))
    if intent["status"] != "requires_action":
        raise Refused("This payment waits for nobody any more.")
    answered = checkout.after_set_up if keeps else checkout.after_proof
    session = answered(world, intent, well=form.get("answer") == "yes")
    if session is not None and session["status"] == "complete":
        return Page(303, to=session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"]))
    return Page(303, to=f"/checkout/{session['id']}" if session else f"/invoice/{intent['_invoice']}")


def _portal(world: World, form: Form | None, key: str) -> Page:
    session = world.store.get(key, "billing_portal.session")
    problem = "" if form is None else _tried(world, lambda: portal.change(world, session, form))
    if form is not None and not problem:
        return Page(303, to=f"/portal/{key}")
    owner = world.store.get(session["customer"], "customer")
    method = world.store.find(owner["invoice_settings"]["default_payment_method"])
    found = world.store.all("subscription", lambda one: one["customer"] == owner["id"])
    bills = world.store.all("invoice", lambda one: one["customer"] == owner["id"] and one["number"])
    about = {
        "session": session,
        "shows": portal.shows(world, session),
        "owner": owner,
        "filled": {**(owner["address"] or {}), "email": owner["email"], "name": owner["name"], **(form or {})},
        "card": method and method["card"],
        "subscriptions": [desk.subscription(one) | one for one in found if one["status"] in subscriptions.LIVE],
        "bills": [{**one, "amount": words.money(one["total"], one["currency"])} for one in bills],
        "tax_ids": customers.tax_ids(world, owner["id"]),
        "countries": COUNTRIES,
        "problem": problem,
        "try_cards": TRY,
    }
    return Page(422 if problem else 200, _drawn("portal.html", about))


def _invoice(world: World, form: Form | None, key: str) -> Page:
    problem = "" if form is None else _pay(world, key)
    bill = world.store.get(key, "invoice")
    owner, currency = world.store.get(bill["customer"], "customer"), bill["currency"]
    lines = [{**one, "money": words.money(one["amount"], currency), **_span(one)} for one in bill["lines"]["data"]]
    intent = world.store.find(bill.get("_intent"))
    waits = intent is not None and intent["status"] == "requires_action" and bill["status"] == "open"
    credit = bill["total"] - bill["amount_due"] - bill["pre_payment_credit_notes_amount"]
    about = {
        "bill": bill,
        "owner": owner,
        "lines": lines,
        "country": dict(COUNTRIES).get(str((bill["customer_address"] or {}).get("country")), ""),
        "made": words.day(bill["effective_at"] or bill["created"]),
        "off": [words.money(-one["amount"], currency) for one in bill["total_discount_amounts"]],
        "credit": words.money(-credit, currency) if credit else "",
        "total": words.money(bill["total"], currency),
        "due": words.money(bill["amount_remaining"], currency),
        "paid": words.money(bill["amount_paid"], currency),
        "proof": f"/3ds/{intent['id']}" if intent and waits else "",
        "problem": problem,
    }
    return Page(422 if problem else 200, _drawn("invoice.html", about))


def _span(line: Json) -> Json:
    return {"from": words.day(line["period"]["start"]), "until": words.day(line["period"]["end"])}


def _pay(world: World, key: str) -> str:
    """Try an open invoice again; a try that failed stays on record."""
    try:
        subscriptions.pay_invoice(world, Given({}), key)
    except Refused as refused:
        return _said(refused)
    return ""


def _home(world: World, form: Form | None) -> Page:
    problem = "" if form is None else _tried(world, lambda: desk.move(world, form))
    if form is not None and not problem:
        return Page(303, to=f"/#{form.get('customer', '')}")
    return Page(422 if problem else 200, _drawn("home.html", {**desk.about(world), "problem": problem}))


def _drawn(name: str, about: Json) -> str:
    return str(ENGINE.get_template(name).render(Context(about, use_l10n=False)))  # no settings are there to ask


View = Callable[..., Page]
VIEWS: tuple[tuple[str, View], ...] = (
    ("/checkout/([^/]+)", _checkout),
    ("/3ds/([^/]+)", _three_d_secure),
    ("/portal/([^/]+)", _portal),
    ("/invoice/([^/]+)(?:/pdf)?", _invoice),
    ("/", _home),
)
