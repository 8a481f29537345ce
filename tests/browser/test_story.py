"""The main job, as a customer and an agent live it: real browser, sockets, worker and PostgreSQL."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import People, picture
from tests.browser.steps import log_of, open_chat, open_row, sign_in, write
from tests.running import Running


@pytest.mark.redis_too
def test_the_story(running_baton: Running, people: People) -> None:
    customer = people.page()
    chat = open_chat(customer, running_baton)
    picture(customer, "02-widget-open")

    write(chat, "How long does delivery take?")
    log = log_of(chat)
    source = chat.get_by_role("list", name="Sources").get_by_role("button").first
    expect(source).to_be_visible()
    source.click()
    picture(customer, "03-answer-with-source")

    write(chat, "My order is LC-104233 and this is the third time I ask. Let me talk to a real person!")
    expect(log).to_contain_text("Passing you to a person")
    expect(log).to_contain_text("LC-104233")
    picture(customer, "04-handover")

    agent = people.page()
    sign_in(agent, running_baton)
    open_row(agent, "Waiting", "Let me talk to a real person")
    card = agent.get_by_role("region", name="Handover", exact=True)
    expect(card).to_contain_text("LC-104233")
    picture(agent, "05-inbox-waiting")
    agent.get_by_role("button", name="Accept").click()
    expect(log).to_contain_text("has read everything above")
    picture(customer, "06-a-person-is-here")

    reply = agent.get_by_role("textbox", name="Reply to")
    reply.click()
    reply.press_sequentially("Hello, I am looking at LC-104233 right now.", delay=5)
    expect(chat.get_by_text("is typing").first).to_be_visible()
    reply.press("Enter")
    expect(log).to_contain_text("I am looking at LC-104233 right now.")
    _note(agent, "Third contact, be generous.")
    expect(agent.get_by_label("Your private note")).to_be_visible()
    picture(agent, "07-inbox-answered")
    chat.get_by_role("textbox", name="Your message").press_sequentially("Thank you", delay=20)
    expect(agent.get_by_text("is typing").first).to_be_visible()
    write(chat, "Thank you, that helps!")
    expect(log_of(agent)).to_contain_text("Thank you, that helps!")

    agent.get_by_role("button", name="Hand back to the assistant").click()
    agent.get_by_role("dialog").get_by_role("button", name="Hand back").click()
    expect(log).to_contain_text("handed back to the assistant")
    write(chat, "Which payment methods do you accept?")
    expect(chat.get_by_role("list", name="Sources")).to_have_count(2)
    assert "Third contact" not in (log.text_content() or "")
    picture(customer, "08-back-with-the-assistant")
    picture(agent, "09-inbox-after")


def _note(page: Page, text: str) -> None:
    page.get_by_role("button", name="Note", exact=True).click()
    box = page.get_by_role("textbox", name="Write a note for your team")
    box.fill(text)
    box.press("Enter")
