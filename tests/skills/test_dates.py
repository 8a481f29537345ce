"""Days and times are found in the customer's own words, in seven languages, by the clocks of a zone."""

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.skills import dates, saying
from assistant.skills.dates.tongues import TONGUES

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
SUNDAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

DAYS = [
    ("en", "next Tuesday afternoon", "2026-11-24"),
    ("en", "not Tuesday, Wednesday please", "2026-11-25"),
    ("en", "I can't do Tuesday. Friday?", "2026-11-27"),
    ("en", "move it from Tuesday to Thursday", "2026-11-26"),
    ("en", "Monday, no wait, Thursday", "2026-11-26"),
    ("en", "Tuesday or Wednesday", "2026-11-24"),
    ("en", "the 24th of November", "2026-11-24"),
    ("en", "Nov 30 works", "2026-11-30"),
    ("en", "on the 3rd", "2026-12-03"),
    ("en", "3 January", "2027-01-03"),
    ("en", "24/11", "2026-11-24"),
    ("en", "2026-12-01", "2026-12-01"),
    ("en", "in two weeks", "2026-12-06"),
    ("en", "next week", "2026-11-23/2026-11-29"),
    ("en", "some day in December", "2026-12-01/2026-12-31"),
    ("en", "I may come on Friday", "2026-11-27"),
    ("en", "Fri morning", "2026-11-27"),
    ("en", "mardi", "2026-11-24"),
    ("de", "übermorgen vormittag", "2026-11-24"),
    ("de", "morgen früh", "2026-11-23"),
    ("de", "nicht am Montag, sondern am Mittwoch", "2026-11-25"),
    ("de", "am 24.11. um 10.30 Uhr", "2026-11-24"),
    ("de", "nächste Woche Dienstag", "2026-11-24"),
    ("de", "in drei Tagen", "2026-11-25"),
    ("de", "am 3. Dezember", "2026-12-03"),
    ("fr", "le 1er décembre", "2026-12-01"),
    ("fr", "après-demain matin", "2026-11-24"),
    ("fr", "dans deux semaines", "2026-12-06"),
    ("fr", "la semaine prochaine", "2026-11-23/2026-11-29"),
    ("es", "mañana por la mañana", "2026-11-23"),
    ("es", "pasado mañana", "2026-11-24"),
    ("es", "el martes que viene", "2026-11-24"),
    ("es", "el 24 de noviembre de 2026", "2026-11-24"),
    ("it", "martedì prossimo", "2026-11-24"),
    ("it", "dopodomani", "2026-11-24"),
    ("it", "fra tre giorni", "2026-11-25"),
    ("pt", "depois de amanhã", "2026-11-24"),
    ("pt", "na próxima quinta", "2026-11-26"),
    ("pt", "dia 24 de novembro", "2026-11-24"),
    ("nl", "overmorgen", "2026-11-24"),
    ("nl", "volgende week woensdag", "2026-11-25"),
    ("nl", "op 24 november", "2026-11-24"),
]
TIMES = [
    ("en", "tomorrow at 3", "15:00"),
    ("en", "at half past two", "14:30"),
    ("en", "10:30", "10:30"),
    ("en", "11am", "11:00"),
    ("en", "8.15 pm", "20:15"),
    ("en", "after 3 pm", "15:00-24:00"),
    ("en", "before noon or before 11", "00:00-11:00"),
    ("en", "between 2 and 4 pm", "14:00-16:00"),
    ("en", "Tuesday afternoon", "12:00-17:00"),
    ("en", "ten o'clock", "10:00"),
    ("de", "um 15 Uhr", "15:00"),
    ("de", "morgen um halb neun", "08:30"),
    ("de", "10 Uhr 45", "10:45"),
    ("de", "ab 16 Uhr", "16:00-24:00"),
    ("de", "vormittags", "00:00-12:00"),
    ("fr", "vers 14h30", "14:30"),
    ("fr", "à trois heures et demie", "15:30"),
    ("fr", "l'après-midi", "12:00-17:00"),
    ("es", "a las 3 de la tarde", "15:00"),
    ("es", "a las diez y media", "10:30"),
    ("es", "mañana por la mañana", "00:00-12:00"),
    ("it", "alle tre e mezza", "15:30"),
    ("it", "dopo le 16", "16:00-24:00"),
    ("pt", "às 10h30", "10:30"),
    ("pt", "amanhã de manhã", "00:00-12:00"),
    ("nl", "om half drie", "14:30"),
    ("nl", "na 15.00 uur", "15:00-24:00"),
]
NOTHING = [
    ("en", "good morning, I need an appointment"),
    ("de", "guten Morgen, ich hätte gern einen Termin"),
    ("es", "buenas tardes, quiero una cita"),
    ("nl", "goedemorgen, ik wil graag een afspraak maken"),
    ("en", "my order LC-104233 over 250 euros"),
    ("en", "my number is +49 171 1234567"),
    ("en", "2 bikes please"),
    ("en", "31 February"),
    ("pt", "bom dia"),
]


@pytest.mark.parametrize(("language", "text", "expected"), DAYS)
def test_a_day_is_found(language: str, text: str, expected: str) -> None:
    found = dates.days(text, now=SUNDAY, zone=BERLIN, language=language)
    assert found is not None
    assert found.value == expected
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(("language", "text", "expected"), TIMES)
def test_a_time_is_found(language: str, text: str, expected: str) -> None:
    found = dates.time_of_day(text, now=SUNDAY, zone=BERLIN, language=language)
    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_greetings_numbers_and_impossible_days_are_no_time(language: str, text: str) -> None:
    assert dates.days(text, now=SUNDAY, zone=BERLIN, language=language) is None
    assert dates.time_of_day(text, now=SUNDAY, zone=BERLIN, language=language) is None


def test_english_in_america_puts_the_month_first() -> None:
    found = [dates.day("12/1", now=SUNDAY, zone=zone, language="en") for zone in (BERLIN, NEW_YORK)]
    assert [one.value for one in found if one] == ["2027-01-12", "2026-12-01"]


def test_today_is_told_by_the_clocks_of_the_zone() -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    found = [dates.day("today", now=late, zone=zone, language="en") for zone in (BERLIN, NEW_YORK)]
    assert [one.value for one in found if one] == ["2026-11-23", "2026-11-22"]


def test_a_span_is_no_day() -> None:
    assert dates.day("next week", now=SUNDAY, zone=BERLIN, language="en") is None
    found = dates.days("next week", now=SUNDAY, zone=BERLIN, language="en")
    assert found is not None
    assert [str(one) for one in dates.first_and_last(found.value)] == ["2026-11-23", "2026-11-29"]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 365 * 24 * 12), st.sampled_from(sorted(TONGUES)))
def test_what_we_write_we_read_back(five_minutes: int, language: str) -> None:
    at = SUNDAY + timedelta(minutes=5 * five_minutes)
    found = dates.moment(saying.moment(at, BERLIN, language), now=SUNDAY, zone=BERLIN, language=language)
    assert found is not None
    assert datetime.fromisoformat(found.value) == at


def test_both_hours_of_the_night_when_clocks_go_back_are_read_back() -> None:
    for language, hour in product(TONGUES, (0, 1)):
        at = datetime(2027, 10, 31, hour, 30, tzinfo=UTC)
        found = dates.moment(saying.moment(at, BERLIN, language), now=SUNDAY, zone=BERLIN, language=language)
        assert found is not None
        assert datetime.fromisoformat(found.value) == at


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.sampled_from(sorted(TONGUES)))
def test_no_text_is_too_strange(text: str, language: str) -> None:
    dates.days(text, now=SUNDAY, zone=BERLIN, language=language)
    dates.time_of_day(text, now=SUNDAY, zone=BERLIN, language=language)
