"""A company's short name: readable, unique, and no word of ours."""

import pytest

from tenants import provisioning, slugs
from tenants.models import Tenant


@pytest.mark.parametrize(
    ("company", "slug"),
    [
        ("Acme", "acme"),
        ("Larkfield Cycles Ltd.", "larkfield-cycles"),
        ("Müller & Söhne GmbH", "muller-and-sohne"),
        ("O'Neill's", "oneills"),
        ("S.A.", "sa"),
        ("Straße 7", "strasse-7"),
        ("3M", "team"),
        ("24 Hours", "hours"),
        ("株式会社", "team"),
        ("x", "team"),
        ("  ../../etc/passwd\x00 ", "etc-passwd"),
        ("The Very Long Company Name Of Somewhere", "the-very-long-company-name-of"),
    ],
)
def test_a_name_becomes_a_slug(company: str, slug: str) -> None:
    assert slugs.of_name(company) == slug
    assert provisioning.SLUG.fullmatch(slugs.schema_of(slug))


def test_a_name_that_is_taken_gets_a_number(acme: Tenant) -> None:
    assert slugs.free("Acme") == "acme-2"
    assert slugs.free("Acme Inc") == "acme-2"
    Tenant.objects.create(schema_name="acme_2", name="Acme")
    assert slugs.free("ACME") == "acme-3"


@pytest.mark.parametrize("word", ["www", "Admin", "api", "Baton", "Sign up", "Public", "demo"])
def test_a_word_of_ours_is_never_a_slug(acme: Tenant, word: str) -> None:
    assert slugs.free(word) == f"{slugs.of_name(word)}-2"


@pytest.mark.parametrize("name", ["pool 1", "PG 1", "pg_catalog"])
def test_what_postgresql_keeps_for_itself_is_no_schema(acme: Tenant, name: str) -> None:
    assert slugs.free(name).startswith("the-p")
