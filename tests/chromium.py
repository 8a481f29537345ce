"""Debian's Chromium, and how it is started for tests."""

import shutil

from playwright.sync_api import Browser, Playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launched(playwright: Playwright) -> Browser:
    """A new one; AssertionError when nobody installed it."""
    found = shutil.which("chromium")
    assert found, "Chromium is missing: `make test` installs Debian's package when run as root"
    return playwright.chromium.launch(executable_path=found, args=FLAGS)
