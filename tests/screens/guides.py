"""The pictures that stand in `docs/guides`: what each shows, and where it is kept."""

from pathlib import Path

from config.bootstrap import ROOT
from tests.screens import pages

IMAGES = ROOT / "docs" / "images"
SIZE = (1280, 800)
NAMES = ("conversation-waiting", "control-preview", "rules", "knowledge")
SCREENS = [one for one in pages.ALL if one.name in NAMES]


def place(name: str, scheme: str) -> Path:
    """The file of a picture in a theme."""
    return IMAGES / f"{name}-{scheme}.webp"
