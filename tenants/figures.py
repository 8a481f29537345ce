"""Numbers, amounts and days, as they are written in the language that is spoken now."""

from datetime import date, datetime
from decimal import Decimal

from babel import numbers
from django.utils import dateformat
from django.utils.translation import gettext

from tenants import speaking

SIGNS = {"eur": "€"}


def whole(number: int | None) -> str:
    """A whole number, such as 1,200; none is 0."""
    return str(numbers.format_decimal(number or 0, locale=speaking.now()))


def money(cents: int, currency: str) -> str:
    """An amount as people write it, such as €87.00."""
    language = speaking.now()
    if language != speaking.ENGLISH:
        return str(numbers.format_currency(Decimal(cents) / 100, currency.upper(), locale=language))
    sign = "-" if cents < 0 else ""
    amount = f"{abs(cents) / 100:,.2f}"
    return f"{sign}{SIGNS[currency]}{amount}" if currency in SIGNS else f"{sign}{amount} {currency.upper()}"


def day(moment: date) -> str:
    """A day with its year, such as 23 November 2026."""
    return dateformat.format(moment, gettext("j F Y"))


def day_of_year(moment: date) -> str:
    """A day of a year that everybody knows, such as 23 November."""
    return dateformat.format(moment, gettext("j F"))


def moment(when: datetime) -> str:
    """A day and a time, such as 23 November 2026 at 09:30."""
    return gettext("{day} at {time}").format(day=day(when), time=f"{when:%H:%M}")
