"""Amounts, dates and times are written as the customer's language writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from assistant.skills import saying

BERLIN = ZoneInfo("Europe/Berlin")
NARROW, WIDE = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "€1,234.50"),
        ("de", "1.234,50 €"),
        ("fr", "1 234,50 €"),
        ("es", "1.234,50 €"),
        ("it", "1.234,50 €"),
        ("pt", "1 234,50 €"),
        ("nl", "€ 1.234,50"),
    ],
)
def test_an_amount_is_written_as_in_the_language(language: str, said: str) -> None:
    written = saying.money(Decimal("1234.50"), "EUR", language)
    assert written.replace(NARROW, " ").replace(WIDE, " ") == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Tuesday, 24 November 2026"),
        ("de", "Dienstag, 24. November 2026"),
        ("fr", "mardi 24 novembre 2026"),
        ("es", "martes, 24 de noviembre de 2026"),
        ("it", "martedì 24 novembre 2026"),
        ("pt", "terça-feira, 24 de novembro de 2026"),
        ("nl", "dinsdag 24 november 2026"),
        ("ja", "Tuesday, 24 November 2026"),
    ],
)
def test_a_day_is_written_with_its_month_in_words(language: str, said: str) -> None:
    assert saying.day(date(2026, 11, 24), language) == said


def test_a_moment_is_told_by_the_clocks_of_the_zone() -> None:
    at = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
    assert saying.moment(at, BERLIN, "en") == "Thursday, 2 July 2026, 00:30"


def test_an_hour_that_comes_twice_says_which_one_it_is() -> None:
    first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert saying.clock(first, BERLIN, "de") == "02:30 (UTC+02:00)"
    assert saying.clock(second, BERLIN, "de") == "02:30 (UTC+01:00)"


def test_a_list_ends_with_or_in_the_language() -> None:
    assert saying.listed(["one"], "en") == "one"
    assert saying.listed(["heute", "morgen", "Freitag"], "de") == "heute, morgen oder Freitag"
