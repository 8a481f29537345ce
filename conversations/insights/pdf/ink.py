"""Letters and colours of printed reports: those of the product, in Noto Sans for Latin, Greek and Cyrillic."""

from functools import cache
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

PLAIN, STRONG = "Baton", "Baton-Strong"
FOLDER = Path(__file__).parent / "fonts"
INK, INK_2, INK_3 = HexColor("#23211d"), HexColor("#56524a"), HexColor("#6d685f")
LINE, SUNKEN = HexColor("#e7e4de"), HexColor("#f6f5f2")
ACCENT, BAND = HexColor("#4f46c8"), HexColor("#dcdaf4")
GOOD, BAD, MARKED = HexColor("#23774c"), HexColor("#b42e26"), HexColor("#8f5a06")
OF_CHANGE = {"better": GOOD, "worse": BAD}


@cache
def load() -> None:
    """Make the letters known, once for each process."""
    pdfmetrics.registerFont(TTFont(PLAIN, FOLDER / "NotoSans-Regular.ttf"))
    pdfmetrics.registerFont(TTFont(STRONG, FOLDER / "NotoSans-SemiBold.ttf"))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=STRONG, italic=PLAIN, boldItalic=STRONG)


def style(
    size: float, colour: Color = INK, *, font: str = PLAIN, after: float = 0, before: float = 0
) -> ParagraphStyle:
    """A style of paragraphs."""
    name = f"{font} {size}"
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=size * 1.4,
        textColor=colour,
        spaceAfter=after,
        spaceBefore=before,
    )


def write(canvas: Canvas, text: str, *, at: tuple[float, float], size: float, colour: Color, font: str = PLAIN) -> None:
    """One line that begins at a place."""
    canvas.setFont(font, size)
    canvas.setFillColor(colour)
    canvas.drawString(*at, text)


def width(text: str, *, size: float, font: str = PLAIN) -> float:
    """How long the text is, in points."""
    return float(pdfmetrics.stringWidth(text, font, size))


def cut(text: str, most: float, *, size: float, font: str = PLAIN) -> str:
    """The text, shortened to so many points."""
    if width(text, size=size, font=font) <= most:
        return text
    while text and width(f"{text}…", size=size, font=font) > most:
        text = text[:-1]
    return f"{text.rstrip()}…"
