"""Two agents and a customer at once: who is quicker gets it, replies do not cross, and a lost network loses nothing."""

import re

from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import People, picture
from tests.browser.steps import log_of, open_chat, open_row, reply, sign_in, write
from tests.running import Running

ASKED = "My wheel rim cracked on day one. I want to talk to a person!"


def _asking(page: Page, running: Running) -> FrameLocator:
    chat = open_chat(page, running)
    write(chat, ASKED)
    expect(log_of(chat)).to_contain_text("Passing you to a person")
    return chat


def _goes_to_one(first: Page, second: Page) -> tuple[Page, Page]:
    """Both accept; gives the page of who has it, then the other's."""
    for agent in (first, second):
        open_row(agent, "Waiting", "wheel rim cracked")
        expect(agent.get_by_role("button", name="Accept", exact=True)).to_be_enabled()
    for agent in (first, second):
        agent.keyboard.press("a")
    heads = [agent.get_by_role("region", name="Conversation with").locator("header") for agent in (first, second)]
    for head in heads:
        expect(head).to_contain_text(re.compile("You have it|has it"))
    won = "You have it" in (heads[0].text_content() or "")
    return (first, second) if won else (second, first)


def _replies_do_not_cross(holder: Page, other: Page, chat: FrameLocator) -> None:
    box = other.get_by_role("textbox", name="Reply to")
    box.fill("I could send you a new rim")
    expect(holder.get_by_text(re.compile("is replying"))).to_be_visible()
    expect(holder.get_by_text(re.compile("looking at this too"))).to_be_visible()
    reply(holder, "A new rim is on its way to you.")
    expect(other.get_by_label("Came while you were writing")).to_contain_text("A new rim is on its way")
    picture(other, "60-inbox-came-while-writing")
    box.press("Enter")
    ask = other.get_by_role("alert").filter(has_text="Not sent yet")
    expect(ask).to_contain_text("A new rim is on its way")
    expect(ask.get_by_role("button", name="Look first")).to_be_focused()
    picture(other, "61-inbox-not-sent-yet")
    ask.get_by_role("button", name="Look first").press("Enter")
    expect(ask).to_have_count(0)
    expect(box).to_have_value("I could send you a new rim")
    box.fill("")
    assert "I could send you" not in (log_of(chat).text_content() or "")


def _offline_and_back(page: Page, chat: FrameLocator) -> None:
    page.context.set_offline(True)
    box = page.get_by_role("textbox", name="Reply to")
    box.fill("It arrives on Friday.")
    box.press("Enter")
    expect(page.get_by_text("You are offline")).to_be_visible()
    expect(log_of(page)).to_contain_text("Goes out when you are back online")
    picture(page, "62-inbox-offline")
    page.context.set_offline(False)
    expect(log_of(chat).get_by_text("It arrives on Friday.", exact=True)).to_have_count(1)
    expect(log_of(page).get_by_text("It arrives on Friday.", exact=True)).to_have_count(1)
    expect(page.get_by_text("You are offline")).to_have_count(0)


def test_two_agents_and_a_customer(running_baton: Running, people: People) -> None:
    chat = _asking(people.page(), running_baton)
    maya, priya = people.page(), people.page(width=390, height=844)
    sign_in(maya, running_baton)
    sign_in(priya, running_baton, "priya")
    holder, other = _goes_to_one(maya, priya)
    people.errors.clear()  # the browser itself logs the refusal of the slower one as a failed request
    picture(priya, "63-inbox-phone")
    _replies_do_not_cross(holder, other, chat)
    _offline_and_back(holder, chat)
    people.errors.clear()  # and each request that found no network
