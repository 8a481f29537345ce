"""Who a visitor is: a signed token in the widget's own storage, good for this tenant only.

A token names the customer's generation and is over once that rose, as after a visitor proved who they are. Whom the
company's signature named has it in their token until when; where the company enforces that, the token ends with it.
"""

import time
from typing import Any

from django.core import signing

from conversations.identity import proofs, secrets
from conversations.models import Customer, Erasure, ProvenHow
from tenants import current, ids

SALT = "baton.visitor"
LASTS = 180 * 24 * 3600  # seconds


def token(customer: Customer, *, signed_until: int = 0) -> str:
    """A token that brings this customer back; `signed_until` (Unix seconds) while the company's signature counts."""
    claims = {
        "tenant": current.schema_name(),
        "customer": customer.id,
        "language": customer.language,
        "generation": customer.generation,
        "signed_until": signed_until,
    }
    return signing.dumps(claims, salt=SALT)


def signed_token(customer: Customer) -> str:
    """A token for somebody whom the company's signature just named."""
    return token(customer, signed_until=int(time.time() + proofs.LASTS[ProvenHow.IDENTITY].total_seconds()))


def signed_until(text: str | None) -> int:
    """Until when the company's signature counts for the holder of this token, Unix seconds; 0 without one."""
    claims = _claims(text)
    return 0 if claims is None else int(claims.get("signed_until", 0))


def renewed(customer: Customer, before: str) -> tuple[Customer, str]:
    """The customer as they are now, and the token that takes the place of `before`, which is over."""
    now = Customer.objects.get(pk=customer.pk)
    return now, token(now, signed_until=signed_until(before))


def bearer(authorization: str) -> str | None:
    """The token of an Authorization header, or None when it carries none."""
    kind, _, text = authorization.partition(" ")
    return text.strip() if kind.lower() == "bearer" else None


def known(text: str | None) -> Customer | None:
    """The customer of a token, not stored yet when they never wrote.

    None when the token is missing, forged, too old, over, or another tenant's, when the customer was erased, and when
    the company enforces its signature and this one ran out.
    """
    claims = _claims(text)
    if claims is None:
        return None
    stored = Customer.objects.filter(pk=claims["customer"]).first()
    if stored is not None:
        return stored if _still_good(claims, stored) else None
    if Erasure.objects.filter(customer_id=ids.decode("cus", claims["customer"])).exists():
        return None
    if claims.get("generation", 0):  # of somebody who was stored once: merged into the customer that they are
        return None
    return _unknown(Customer(id=claims["customer"], language=claims["language"]))


def named_by(text: str | None) -> str | None:
    """Whom a token of ours names, and as of when: the same for whoever holds one that is as good. No database.

    It may be over all the same; None when the token is missing, forged, too old, or another tenant's.
    """
    claims = _claims(text)
    return None if claims is None else f"{claims['customer']}.{claims.get('generation', 0)}"


def newcomer(*, language: str) -> Customer:
    """A customer of whom nothing is known yet; stored with the first message, so that looking costs no row."""
    return _unknown(Customer(language=language))


def first_language(accepted: str) -> str:
    """The first language of an Accept-Language header, or English."""
    first = accepted.split(",", maxsplit=1)[0].split(";", maxsplit=1)[0].split("-", maxsplit=1)[0].strip().lower()
    return first if first.isascii() and first.isalpha() and 2 <= len(first) <= 3 else "en"


def _claims(text: str | None) -> dict[str, Any] | None:
    if not text:
        return None
    try:
        claims: dict[str, Any] = signing.loads(text, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    return claims if claims["tenant"] == current.schema_name() else None


def _still_good(claims: dict[str, Any], stored: Customer) -> bool:
    if claims.get("generation", 0) != stored.generation:
        return False
    if not stored.external_id or claims.get("signed_until", 0) > time.time():
        return True
    return not secrets.enforced()


def _unknown(customer: Customer) -> Customer:
    """Gives a name that the desk can tell apart."""
    customer.name = f"{Customer.MADE_UP}{str(customer.id)[-4:].upper()}"
    return customer
