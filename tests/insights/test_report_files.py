"""Reports as files: a PDF whose letters and numbers are there, a table that no spreadsheet runs, both over REST."""

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from agents.models import Role
from conversations.insights import amounts
from conversations.insights.pdf import pages
from conversations.insights.pdf.sheet import Figure, Mark, Row, Sheet, Table, Value
from conversations.insights.sending import tables
from conversations.models import Channel, EndedBy, Episode, Part
from tenants import speaking
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast

EXPORT = "/api/v1/reports/export"
WEEKS = tuple((date(2026, 8, 31) + timedelta(days=7 * n), date(2026, 9, 6) + timedelta(days=7 * n)) for n in range(12))


def figure(key: str, name: str, unit: str, value: float | None) -> Figure:
    points = [None if value is None else Value(value, value * 0.9, value * 1.1, 40) for _ in WEEKS]
    return Figure(
        key, name, unit, f"What {name} means.", Value(value, value and value * 0.95, value and value * 1.05, 480),
        Value(value and value * 0.9), "better", (*points[:5], None, *points[6:]),
    )  # fmt: skip


def sheet(title: str = "Weekly trust report", row: str = "Refunds") -> Sheet:
    figures = (
        figure("quality", "Resolution quality", "share", 0.81),
        figure("wait", "Time to a person", "seconds", 184.0),
        figure("cost", "Cost", "money", 3.4),
        figure("kept", "Promises kept", "share", None),
    )
    return Sheet(
        company="Larkfield Cycles",
        title=title,
        days=(WEEKS[0][0], WEEKS[-1][1]),
        compared=(date(2026, 6, 8), date(2026, 8, 30)),
        measured="Measured until 23 November 2026, 07:00 (Europe/Berlin)",
        currency="EUR",
        figures=figures,
        narrowed=("Team: Customer care",),
        buckets=WEEKS,
        marks=(Mark(3.5, date(2026, 9, 24), "Rules, version 4, by Ana"),),
        table=Table("topic", ("quality", "wait"), (Row(row, (Value(0.5, 0.4, 0.6, 90), None)),)),
    )


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_a_report_says_its_figures_on_two_pages() -> None:
    content = pages.write(sheet())
    assert len(PdfReader(io.BytesIO(content)).pages) <= 2
    text = text_of(content)
    for words in (
        "Larkfield Cycles",
        "31 August to 22 November 2026 · compared with 8 June to 30 August 2026",
        "Team: Customer care",
        "81%",
        "77% to 85%, from 480",
        "73% before: better, clearly",
        "3 min 4 s",
        "3.40 EUR",
        "no data",
        "24 Sep Rules, version 4, by Ana",
        "By topic",
        "What Resolution quality means.",
        "1 of",
    ):
        assert words in text, words


def test_letters_of_latin_greek_and_cyrillic_are_there_and_in_the_file() -> None:
    content = pages.write(sheet("Zufriedenheit, Łódź, Ελληνικά, Кириллица", "A <b>&amp;</b> \x07 row"))
    text = text_of(content)
    assert "Zufriedenheit, Łódź, Ελληνικά, Кириллица" in text
    assert "A <b>&amp;</b>" in text
    resources: Any = PdfReader(io.BytesIO(content)).pages[0]["/Resources"]
    fonts = [one.get_object() for one in resources["/Font"].values()]
    assert {str(one["/BaseFont"]).split("+")[1] for one in fonts if "+" in str(one["/BaseFont"])} == {
        "NotoSans-Regular",
        "NotoSans-SemiBold",
    }


def test_the_same_report_is_the_same_bytes() -> None:
    assert pages.write(sheet()) == pages.write(sheet())


def test_a_report_without_anything_is_a_report() -> None:
    empty = Sheet("Acme", "Report", (WEEKS[0][0], WEEKS[0][1]), None, "Nothing is measured yet.", "EUR", ())
    assert "Nothing is measured yet." in text_of(pages.write(empty))


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("share", 0.824, "82%"), ("share", 0.004, "0.4%"), ("share", 0.0, "0%"), ("share", 1.0, "100%"),
        ("share", 0.996, "99.6%"), ("seconds", 59.4, "59 s"), ("seconds", 200, "3 min 20 s"), ("seconds", 120, "2 min"),
        ("seconds", 7500, "2 h 5 min"), ("seconds", 190_000, "2 d 4 h"), ("count", 1204.0, "1,204"),
        ("count", 2.5, "2.5"), ("money", 3.204, "3.20 EUR"), ("score", 4.3, "4.30"), ("share", None, "no data"),
    ],
)  # fmt: skip
def test_figures_are_said_as_one_reads_them(unit: str, value: float | None, said: str) -> None:
    assert amounts.amount(unit, value, currency="EUR") == said


def test_figures_and_days_are_said_in_the_language_that_is_spoken() -> None:
    with speaking.in_language("de"):
        assert amounts.amount("share", 0.824) == "82\xa0%"
        assert amounts.amount("money", 1203.2, currency="EUR") == "1.203,20 EUR"
        assert amounts.days(date(2026, 11, 16), date(2026, 11, 22)) == "16. bis 22. November 2026"
        assert amounts.days(date(2026, 9, 28), date(2026, 10, 4)) == "28. September bis 4. Oktober 2026"
        assert "2 von 2" in text_of(pages.write(sheet()))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 16), date(2026, 11, 22), "16 to 22 November 2026"),
        (date(2026, 11, 22), date(2026, 11, 22), "22 November 2026"),
        (date(2026, 10, 26), date(2026, 11, 22), "26 October to 22 November 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 December 2025 to 4 January 2026"),
    ],
)
def test_days_are_said_as_one_reads_them(first: date, last: date, said: str) -> None:
    assert amounts.days(first, last) == said


def test_a_table_tells_figures_courses_marks_and_parts_and_runs_nothing() -> None:
    lines = list(csv.DictReader(io.StringIO(tables.of_figures(sheet(row='=HYPERLINK("x")')))))
    assert [one["what"] for one in lines[:5]] == ["figure"] * 4 + ["course"]
    first = lines[0]
    assert (first["metric"], first["value"], first["of"], first["from"]) == ("quality", "0.81", "480", "2026-08-31")
    assert (first["before"], first["changed"]) == ("0.729", "better")
    assert lines[3]["value"] == ""  # what nobody knows is empty, not 0
    assert sum(one["what"] == "course" for one in lines) == 33  # 3 known metrics, 11 of 12 weeks
    assert [one["name"] for one in lines if one["what"] == "mark"] == ["Rules, version 4, by Ana"]
    parts = [one for one in lines if one["what"] == "part"]
    assert [(one["by"], one["part"], one["value"]) for one in parts] == [
        ("topic", '\'=HYPERLINK("x")', "0.5"),
        ("topic", '\'=HYPERLINK("x")', ""),
    ]


@pytest.fixture
def desk(in_acme: Tenant, acme_client: Client) -> Client:
    ended = timezone.now() - timedelta(days=1)
    Episode.objects.bulk_create(
        Episode(
            number=1, channel=Channel.WIDGET, language="en", topic=topic, part=Part.ASSISTANT, ended_by=EndedBy.SILENCE,
            began_at=ended - timedelta(hours=1), ended_at=ended, row_at=ended, first_reply=4, mood_start=-0.5,
        )
        for topic in ("Refunds", "=1+1")
    )  # fmt: skip
    return cast.signed_in(acme_client, cast.agent("sam", Role.SUPERVISOR).email)


def test_a_report_is_exported_as_pdf_and_that_is_on_record(desk: Client) -> None:
    reply = desk.get(f"{EXPORT}?format=pdf&by=topic&metrics=volume,first_reply")
    assert (reply.status_code, reply["Content-Type"]) == (200, "application/pdf")
    assert reply["Content-Disposition"].startswith('attachment; filename="acme-report-')
    assert "By topic" in text_of(reply.content)
    assert AuditEntry.objects.filter(action="reports.exported").count() == 1


def test_episodes_are_exported_as_they_are_measured_and_hold_no_words(desk: Client) -> None:
    reply: Any = desk.get(f"{EXPORT}?format=csv&content=episodes")
    lines = list(csv.DictReader(io.StringIO(b"".join(reply.streaming_content).decode())))
    assert sorted((one["topic"], one["first_reply"], one["mood_start"], one["satisfaction"]) for one in lines) == [
        ("'=1+1", "4", "-0.5", ""),
        ("Refunds", "4", "-0.5", ""),
    ]


@pytest.mark.parametrize(
    ("query", "param"),
    [("format=xls", "format"), ("format=pdf&content=episodes", "format"), ("metrics=luck", "metrics"), ("by=x", "by")],
)
def test_a_wrong_export_names_the_field_and_leaves_no_record(desk: Client, query: str, param: str) -> None:
    reply = desk.get(f"{EXPORT}?{query}")
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, param)
    assert not AuditEntry.objects.filter(action="reports.exported").exists()
