"""What is in the cache is its company's alone: each key begins with the schema, and every use is known here."""

from pathlib import Path

from django.core.cache import cache
from django.db import connection

from tenants import brake, current
from tenants.models import Tenant

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("agents", "assistant", "billing", "config", "conversations", "escalation", "tenants")
USES = {"tenants/brake.py": "brake."}  # the module, and how its keys begin


def test_every_module_that_uses_the_cache_is_listed() -> None:
    files = [file for app in APPS for file in (ROOT / app).rglob("*.py")]
    found = {str(file.relative_to(ROOT)) for file in files if "from django.core.cache import" in file.read_text()}
    assert found == set(USES)


def test_one_key_in_two_companies_is_two(acme: Tenant, globex: Tenant) -> None:
    for tenant in (acme, globex):
        with current.entered(tenant):
            assert cache.get("one-key") is None
            cache.set("one-key", tenant.schema_name)
    with current.entered(acme):
        assert cache.get("one-key") == "acme"


def test_each_key_begins_with_its_company_and_its_use(acme: Tenant, globex: Tenant) -> None:
    for tenant in (acme, globex):
        with current.entered(tenant):
            assert brake.allows("try", "somebody", most=1, seconds=60)
            assert not brake.allows("try", "somebody", most=1, seconds=60)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM public.baton_cache")
        keys = [str(row[0]) for row in cursor.fetchall()]
    assert {key.split(":")[0] for key in keys} == {"acme", "globex"}
    assert all(key.rsplit(":", 1)[1].startswith(tuple(USES.values())) for key in keys)
