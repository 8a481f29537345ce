"""Puts a report on its pages: figures first, then their courses with what was changed, tables, and definitions."""

import io
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import escape

from django.utils import dateformat
from django.utils.translation import gettext
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, KeepTogether, PageTemplate, Paragraph, Spacer
from reportlab.platypus import Frame as Room
from reportlab.platypus import Table as Grid

from conversations.insights import amounts
from conversations.insights.pdf import ink
from conversations.insights.pdf.pieces import Chart, Tile
from conversations.insights.pdf.sheet import Figure, Sheet, Table, Value
from tenants import speaking

WIDTH, HEIGHT = A4
MARGIN, GAP, FOOT = 42, 10, 34
INNER = WIDTH - 2 * MARGIN
IN_A_ROW, CHARTS_IN_A_ROW = 3, 2
BEGINNING = 150  # of a table: its heading and some rows stand together
MOST_CHARTS, MOST_COLUMNS, MOST_ROWS, MOST_MARKS = 4, 5, 25, 12


def write(sheet: Sheet) -> bytes:
    """The report as a PDF; the same report is the same bytes."""
    ink.load()
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{sheet.title}, {amounts.days(*sheet.days)}",
        author=sheet.company,
        creator="Baton",
        lang=speaking.now(),
        invariant=1,
    )
    room = Room(MARGIN, FOOT + 10, INNER, HEIGHT - MARGIN - FOOT - 10, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[room]))
    document.build(_story(sheet), canvasmaker=_numbered(sheet))
    return out.getvalue()


def _story(sheet: Sheet) -> list[Flowable]:
    story: list[Flowable] = [
        _text(sheet.company, size=9, colour=ink.INK_2),
        _text(sheet.title, size=20, font=ink.STRONG, after=2),
        _text(_period(sheet), size=10, colour=ink.INK_2),
        *(_text(line, size=8.5, colour=ink.INK_2) for line in sheet.narrowed),
        Spacer(0, 12),
        *_tiles(sheet),
        *_charts(sheet),
    ]
    if sheet.table is not None and sheet.table.rows:
        story += _table(sheet, sheet.table)
    return [*story, *_definitions(sheet)]


def _period(sheet: Sheet) -> str:
    told = amounts.days(*sheet.days)
    if sheet.compared is None:
        return told
    return gettext("{days} · compared with {others}").format(days=told, others=amounts.days(*sheet.compared))


def _tiles(sheet: Sheet) -> list[Flowable]:
    width = (INNER - GAP * (IN_A_ROW - 1)) / IN_A_ROW
    tiles = [Tile(figure, width, currency=sheet.currency) for figure in sheet.figures]
    return [_side_by_side(tiles[at : at + IN_A_ROW], width, IN_A_ROW) for at in range(0, len(tiles), IN_A_ROW)]


def _charts(sheet: Sheet) -> list[Flowable]:
    drawn = [figure for figure in sheet.figures if sum(_known(one) for one in figure.points) > 1][:MOST_CHARTS]
    if not drawn:
        return []
    width, marks = (INNER - 2 * GAP) / CHARTS_IN_A_ROW, sheet.marks[:MOST_MARKS]
    begins = tuple(_short(first) for first, _last in sheet.buckets)
    charts = [Chart(one, width, buckets=begins, marks=marks, currency=sheet.currency) for one in drawn]
    rows = [
        _side_by_side(charts[at : at + CHARTS_IN_A_ROW], width, CHARTS_IN_A_ROW)
        for at in range(0, len(charts), CHARTS_IN_A_ROW)
    ]
    legend = [
        _text(f"<b>{number}</b>  {_short(mark.day)}  {escape(mark.title)}", size=7.5, colour=ink.INK_2, raw=sheet)
        for number, mark in enumerate(marks, 1)
    ]
    says = gettext("The band is the 95% interval.")
    if marks:
        says = gettext("The band is the 95% interval; dashed lines are what was changed, listed below.")
    heading = _heading(gettext("How it went"), says)
    return [KeepTogether([*heading, rows[0]]), *rows[1:], *legend]


def _table(sheet: Sheet, table: Table) -> list[Flowable]:
    columns = [figure for key in table.columns for figure in sheet.figures if figure.key == key][:MOST_COLUMNS]
    small, head = ink.style(8), ink.style(7.5, ink.INK_2, font=ink.STRONG)
    lines: list[list[Any]] = [[Paragraph("", head), *(Paragraph(escape(one.name), head) for one in columns)]]
    for row in table.rows[:MOST_ROWS]:
        cells = [
            Paragraph(_cell(figure, one, sheet.currency), small)
            for figure, one in zip_longest(columns, row.values[: len(columns)])
        ]
        lines.append([Paragraph(escape(row.name), small), *cells])
    name = INNER * 0.24
    widths = [name, *([(INNER - name) / len(columns)] * len(columns))]
    grid = Grid(lines, colWidths=widths, repeatRows=1, hAlign="LEFT")
    grid.setStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, ink.LINE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ]
    )
    left = table.left_out + max(0, len(table.rows) - MOST_ROWS)
    told = gettext("{count} more in the console.").format(count=left)
    more = [_text(told, size=7.5, colour=ink.INK_3)] if left else []
    heading = _heading(
        gettext("By {dimension}").format(dimension=table.dimension),
        gettext("In grey the 95% interval and the number of cases."),
    )
    return [CondPageBreak(BEGINNING), *heading, grid, *more]


def _cell(figure: Figure, one: Value | None, currency: str) -> str:
    if one is None or one.value is None:
        return f'<font color="{ink.INK_3.hexval().replace("0x", "#")}">{amounts.nothing()}</font>'
    said = amounts.amount(figure.unit, one.value, currency=currency)
    interval = amounts.between(figure.unit, one.low, one.high, currency=currency)
    grey = ink.INK_3.hexval().replace("0x", "#")
    beside = ", ".join(part for part in (interval, amounts.rests_on(figure.unit, one.of)) if part)
    return f'<b>{escape(said)}</b><br/><font size="6.5" color="{grey}">{escape(beside)}</font>'


def _definitions(sheet: Sheet) -> list[Flowable]:
    notes = [
        _text(f"<b>{escape(one.name)}.</b> {escape(one.definition)}", size=7, colour=ink.INK_2, after=2, raw=sheet)
        for one in sheet.figures
    ]
    says = gettext("Every figure and the conversations behind it are in the console, under Reports.")
    heading = _heading(gettext("How these figures are worked out"), says)
    return [KeepTogether([*heading, *notes[:1]]), *notes[1:]]


def _heading(title: str, says: str) -> list[Flowable]:
    return [
        Spacer(0, 12),
        _text(title, size=12, font=ink.STRONG),
        _text(says, size=7.5, colour=ink.INK_3, after=5),
    ]


def _side_by_side(pieces: Sequence[Flowable], width: float, count: int) -> Flowable:
    row: list[Any] = [*pieces, *([""] * (count - len(pieces)))]
    gap = (INNER - width * count) / max(count - 1, 1)
    widths = [width + gap] * (count - 1) + [width]
    grid = Grid([row], colWidths=widths, hAlign="LEFT", spaceAfter=GAP)
    grid.setStyle([(side, (0, 0), (-1, -1), 0) for side in ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING")])
    grid.setStyle([("BOTTOMPADDING", (0, 0), (-1, -1), 0)])
    return grid


def _text(
    text: str, *, size: float, colour: Any = ink.INK, font: str = ink.PLAIN, after: float = 0, raw: Sheet | None = None
) -> Paragraph:
    """A paragraph; the caller has escaped the text where it says `raw`."""
    return Paragraph(text if raw else escape(text), ink.style(size, colour, font=font, after=after))


def _short(day: date) -> str:
    return dateformat.format(day, gettext("j M"))


def _known(one: Value | None) -> bool:
    return one is not None and one.value is not None


def _numbered(sheet: Sheet) -> type[Canvas]:
    """A canvas that writes the foot of each page once it is known how many there are."""

    class Numbered(Canvas):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self.kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802
            self.kept.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined]

        def save(self) -> None:
            for number, state in enumerate(self.kept, 1):
                self.__dict__.update(state)
                _foot(self, sheet, number=number, of=len(self.kept))
                super().showPage()
            super().save()

    return Numbered


def _foot(canvas: Canvas, sheet: Sheet, *, number: int, of: int) -> None:
    canvas.setStrokeColor(ink.LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, FOOT, WIDTH - MARGIN, FOOT)
    ink.write(canvas, sheet.measured, at=(MARGIN, FOOT - 12), size=7, colour=ink.INK_3)
    canvas.setFont(ink.PLAIN, 7)
    canvas.drawRightString(WIDTH - MARGIN, FOOT - 12, gettext("{number} of {of}").format(number=number, of=of))
