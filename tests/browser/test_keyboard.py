"""A customer, an agent and an admin with no hand on the mouse, from the first page to the end of what they came for."""

import re

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.conftest import People, address, picture
from tests.browser.steps import PASSWORD, log_of, open_chat, sign_in, write
from tests.running import Running

MOST_STEPS = 120


def _tab_to(page: Page, wanted: Locator, *, back: bool = False) -> None:
    """Go from field to field until this one has the focus, as who has no mouse does."""
    expect(wanted).to_be_visible()
    for _step in range(MOST_STEPS):
        if wanted.evaluate("one => one.getRootNode().activeElement === one"):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{MOST_STEPS} steps do not lead to {wanted}")


def _go(agent: Page, to: str) -> None:
    """Choose the first that fits in the palette."""
    agent.keyboard.press("Control+k")
    expect(agent.get_by_role("combobox", name="Go anywhere")).to_be_focused()
    agent.keyboard.type(to)
    expect(agent.get_by_role("option").first).to_contain_text(re.compile(to.rsplit(maxsplit=1)[-1], re.IGNORECASE))
    agent.keyboard.press("Enter")
    expect(agent.get_by_role("dialog")).to_have_count(0)


def _open_and_accept(agent: Page, words: str) -> None:
    _go(agent, "inbox waiting")
    expect(agent).to_have_url(re.compile("/console/inbox/waiting$"))
    row = agent.get_by_role("link", name=re.compile(words))
    expect(row).to_be_visible()
    while row.get_attribute("aria-current") is None:
        before = agent.url
        agent.keyboard.press("j")
        expect(agent).not_to_have_url(before)
    expect(agent.get_by_role("button", name="Accept", exact=True)).to_be_visible()
    agent.keyboard.press("a")
    expect(agent.get_by_text("You have it").first).to_be_visible()


def _take_time_to_undo(agent: Page) -> None:
    agent.get_by_role("button", name="More ways to send").press("Enter")
    agent.get_by_role("menuitemradio", name="10 seconds").press("Enter")
    expect(agent.get_by_role("menuitemradio")).to_have_count(0)


def _send_undo_and_send(agent: Page, chat: FrameLocator) -> None:
    press, said = agent.keyboard.press, "We replace it at once."
    press("r")
    field = agent.get_by_role("textbox", name="Reply to")
    expect(field).to_be_focused()
    agent.keyboard.type(said)
    press("Enter")
    expect(agent.get_by_text(re.compile(r"Sends in \d"))).to_be_visible()
    expect(field).to_have_value("")
    picture(agent, "64-inbox-undo-send")
    press("Control+z")
    expect(field).to_have_value(said)
    expect(field).to_be_focused()
    expect(chat.get_by_text(said)).to_have_count(0)
    press("Enter")
    expect(agent.get_by_text(re.compile(r"Sends in \d"))).to_be_visible()
    press("Enter")
    expect(log_of(chat).get_by_text(said, exact=True)).to_have_count(1)
    press("Escape")


def test_a_conversation_by_keyboard_alone(running_baton: Running, people: People) -> None:
    chat = open_chat(people.page(), running_baton)
    write(chat, "My bell rusted in a week. I want to talk to a person!")
    expect(log_of(chat)).to_contain_text("Passing you to a person")

    agent = people.page()
    sign_in(agent, running_baton, "ines")
    agent.keyboard.press("?")
    expect(agent.get_by_role("dialog", name="Keyboard shortcuts")).to_contain_text("Hand back to the assistant")
    agent.keyboard.press("Escape")
    _open_and_accept(agent, "bell rusted")
    _take_time_to_undo(agent)
    _send_undo_and_send(agent, chat)

    agent.keyboard.press("f")
    expect(agent.get_by_role("textbox", name="Find in this conversation")).to_be_focused()
    agent.keyboard.type("rusted")
    expect(agent.get_by_text(re.compile("^1 of"))).to_be_visible()
    agent.keyboard.press("Escape")
    _go(agent, "resolve")
    hand = agent.get_by_role("region", name="Conversation with").locator("header")
    expect(hand).to_contain_text("Resolved")
    agent.reload()  # what can be undone for a moment still happens when its page goes away
    expect(hand.get_by_role("button", name="Reopen")).to_be_visible()


def test_a_customer_asks_reads_the_source_and_gets_a_person(running_baton: Running, people: People) -> None:
    page = people.page()
    page.goto(address(running_baton, "localhost", "/shop/"))
    press = page.keyboard.press
    _tab_to(page, page.get_by_role("button", name="Open chat"))
    press("Enter")
    chat = page.frame_locator("#baton iframe")
    field = chat.get_by_role("textbox", name="Your message")
    expect(field).to_be_focused()
    page.keyboard.type("How long does delivery take?")
    press("Enter")
    source = log_of(chat).get_by_role("button", name=re.compile("Delivery", re.IGNORECASE)).first
    _tab_to(page, source, back=True)
    press("Enter")
    expect(source).to_have_attribute("aria-expanded", "true")
    press("Enter")
    _tab_to(page, chat.get_by_role("button", name="Talk to a person"), back=True)
    press("Enter")
    expect(log_of(chat)).to_contain_text("Passing you to a person")
    picture(page, "65-widget-keyboard")
    press("Escape")
    expect(page.get_by_role("button", name="Open chat")).to_be_focused()


def test_an_admin_writes_an_article_and_asks_for_it(running_baton: Running, people: People) -> None:
    page = people.page()
    page.goto(address(running_baton, "demo.localhost", "/"))
    press, typed = page.keyboard.press, page.keyboard.type
    _tab_to(page, page.get_by_label("E-mail"))
    typed("hannah@larkfield.example")
    _tab_to(page, page.get_by_label("Password"))
    typed(PASSWORD)
    press("Enter")
    expect(page.get_by_role("navigation", name="Views")).to_be_visible()

    _go(page, "knowledge")
    _tab_to(page, page.get_by_role("link", name="New article"))
    press("Enter")
    _tab_to(page, page.get_by_role("textbox", name="Title"))
    typed("Unicycles")
    _tab_to(page, page.get_by_role("textbox", name="Text"))
    typed("We sell unicycles on the first Saturday of May, and mend them all year.")
    _tab_to(page, page.get_by_role("button", name="Save", exact=True))
    press("Enter")
    expect(page.get_by_text("Version 1, changed")).to_be_visible()
    _tab_to(page, page.get_by_role("textbox", name="A question to test"))
    typed("When do you sell unicycles?")
    press("Enter")
    expect(page.get_by_role("complementary", name="Beside the text")).to_contain_text("first Saturday of May")
    picture(page, "66-article-keyboard")
