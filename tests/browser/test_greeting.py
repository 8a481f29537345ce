"""A page greets by rule; the visitor answers past the form, by keyboard alone, and the agent sees what it was."""

from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.conftest import People, address
from tests.browser.steps import log_of, open_row, sign_in
from tests.running import Running
from tests.web import site

SAYS = "Shall we help you choose a saddle?"
GREETINGS = {"greetings": [{"pages": [{"match": "begins", "path": "/saddles"}], "words": {"en": SAYS}}]}
FORM = {"when": "first", "name": "required", "questions": [{"words": {"en": "Which bike?"}}]}
SHOP = '<!doctype html><title>Shop</title><link rel="icon" href="data:,"><h1>Shop</h1><script async src="{}"></script>'
PUT = """async ([path, body]) => {
  const [, token] = document.cookie.match(/csrftoken=([^;]+)/);
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  const reply = await fetch(`/api/v1/${path}`, { method: "PUT", headers, body: JSON.stringify(body) });
  return reply.status;
}"""


def put(console: Page, path: str, body: object) -> None:
    """Sets what visitors are told or asked."""
    assert console.evaluate(PUT, [path, body]) == 200


def test_a_greeting_is_answered_past_the_form_and_the_agent_knows(running_baton: Running, people: People) -> None:
    console, page = people.page(), people.page(width=390, height=844, dark=True)
    sign_in(console, running_baton, "hannah")
    put(console, "greetings", GREETINGS)
    put(console, "pre_chat_form", FORM)
    try:
        with site() as shop:
            shop.html("/", SHOP.format(address(running_baton, "demo.localhost", "/widget.js")))
            page.goto(shop.url("/", "localhost"))
            says = page.get_by_role("button", name=SAYS)
            page.wait_for_function("document.querySelector('#baton').shadowRoot.querySelector('.greet')")
            expect(says).to_have_count(0)
            page.evaluate("history.pushState(null, '', '/saddles/wide')")
            expect(says).to_be_visible()
            says.focus()
            page.keyboard.press("Enter")
            chat = page.frame_locator("#baton iframe")
            name = chat.get_by_role("textbox", name="Your name")
            expect(name).to_be_visible()
            assert axe.violations(page.frames[-1]) == []
            name.press("Enter")
            expect(name).to_be_focused()
            expect(chat.get_by_role("alert").filter(has_text="Please fill this in.")).to_be_visible()
            page.keyboard.type("Robin Vale")
            page.keyboard.press("Tab")
            page.keyboard.type("A blue one")
            page.keyboard.press("Enter")
            box = chat.get_by_role("textbox", name="Your message")
            box.fill("Yes, which saddle is wide?")
            box.press("Enter")
            expect(log_of(chat)).to_contain_text(SAYS)
        open_row(console, "All", "Robin Vale")
        expect(console.get_by_text(f"The page greeted: “{SAYS}”")).to_be_visible()
        expect(console.get_by_role("region", name="Customer", exact=True)).to_contain_text("A blue one")
    finally:
        put(console, "greetings", {"greetings": []})
        put(console, "pre_chat_form", {"when": "off"})
