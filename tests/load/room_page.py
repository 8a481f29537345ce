"""`python -m tests.load room_page`: how smooth the control room stays with 500 live conversations.

A real browser shows the page of a real Baton; the 500 rows and their changes, forty of them twice a second, are put on
the page's own line, so that what is measured is the page. Chromium draws without a graphics card here: on a desk the
frames are faster. `python -m tests.load control_room` measures the server's side.
"""

import argparse
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, Page, Route, WebSocketRoute, sync_playwright

from agents.models import Agent, Role
from tenants import current
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import chromium, database
from tests.load import application, company
from tests.load.screen import HOST, SLUG, told
from tests.load.wakeup import DATA

Json = dict[str, Any]
LIVE, CHANGED, EVERY = 500, 40, 0.5
SECONDS = 8
AT = "2026-01-01T10:00:00Z"
SETTINGS: Json = {"raised_from": 30, "high_from": 60, "approve_from": None, "topics": [], "alerts": True}

# The milliseconds of each frame; with `far` the table is scrolled down and up again meanwhile.
FRAMES = """
async ([seconds, far]) => {
  const table = document.querySelector('table').parentElement, frames = [], begin = performance.now();
  let last = begin;
  await new Promise((done) => {
    const step = (now) => {
      frames.push(now - last);
      last = now;
      const gone = (now - begin) / (seconds * 1000);
      if (far) table.scrollTop = far * (1 - Math.abs(1 - 2 * gone));
      if (gone < 1) requestAnimationFrame(step); else done();
    };
    requestAnimationFrame(step);
  });
  return frames.slice(1);
}
"""


def row(number: int, risk: int) -> Json:
    """A live conversation as the server shows it."""
    words = {"text": "I have asked this before, and nobody tells me anything.", "seq": 3}
    reason = {"kind": "anger", "label": f"Anger {risk}%", "value": risk / 100, "threshold": 0.5, "words": words}
    said = (
        ("customer", "Where is my parcel?"),
        ("assistant", "Parcels take 2 to 3 working days."),
        ("customer", "Still?"),
    )
    return {
        "conversation_id": f"conv_{number:026}",
        "epoch": 1,
        "customer": {"id": f"cus_{number:026}", "name": f"Customer {number}"},
        "channel": "widget",
        "language": "en",
        "topic": f"Topic {number % 9}",
        "team": None,
        "subject": "",
        "risk": risk,
        "tier": "high" if risk >= 60 else "raised" if risk >= 30 else "low",
        "reasons": [reason],
        "last_exchange": [{"author": who, "text": text, "at": AT, "seq": seq} for seq, (who, text) in enumerate(said)],
        "state": "waits_for_customer",
        "hold": None,
        "guidance": None,
        "draft": None,
        "began_at": AT,
        "updated_at": AT,
        "dismissed": None,
    }


class Line:
    """The page's line to its server, on which changes are put from time to time."""

    def __init__(self) -> None:
        self.chance = Random(1)
        self.page: WebSocketRoute | None = None

    def route(self, page: WebSocketRoute) -> None:
        """Let all through, and remember the page."""
        page.connect_to_server()
        self.page = page

    def change(self) -> None:
        """Forty of them have another risk."""
        numbers = self.chance.sample(range(LIVE), CHANGED)
        self.put([row(number, self.chance.randrange(100)) for number in numbers])

    def put(self, rows: list[Json]) -> None:
        """Tell the page of these rows."""
        if self.page is not None:
            self.page.send(json.dumps({"op": "control_room", "rows": rows, "gone": []}))


def answer(route: Route) -> None:
    """The whole room, in the place of the server's empty one."""
    chance = Random(0)
    rows = [row(number, chance.randrange(100)) for number in range(LIVE)]
    route.fulfill(json={"data": rows, "counts": {}, "settings": SETTINGS, "has_more": False, "next_cursor": None})


@contextmanager
def room(browser: Browser, port: int, session: str, line: Line) -> Iterator[Page]:
    """A supervisor's page with all rows on it."""
    with browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True) as context:
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": f"http://{HOST}:{port}"}
        context.add_cookies([cookie])  # type: ignore[list-item]  # a TypedDict of the same keys
        page = context.new_page()
        page.route("**/api/v1/control_room", answer)
        page.route_web_socket("**/ws/desk/", line.route)
        page.goto(f"http://{HOST}:{port}/console/control")
        page.get_by_role("table").wait_for()
        yield page


def frames(page: Page, line: Line, *, far: int, live: bool) -> list[float]:
    """The milliseconds of each frame for some seconds."""
    page.evaluate(f"window.measured = null; ({FRAMES})([{SECONDS}, {far}]).then((all) => {{ window.measured = all; }})")
    until = time.monotonic() + SECONDS + 1
    while time.monotonic() < until:
        if live:
            line.change()
        page.wait_for_timeout(EVERY * 1000)  # what waits in Playwright also carries the frames
    found: list[float] = page.evaluate("window.measured")
    return found


def ways(page: Page, line: Line, times: int) -> list[float]:
    """Milliseconds from a change of the first row to the page that shows it, as often as that."""
    href = page.locator("tbody a").first.get_attribute("href") or ""
    first, taken = row(int(href.rsplit("_", 1)[1]), 99), []
    for number in range(times):
        first["customer"]["name"] = f"Mark {number} of them"
        begin = time.perf_counter()
        line.put([first])
        page.wait_for_function(
            "(mark) => document.querySelector('tbody').textContent.includes(mark)", arg=f"Mark {number} of"
        )
        taken.append((time.perf_counter() - begin) * 1000)
        page.wait_for_timeout(EVERY * 1000)
    return taken


def measure(page: Page, line: Line) -> None:
    """Print the table."""
    print(f"| {LIVE} live conversations, milliseconds | p50 | p95 | longest |\n|---|---|---|---|")
    told("a frame at rest, nothing changes", frames(page, line, far=0, live=False))
    told(f"a frame at rest, {CHANGED} rows change twice a second", frames(page, line, far=0, live=True))
    told("a frame while scrolling, nothing changes", frames(page, line, far=30_000, live=False))
    told("a frame while scrolling, rows change", frames(page, line, far=30_000, live=True))
    page.evaluate("document.querySelector('table').parentElement.scrollTop = 0")
    page.wait_for_timeout(1000)
    told("a change's way to the screen", ways(page, line, 10))
    drawn = page.evaluate("document.querySelectorAll('tbody tr').length")
    print(f"\n{drawn} of {LIVE} rows are drawn.")


def main() -> None:
    """Measure in a fresh database."""
    argparse.ArgumentParser().parse_args()
    with (
        Server(DATA).ensure_running() as server_url,
        database.cloned(server_url) as url,
        TemporaryDirectory() as folder,
        database.in_use(url),
    ):
        made = company.build(SLUG, agents=1, customers=1)
        with current.entered(Tenant.objects.get(schema_name=SLUG)):
            Agent.objects.update(role=Role.SUPERVISOR)
        line = Line()
        with (
            application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served,
            sync_playwright() as playwright,
            chromium.launched(playwright) as browser,
            room(browser, served.port, made.sessions[0], line) as page,
        ):
            measure(page, line)
