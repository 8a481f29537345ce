"""Which sites may show a company's widget, and where it was last seen."""

import re
from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlsplit

import idna
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from tenants import hosts
from tenants.errors import ParameterError
from tenants.models import Tenant

LONGEST = 255
MOST_SITES = 50
NOTED_EVERY = timedelta(minutes=1)
SITE = re.compile(r"(?:(?P<scheme>https?)://)?(?P<wild>\*\.)?(?P<host>[^\s/:*@?#\\]+)(?::(?P<port>\d{1,5}))?/?")


def site(text: str) -> str:
    """A site as browsers name it, such as `https://shop.example` or `https://*.shop.example`; HTTPS unless it says not.

    Raises ParameterError for what is no site.
    """
    found = SITE.fullmatch(text.strip())
    wrong = ParameterError(
        gettext("allowed_sites: “{text}” is not a site. Write it like https://shop.example, without a path.").format(
            text=text[:80]
        ),
        param="allowed_sites",
    )
    if found is None or int(found["port"] or 1) not in range(1, 65536):
        raise wrong
    try:
        host = idna.encode(found["host"], uts46=True, std3_rules=True).decode()
    except (idna.IDNAError, UnicodeError):
        raise wrong from None
    scheme = found["scheme"] or "https"
    if found["wild"] and "." not in host:
        raise wrong
    port = "" if found["port"] in {None, "443" if scheme == "https" else "80"} else f":{int(found['port'])}"
    whole = f"{scheme}://{found['wild'] or ''}{host}{port}"
    if len(whole) > LONGEST:
        raise wrong
    return whole


def may_embed(tenant: Tenant, origin: str) -> bool:
    """Whether the tenant's widget may stand on a page of `origin`; anywhere when it names no sites."""
    return not tenant.allowed_sites or any(_matches(allowed, origin) for allowed in tenant.allowed_sites)


def ancestors(allowed: Sequence[str]) -> str:
    """The sites as the value of the policy's `frame-ancestors`; our own pages may always show it."""
    return " ".join(["'self'", *allowed]) if allowed else "*"


def origin_of(address: str) -> str:
    """The origin of a web address as a browser sent it, or "" when it is none that can be noted."""
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    host = parts.hostname or ""
    whole = f"{parts.scheme}://{host}{port}"
    plain = re.fullmatch(r"[a-z0-9.-]+|[0-9a-f:]+", host) is not None and parts.scheme in {"http", "https"}
    return whole if plain and len(whole) <= LONGEST else ""


def note(tenant: Tenant, origin: str) -> None:
    """Remember that the widget was seen on a page of `origin`: a foreign one that may show it, once in a minute.

    A browser says the truth of it, a program need not; so it is shown to people and nothing is decided by it.
    """
    now = timezone.now()
    if tenant.widget_seen_at is not None and tenant.widget_seen_at > now - NOTED_EVERY:
        return  # costs nothing where every page tells it
    if not origin or not may_embed(tenant, origin) or _is_own(tenant, origin):
        return
    long_ago = Q(widget_seen_at__isnull=True) | Q(widget_seen_at__lte=now - NOTED_EVERY)
    Tenant.objects.filter(long_ago, pk=tenant.pk).update(widget_seen_at=now, widget_seen_on=origin)


def _matches(allowed: str, origin: str) -> bool:
    scheme, _, place = allowed.partition("://")
    own_scheme, _, own_place = origin.partition("://")
    upgraded = scheme == own_scheme or (scheme, own_scheme) == ("http", "https")  # as browsers take the policy
    if not upgraded:
        return False
    return own_place == place or (place.startswith("*.") and own_place.endswith(place[1:]))


def _is_own(tenant: Tenant, origin: str) -> bool:
    host = hosts.without_port(origin.partition("://")[2])
    return tenant.domains.filter(domain=host).exists()
