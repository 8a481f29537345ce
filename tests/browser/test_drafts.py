"""What the assistant is saying shows while it says it, and not a word of it once a person has taken over."""

import json

from playwright.sync_api import WebSocketRoute, expect

from tests.browser.conftest import People, picture
from tests.browser.steps import log_of, open_chat, open_row, sign_in, write
from tests.running import Running


class Held:
    """Keeps the assistant's finished messages from the page until they are let go."""

    def __init__(self) -> None:
        self.frames: list[str] = []
        self.page: WebSocketRoute | None = None

    def route(self, page: WebSocketRoute) -> None:
        """Stand between the page and the server."""
        self.page = page
        server = page.connect_to_server()
        server.on_message(lambda frame: self.pass_on(page, str(frame)))

    def pass_on(self, page: WebSocketRoute, frame: str) -> None:
        """Hold a finished message, let all else through."""
        event = json.loads(frame)
        finished = event.get("type") == "message.added" and event["data"]["ai"]
        if finished:
            self.frames.append(frame)
        else:
            page.send(frame)

    def let_go(self) -> None:
        """Send on what was held."""
        assert self.page is not None
        for frame in self.frames:
            self.page.send(frame)
        self.frames.clear()


def test_a_draft_becomes_the_message_and_none_outlives_a_takeover(running_baton: Running, people: People) -> None:
    customer = people.page()
    held = Held()
    customer.route_web_socket("**/ws/widget/", held.route)
    chat = open_chat(customer, running_baton)
    write(chat, "How long does delivery take?")
    draft = chat.locator(".message--draft")
    expect(draft).to_contain_text("working days")
    expect(draft.get_by_text("AI", exact=True)).to_be_visible()
    picture(customer, "50-widget-draft")
    place, bubble = draft.bounding_box(), draft.element_handle()
    held.let_go()
    expect(chat.get_by_role("list", name="Sources")).to_be_visible()
    expect(draft).to_have_count(0)
    assert bubble.evaluate("(node) => node.isConnected"), "the bubble was drawn anew"
    after = bubble.bounding_box()
    assert place is not None
    assert after is not None
    assert abs(place["width"] - after["width"]) < 2
    expect(chat.locator(".bubble").get_by_text("Parcels take 2 to 3 working days.")).to_have_count(1)

    write(chat, "Do you ship to Ireland?")
    expect(draft).to_be_visible()
    agent = people.page()
    sign_in(agent, running_baton)
    open_row(agent, "With the assistant", "We send parcels to Ireland")
    agent.get_by_role("button", name="Take over").click()
    expect(draft).to_have_count(0)
    held.let_go()
    expect(log_of(chat)).to_contain_text("Maya")
    picture(customer, "51-widget-taken-over")
