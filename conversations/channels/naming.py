"""Whom the company's own server names: what it says through its token counts as what it signs for the widget.

Only the company's own id for a customer proves anything: a name or an address without one may be what somebody typed
into a form, so each conversation that begins with those has a customer of its own, whom the desk may merge.
"""

from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext

from conversations.identity import attributes, proofs
from conversations.models import Customer, Proof, ProvenHow
from conversations.webhooks import telling
from tenants import ids
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """What is said of a customer; None where nothing is. The address is in lower case."""

    external_id: str = ""
    name: str | None = None
    email: str | None = None
    language: str | None = None
    attributes: Json | None = None


@dataclass(frozen=True)
class Kept:
    """The customer as they are now, whether they are new, and which fields changed."""

    customer: Customer
    made: bool
    changed: tuple[str, ...]


@transaction.atomic
def keep(told: Told, *, new_id: str | None = None) -> Kept:
    """Keep what is said of a customer, who is found by the company's own id or made, then with the id `new_id`.

    ParameterError for attributes that cannot be kept.
    """
    customer, made = _found(told, new_id)
    before = {name: getattr(customer, name) for name in ("name", "email", "language", "attributes")}
    _change(customer, told)
    changed = tuple(sorted(name for name, value in before.items() if getattr(customer, name) != value))
    if changed:
        customer.save(update_fields=changed)
    if made:
        telling.customer_created(customer)
    else:
        telling.customer_updated(customer, changed)
    return Kept(customer, made, changed)


@transaction.atomic
def write_down(told: Told, *, actor: Actor) -> Kept:
    """Keep it as `actor` says, on record."""
    kept = keep(told)
    if kept.made or kept.changed:
        # Which fields, not their values: the log outlives the customer.
        changes: audit.Changes = {} if kept.made else {"fields": (None, list(kept.changed))}
        action = "customer.created" if kept.made else "customer.changed"
        audit.record(action, actor=actor, about=About("customer", str(kept.customer.id)), changes=changes)
    return kept


@transaction.atomic
def vouch(customer: Customer, email: str | None) -> None:
    """The company's server lets this customer of its own speak just now, and says that the address is theirs.

    Without one, the address that it named before goes on counting. Proves nothing of a customer without its own id.
    """
    if not customer.external_id:
        return
    named = Proof.objects.filter(customer=customer, how=ProvenHow.IDENTITY)
    if email:
        named.exclude(email=email).delete()
        proofs.prove(customer, email, how=ProvenHow.IDENTITY)
    for proof in [] if email else named:
        proofs.prove(customer, proof.email, how=ProvenHow.IDENTITY)


def id_for(client_id: UUID) -> str:
    """The id of the customer whose first message has this client id: a repeated one makes no second customer."""
    return ids.encode("cus", uuid5(NAMESPACE_OID, f"baton.channel.customer:{client_id}"))


def _found(told: Told, new_id: str | None) -> tuple[Customer, bool]:
    fresh = Customer(**({} if new_id is None else {"id": new_id}), external_id=told.external_id)
    fresh.name = told.name or told.email or f"{Customer.MADE_UP}{str(fresh.id)[-4:].upper()}"
    values = {"id": fresh.id, "name": fresh.name}
    if told.external_id:
        made, is_new = Customer.objects.get_or_create(external_id=told.external_id, defaults=values)
    else:
        made, is_new = Customer.objects.get_or_create(pk=fresh.id, defaults={"name": fresh.name})
    return Customer.objects.select_for_update().get(pk=made.pk), is_new


def _change(customer: Customer, told: Told) -> None:
    if told.name:
        customer.name = told.name
    if told.email is not None:
        customer.email = told.email
    if told.language:
        customer.language = told.language
    if told.attributes is not None:
        asked = attributes.checked(told.attributes)
        kept = {name: value for name, value in {**customer.attributes, **asked}.items() if value is not None}
        customer.attributes = attributes.checked(kept)


def check_desk(told: Told) -> None:
    """ParameterError where a person at the desk says what only the company's server does."""
    if told.external_id:
        raise ParameterError(gettext("external_id: only your own server says it, with a token."), param="external_id")
