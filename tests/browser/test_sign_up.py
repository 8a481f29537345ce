"""From the landing page to a company's first answered customer: real browser, mail server, worker and PostgreSQL."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mailbox import Maildir
from pathlib import Path
from threading import Thread

from playwright.sync_api import Page, expect
from pytest_django import Settings

from tests.browser import subscribing
from tests.browser.conftest import OWNERS_PASSWORD, People, Public, both
from tests.browser.steps import log_of, write
from tests.mail.postbox import text_of

KNOWLEDGE = """# How long does delivery take?
Parcels arrive within 2 to 4 working days. Bicycles take a week, since each is built and test-ridden first.

# Can I return something?
You can return anything unused within 30 days. Print the label from your account and hand the parcel in.

# When is the shop open?
The shop is open from Tuesday to Saturday, from 10:00 to 18:00. On Mondays the workshop is open alone.
"""
SITE = """<!doctype html><html lang="en"><title>Hooli Bikes</title><link rel="icon" href="data:,">
<h1>Hooli Bikes</h1><script async src="{src}"></script>"""


def test_from_the_landing_page_to_the_first_customer_and_the_first_invoice(
    public: Public, people: People, settings: Settings
) -> None:
    settings.STRIPE_API_KEY = "sk_test_sandbox"  # so that what is counted here counts as it does there
    owner = people.page()
    _ask_baton_about_baton(owner, public)
    _sign_up(owner, public)
    workspace = _open_the_workspace(owner, public)
    _bring_in_knowledge(owner)
    _try_questions(owner)
    _be_found_by_a_customer(people.page(), workspace)
    _see_the_customer(owner, workspace)
    subscribing.use_four_fifths(public, "hooli-bikes.localhost")
    subscribing.be_told(owner, public, workspace)
    subscribing.subscribe(owner, workspace)
    subscribing.see_the_first_invoice(owner, public, workspace)


def test_the_way_back_to_the_workspace(public: Public, people: People) -> None:
    page = people.page()
    page.goto(public.address("/"))
    page.get_by_role("link", name="Sign in").first.click()
    both(page, "sign-in-finder")
    page.get_by_label("Your workspace").fill("baton")
    page.get_by_role("button", name="Go to the sign-in").click()
    page.wait_for_url(re.compile(r"^http://baton\.localhost:\d+/sign-in/$"))
    page.get_by_label("E-mail").fill("operator@localhost")
    page.get_by_label("Password").fill(OWNERS_PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("navigation", name="Views")).to_be_visible()


def test_the_public_pages_are_read_and_used_by_keyboard_alone(public: Public, people: People) -> None:
    page = people.page(width=320, height=640)
    for path in ("/", "/pricing/", "/docs/", "/sign-up/", "/sign-in/"):
        page.goto(public.address(path))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.goto(public.address("/pricing/"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.goto(public.address("/sign-up/"))
    page.get_by_label("Company").focus()
    for words in ("Initech", "Peter", "no address", "short"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("does not look like an e-mail address")).to_be_visible()
    expect(page.get_by_text("too short")).to_be_visible()
    expect(page.get_by_label("Company")).to_have_value("Initech")
    both(page, "sign-up-wrong")


def _ask_baton_about_baton(page: Page, public: Public) -> None:
    page.goto(public.address("/"))
    both(page, "1-landing")
    page.get_by_role("button", name="Ask Baton about Baton").click()
    chat = page.frame_locator("#baton iframe")
    write(chat, "What does it cost?")
    expect(log_of(chat)).to_contain_text("Team is €29 a seat and month")
    expect(chat.get_by_role("list", name="Sources")).to_contain_text("What Baton costs")
    both(page, "2-asked")


def _sign_up(page: Page, public: Public) -> None:
    page.goto(public.address("/pricing/"))
    both(page, "3-pricing")
    page.get_by_role("main").get_by_role("link", name="Start free").click()
    page.get_by_label("Company").fill("Hooli Bikes Ltd.")
    page.get_by_label("Your name").fill("Ada Lovelace")
    page.get_by_label("Work e-mail").fill("ada@hooli.example")
    page.get_by_label("Password").fill(OWNERS_PASSWORD)
    both(page, "4-form")
    page.get_by_role("button", name="Send me the letter").click()
    expect(page.get_by_role("heading", name="Look into your mailbox")).to_be_visible()
    both(page, "5-sent")


def _open_the_workspace(page: Page, public: Public) -> str:
    """Press the letter's button; gives the origin of the workspace."""
    page.goto(_link(page, public.letters))
    both(page, "6-verify")
    page.get_by_role("button", name="Open the workspace").click()
    page.wait_for_url(re.compile(r"^http://hooli-bikes\.localhost:\d+/console/welcome"))
    expect(page.get_by_role("heading", name="Welcome to Baton, Ada")).to_be_visible()
    expect(page.get_by_role("button", name="Skip the tour")).to_have_count(0)  # the guide leads already
    return public.running.address("hooli-bikes.localhost", "")


def _link(page: Page, letters: Path) -> str:
    for _ in range(100):
        kept = [message_from_bytes(raw.as_bytes(), policy=policy.default) for raw in Maildir(letters)]
        if kept:
            found = re.search(r"^(http://localhost:\d+/verify/\S+)", text_of(kept[-1]), re.MULTILINE)
            assert found
            return found[1]
        page.wait_for_timeout(100)
    raise AssertionError("No letter came.")


def _bring_in_knowledge(page: Page) -> None:
    expect(page.get_by_role("heading", name="Bring in what your company knows")).to_be_visible()
    both(page, "7-guide")
    page.get_by_label("Text to import").fill(KNOWLEDGE)
    page.get_by_role("button", name="Import text").click()
    expect(page.get_by_role("button", name="Continue")).to_be_visible()
    both(page, "8-imported")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Choose how the assistant sounds")).to_be_visible()
    both(page, "9-tone")
    page.get_by_role("button", name="Skip for later").click()


def _try_questions(page: Page) -> None:
    expect(page.get_by_role("heading", name="Ask it three questions")).to_be_visible()
    for question in ("how long until my bike is delivered", "can i send it back?", "are you open on monday?"):
        page.get_by_label("Your question").fill(question)
        page.get_by_role("button", name="Ask", exact=True).click()
        expect(page.get_by_role("article", name=question)).to_contain_text("The assistant answers")
    both(page, "10-tried")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Put the widget on your site")).to_be_visible()
    both(page, "11-embed")


def _be_found_by_a_customer(page: Page, workspace: str) -> None:
    """A site carries the snippet; its first visitor asks, and is answered from what was imported."""
    with _site(f"{workspace}/widget.js") as address:
        page.goto(address)
        page.get_by_role("button", name="Open chat").click()
        chat = page.frame_locator("#baton iframe")
        write(chat, "Hello, how many days until a parcel arrives?")
        expect(log_of(chat)).to_contain_text("2 to 4 working days")
        expect(chat.get_by_role("list", name="Sources")).to_contain_text("How long does delivery take?")
        both(page, "12-first-answer")


@contextmanager
def _site(script: str) -> Iterator[str]:
    """Another company's web site with the snippet in it; gives its address."""
    body = SITE.format(src=script).encode()

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _see_the_customer(page: Page, workspace: str) -> None:
    page.goto(f"{workspace}/console/")
    expect(page.get_by_role("navigation", name="Views")).to_be_visible()
    expect(page.get_by_role("heading", name="What the assistant may say")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Skip the tour")).to_have_count(0)
    both(page, "13-inbox")
