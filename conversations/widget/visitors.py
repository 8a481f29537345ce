"""Who a visitor is: a signed token in the widget's own storage, good for this tenant only."""

from typing import Any

from django.core import signing

from conversations.models import Customer, Erasure
from tenants import current, ids

SALT = "baton.visitor"
LASTS = 180 * 24 * 3600  # seconds


def token(customer: Customer) -> str:
    """A token that brings this customer back."""
    claims = {"tenant": current.schema_name(), "customer": customer.id, "language": customer.language}
    return signing.dumps(claims, salt=SALT)


def bearer(authorization: str) -> str | None:
    """The token of an Authorization header, or None when it carries none."""
    kind, _, text = authorization.partition(" ")
    return text.strip() if kind.lower() == "bearer" else None


def known(text: str | None) -> Customer | None:
    """The customer of a token, not stored yet when they never wrote.

    None when the token is missing, forged, too old, or another tenant's, and when the customer was erased.
    """
    if not text:
        return None
    try:
        claims: dict[str, Any] = signing.loads(text, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    if claims["tenant"] != current.schema_name():
        return None
    stored = Customer.objects.filter(pk=claims["customer"]).first()
    if stored is None and Erasure.objects.filter(customer_id=ids.decode("cus", claims["customer"])).exists():
        return None
    return stored or _unknown(Customer(id=claims["customer"], language=claims["language"]))


def newcomer(*, language: str) -> Customer:
    """A customer of whom nothing is known yet; stored with the first message, so that looking costs no row."""
    return _unknown(Customer(language=language))


def first_language(accepted: str) -> str:
    """The first language of an Accept-Language header, or English."""
    first = accepted.split(",", maxsplit=1)[0].split(";", maxsplit=1)[0].split("-", maxsplit=1)[0].strip().lower()
    return first if first.isascii() and first.isalpha() and 2 <= len(first) <= 3 else "en"


def _unknown(customer: Customer) -> Customer:
    """Gives a name that the desk can tell apart."""
    customer.name = f"Visitor {str(customer.id)[-4:].upper()}"
    return customer
