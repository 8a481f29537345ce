"""Backups and restores are on record: in the platform's own trail, and in that of the company they are about."""

from tenants import current, migrating
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import NOTHING, About, Changes

BY = "manage.py"


def of_all(action: str, changes: Changes = NOTHING) -> None:
    """What was done to the whole platform; nothing where it has no company of its own yet."""
    platform = Tenant.objects.filter(is_platform=True).first()
    if platform is not None and not migrating.is_behind(platform.schema_version):
        with current.entered(platform):
            audit.record(action, actor=audit.by_system(BY), about=About("platform"), changes=changes)


def of_company(action: str, tenant: Tenant, changes: Changes = NOTHING) -> None:
    """What was done to one company."""
    about = About("workspace", str(tenant.schema_name), tenant.name)
    for one in {tenant, *Tenant.objects.filter(is_platform=True)}:
        if not migrating.is_behind(one.schema_version):
            with current.entered(one):
                audit.record(action, actor=audit.by_system(BY), about=about, changes=changes)
