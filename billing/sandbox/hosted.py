"""The sandbox's own pages: checkout, 3-D Secure, the billing portal, invoices, and the desk where time is moved on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from billing.sandbox import changes, checkout, clocks, customers, portal, subscriptions
from billing.sandbox.checkout import Filled
from billing.sandbox.forms import Given
from billing.sandbox.periods import nth
from billing.sandbox.problems import Refused
from billing.sandbox.world import World

Json = dict[str, Any]
PAGES = Path(__file__).parent / "pages"
ENGINE = Engine(dirs=[str(PAGES)], autoescape=True)
TRY = (
    ("4242 4242 4242 4242", "is accepted"),
    ("4000 0025 0000 3155", "asks for 3-D Secure once"),
    ("4000 0027 6000 3184", "asks for 3-D Secure always"),
    ("4000 0000 0000 9995", "has no money"),
    ("4000 0000 0000 0341", "is accepted, and fails later"),
)
STEPS = {"day": subscriptions.A_DAY, "week": 7 * subscriptions.A_DAY}


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
                return _problem(world, refused)
    return Page(404, _drawn("problem.html", {"words": "There is no such page in the sandbox."}))


def _problem(world: World, refused: Refused) -> Page:
    return Page(refused.status, _drawn("problem.html", {"words": refused.body["error"]["message"]}))


def _checkout(world: World, form: Form | None, key: str) -> Page:
    problem = ""
    if form is not None:
        try:
            with world.store.changing():
                checkout.submit(world, key, _filled(form))
        except Refused as refused:
            problem = refused.body["error"]["message"]
    session = world.store.get(key, "checkout.session")
    if session["status"] == "complete":
        return Page(303, to=session["success_url"].replace("{CHECKOUT_SESSION_ID}", key))
    if session.get("_waits_for"):
        return Page(303, to=f"/3ds/{session['_waits_for']}?back=/checkout/{key}")
    problem = problem or session.get("_problem") or ""
    return Page(422 if problem else 200, _drawn("checkout.html", {**_ordered(world, session), "problem": problem}))


def _filled(form: Form) -> Filled:
    plain = {name: form.get(name, "").strip() for name in ("number", "name", "email", "code", "tax_id")}
    return Filled(**plain, address={name: form[name].strip() for name in customers.ADDRESS if name in form})


def _ordered(world: World, session: Json) -> Json:
    rows = []
    for one in session["_lines"]:
        price = world.store.get(one["price"], "price")
        product = world.store.get(price["product"], "product")
        amount = (price["unit_amount"] or 0) * one["quantity"]
        metered = price["recurring"]["usage_type"] == "metered"
        rows.append(
            {
                "name": product["name"],
                "quantity": "by use" if metered else one["quantity"],
                "amount": "" if metered else money(amount, price["currency"]),
                "every": price["recurring"]["interval"],
            }
        )
    owner = world.store.get(session["customer"], "customer")
    return {
        "session": session,
        "rows": rows,
        "owner": owner,
        "trial": session["_trial_end"],
        "total": money(session["amount_total"] or 0, session["currency"]),
        "try_cards": TRY,
    }


def _three_d_secure(world: World, form: Form | None, key: str) -> Page:
    intent = world.store.get(key, "payment_intent")
    if form is None:
        amount = money(intent["amount"], intent["currency"])
        return Page(200, _drawn("three_d_secure.html", {"intent": intent, "amount": amount}))
    session = checkout.after_proof(world, intent, well=form.get("answer") == "yes")
    if session is not None and session["status"] == "complete":
        return Page(303, to=session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"]))
    return Page(303, to=f"/checkout/{session['id']}" if session else f"/invoice/{intent['_invoice']}")


def _portal(world: World, form: Form | None, key: str) -> Page:
    problem = ""
    session = world.store.get(key, "billing_portal.session")
    if form is not None:
        try:
            _change(world, session, form)
        except Refused as refused:
            problem = refused.body["error"]["message"]
    owner = world.store.get(session["customer"], "customer")
    method = world.store.find(owner["invoice_settings"]["default_payment_method"])
    found = world.store.all("subscription", lambda one: one["customer"] == owner["id"] and one["status"] != "canceled")
    bills = world.store.all("invoice", lambda one: one["customer"] == owner["id"] and one["number"])
    about = {"session": session, "owner": owner, "card": method and method["card"], "subscriptions": found}
    rows = [{**one, "amount": money(one["total"], one["currency"])} for one in bills]
    return Page(
        422 if problem else 200, _drawn("portal.html", {**about, "bills": rows, "problem": problem, "try_cards": TRY})
    )


def _change(world: World, session: Json, form: Form) -> None:
    match form.get("does"):
        case "card":
            portal.change_card(world, session["id"], number=form.get("number", ""), name=form.get("name", ""))
        case "cancel" | "keep" as does:
            wanted = {"cancel_at_period_end": "true" if does == "cancel" else "false"}
            changes.update(world, Given(wanted), form.get("subscription", ""))


def _invoice(world: World, form: Form | None, key: str) -> Page:
    bill = world.store.get(key, "invoice")
    lines = [{**one, "money": money(one["amount"], one["currency"])} for one in bill["lines"]["data"]]
    intent = world.store.find(bill.get("_intent"))
    waits = intent is not None and intent["status"] == "requires_action"
    about = {"bill": bill, "lines": lines, "total": money(bill["total"], bill["currency"])}
    return Page(200, _drawn("invoice.html", {**about, "proof": f"/3ds/{intent['id']}" if intent and waits else ""}))


def _home(world: World, form: Form | None) -> Page:
    problem = ""
    if form is not None:
        try:
            _move_on(world, form.get("clock", ""), form.get("by", ""))
        except Refused as refused:
            problem = refused.body["error"]["message"]
    rows = []
    for owner in world.store.all("customer", lambda one: not one.get("deleted")):
        clock = world.store.find(owner["test_clock"])
        moment = datetime.fromtimestamp(world.now(owner), UTC)
        about = {"owner": owner, "clock": clock, "now": f"{moment:%-d %B %Y, %H:%M} UTC"}
        rows.append({**about, "subscriptions": _of(world, owner["id"])})
    recent = world.store.all("event")[:30]
    return Page(
        200, _drawn("home.html", {"rows": rows, "events": recent, "problem": problem, "steps": (*STEPS, "month")})
    )


def _of(world: World, owner: str) -> list[Json]:
    return world.store.all("subscription", lambda one: one["customer"] == owner)


def _move_on(world: World, key: str, by: str) -> None:
    """A clock goes on by a day, a week or a month."""
    now = world.store.get(key, "test_helpers.test_clock")["frozen_time"]
    until = now + STEPS[by] if by in STEPS else nth(now, "month", 1, 1)
    clocks.advance(world, Given({"frozen_time": str(until)}), key)


def money(amount: int, currency: str) -> str:
    """An amount of a currency with hundredths, in words."""
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100:,}.{abs(amount) % 100:02} {currency.upper()}"


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
