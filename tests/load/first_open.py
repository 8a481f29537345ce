"""`python -m tests.load first_open`: how soon a customer with a slow phone sees the widget after the first press.

A real browser with an empty cache opens a page with the widget, with a quarter of this machine's processor and the
network of Lighthouse's slow phone: 1.6 Mbit/s, and 150 ms for each request. It counts from the press on the launcher to
the second frame after the panel was drawn. The floor is an iframe with one small picture from the same host, under the
same brakes. What a first connection costs besides (names, TLS) is not in it, for the floor no less.
"""

import argparse
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tenants.embedded.postgres import Server
from tests import chromium, database
from tests.load import application, company
from tests.load.screen import HOST, SLUG
from tests.load.wakeup import DATA

NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
SLOWER = 4  # times, the processor
SITE = "/a-page-of-the-company/"  # of the same site as the frame, so that the brakes on the page hold for the frame too
PAGE = """<!doctype html><html lang="en"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script async src="{origin}/widget.js"></script><h1>Bicycles</h1><p>{words}</p>"""
# The milliseconds from the press to the second frame after the panel was drawn, and how far the page moved meanwhile.
PRESS = """
async () => {
  const root = document.querySelector('#baton').shadowRoot, panel = root.querySelector('.panel');
  let moved = 0;
  const shifts = (list) => list.getEntries().forEach((one) => { moved += one.value; });
  new PerformanceObserver(shifts).observe({ type: 'layout-shift', buffered: true });
  const begin = performance.now();
  root.querySelector('.launcher').click();
  await new Promise((done) => {
    const look = () => panel.dataset.state === 'drawn' && done();
    new MutationObserver(look).observe(panel, { attributes: true });
  });
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  return [performance.now() - begin, moved];
}
"""
FLOOR = """
async (address) => {
  const frame = document.createElement('iframe'), begin = performance.now();
  frame.src = address;
  document.body.append(frame);
  await new Promise((done) => frame.addEventListener('load', done));
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  frame.remove();
  return performance.now() - begin;
}
"""
# What the frame fetched until now: name, when it was asked for and was there, and its bytes on the line.
FETCHED = """
() => performance.getEntriesByType('resource').map(({ name, startTime, responseEnd, transferSize }) =>
  ({ name, startTime, responseEnd, transferSize }))
"""


@contextmanager
def visit(browser: Browser, origin: str, *, locale: str = "en-GB") -> Iterator[Page]:
    """A page on a slow phone, with the launcher of the company behind `origin`."""
    with browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, locale=locale
    ) as context:
        page = context.new_page()
        held = PAGE.format(origin=origin, words="They are built by hand. " * 40)
        page.route(f"{origin}{SITE}", lambda route: route.fulfill(body=held, content_type="text/html"))
        brakes = context.new_cdp_session(page)
        brakes.send("Network.enable")
        brakes.send("Network.emulateNetworkConditions", NETWORK)
        brakes.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(f"{origin}{SITE}")
        page.locator("#baton").wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        yield page


def press(page: Page) -> tuple[float, float]:
    """Open the chat: the milliseconds it took, and how far it moved the page (Cumulative Layout Shift)."""
    taken, moved = page.evaluate(PRESS)
    return taken, moved


def fetched(page: Page, origin: str) -> list[dict[str, Any]]:
    """What the widget's frame fetched."""
    frame = next(one for one in page.frames if one.url.startswith(f"{origin}/widget/"))
    found: list[dict[str, Any]] = frame.evaluate(FETCHED)
    return found


def measure(browser: Browser, origin: str, times: int) -> None:
    """Print the table."""
    floors, taken = [], []
    for number in range(times):
        with visit(browser, origin) as page:
            floors.append(page.evaluate(FLOOR, f"{origin}/static/shared/mark.svg"))
            taken.append(press(page)[0])
            if number == 0:
                files = fetched(page, origin)
    ratio = statistics.median(taken) / statistics.median(floors)
    print("| first open on a slow phone, milliseconds | best | p50 | longest |\n|---|---|---|---|")
    for name, all_of_them in (("floor: one small file in an iframe", floors), ("the widget, drawn", taken)):
        best, middle, longest = min(all_of_them), statistics.median(all_of_them), max(all_of_them)
        print(f"| {name} | {best:.0f} | {middle:.0f} | {longest:.0f} |")
    print(f"\n{ratio:.1f} times the floor. The frame fetched, beside its document:")
    for one in files:
        print(f"{one['startTime']:6.0f} to {one['responseEnd']:.0f} ms, {one['transferSize']:6} bytes: {one['name']}")


def main() -> None:
    """Measure in a fresh database."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=9)
    times = parser.parse_args().times
    with (
        Server(DATA).ensure_running() as server_url,
        database.cloned(server_url) as url,
        TemporaryDirectory() as folder,
        database.in_use(url),
    ):
        company.build(SLUG, agents=1, customers=1)
        with (
            application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served,
            sync_playwright() as playwright,
            chromium.launched(playwright) as browser,
        ):
            measure(browser, f"http://{HOST}:{served.port}", times)
