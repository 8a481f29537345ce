"""Who pays: customers, how they pay, and their tax ids."""

import re
from typing import Any

import stripe

from billing.sandbox import cards, shapes
from billing.sandbox.forms import Given
from billing.sandbox.problems import Refused, missing
from billing.sandbox.store import new_id
from billing.sandbox.world import World

Json = dict[str, Any]
TEXTS = ("email", "name", "phone", "description")
ADDRESS = ("city", "country", "line1", "line2", "postal_code", "state")
EU_VAT = re.compile(
    r"(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z+*]{2,12}"
)


def create(world: World, given: Given) -> Json:
    """`POST /v1/customers`."""
    clock = given.text("test_clock")
    if clock is not None:
        world.store.get(clock, "test_helpers.test_clock", param="test_clock")
    made = shapes.blank(
        stripe.Customer,
        id=new_id("cus", 14),
        balance=0,
        created=world.now({"test_clock": clock}),
        delinquent=False,
        invoice_prefix=new_id("", 8).removeprefix("_").upper(),
        invoice_settings=_settings(None),
        next_invoice_sequence=1,
        tax_exempt="none",
        preferred_locales=[],
        test_clock=clock,
        **{name: given.text(name) for name in TEXTS},
        address=_address(given, "address"),
        metadata=given.metadata(),
    )
    world.store.put(made)
    method = given.text("payment_method")
    if method is not None:
        attach(world, method, made["id"])
    _set_default(world, made, given.inner("invoice_settings").text("default_payment_method"))
    world.emit("customer.created", made)
    return world.store.put(made)


def update(world: World, given: Given, key: str) -> Json:
    """`POST /v1/customers/{id}`."""
    found = world.store.get(key, "customer")
    before = dict(found)
    for name in TEXTS:
        if name in given:
            found[name] = given.text(name)
    if "address" in given:
        found["address"] = _address(given, "address")
    found["metadata"] = given.metadata(found["metadata"])
    _set_default(world, found, given.inner("invoice_settings").text("default_payment_method"))
    world.emit("customer.updated", found, before=before)
    return world.store.put(found)


def delete(world: World, given: Given, key: str) -> Json:
    """`DELETE /v1/customers/{id}`: their subscriptions are cancelled by whoever calls."""
    found = world.store.get(key, "customer")
    gone = {"id": key, "object": "customer", "deleted": True}
    world.store.put({**found, "deleted": True})
    world.emit("customer.deleted", found)
    return gone


def attach(world: World, method: str, customer: str) -> Json:
    """The payment method is the customer's from now on."""
    found = cards.resolved(world, method)
    if found["customer"] not in (None, customer):
        raise Refused("This PaymentMethod is already attached to another customer.", param="payment_method")
    card = cards.of(found)
    if card.declines and not card.later:
        raise Refused(card.words, status=402, kind="card_error", code="card_declined", decline_code=card.declines)
    found["customer"] = customer
    world.emit("payment_method.attached", found)
    return world.store.put(found)


def detach(world: World, given: Given, method: str) -> Json:
    """`POST /v1/payment_methods/{id}/detach`."""
    found = world.store.get(method, "payment_method")
    owner = world.store.find(found["customer"])
    if owner is not None and owner["invoice_settings"]["default_payment_method"] == method:
        owner["invoice_settings"]["default_payment_method"] = None
        world.store.put(owner)
    found["customer"] = None
    world.emit("payment_method.detached", found)
    return world.store.put(found)


def pay_with(world: World, customer: str, method: str) -> Json:
    """The customer pays with an attached payment method from now on; gives the customer."""
    owner = world.store.get(customer, "customer")
    _set_default(world, owner, method)
    return world.store.put(owner)


def method_of(world: World, customer: str, subscription: Json | None = None) -> Json | None:
    """What they pay with: the subscription's own, else the customer's."""
    own = subscription and subscription["default_payment_method"]
    owner = world.store.get(customer, "customer")
    key = own or owner["invoice_settings"]["default_payment_method"]
    return world.store.find(key) if key else None


def create_tax_id(world: World, given: Given, customer: str) -> Json:
    """`POST /v1/customers/{id}/tax_ids`."""
    return add_tax_id(world, customer, kind=given.needed("type"), value=given.needed("value"))


def add_tax_id(world: World, customer: str, *, kind: str, value: str) -> Json:
    """A tax number of the customer. Refused for one that cannot be right."""
    world.store.get(customer, "customer", param="customer")
    value = "".join(value.split()).upper()
    if kind == "eu_vat" and not EU_VAT.fullmatch(value):
        raise Refused("Invalid value for eu_vat.", code="tax_id_invalid", param="value")
    made = shapes.blank(
        stripe.TaxId,
        id=new_id("txi"),
        created=world.now(customer),
        customer=customer,
        owner={"type": "customer", "customer": customer, "account": None, "application": None},
        type=kind,
        value=value,
        country=value[:2] if value[:2].isalpha() else None,
        verification={"status": "pending", "verified_address": None, "verified_name": None},
    )
    world.emit("customer.tax_id.created", made)
    return world.store.put(made)


def delete_tax_id(world: World, given: Given, customer: str, key: str) -> Json:
    """`DELETE /v1/customers/{id}/tax_ids/{id}`."""
    found = world.store.get(key, "tax_id")
    if found["customer"] != customer:
        raise missing("tax_id", key)
    world.store.drop(key)
    world.emit("customer.tax_id.deleted", found)
    return {"id": key, "object": "tax_id", "deleted": True}


def tax_ids(world: World, customer: str) -> list[Json]:
    """The customer's tax numbers."""
    return world.store.all("tax_id", lambda one: one["customer"] == customer)


def _address(given: Given, name: str) -> Json | None:
    """An address as it was sent, with all its fields; none where it was sent empty."""
    sent = given.inner(name)
    found = {field: sent.text(field) for field in ADDRESS}
    sent.check_all_read()
    return found if any(found.values()) else None


def _settings(method: str | None) -> Json:
    return {"custom_fields": None, "default_payment_method": method, "footer": None, "rendering_options": None}


def _set_default(world: World, owner: Json, method: str | None) -> None:
    if method is None:
        return
    found = world.store.get(method, "payment_method", param="invoice_settings[default_payment_method]")
    if found["customer"] != owner["id"]:
        words = f"The customer does not have a payment method with the ID {method}."
        raise Refused(words, code="resource_missing", param="invoice_settings[default_payment_method]")
    owner["invoice_settings"] = {**owner["invoice_settings"], "default_payment_method": method}
