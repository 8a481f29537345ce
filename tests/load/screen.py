"""`python -m tests.load screen`: how soon a message is on an agent's screen, and how a conversation of 5,000 feels.

A real browser looks at a whole Baton. A customer's message counts from the moment that is stored with it, which lies
before its commit, to the frame in which the agent's thread has been painted; so the figure is no smaller than the way
from the commit to the screen. Chromium draws without a graphics card here: on a desk the frames are faster.
"""

import argparse
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import Request, urlopen
from uuid import uuid4

from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, Page, sync_playwright

from agents.models import Agent
from conversations.models import AuthorKind, Conversation, Message
from tenants import current
from tenants.embedded.postgres import Server
from tenants.models import Tenant
from tests import chromium, database
from tests.load import application, company
from tests.load.company import Pair
from tests.load.wakeup import DATA

SLUG, HOST = "acme", "acme.localhost"
LONG = 5_000
PAUSE = 3.1  # seconds between two messages of one customer, who may write twenty in a minute
WORDS = "The parcel was to come on Tuesday, and nobody rang. {} Can you tell me where it is, and when it will be here?"
ROWS = "document.querySelectorAll('[role=log] article')"

# Notes when each message that holds a mark has been painted: in the task after the frame that shows it.
WATCH = """
() => {
  window.painted = {};
  const look = () => {
    const rows = [...document.querySelectorAll('[role=log] article')].slice(-3);
    for (const row of rows) {
      const mark = row.textContent.match(/mark-[0-9a-f]{32}/)?.[0];
      if (!mark || window.painted[mark] !== undefined) continue;
      window.painted[mark] = null;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { window.painted[mark] = performance.timeOrigin + performance.now(); };
        port2.postMessage(null);
      });
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""
# The moment of each message with a mark, as the server stored it.
MOMENTS = """
async (path) => {
  const { data } = await (await fetch(path)).json();
  const marked = data.filter((event) => event.data.text?.includes('mark-'));
  return Object.fromEntries(marked.map(({ data }) => [data.text.split(' ').at(-1), Date.parse(data.created_at)]));
}
"""
# Scrolls the whole loaded thread upwards and gives the milliseconds of each frame.
SCROLL = """
async (seconds) => {
  const log = document.querySelector('[role=log]');
  log.scrollTop = log.scrollHeight;
  await new Promise((done) => setTimeout(done, 300));
  const far = log.scrollTop, frames = [], begin = performance.now();
  let last = begin;
  await new Promise((done) => {
    const step = (now) => {
      frames.push(now - last);
      last = now;
      log.scrollTop = far * (1 - (now - begin) / (seconds * 1000));
      if (now - begin < seconds * 1000) requestAnimationFrame(step); else done();
    };
    requestAnimationFrame(step);
  });
  return frames.slice(1);
}
"""


def lengthen(pair: Pair, messages: int) -> None:
    """Give a conversation of the tenant entered a long log, written in bulk."""
    talk = Conversation.objects.get(pk=pair.conversation_id)
    agent, begin = Agent.objects.get(pk=talk.agent_id), timezone.now() - timedelta(days=20)
    rows = [
        Message(
            conversation=talk,
            seq=talk.seq + number + 1,
            author_kind=AuthorKind.CUSTOMER if number % 2 == 0 else AuthorKind.AGENT,
            agent=None if number % 2 == 0 else agent,
            text=WORDS.format(f"Word {number}."),
            created_at=begin + timedelta(minutes=5 * number),
        )
        for number in range(messages)
    ]
    Message.objects.bulk_create(rows, batch_size=1000)
    Conversation.objects.filter(pk=talk.pk).update(seq=talk.seq + messages)


@contextmanager
def desk(browser: Browser, port: int, session: str) -> Iterator[Page]:
    """An agent's signed-in page."""
    with browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True) as context:
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": f"http://{HOST}:{port}"}
        context.add_cookies([cookie])  # type: ignore[list-item]  # a TypedDict of the same keys
        page = context.new_page()
        page.goto(f"http://{HOST}:{port}/console/inbox/mine")
        page.get_by_role("navigation", name="Views").wait_for()
        yield page


def say(port: int, token: str, text: str) -> None:
    """The customer writes."""
    body = json.dumps({"client_id": str(uuid4()), "text": text}).encode()
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}", "Host": f"{HOST}:{port}"}
    with urlopen(Request(f"http://127.0.0.1:{port}/api/v1/widget/messages", body, headers)):
        pass


def open_thread(page: Page, pair: Pair) -> None:
    """Go to a conversation as a click does, and wait until its newest words are drawn."""
    page.evaluate("(path) => history.pushState(null, '', path)", f"/console/inbox/mine/{pair.conversation_id}")
    page.wait_for_function("document.querySelector('[role=log] [data-index]') && document.querySelector('textarea')")


def live(page: Page, port: int, pair: Pair, messages: int) -> list[float]:
    """Milliseconds from each message's moment to its frame, as many as one customer may write."""
    page.evaluate(WATCH)
    marks = [f"mark-{uuid4().hex}" for _ in range(messages)]
    for mark in marks:
        say(port, pair.token, f"{WORDS.format('')} {mark}")
        page.wait_for_function("(mark) => window.painted[mark]", arg=mark)
        time.sleep(PAUSE)
    painted: dict[str, float] = page.evaluate("window.painted")
    at = page.evaluate(MOMENTS, f"/api/v1/conversations/{pair.conversation_id}/events?before_seq=2147483647")
    return [painted[mark] - at[mark] for mark in marks]


def opening(page: Page, pairs: list[Pair]) -> list[float]:
    """Milliseconds from the click to the newest words, of each conversation in turn, each for the first time."""
    taken = []
    for pair in pairs:
        page.evaluate("history.pushState(null, '', '/console/inbox/mine')")
        page.wait_for_function("!document.querySelector('[role=log]')")
        begin = time.perf_counter()
        open_thread(page, pair)
        taken.append((time.perf_counter() - begin) * 1000)
    return taken


def all_of_it(page: Page) -> float:
    """Seconds until the whole log is fetched, by looking for its first words."""
    page.keyboard.press("f")
    begin = time.perf_counter()
    page.get_by_role("textbox", name="Find in this conversation").fill("Word 0.")
    page.get_by_text("1 of 1", exact=True).wait_for(timeout=120_000)
    page.wait_for_function("document.querySelector('[role=log]').textContent.includes('Word 0.')")
    taken = time.perf_counter() - begin
    page.keyboard.press("Escape")
    return taken


def told(name: str, values: list[float]) -> None:
    """A row of the table, in milliseconds."""
    ordered = sorted(values)
    half, most = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    print(f"| {name} | {half:.0f} | {most:.0f} | {ordered[-1]:.0f} |", flush=True)


def measure(browser: Browser, port: int, made: company.Company, *, messages: int, live_messages: int) -> None:
    """Print the table."""
    short, long, others = made.pairs[0], made.pairs[1], made.pairs[2:]
    print("| milliseconds | p50 | p95 | longest |\n|---|---|---|---|")
    with desk(browser, port, made.sessions[0]) as page:
        told("open a short conversation", opening(page, others))
        told(f"open one of {messages}", opening(page, [long]))
        open_thread(page, short)
        told("a message's way to the screen", live(page, port, short, live_messages))
        open_thread(page, long)
        print(f"| fetch all {messages}, to find the first words | {all_of_it(page) * 1000:.0f} | | |")
        told("a frame while scrolling through all of it in 20 s", page.evaluate(SCROLL, 20))
        page.evaluate("document.querySelector('[role=log]').scrollTop = 1e9")
        page.wait_for_timeout(500)
        told(f"a message's way to the screen under {messages}", live(page, port, long, live_messages))
        rows = page.evaluate(f"{ROWS}.length")
        print(f"\n{rows} of {messages} messages are drawn at the end.")


def main() -> None:
    """Measure in a fresh database."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=LONG)
    parser.add_argument("--live", type=int, default=20, help="messages that are followed to the screen")
    wanted = parser.parse_args()
    with (
        Server(DATA).ensure_running() as server_url,
        database.cloned(server_url) as url,
        TemporaryDirectory() as folder,
        database.in_use(url),
    ):
        made = company.build(SLUG, agents=1, customers=12)
        with current.entered(Tenant.objects.get(schema_name=SLUG)):
            lengthen(made.pairs[1], wanted.messages)
        with (
            application.baton(url, Path(folder), server="daphne", redis=False, web=1) as served,
            sync_playwright() as playwright,
            chromium.launched(playwright) as browser,
        ):
            measure(browser, served.port, made, messages=wanted.messages, live_messages=wanted.live)
