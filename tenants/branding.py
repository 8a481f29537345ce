"""How a company looks: its logo, and its colour moved until white words on it can be read, never trusted.

The colour's arithmetic is that of `frontend/src/shared/contrast.ts`: the server can say what the widget will show.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tenants.models import Tenant

READABLE = 4.5  # WCAG 2.2 AA for text
STEP = 0.04  # of the way to black
INK = "#ffffff"

Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Accent:
    """The colour that was chosen and the one that is used under the words, each with its contrast to them."""

    given: str
    used: str
    text: str
    contrast_given: float
    contrast_used: float


def accent(given: str) -> Accent:
    """What becomes of the colour `#rrggbb`."""
    used = next(shade for shade in _darker(given) if contrast(shade, INK) >= READABLE)
    return Accent(given, used, INK, round(contrast(given, INK), 2), round(contrast(used, INK), 2))


def logo_path(tenant: Tenant) -> str | None:
    """Where the tenant's logo is on its own host, or None without one."""
    return f"/logo/{tenant.logo}" if tenant.logo else None


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted([_luminance(one), _luminance(other)])
    return (high + 0.05) / (low + 0.05)


def _darker(colour: str) -> Iterator[str]:
    """The colour, then the same ever nearer to black."""
    yield colour
    start = _rgb(colour)
    share = 0.0
    while share < 1:
        at = min(1.0, share + STEP)
        yield "#" + "".join(f"{int(channel - channel * at + 0.5):02x}" for channel in start)
        share += STEP


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _rgb(colour: str) -> Rgb:
    number = int(colour[1:], 16)
    return number >> 16, number >> 8 & 255, number & 255
