"""Chromium from Debian, and the pages of the story."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.running import Running

PICTURES = os.environ.get("BATON_PICTURES", "")  # a folder; without it no picture is taken, which is quicker
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


expect.set_options(timeout=20_000)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, which `make test` installs; ends with these tests, for no event loop starts beside its own."""
    found = shutil.which("chromium")
    assert found, "Chromium is missing: `make test` installs Debian's package when run as root"
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=found, args=FLAGS) as launched:
        yield launched


@pytest.fixture
def people(browser: Browser) -> Iterator["People"]:
    """Separate browsers for separate people; whatever a page logs as an error fails the test."""
    made = People(browser)
    yield made
    made.leave()


class People:
    """Opens a browser of its own for each person of a story."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.errors: list[str] = []

    def page(self, *, width: int = 1440, height: int = 900, dark: bool = False) -> Page:
        """A new person's page."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale="en-GB",
        )
        context.set_default_timeout(20_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)
        return page

    def leave(self) -> None:
        """Close all of them; AssertionError when a page complained."""
        for number, context in enumerate(self.contexts):
            for page in context.pages:
                picture(page, f"last-of-{number}")
            context.close()
        assert not self.errors, self.errors


def picture(page: Page, name: str) -> None:
    """Keep a screenshot where they are wanted."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


def address(running: Running, host: str, path: str) -> str:
    """A page's address; Chromium resolves every *.localhost itself."""
    return running.address(host, path)
