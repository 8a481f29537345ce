"""The course of a figure as a line with its interval, small in a tile and large in a chart."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from conversations.insights.pdf import ink
from conversations.insights.pdf.sheet import Value

Known = tuple[float, Value]  # the middle of its bucket along the width, and the value
WHOLE_SHARE = 1.0


@dataclass(frozen=True)
class Frame:
    """Where a course is drawn, in points, and which values are at its foot and its head."""

    left: float
    bottom: float
    width: float
    height: float
    low: float
    high: float

    def y(self, value: float) -> float:
        """How high a value is drawn."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom + min(max(share, 0.0), 1.0) * self.height


def span(points: Sequence[Value | None], unit: str) -> tuple[float, float]:
    """The lowest and highest value that a chart of these shows, at numbers that read well."""
    values = [edge for one in points if one is not None for edge in (one.low, one.value, one.high) if edge is not None]
    if not values:
        return 0.0, 1.0
    low, high = min(values), max(values)
    if unit in {"share", "seconds", "count", "money"}:
        low = min(0.0, low)
    step = _step((high - low) or abs(high) or 1.0)
    bottom, top = math.floor(low / step) * step, math.ceil(high / step) * step
    if top <= bottom:
        top = bottom + step
    return bottom, min(top, WHOLE_SHARE) if unit == "share" else top


def draw(canvas: Canvas, points: Sequence[Value | None], frame: Frame, *, thick: float = 1.2) -> None:
    """The interval as a band and the values as a line, both with gaps where nothing counted."""
    for stretch in _stretches(points, frame):
        _band(canvas, stretch, frame)
    canvas.setStrokeColor(ink.ACCENT)
    canvas.setFillColor(ink.ACCENT)
    canvas.setLineWidth(thick)
    for stretch in _stretches(points, frame):
        path = canvas.beginPath()
        for number, (x, one) in enumerate(stretch):
            move = path.lineTo if number else path.moveTo
            move(x, frame.y(one.value or 0.0))
        canvas.drawPath(path, stroke=1, fill=0)
        if len(stretch) == 1:
            canvas.circle(stretch[0][0], frame.y(stretch[0][1].value or 0.0), thick, stroke=0, fill=1)


def _stretches(points: Sequence[Value | None], frame: Frame) -> Iterator[list[Known]]:
    step = frame.width / max(len(points), 1)
    placed = [(frame.left + (at + 0.5) * step, one) for at, one in enumerate(points)]
    for known, found in groupby(placed, key=lambda each: each[1] is not None and each[1].value is not None):
        if known:
            yield [(x, one) for x, one in found if one is not None]


def _band(canvas: Canvas, stretch: list[Known], frame: Frame) -> None:
    edges = [(x, one.low, one.high) for x, one in stretch if one.low is not None and one.high is not None]
    if len(edges) < 2:
        return
    path = canvas.beginPath()
    path.moveTo(edges[0][0], frame.y(edges[0][2] or 0.0))
    for x, _low, high in edges[1:]:
        path.lineTo(x, frame.y(high or 0.0))
    for x, low, _high in reversed(edges):
        path.lineTo(x, frame.y(low or 0.0))
    path.close()
    canvas.setFillColor(ink.BAND)
    canvas.drawPath(path, stroke=0, fill=1)


def _step(length: float) -> float:
    """1, 2 or 5 times a power of ten, of which two to five make the length."""
    power = 10.0 ** math.floor(math.log10(length / 2))
    return next(factor * power for factor in (1, 2, 5, 10) if length / (factor * power) <= 5)
