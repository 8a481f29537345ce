"""The sandbox's HTTP API: which path does what, idempotency, lists in pages, and what is expanded."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from billing.sandbox import (
    catalogue,
    changes,
    checkout,
    clocks,
    credit_notes,
    customers,
    cycles,
    forms,
    invoices,
    meters,
    payments,
    portal,
    shapes,
    subscriptions,
    webhooks,
)
from billing.sandbox.forms import Given
from billing.sandbox.problems import Refused, missing
from billing.sandbox.store import new_id
from billing.sandbox.world import World, public

Json = dict[str, Any]
Deed = Callable[..., Any]
MOST, USUAL = 100, 10
KEY = "sk_test_"
UNKNOWN = "Unrecognized request URL ({}: {}). The sandbox speaks the parts of the API that Baton uses."


@dataclass(frozen=True)
class Request:
    """A request as it came: its path without the query, and its headers in small letters."""

    method: str
    path: str
    query: str
    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """What is answered: a status and JSON, and headers beside."""

    status: int
    body: Json
    headers: Mapping[str, str]


# What lists may be narrowed by, for each kind of object.
LISTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "products": ("product", ("active",)),
    "prices": ("price", ("active", "product", "lookup_keys")),
    "coupons": ("coupon", ()),
    "promotion_codes": ("promotion_code", ("active", "code")),
    "customers": ("customer", ("email", "test_clock")),
    "payment_methods": ("payment_method", ("customer", "type")),
    "subscriptions": ("subscription", ("customer", "status", "price")),
    "invoices": ("invoice", ("customer", "subscription", "status")),
    "refunds": ("refund", ("payment_intent", "charge")),
    "credit_notes": ("credit_note", ("invoice", "customer")),
    "billing_portal/configurations": ("billing_portal.configuration", ("active", "is_default")),
    "events": ("event", ("type", "types")),
    "webhook_endpoints": ("webhook_endpoint", ()),
    "checkout/sessions": ("checkout.session", ("customer", "status", "subscription")),
    "billing/meters": ("billing.meter", ("status",)),
    "test_helpers/test_clocks": ("test_helpers.test_clock", ()),
    "payment_intents": ("payment_intent", ("customer",)),
    "charges": ("charge", ("customer", "payment_intent")),
}
DEEDS: Mapping[str, Deed] = {
    "POST products": catalogue.create_product,
    "POST prices": catalogue.create_price,
    "POST coupons": catalogue.create_coupon,
    "POST promotion_codes": catalogue.create_promotion_code,
    "POST customers": customers.create,
    "POST customers/{id}": customers.update,
    "DELETE customers/{id}": customers.delete,
    "POST customers/{id}/tax_ids": customers.create_tax_id,
    "DELETE customers/{id}/tax_ids/{id}": customers.delete_tax_id,
    "POST payment_methods/{id}/detach": customers.detach,
    "POST checkout/sessions": checkout.create,
    "POST checkout/sessions/{id}/expire": checkout.expire,
    "POST subscriptions": subscriptions.create,
    "POST subscriptions/{id}": changes.update,
    "DELETE subscriptions/{id}": changes.cancel,
    "POST invoices/create_preview": changes.preview,
    "POST invoices/{id}/pay": subscriptions.pay_invoice,
    "POST invoices/{id}/void": invoices.void,
    "POST refunds": payments.refund,
    "POST credit_notes": credit_notes.create,
    "POST billing/meters": meters.create,
    "POST billing/meter_events": meters.record,
    "POST billing/meter_event_adjustments": meters.adjust,
    "POST billing_portal/sessions": portal.create,
    "POST billing_portal/configurations": portal.configure,
    "POST billing_portal/configurations/{id}": portal.reconfigure,
    "POST test_helpers/test_clocks": clocks.create,
    "POST test_helpers/test_clocks/{id}/advance": clocks.advance,
    "POST webhook_endpoints": webhooks.create,
    "POST webhook_endpoints/{id}": webhooks.update,
    "DELETE webhook_endpoints/{id}": webhooks.delete,
}


def answer(world: World, asked: Request) -> Answer:
    """Do what is asked, all of it or nothing; the same idempotency key does it once."""
    request_id = new_id("req", 14)
    told = {"request-id": request_id, "stripe-version": asked.headers.get("stripe-version", "")}
    try:
        with world.store.changing():
            _check_key(asked)
            key, mark = asked.headers.get("idempotency-key"), _mark(asked)
            kept = world.store.remembered(key) if key and asked.method == "POST" else None
            if kept is not None:
                return _again(kept, mark, told)
            cycles.catch_up(world, None, int(world.clock()))
            world.request_id, world.idempotency_key = request_id, key
            status, body = _kept(world, asked)
            if key and asked.method == "POST":
                world.store.remember(key, mark, status, body)
    except Refused as refused:
        return _refuse(world, asked, refused, told)
    return Answer(status, body, told)


def _kept(world: World, asked: Request) -> tuple[int, Json]:
    """The answer to what was done; an invoice that was tried in vain stays tried."""
    try:
        return 200, public(_done(world, asked))
    except Refused as refused:
        if not refused.keeps:
            raise
        return refused.status, public(refused.body)


def _refuse(world: World, asked: Request, refused: Refused, told: Json) -> Answer:
    """A declined card is remembered like an answer, as Stripe does; a mistake in the request is not."""
    key = asked.headers.get("idempotency-key")
    if key and refused.status == 402:
        with world.store.changing():
            world.store.remember(key, _mark(asked), refused.status, public(refused.body))
    return Answer(refused.status, public(refused.body), told)


def _again(kept: tuple[str, int, Json], mark: str, told: Json) -> Answer:
    before, status, body = kept
    if before != mark:
        words = "Keys for idempotent requests can only be used with the same parameters they were first used with."
        refused = Refused(words, kind="idempotency_error")
        return Answer(400, refused.body, told)
    return Answer(status, body, {**told, "idempotent-replayed": "true"})


def _done(world: World, asked: Request) -> Any:
    path = asked.path.removeprefix("/v1/").strip("/")
    pairs = parse_qsl(asked.body.decode() if asked.method == "POST" else asked.query, keep_blank_values=True)
    values = forms.decode(pairs)
    expand = values.pop("expand", [])
    given = Given(values)
    found = _deed(world, asked.method, path, given)
    given.check_all_read()
    for name in expand if isinstance(expand, list) else []:
        _expand(world, found, name.split("."))
    return found


def _deed(world: World, method: str, path: str, given: Given) -> Any:
    for name, deed in DEEDS.items():
        wanted, shape = name.split(" ")
        keys = _matches(shape, path) if wanted == method else None
        if keys is not None:
            return deed(world, given, *keys)
    if method == "GET":
        return _read(world, path, given)
    raise Refused(UNKNOWN.format(method, f"/v1/{path}"), status=404)


PASSES: Mapping[str, Callable[[Json, Any], bool]] = {
    "status": lambda one, value: value == "all" or one["status"] == value,
    "lookup_keys": lambda one, value: one["lookup_key"] in value,
    "types": lambda one, value: one["type"] in value,
    "active": lambda one, value: one["active"] == (value == forms.TRUE),
    "is_default": lambda one, value: one["is_default"] == (value == forms.TRUE),
    "subscription": lambda one, value: (
        subscriptions.of(one) == value if one["object"] == "invoice" else one["subscription"] == value
    ),
    "price": lambda one, value: any(item["price"]["id"] == value for item in one["items"]["data"]),
}


def _matches(shape: str, path: str) -> tuple[str, ...] | None:
    found = re.fullmatch(shape.replace("{id}", "([^/]+)"), path)
    return found.groups() if found else None


def _read(world: World, path: str, given: Given) -> Any:
    if path in LISTS:
        return _list(world, path, given)
    head, _, key = path.rpartition("/")
    if head in LISTS:
        return world.store.get(key, LISTS[head][0])
    parts = path.split("/")
    match parts:
        case ["customers", owner, "tax_ids"]:
            return _page(customers.tax_ids(world, owner), f"/v1/{path}", given)
        case ["customers", owner, "payment_methods"]:
            rows = world.store.all("payment_method", lambda one: one["customer"] == owner)
            return _page(rows, f"/v1/{path}", given)
        case ["billing", "meters", meter, "event_summaries"]:
            return shapes.listed(f"/v1/{path}", meters.summaries(world, given, meter))
        case ["invoices", invoice, "lines"]:
            return world.store.get(invoice, "invoice")["lines"]
        case ["checkout", "sessions", key, "line_items"]:
            raise missing("checkout.session", key)
    raise Refused(UNKNOWN.format("GET", f"/v1/{path}"), status=404)


def _list(world: World, path: str, given: Given) -> Json:
    kind, fields = LISTS[path]
    wanted = {name: given.texts(name) if name in ("lookup_keys", "types") else given.text(name) for name in fields}
    rows = world.store.all(kind, lambda one: not one.get("deleted") and _passes(one, wanted))
    return _page(rows, f"/v1/{path}", given)


def _passes(one: Json, wanted: Json) -> bool:
    return all(_passes_one(one, name, value) for name, value in wanted.items())


def _passes_one(one: Json, name: str, value: Any) -> bool:
    """Whether one field is as wanted; subscriptions that are over are listed only to those who ask for them."""
    if value in (None, []):
        return name != "status" or one["object"] != "subscription" or bool(one["status"] != "canceled")
    return bool(PASSES[name](one, value)) if name in PASSES else bool(one.get(name) == value)


def _page(rows: list[Json], url: str, given: Given) -> Json:
    limit = given.whole("limit", USUAL) or USUAL
    if not 1 <= limit <= MOST:
        raise Refused(f"Limit must be between 1 and {MOST}.", param="limit")
    after, before = given.text("starting_after"), given.text("ending_before")
    ids = [one["id"] for one in rows]
    for name, key in (("starting_after", after), ("ending_before", before)):
        if key is not None and key not in ids:
            raise missing("object", key, param=name)
    if after is not None:
        rows = rows[ids.index(after) + 1 :]
    if before is not None:
        rows = rows[: ids.index(before)][-limit:]
    return shapes.listed(url, rows[:limit], has_more=len(rows) > limit)


def _expand(world: World, found: Any, path: list[str]) -> None:
    """Put objects where their ids stand."""
    if isinstance(found, list):
        for one in found:
            _expand(world, one, path)
        return
    if not isinstance(found, dict) or not path:
        return
    value = found.get(path[0])
    if isinstance(value, str):
        value = found[path[0]] = world.store.find(value) or value
    elif isinstance(value, list):
        value = found[path[0]] = [world.store.find(one) or one if isinstance(one, str) else one for one in value]
    _expand(world, value, path[1:])


def _check_key(asked: Request) -> None:
    kind, _, key = asked.headers.get("authorization", "").partition(" ")
    if kind != "Bearer" or not key.startswith(KEY):
        words = "Invalid API Key provided: the sandbox takes any test key, which begins with sk_test_."
        raise Refused(words, status=401)


def _mark(asked: Request) -> str:
    return hashlib.sha256(json.dumps([asked.method, asked.path, asked.body.decode()]).encode()).hexdigest()
