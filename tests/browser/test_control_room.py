"""A supervisor oversees the assistant by keyboard while the customer's widget is open: nothing slips past a hold."""

import json
import re

from playwright.sync_api import FrameLocator, Locator, Page, WebSocketRoute, expect

from tests.browser import axe
from tests.browser.conftest import People, address, picture
from tests.browser.steps import log_of, open_chat, sign_in, write
from tests.running import Running


class Slow:
    """Keeps the assistant's finished messages from the customer's page, which so stays in the middle of a stream."""

    def __init__(self) -> None:
        self.on = False

    def route(self, page: WebSocketRoute) -> None:
        """Stand between the page and the server."""
        page.connect_to_server().on_message(lambda frame: self.pass_on(page, str(frame)))

    def pass_on(self, page: WebSocketRoute, frame: str) -> None:
        """Drop a finished message while it is on, let all else through."""
        event = json.loads(frame)
        if not (self.on and event.get("type") == "message.added" and event["data"]["ai"]):
            page.send(frame)


def _enter(page: Page, running: Running) -> None:
    """The supervisor signs in and finds the shop's live conversations, with reasons and evidence."""
    sign_in(page, running, "maya")
    page.goto(address(running, "demo.localhost", "/console/control"))
    risky = page.get_by_role("row").filter(has_text="Ella Marsh")
    expect(risky).to_contain_text(re.compile("High.*Distress.*“I am fine, but shaken”", re.DOTALL))
    expect(page.get_by_role("row").filter(has_text="Sunniva Roy")).to_contain_text("Guided")
    expect(page.get_by_role("row").filter(has_text="Petr Haldane")).to_contain_text("To check")


def _look_at(page: Page, words: str) -> Locator:
    """Open the newest conversation with these last words by keyboard alone; gives its preview."""
    page.set_viewport_size({"width": 1440, "height": 3000})  # what is calm stands far down, and only sight is drawn
    row = page.get_by_role("row").filter(has_text=words)
    row.get_by_role("link").last.focus()
    page.keyboard.press("Enter")
    preview = page.get_by_role("region", name=re.compile("^Conversation with"))
    expect(log_of(page)).to_contain_text(words)
    page.set_viewport_size({"width": 1440, "height": 900})
    return preview


def _hold_and_edit(page: Page, preview: Locator, chat: FrameLocator) -> None:
    page.keyboard.press("l")
    expect(preview).to_contain_text("Next reply will wait")
    write(chat, "Do you ship to Ireland?")
    held = preview.get_by_role("region", name="Answer to check")
    expect(held).to_contain_text("We send parcels to Ireland")
    picture(page, "80-control-held")
    assert "We send parcels to Ireland" not in (log_of(chat).text_content() or "")
    page.keyboard.press("m")
    page.get_by_role("textbox", name="The answer in your words").fill("Yes, to Ireland for £9 this week.")
    page.keyboard.press("Control+Enter")
    expect(chat.locator(".bubble").last).to_have_text("Yes, to Ireland for £9 this week.")
    expect(preview).to_contain_text("Waits for the customer")


def _guide(page: Page, preview: Locator, chat: FrameLocator) -> None:
    page.keyboard.press("g")
    page.get_by_label("Guide the assistant, privately").select_option("say")
    page.get_by_role("textbox", name="What shall it say?").fill("Your gift card was renewed today.")
    page.keyboard.press("Control+Enter")
    expect(preview).to_contain_text("The next answer will follow it, guided by Maya")
    assert "renewed today" not in (log_of(chat).text_content() or "")
    write(chat, "What about the card that I have?")
    expect(log_of(chat)).to_contain_text("Your gift card was renewed today.")


def _hold_and_reject(page: Page, preview: Locator, chat: FrameLocator) -> None:
    page.keyboard.press("l")
    expect(preview).to_contain_text("Next reply will wait")
    write(chat, "How long does delivery take?")
    expect(preview.get_by_role("region", name="Answer to check")).to_contain_text("working days")
    page.keyboard.press("x")
    page.get_by_role("textbox", name="What is wrong with it?").fill("Delivery is late this week.")
    page.keyboard.press("Enter")
    expect(preview).to_contain_text("You have it")
    expect(log_of(chat)).to_contain_text("Maya")
    expect(chat.locator(".bubble").filter(has_text="Parcels take")).to_have_count(0)


def _hand_back(page: Page, preview: Locator) -> None:
    expect(page.get_by_role("textbox", name="Reply to")).to_be_visible()  # what is typed until then is meant for it
    page.keyboard.press("h")
    dialog = page.get_by_role("dialog", name="Hand back to the assistant")
    dialog.get_by_role("textbox", name="Brief").press("Control+Enter")
    expect(dialog).to_have_count(0)
    expect(preview).to_contain_text("Waits for the customer")


def _take_over(page: Page, preview: Locator, chat: FrameLocator) -> None:
    """In the middle of an answer: what was shown of it is gone."""
    write(chat, "Do you ship to Ireland?")
    draft = chat.locator(".message--draft")
    expect(draft).to_be_visible()
    page.keyboard.press("a")
    expect(preview).to_contain_text("You have it")
    expect(draft).to_have_count(0)
    expect(page.get_by_role("textbox", name="Reply to")).to_be_visible()


def test_a_supervisor_holds_edits_guides_rejects_hands_back_and_takes_over(
    running_baton: Running, people: People
) -> None:
    customer, page = people.page(), people.page()
    slow = Slow()
    customer.route_web_socket("**/ws/widget/", slow.route)
    chat = open_chat(customer, running_baton)
    write(chat, "Do your gift cards expire?")
    expect(log_of(chat)).to_contain_text("24 months")
    _enter(page, running_baton)
    preview = _look_at(page, "Do your gift cards expire?")
    _hold_and_edit(page, preview, chat)
    _guide(page, preview, chat)
    _hold_and_reject(page, preview, chat)
    _hand_back(page, preview)
    slow.on = True
    _take_over(page, preview, chat)


def test_a_risk_is_put_aside_and_the_room_breaks_no_rule(running_baton: Running, people: People) -> None:
    page = people.page()
    _enter(page, running_baton)
    preview = _look_at(page, "the handlebar came loose")
    expect(preview.get_by_role("button", name="“I am fine, but shaken”")).to_be_visible()
    found = axe.violations(page)
    page.keyboard.press("g")
    expect(page.get_by_role("form", name="Guide the assistant")).to_be_visible()
    found += axe.violations(page)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    found += axe.violations(page)
    picture(page, "81-control-phone")
    page.keyboard.press("d")
    page.get_by_role("radio", name="It is being handled").press("Enter")
    expect(preview).to_contain_text("Put aside by Maya")
    expect(preview.get_by_role("button", name="Bring back")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(preview.get_by_role("button", name="Dismiss")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("table")).to_be_visible()
    found += axe.violations(page)
    assert not found, "\n".join(found)
