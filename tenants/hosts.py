"""Which tenant a host name leads to, remembered for 30 seconds in each process."""

import time
from dataclasses import dataclass

from django.conf import settings

from tenants.models import Domain, Tenant

REMEMBERED_SECONDS = 30.0
MOST_REMEMBERED = 10_000


class UnknownHostError(LookupError):
    """No tenant has this host name, and it is not the platform's."""


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
    """The tenant of a host name (without port); UnknownHostError when there is none. Asks in the public schema."""
    now = time.monotonic()
    found = _remembered.get(host)
    if found is None or found.until < now:
        domain = Domain.objects.select_related("tenant").filter(domain=host).first()
        found = _Remembered(tenant=domain.tenant if domain else None, until=now + REMEMBERED_SECONDS)
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.clear()
        _remembered[host] = found
    if found.tenant is None:
        raise UnknownHostError(host)
    return found.tenant


def primary(tenant: Tenant) -> str:
    """The host name under which the tenant shows itself; the empty string when it has none."""
    domains = Domain.objects.filter(tenant=tenant).order_by("-is_primary", "id")
    return domains.values_list("domain", flat=True).first() or ""


def forget() -> None:
    """Look every host up anew; called where a tenant or its host names change."""
    _remembered.clear()
