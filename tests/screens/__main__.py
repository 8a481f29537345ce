"""`make screens`: a picture of every page, wide and on a phone, light and dark, and one page to look at them all."""

import argparse
import html
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

from config.bootstrap import ROOT
from conversations.demo.content import company
from tests import chromium
from tests.ports import free_port
from tests.screens import guides, pages
from tests.screens.pages import Screen

WIDE, PHONE = (1440, 900), (390, 844)
SIZES = {"wide": WIDE, "phone": PHONE}
SCHEMES = ("light", "dark")
READY_SECONDS = 180
RESULTS = ROOT / ".screens"
STYLE = "body{font:14px system-ui;margin:24px}figure{display:inline-block;margin:0 12px 24px 0;vertical-align:top}"


def main() -> int:
    """Take the pictures; 1 when a page did not come."""
    parser = argparse.ArgumentParser(description="Take a picture of every page of the demo.")
    parser.add_argument("--only", default="", help="names that begin so, with commas: inbox,rules")
    parser.add_argument("--language", default="en", help="of the reader, such as de")
    parser.add_argument("--guides", action="store_true", help="take those that stand in docs/guides, into docs/images")
    parser.add_argument("--port", type=int, default=0, help="of a demo that runs already")
    asked = parser.parse_args()
    only = tuple(asked.only.split(",")) if asked.only else ("",)
    wanted = [one for one in (guides.SCREENS if asked.guides else pages.ALL) if one.name.startswith(only)]
    expect.set_options(timeout=20_000)
    with demo(asked.port) as port, sync_playwright() as playwright:
        browser = chromium.launched(playwright)
        taking = Taking(browser, port, language=asked.language, folder=RESULTS / asked.language)
        troubles = taking.guides(wanted) if asked.guides else taking.all(wanted)
        browser.close()
    if not asked.guides:
        print(f"{len(wanted)} pages: {taking.contact_sheet()}")
    print("\n".join(troubles), end="\n" if troubles else "")
    return 1 if troubles else 0


@contextmanager
def demo(port: int) -> Iterator[int]:
    """The port of a running demo: of one that runs already, or of one that is started for the pictures."""
    if port:
        yield port
        return
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "PORT": str(port), "BATON_DATA": folder}
        process = subprocess.Popen([sys.executable, "-m", "config.supervisor"], env=env, cwd=ROOT)
        try:
            _wait_for(f"http://localhost:{port}/demo/")
            yield port
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def _wait_for(address: str) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        try:
            with urlopen(address) as answer:  # noqa: S310  it is our own
                if answer.status == 200:
                    return
        except URLError:
            time.sleep(1)
    raise TimeoutError(f"{address} did not answer within {READY_SECONDS} s")


class Taking:
    """A browser that goes from page to page, signed in as whoever sees it."""

    def __init__(self, browser: Browser, port: int, *, language: str, folder: Path) -> None:
        self._browser, self._port, self._language, self._folder = browser, port, language, folder

    def all(self, screens: list[Screen]) -> list[str]:
        """Every page in both sizes and both themes; what did not come, a line each."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        troubles = []
        for who, theirs in groupby(sorted(screens, key=lambda one: one.who or ""), key=lambda one: one.who):
            context = self._signed_in(who)
            for screen in theirs:
                for size in SIZES:
                    try:
                        self._take(context, screen, size)
                    except (Error, AssertionError) as error:
                        troubles.append(f"{screen.name}, {size}: {str(error).splitlines()[0]}")
            context.close()
        return troubles

    def guides(self, screens: list[Screen]) -> list[str]:
        """The pictures of the guides, small enough to be read with them."""
        for shot in screens:
            context = self._signed_in(shot.who)
            page = self._open(context, shot, guides.SIZE)
            for scheme in SCHEMES:
                self._wear(page, scheme)
                place = guides.place(shot.name, scheme)
                raw = place.with_suffix(".png")
                page.screenshot(path=raw)
                with Image.open(raw) as drawn:
                    drawn.save(place, "WEBP", quality=80, method=6)
                raw.unlink()
            context.close()
        return []

    def contact_sheet(self) -> Path:
        """A page that shows all of them."""
        names = sorted({place.stem.rsplit("-", 2)[0] for place in self._folder.glob("*.png")})
        shown = "".join(
            f"<h2>{html.escape(name)}</h2>"
            + "".join(
                f'<figure><a href="{name}-{size}-{scheme}.png"><img loading="lazy" height="420" '
                f'src="{name}-{size}-{scheme}.png" alt=""></a><figcaption>{size}, {scheme}</figcaption></figure>'
                for size in SIZES
                for scheme in SCHEMES
            )
            for name in names
        )
        sheet = self._folder / "index.html"
        sheet.write_text(f"<!doctype html><meta charset=utf-8><title>Screens</title><style>{STYLE}</style>{shown}")
        return sheet

    def _signed_in(self, who: str | None) -> BrowserContext:
        context = self._browser.new_context(locale=self._language, viewport={"width": WIDE[0], "height": WIDE[1]})
        context.set_default_timeout(20_000)
        if who:
            page = context.new_page()
            page.goto(f"http://{pages.DEMO}:{self._port}/")
            page.locator("input[type=email]").fill(f"{who}@larkfield.example")
            page.locator("input[type=password]").fill(company().password)
            page.keyboard.press("Enter")
            expect(page.get_by_role("main")).to_be_visible()
            page.close()
        return context

    def _open(self, context: BrowserContext, screen: Screen, size: tuple[int, int]) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"http://{screen.host}:{self._port}{screen.path}")
        pages.settled(page)
        if screen.then:
            screen.then(page)
            pages.settled(page)
        return page

    def _take(self, context: BrowserContext, screen: Screen, size: str) -> None:
        page = self._open(context, screen, SIZES[size])
        for scheme in SCHEMES:
            self._wear(page, scheme)
            page.screenshot(path=self._folder / f"{screen.name}-{size}-{scheme}.png")
        page.close()

    def _wear(self, page: Page, scheme: str) -> None:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.wait_for_timeout(300)  # colours move for a moment


if __name__ == "__main__":
    sys.exit(main())
