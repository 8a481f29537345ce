"""What the company's server signed counts for minutes, with its own secret, in one form; everything else is refused."""

import time
from datetime import timedelta
from typing import Any

import jwt
import pytest
from django.utils import timezone

from conversations.identity import secrets, signature
from conversations.identity.signature import IdentityRefusedError
from conversations.models import Customer, IdentitySettings, Proof
from tenants import current
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests.identity.conftest import signed

BY = audit.by_system()


def why(token: str) -> str:
    with pytest.raises(IdentityRefusedError) as refused:
        signature.read(token)
    return refused.value.code


def test_a_good_one_names_the_customer(secret: str) -> None:
    told = signed(secret, "u1", "Jane@Example.org", name="Jane", attributes={"plan": "pro", "seats": 3})
    claims = signature.read(told)
    assert (claims.sub, claims.email, claims.name) == ("u1", "jane@example.org", "Jane")
    assert claims.attributes == {"plan": "pro", "seats": 3}
    assert IdentitySettings.objects.get().last_used_at is not None


def test_without_a_secret_nothing_counts(in_acme: Tenant) -> None:
    assert why(signed("x" * 40)) == "identity_not_set_up"


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"exp": -120}, "identity_expired"),
        ({"exp": 2 * 3600}, "identity_too_long"),
        ({"nbf": 600}, "identity_not_yet"),
        ({"sub": ""}, "identity_malformed"),
        ({"sub": "x" * 129}, "identity_malformed"),
        ({"sub": "a\x00b"}, "identity_malformed"),
        ({"email": "no address"}, "identity_malformed"),
        ({"email": ["jane@example.org"]}, "identity_malformed"),
        ({"name": {"first": "Jane"}}, "identity_malformed"),
        ({"attributes": ["plan"]}, "identity_malformed"),
        ({"attributes": {"plan": {"deep": 1}}}, "identity_malformed"),
        ({"attributes": {f"a{n}": n for n in range(21)}}, "identity_malformed"),
        ({"attributes": {"a b": 1}}, "identity_malformed"),
        ({"exp": "soon"}, "identity_malformed"),
    ],
)
def test_claims_are_checked_one_by_one(secret: str, claims: dict[str, Any], code: str) -> None:
    now = int(time.time())  # whole numbers are seconds from now: the table is made long before the test
    told = {name: now + value if isinstance(value, int) else value for name, value in claims.items()}
    whole = {"sub": "u1", "email": "jane@example.org", "exp": now + 300, **told}
    assert why(jwt.encode(whole, secret, algorithm="HS256")) == code


@pytest.mark.parametrize("missing", ["sub", "email", "exp"])
def test_no_claim_may_be_missing(secret: str, missing: str) -> None:
    told = {"sub": "u1", "email": "jane@example.org", "exp": int(time.time()) + 300}
    told.pop(missing)
    assert why(jwt.encode(told, secret, algorithm="HS256")) == "identity_malformed"


@pytest.mark.parametrize("text", ["", "a.b.c", "…", "x" * 5000, "eyJhbGciOiJub25lIn0.e30."])
def test_what_is_no_token_is_refused(secret: str, text: str) -> None:
    assert why(text) == "identity_malformed"


def test_no_other_algorithm_counts(secret: str) -> None:
    told = {"sub": "u1", "email": "jane@example.org", "exp": int(time.time()) + 300}
    assert why(jwt.encode(told, secret, algorithm="HS384")) == "identity_malformed"
    assert why(jwt.encode(told, "", algorithm="none")) == "identity_malformed"


def test_another_secret_does_not_count(secret: str) -> None:
    assert why(signed("x" * 40)) == "identity_forged"


def test_another_companys_secret_does_not_count(secret: str, globex: Tenant) -> None:
    with current.entered(globex):
        secrets.rotate(keep_old=True, actor=BY)
        assert why(signed(secret)) == "identity_forged"


def test_after_a_rotation_both_secrets_count_for_a_week(secret: str) -> None:
    new = secrets.rotate(keep_old=True, actor=BY)
    assert new != secret
    assert signature.read(signed(secret)).sub == signature.read(signed(new)).sub == "u1"
    IdentitySettings.objects.update(previous_until=timezone.now() - timedelta(seconds=1))
    assert why(signed(secret)) == "identity_forged"
    assert signature.read(signed(new)).sub == "u1"


def test_the_old_secret_can_be_ended_before(secret: str) -> None:
    secrets.rotate(keep_old=True, actor=BY)
    secrets.end_old(actor=BY)
    assert why(signed(secret)) == "identity_forged"


def test_a_stolen_secret_is_replaced_with_all_that_it_signed(secret: str) -> None:
    jane = Customer.objects.create(name="Jane", external_id="u1")
    Proof.objects.create(
        customer=jane, email="jane@example.org", how="identity", expires_at=timezone.now() + timedelta(hours=1)
    )
    secrets.rotate(keep_old=False, actor=BY)
    assert why(signed(secret)) == "identity_forged"
    assert not Proof.objects.exists()
    jane.refresh_from_db()
    assert jane.generation == 1


def test_the_secret_is_sealed_and_in_no_audit_entry(secret: str) -> None:
    new = secrets.rotate(keep_old=True, actor=BY)
    kept = str(IdentitySettings.objects.values()) + str(list(AuditEntry.objects.values()))
    assert secret not in kept
    assert new not in kept
    actions = AuditEntry.objects.filter(object_kind="identity").values_list("action", flat=True)
    assert sorted(actions) == ["identity.secret_made", "identity.secret_rotated"]


def test_without_a_secret_nothing_can_be_enforced(in_acme: Tenant) -> None:
    with pytest.raises(secrets.NoSecretError):
        secrets.enforce(on=True, actor=BY)
    assert not secrets.enforced()
