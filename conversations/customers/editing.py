"""What colleagues put right about a customer, and what they note; each change of a record is on record."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from agents.models import Agent
from conversations.identity import attributes
from conversations.models import Customer, CustomerNote
from conversations.webhooks import telling
from tenants.errors import ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

MOST_NOTES = 100


@transaction.atomic
def change(customer: Customer, fields: Mapping[str, Any], *, actor: Actor) -> Customer:
    """Give the record other values for the fields that are named; of attributes, null forgets one.

    ParameterError for attributes that cannot be kept, and for what the company's own server says of its customer. An
    address that is set here is no proof of anything.
    """
    row = Customer.objects.select_for_update().get(pk=customer.pk)
    wanted = dict(fields)
    if row.external_id and wanted.get("email", row.email) != row.email:
        raise ParameterError(gettext("email: your own server says which address this customer has."), param="email")
    if "attributes" in wanted:
        told = attributes.checked(wanted["attributes"])
        kept = {name: value for name, value in {**row.attributes, **told}.items() if value is not None}
        wanted["attributes"] = attributes.checked(kept)
    changed = [name for name, value in wanted.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, wanted[name])
    if changed:
        row.save(update_fields=changed)
        # Which fields, not their values: the log outlives the customer.
        about = About("customer", str(row.id))
        audit.record("customer.changed", actor=actor, about=about, changes={"fields": (None, sorted(changed))})
        telling.customer_updated(row, changed)
    return row


@transaction.atomic
def add_note(customer: Customer, agent: Agent | None, text: str) -> CustomerNote:
    """Note something about the customer for colleagues; ParameterError when there are very many already."""
    Customer.objects.select_for_update().get(pk=customer.pk)
    if CustomerNote.objects.filter(customer=customer).count() >= MOST_NOTES:
        raise ParameterError(
            gettext("text: at most {most_notes} notes fit; remove an old one first.").format(most_notes=MOST_NOTES),
            param="text",
        )
    return CustomerNote.objects.create(customer=customer, author=agent, text=text)
