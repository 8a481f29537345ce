"""Django admin over the shared tables: operators look at them, change hosts alone, and both audit logs tell."""

import pytest
from django.test import Client
from django.utils import timezone

from tenants import current
from tenants.models import Domain, SignUp, Tenant
from tenants.trail.models import AuditEntry

ROOT = "/operators/admin/tenants"


def test_a_company_is_only_looked_at(operator: Client, globex: Tenant) -> None:
    page = operator.get(f"{ROOT}/tenant/{globex.pk}/change/").content.decode()
    assert "Globex Coffee" in page
    assert 'name="_save"' not in page
    assert operator.post(f"{ROOT}/tenant/{globex.pk}/change/", {"name": "Hacked"}).status_code == 403
    assert operator.post(f"{ROOT}/tenant/{globex.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Tenant.objects.get(pk=globex.pk).name == "Globex Coffee"


def test_no_secret_of_a_sign_up_is_shown(operator: Client) -> None:
    made = SignUp.objects.create(
        digest="d1g3st",
        company="Hooli",
        person="Gavin",
        email="g@example.com",
        password="h4sh",
        expires_at=timezone.now(),
    )
    page = operator.get(f"{ROOT}/signup/{made.pk}/change/").content.decode()
    assert "Hooli" in page
    assert "d1g3st" not in page
    assert "h4sh" not in page


def test_a_host_is_added_and_removed_and_both_audit_logs_tell(
    operator: Client, platform: Tenant, globex: Tenant
) -> None:
    added = operator.post(f"{ROOT}/domain/add/", {"domain": " Help.Globex.EXAMPLE. ", "tenant": globex.pk})
    assert added.status_code == 302
    made = Domain.objects.get(domain="help.globex.example")
    assert (made.tenant, made.is_primary) == (globex, False)
    assert operator.post(f"{ROOT}/domain/{made.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Domain.objects.filter(pk=made.pk).exists()
    for tenant in (platform, globex):
        with current.entered(tenant):
            told = AuditEntry.objects.filter(object_kind="domain").order_by("at", "id")
            assert list(told.values_list("action", flat=True)) == ["domain.added", "domain.removed"]


def test_the_last_host_of_a_company_stays(operator: Client, globex: Tenant) -> None:
    only = Domain.objects.get(tenant=globex)
    assert operator.post(f"{ROOT}/domain/{only.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Domain.objects.filter(pk=only.pk).exists()


@pytest.mark.parametrize("table", ["tenant", "domainclaim", "signup", "pooledschema", "job", "heartbeat"])
def test_nothing_else_is_added_here(operator: Client, table: str) -> None:
    assert operator.get(f"{ROOT}/{table}/add/").status_code == 403
