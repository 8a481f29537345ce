"""What people do on the pages, in as few words as the stories need."""

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.conftest import address
from tests.running import Running

PASSWORD = "larkfield-demo"


def open_chat(page: Page, running: Running) -> FrameLocator:
    """The customer opens the widget on the demo shop's page."""
    page.goto(address(running, "localhost", "/shop/"))
    page.get_by_role("button", name="Open chat").click()
    chat = page.frame_locator("#baton iframe")
    expect(chat.get_by_role("textbox", name="Your message")).to_be_visible()
    return chat


def log_of(place: FrameLocator | Page) -> Locator:
    """The thread, in the widget as in the inbox."""
    return place.get_by_role("log", name="Messages")


def write(chat: FrameLocator, text: str) -> None:
    """The customer writes and sends."""
    box = chat.get_by_role("textbox", name="Your message")
    box.fill(text)
    box.press("Enter")


def sign_in(page: Page, running: Running, who: str = "maya") -> None:
    """An agent of the demo company signs in and sees the inbox."""
    page.goto(address(running, "demo.localhost", "/"))
    page.get_by_label("E-mail").fill(f"{who}@larkfield.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("navigation", name="Views")).to_be_visible()


def open_row(page: Page, view: str, words: str) -> None:
    """The agent opens the conversation of a view whose last words are these."""
    page.get_by_role("navigation", name="Views").get_by_text(view, exact=True).click()
    row = page.get_by_text(words).first
    expect(row).to_be_visible()
    row.click()


def reply(page: Page, text: str) -> None:
    """The agent replies to the customer."""
    box = page.get_by_role("textbox", name="Reply to")
    box.fill(text)
    box.press("Enter")
    expect(log_of(page)).to_contain_text(text)
    box.press("Escape")
