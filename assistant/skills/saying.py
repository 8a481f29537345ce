"""Amounts, dates and times as the customer's language writes them; months stand in words, so that none is misread."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_currency

from assistant import words

_LOCALES: Mapping[str, Locale] = {
    "en": Locale("en", "GB"),
    "de": Locale("de"),
    "fr": Locale("fr"),
    "es": Locale("es"),
    "it": Locale("it"),
    "pt": Locale("pt", "PT"),
    "nl": Locale("nl"),
}
_ENGLISH_MONEY = Locale("en")  # "$5.00", where Great Britain writes "US$5.00"


def locale_of(language: str) -> Locale:
    """The language's customs; English for one that the assistant does not speak, as its words are."""
    return _LOCALES.get(language[:2], _LOCALES["en"])


def money(amount: Decimal, currency: str, language: str) -> str:
    """An amount such as "€1,234.50" or "1.234,50 €"; `currency` is an ISO 4217 code."""
    locale = locale_of(language)
    return format_currency(amount, currency, locale=_ENGLISH_MONEY if locale.language == "en" else locale)


def day(value: date, language: str) -> str:
    """A day such as "Tuesday 24 November 2026"."""
    return format_date(value, "full", locale=locale_of(language))


def clock(value: datetime, zone: ZoneInfo, language: str) -> str:
    """A time of day such as "14:30"; where the clocks go back and it comes twice, with its distance from UTC."""
    local = value.astimezone(zone)
    said = format_time(local, "HH:mm", tzinfo=zone, locale=locale_of(language))
    return f"{said} ({_offset(local)})" if _twice(local) else said


def moment(value: datetime, zone: ZoneInfo, language: str) -> str:
    """A moment such as "Tuesday 24 November 2026, 14:30" by the clocks of `zone`."""
    return f"{day(value.astimezone(zone).date(), language)}, {clock(value, zone, language)}"


def listed(parts: list[str], language: str) -> str:
    """ "A, B or C": what there is to choose from."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {_OR[locale_of(language).language]} {parts[-1]}"


_OR: words.Words = {"en": "or", "de": "oder", "fr": "ou", "es": "o", "it": "o", "pt": "ou", "nl": "of"}


def _twice(local: datetime) -> bool:
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def _offset(local: datetime) -> str:
    written = local.strftime("%z")
    return f"UTC{written[:3]}:{written[3:]}"
