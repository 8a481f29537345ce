"""Where pages are reached from outside: scheme, host and port, for the links in letters and redirects."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from tenants.models import Domain, Tenant


def of_platform(request: HttpRequest) -> str:
    """The platform's own origin, such as `https://baton.example`; without BATON_ORIGIN, as this request saw it.

    A link in a letter must not be led elsewhere by a Host header, so production always has it from its settings.
    """
    return settings.ORIGIN or of_host(settings.PUBLIC_HOSTS[0], seen_from=f"{request.scheme}://{request.get_host()}")


def of_tenant(tenant: Tenant, *, seen_from: str) -> str:
    """The tenant's origin: its primary host with the scheme and port of another origin of this Baton."""
    domains = Domain.objects.filter(tenant=tenant).order_by("-is_primary", "id")
    return of_host(str(domains.values_list("domain", flat=True)[0]), seen_from=seen_from)


def first_of(tenant: Tenant, *, seen_from: str) -> str:
    """The tenant's origin below the platform's own domain, which it keeps whatever domain of its own it brings."""
    ours = Domain.objects.filter(tenant=tenant, domain__endswith=f".{settings.WORKSPACE_DOMAIN}").order_by("id").first()
    return of_tenant(tenant, seen_from=seen_from) if ours is None else of_host(str(ours.domain), seen_from=seen_from)


def of_host(host: str, *, seen_from: str) -> str:
    """The origin of a host name of this Baton, with the scheme and port of another of its origins."""
    seen = urlsplit(seen_from)
    return f"{seen.scheme}://{host}" + (f":{seen.port}" if seen.port else "")
