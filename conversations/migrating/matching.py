"""Which customer of Baton a contact is: the one it became before, else the one of its id, else of its address.

Who has an address alone proves nothing: a customer found by it gets no id of the company's, which would give whoever
signs in under that id what a visitor wrote who only typed the address.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from conversations.migrating.found import Contact
from conversations.models import BroughtAction, BroughtKind, Customer, MigrationItem


@dataclass
class Known:
    """The customers that some contacts may be, and those that they became meanwhile."""

    by_key: dict[str, Customer] = field(default_factory=dict)
    by_external_id: dict[str, Customer] = field(default_factory=dict)
    by_email: dict[str, list[Customer]] = field(default_factory=dict)

    def of(self, contact: Contact) -> tuple[BroughtAction, Customer | None]:
        """What is to be done with the contact, and whom it is."""
        known = self.by_key.get(contact.key) or self.by_external_id.get(contact.external_id)
        if known is not None:
            return BroughtAction.KNOWN, known
        for one in self.by_email.get(contact.email, ()):
            if not (one.external_id and contact.external_id):  # two ids of the company's are two customers
                return BroughtAction.MERGED, one
        return BroughtAction.NEW, None

    def add(self, contact: Contact, customer: Customer) -> None:
        """The contact is this customer from now on."""
        self.by_key[contact.key] = customer
        if customer.external_id:
            self.by_external_id[customer.external_id] = customer
        if customer.email:
            self.by_email.setdefault(customer.email.lower(), []).append(customer)


def known(contacts: Sequence[Contact], *, held: bool = False) -> Known:
    """Whom these may be; `held`: their rows are locked, within a transaction. Four queries."""
    found = Known()
    keys = [one.key for one in contacts]
    items = MigrationItem.objects.filter(kind=BroughtKind.CUSTOMER, key__in=keys, applied_at__isnull=False)
    became = dict(items.exclude(customer=None).order_by("applied_at").values_list("key", "customer_id"))
    told = _filled(one.external_id for one in contacts)
    rows = {str(row.id): row for row in _rows(held=held).filter(pk__in=became.values())}
    found.by_key = {key: rows[str(one)] for key, one in became.items() if str(one) in rows}
    found.by_external_id = {row.external_id: row for row in _rows(held=held).filter(external_id__in=told)}
    addresses = _filled(one.email for one in contacts)
    for row in _rows(held=held).filter(email__in=addresses).order_by("created_at", "id"):
        found.by_email.setdefault(row.email.lower(), []).append(row)
    return found


def _rows(*, held: bool) -> QuerySet[Customer]:
    rows = Customer.objects.order_by("id")
    return rows.select_for_update() if held else rows


def _filled(values: Iterable[str]) -> list[str]:
    return sorted({value for value in values if value})
