"""Closes and opens a company's doors; the trail of the platform and the company's own tell who did it, and why."""

from django.db import transaction
from django.utils import timezone

from tenants import current, hosts, migrating
from tenants.errors import ParameterError
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import About, Actor, Changes

LONGEST_REASON = 200


@transaction.atomic
def suspend(tenant: Tenant, *, reason: str, actor: Actor) -> None:
    """Let the company's host names, sockets and jobs wait until it is resumed.

    Raises ParameterError without a reason, and for the platform's own company.
    """
    reason = " ".join(reason.split())
    if not reason or len(reason) > LONGEST_REASON:
        raise ParameterError(f"reason: say why, in at most {LONGEST_REASON} letters.", param="reason")
    if tenant.is_platform:
        raise ParameterError("The platform's own company stays open; its people would lock themselves out.")
    _change(tenant, "workspace.suspended", actor, suspended_at=timezone.now(), suspended_for=reason)


@transaction.atomic
def resume(tenant: Tenant, *, actor: Actor) -> None:
    """Open the company's doors again."""
    _change(tenant, "workspace.resumed", actor, suspended_at=None, suspended_for="")


def record(action: str, tenant: Tenant | None, *, actor: Actor, about: About, changes: Changes) -> None:
    """Write what an operator did into the platform's trail and, where it has one of this version, the company's."""
    audit.record(action, actor=actor, about=about, changes=changes)
    if tenant is None or tenant == current.tenant() or migrating.is_behind(tenant.schema_version):
        return
    with current.entered(tenant):
        audit.record(action, actor=actor, about=about, changes=changes)


def _change(tenant: Tenant, action: str, actor: Actor, **after: object) -> None:
    locked = Tenant.objects.select_for_update().get(pk=tenant.pk)
    changes = {name: (getattr(locked, name), value) for name, value in after.items()}
    if all(before == value for before, value in changes.values()):
        return
    Tenant.objects.filter(pk=locked.pk).update(**after)
    about = About("workspace", str(locked.schema_name), locked.name)
    record(action, locked, actor=actor, about=about, changes=changes)
    transaction.on_commit(hosts.forget)
