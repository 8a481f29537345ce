"""The pieces of a printed report that are drawn by hand: the tile of a figure, and its chart."""

from django.utils.translation import gettext, gettext_noop
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from conversations.insights import amounts
from conversations.insights.pdf import courses, ink
from conversations.insights.pdf.courses import Frame
from conversations.insights.pdf.sheet import Figure, Mark

TILE_HEIGHT, CHART_HEIGHT = 84, 146
PADDING, RADIUS, SPARK = 10, 6, 56
SAID = {
    "better": gettext_noop("{before} before: better, clearly"),
    "worse": gettext_noop("{before} before: worse, clearly"),
    "same": gettext_noop("{before} before: no clear change"),
}


class Tile(Flowable):
    """A figure with its interval, its change and its course."""

    def __init__(self, figure: Figure, width: float, *, currency: str) -> None:
        super().__init__()
        self.figure, self.width, self.height, self.currency = figure, width, TILE_HEIGHT, currency

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803  the library's names
        """How large it is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it from its lower left corner."""
        canvas, one = self.canv, self.figure
        inner, top = self.width - 2 * PADDING, self.height - PADDING
        canvas.setFillColor(ink.SUNKEN)
        canvas.roundRect(0, 0, self.width, self.height, RADIUS, stroke=0, fill=1)
        name = ink.cut(one.name, inner, size=8.5)
        ink.write(canvas, name, at=(PADDING, top - 8), size=8.5, colour=ink.INK_2)
        value = amounts.amount(one.unit, one.now.value, currency=self.currency)
        known = one.now.value is not None
        wished, colour = (19, ink.INK) if known else (13, ink.INK_3)
        size = min(wished, wished * (inner - SPARK - 6) / ink.width(value, size=wished, font=ink.STRONG))
        ink.write(canvas, value, at=(PADDING, top - 31), size=size, colour=colour, font=ink.STRONG)
        ink.write(canvas, self._interval(), at=(PADDING, top - 45), size=7, colour=ink.INK_3)
        change = ink.cut(self._change(), inner, size=7.5)
        shade = ink.OF_CHANGE.get(one.changed or "", ink.INK_3)
        ink.write(canvas, change, at=(PADDING, PADDING), size=7.5, colour=shade)
        low, high = courses.span(one.points, one.unit)
        courses.draw(canvas, one.points, Frame(self.width - PADDING - SPARK, top - 34, SPARK, 22, low, high), thick=1)

    def _interval(self) -> str:
        now = self.figure.now
        if now.value is None:
            return self.figure.note
        words = amounts.between(self.figure.unit, now.low, now.high, currency=self.currency)
        counted = amounts.rests_on(self.figure.unit, now.of)
        return ", ".join(part for part in (words, counted) if part)

    def _change(self) -> str:
        one = self.figure
        if one.before is None:
            return ""
        if one.before.value is None:
            return gettext("nothing to compare with")
        before = amounts.amount(one.unit, one.before.value, currency=self.currency)
        return gettext(SAID.get(one.changed or "", gettext_noop("{before} before"))).format(before=before)


class Chart(Flowable):
    """The course of a figure with its interval, an axis, and what was changed meanwhile."""

    def __init__(
        self, figure: Figure, width: float, *, buckets: tuple[str, ...], marks: tuple[Mark, ...], currency: str
    ) -> None:
        super().__init__()
        self.figure, self.width, self.height = figure, width, CHART_HEIGHT
        self.buckets, self.marks, self.currency = buckets, marks, currency

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """How large it is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it from its lower left corner."""
        one = self.figure
        title = simpleSplit(one.name, ink.STRONG, 9, self.width)[:1] or [""]
        ink.write(self.canv, title[0], at=(0, self.height - 9), size=9, colour=ink.INK, font=ink.STRONG)
        low, high = courses.span(one.points, one.unit)
        frame = Frame(42, 18, self.width - 42, self.height - 50, low, high)
        self._axes(frame)
        self._marks(frame)
        courses.draw(self.canv, one.points, frame)

    def _axes(self, frame: Frame) -> None:
        canvas = self.canv
        canvas.setLineWidth(0.5)
        for part in (0.0, 0.5, 1.0):
            value = frame.low + part * (frame.high - frame.low)
            y = frame.y(value)
            canvas.setStrokeColor(ink.LINE)
            canvas.line(frame.left, y, frame.left + frame.width, y)
            canvas.setFont(ink.PLAIN, 6.5)
            canvas.setFillColor(ink.INK_3)
            canvas.drawRightString(frame.left - 5, y - 2, self._edge(value))
        for at in sorted({0, (len(self.buckets) - 1) // 2, len(self.buckets) - 1} - {-1}):
            x = frame.left + (at + 0.5) * frame.width / len(self.buckets)
            canvas.drawCentredString(min(x, frame.left + frame.width - 14), 5, self.buckets[at])

    def _edge(self, value: float) -> str:
        """A value beside the axis: of shares all that is behind the point, since half of 15% is not 8%."""
        if self.figure.unit == "share":
            return amounts.percent(value, most_digits=2)
        return amounts.amount(self.figure.unit, value, currency=self.currency)

    def _marks(self, frame: Frame) -> None:
        canvas, top = self.canv, frame.bottom + frame.height
        for number, mark in enumerate(self.marks, 1):
            x = frame.left + mark.place * frame.width / max(len(self.buckets), 1)
            canvas.setStrokeColor(ink.MARKED)
            canvas.setLineWidth(0.6)
            canvas.setDash(2, 2)
            canvas.line(x, frame.bottom, x, top)
            canvas.setDash()
            canvas.setFont(ink.STRONG, 6)
            canvas.setFillColor(ink.MARKED)
            canvas.drawCentredString(x, top + 3 + (number % 2) * 6, str(number))
