"""What is known of a customer beside their words: signed by the company's server, or said by the page and unproven."""

from typing import Any

from conversations.models import Customer
from tenants.errors import ParameterError

Json = dict[str, Any]
MOST, LONGEST_NAME, LONGEST_VALUE = 20, 40, 200


def checked(told: Any) -> Json:
    """Attributes as they may be kept; ParameterError naming what is wrong for any others."""
    if not isinstance(told, dict) or len(told) > MOST:
        raise _wrong("attributes", f"must be an object of at most {MOST} values.")
    for name, value in told.items():
        if not name.isidentifier() or len(name) > LONGEST_NAME:
            raise _wrong("attributes", f"names have letters, digits and underscores, at most {LONGEST_NAME}.")
        plain = value is None or isinstance(value, bool | int | float)
        if not plain and not (isinstance(value, str) and len(value) <= LONGEST_VALUE and value.isprintable()):
            raise _wrong(f"attributes.{name}", "must be a number, a truth value or a short text.")
    return told


def keep_from_page(customer: Customer, told: Json) -> None:
    """Keep what the page says of a customer; newer values win, null forgets one. Nothing of one who never wrote."""
    merged = {name: value for name, value in {**customer.page_attributes, **told}.items() if value is not None}
    kept = dict(list(merged.items())[-MOST:])
    Customer.objects.filter(pk=customer.pk).update(page_attributes=kept)
    customer.page_attributes = kept


def _wrong(place: str, problem: str) -> ParameterError:
    return ParameterError(f"{place}: {problem}", param=place)
