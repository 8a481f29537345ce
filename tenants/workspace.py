"""The one writer of a company's own settings in its row."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from tenants import current, hosts
from tenants.models import Tenant
from tenants.trail.audit import changed

GRACE = timedelta(days=30)  # from closing a company until its data goes
FIELDS = (
    *("name", "accent", "assistant_name", "privacy_url", "time_zone", "languages", "allowed_sites", "retention_days"),
    *("requires_totp", "logo"),
)


def fresh() -> Tenant:
    """The tenant entered now as its row is; what a process remembers may be some seconds old."""
    return Tenant.objects.get(pk=current.tenant().pk)


def change(fields: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Give the settings of FIELDS among `fields` new values, in the transaction under way.

    Gives what really changed, as the audit log wants it. Other processes see it within seconds (`tenants.hosts`).
    """
    tenant = Tenant.objects.select_for_update().get(pk=current.tenant().pk)
    wanted = {name: value for name, value in fields.items() if name in FIELDS}
    differing = changed({name: getattr(tenant, name) for name in wanted}, wanted)
    if differing:
        Tenant.objects.filter(pk=tenant.pk).update(**{name: wanted[name] for name in differing})
        transaction.on_commit(hosts.forget)
    return differing


def closing(tenant: Tenant) -> tuple[datetime, datetime] | None:
    """When the company was closed and when its data goes, or None while it is open."""
    return None if tenant.closing_at is None else (tenant.closing_at, tenant.closing_at + GRACE)
