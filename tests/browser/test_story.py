"""The main job, as a customer and an agent live it: real browser, sockets, worker and PostgreSQL."""

from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import People, address, picture
from tests.running import Running

PASSWORD = "larkfield-demo"


def test_the_story(running_baton: Running, people: People) -> None:
    customer = people.page()
    customer.goto(address(running_baton, "localhost", "/shop/"))
    picture(customer, "01-shop")
    customer.get_by_role("button", name="Open chat").click()
    chat = customer.frame_locator("#baton iframe")
    expect(chat.get_by_role("textbox", name="Your message")).to_be_visible()
    picture(customer, "02-widget-open")

    _write(chat, "How long does delivery take?")
    log = chat.get_by_role("log", name="Messages")
    source = chat.get_by_role("list", name="Sources").get_by_role("button").first
    expect(source).to_be_visible()
    source.click()
    picture(customer, "03-answer-with-source")

    _write(chat, "My order is LC-104233 and this is the third time I ask. Let me talk to a real person!")
    expect(log).to_contain_text("Passing you to a person")
    expect(log).to_contain_text("LC-104233")
    picture(customer, "04-handover")

    agent = people.page()
    _sign_in(agent, running_baton)
    agent.get_by_role("navigation", name="Views").get_by_text("Waiting").click()
    row = agent.get_by_text("Let me talk to a real person").first
    expect(row).to_be_visible()
    row.click()
    card = agent.get_by_role("region", name="Handover")
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
    expect(agent.get_by_label("Private note by")).to_be_visible()
    picture(agent, "07-inbox-answered")
    chat.get_by_role("textbox", name="Your message").press_sequentially("Thank you", delay=20)
    expect(agent.get_by_text("is typing").first).to_be_visible()
    _write(chat, "Thank you, that helps!")
    expect(agent.get_by_role("log", name="Messages")).to_contain_text("Thank you, that helps!")

    agent.get_by_role("button", name="Hand back to the assistant").click()
    agent.get_by_role("dialog").get_by_role("button", name="Hand back").click()
    expect(log).to_contain_text("handed back to the assistant")
    _write(chat, "What are your opening hours?")
    expect(chat.get_by_role("list", name="Sources")).to_have_count(2)
    assert "Third contact" not in (log.text_content() or "")
    picture(customer, "08-back-with-the-assistant")
    picture(agent, "09-inbox-after")


def _sign_in(page: Page, running: Running) -> None:
    page.goto(address(running, "demo.localhost", "/"))
    page.get_by_label("E-mail").fill("maya@larkfield.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("navigation", name="Views")).to_be_visible()


def _write(chat: FrameLocator, text: str) -> None:
    box = chat.get_by_role("textbox", name="Your message")
    box.fill(text)
    box.press("Enter")


def _note(page: Page, text: str) -> None:
    page.get_by_role("button", name="Note", exact=True).click()
    box = page.get_by_role("textbox", name="Write a note for your team")
    box.fill(text)
    box.press("Enter")
