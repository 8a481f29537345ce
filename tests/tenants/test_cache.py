"""The cache: each tenant has its own."""

from django.core.cache import cache

from tenants import current
from tenants.models import Tenant


def test_what_one_tenant_keeps_no_other_sees(acme: Tenant, globex: Tenant) -> None:
    with current.entered(acme):
        cache.set("tries", 3)
        assert cache.get("tries") == 3
    with current.entered(globex):
        assert cache.get("tries") is None
        cache.set("tries", 5)
    assert cache.get("tries") is None
    with current.entered(acme):
        assert cache.get("tries") == 3
