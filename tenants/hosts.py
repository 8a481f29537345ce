"""Which tenant a host name leads to, and whether it may be entered now; remembered for some seconds in each process."""

import time
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext

from tenants import migrating
from tenants.errors import BatonError, NotNowError
from tenants.models import Domain, Tenant

REMEMBERED_SECONDS = 10.0  # so long may a suspended company stay open
WHILE_MIGRATING = 0.5
OF_CUSTOMERS = ("/widget/", "/api/v1/widget/", "/ws/widget/", "/api/v1/mail/")
MOST_REMEMBERED = 10_000


class UnknownHostError(LookupError):
    """No tenant has this host name, and it is not the platform's."""


class SuspendedError(BatonError):
    """The operators have closed the company's doors."""

    status = 403
    type = "permission_error"
    code = "workspace_suspended"


class ClosedError(BatonError):
    """The company was closed by its owner: its own people still come in, its customers do not."""

    status = 403
    type = "permission_error"
    code = "workspace_closed"


@dataclass(frozen=True)
class _Remembered:
    tenant: Tenant | None
    until: float


_remembered: dict[str, _Remembered] = {}


def without_port(host: str) -> str:
    """The host name of a Host header, in lower case, without its port."""
    name, _, port = host.lower().rpartition(":")
    return name if name and port.isdecimal() else host.lower()


def is_public(host: str) -> bool:
    """Whether the host name (without port) is the platform's own."""
    return host in settings.PUBLIC_HOSTS


def tenant_of(host: str) -> Tenant:
    """The tenant of a host name (without port), which may be entered. Asks in the public schema.

    Raises UnknownHostError when there is none; what `check_open` raises when it may not be entered now.
    """
    now = time.monotonic()
    found = _remembered.get(host)
    if found is None or found.until < now:
        found = _look_up(host, now)
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.clear()
        _remembered[host] = found
    if found.tenant is None:
        raise UnknownHostError(host)
    check_open(found.tenant)
    return found.tenant


def remembered(host: str) -> Tenant | None:
    """The tenant of a host name as it is remembered, open or not; None when it must be looked up."""
    found = _remembered.get(host)
    return None if found is None or found.until < time.monotonic() else found.tenant


def check_open(tenant: Tenant) -> None:
    """SuspendedError for a suspended tenant; NotNowError for one whose schema is not of the code's version yet."""
    if tenant.suspended_at is not None:
        raise SuspendedError(
            gettext("This workspace is suspended. If it is yours, write to whoever runs Baton for you.")
        )
    if migrating.is_behind(tenant.schema_version):
        raise NotNowError(gettext("This workspace is being updated; it is back in a moment."))


def is_open(tenant: Tenant) -> bool:
    """Whether the tenant may be entered now; for work that goes through all of them."""
    try:
        check_open(tenant)
    except BatonError:
        return False
    return True


def check_customers(tenant: Tenant, path: str) -> None:
    """ClosedError at the doors of customers, whatever comes in by them, of a company that its owner has closed."""
    if tenant.closing_at is not None and path.startswith(OF_CUSTOMERS):
        raise ClosedError(gettext("{name} is closed and answers no messages here any more.").format(name=tenant.name))


def _look_up(host: str, now: float) -> _Remembered:
    domain = Domain.objects.select_related("tenant").filter(domain=host).first()
    if domain is None:
        return _Remembered(tenant=None, until=now + REMEMBERED_SECONDS)
    waits = migrating.is_behind(domain.tenant.schema_version)
    return _Remembered(tenant=domain.tenant, until=now + (WHILE_MIGRATING if waits else REMEMBERED_SECONDS))


def primary(tenant: Tenant) -> str:
    """The host name under which the tenant shows itself; the empty string when it has none."""
    domains = Domain.objects.filter(tenant=tenant).order_by("-is_primary", "id")
    return domains.values_list("domain", flat=True).first() or ""


def forget() -> None:
    """Look every host up anew; called where a tenant or its host names change."""
    _remembered.clear()
