"""All records of one person: one that the desk looks under, and those that were merged into it.

Each record keeps its own conversations, proofs and visitor tokens. So whoever claims somebody else's address and is
merged with them by mistake sees nothing of theirs, and can do nothing in their name.
"""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext

from conversations.models import Customer
from tenants.errors import NotFoundError


def access(customer_id: str) -> Customer:
    """The record with this id; NotFoundError when there is none."""
    try:
        found = Customer.objects.filter(pk=customer_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such customer here."), param="customer_id")
    return found


def kept_id(customer: Customer) -> str:
    """The id of the record that the desk looks under."""
    return str(customer.merged_into_id or customer.id)


def records(customer: Customer) -> Sequence[Customer]:
    """All records of the person, the one that the desk looks under first. One query."""
    key = kept_id(customer)
    found = Customer.objects.filter(Q(pk=key) | Q(merged_into=key)).order_by("created_at", "id")
    return sorted(found, key=lambda row: str(row.id) != key)


def addresses(rows: Sequence[Customer]) -> list[str]:
    """Their addresses, in lower case, each once."""
    return sorted({row.email.lower() for row in rows if row.email})


def under(addresses: Sequence[str], field: str = "email") -> Q:
    """Whatever is kept under one of these addresses; nothing without any."""
    found = Q(pk__in=[])
    for address in addresses:
        found |= Q(**{f"{field}__iexact": address})
    return found
