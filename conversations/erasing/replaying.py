"""After a restore: what was erased since the backup was made is erased again, before anybody sees it."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from conversations import closing
from conversations.erasing import customers
from tenants import current
from tenants.erased import Erased
from tenants.models import Tenant


def customers_of(tenant: Tenant, entries: Iterable[Erased], *, of: str) -> int:
    """Erase the customers of the list again in a company whose data is of the schema `of`; gives how many were back."""
    theirs = dict.fromkeys(one.customer for one in entries if one.customer and one.schema in {of, tenant.schema_name})
    with current.entered(tenant):
        return sum(customers.again(customer) for customer in theirs)


def of_all(entries: Iterable[Erased], *, since: datetime) -> Mapping[str, int]:
    """Take out again what is on the list, in all companies: {"companies": how many, "customers": how many}.

    A company goes that was removed after `since`, unless one of its name was made after that.
    """
    listed = list(entries)
    gone = 0
    for one in listed:
        found = Tenant.objects.filter(schema_name=one.schema, is_platform=False, created_at__lt=one.when).first()
        if not one.customer and one.when >= since and found is not None:
            closing.take_out(found)
            gone += 1
    erased = sum(customers_of(tenant, listed, of=str(tenant.schema_name)) for tenant in Tenant.objects.all())
    return {"companies": gone, "customers": erased}
