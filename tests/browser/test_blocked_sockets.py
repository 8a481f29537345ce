"""The story on a network that lets no socket through: customer and agent live on long polling."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import People, picture
from tests.browser.steps import log_of, open_chat, open_row, reply, sign_in, write
from tests.running import Running

NO_SOCKETS = """
window.WebSocket = class extends EventTarget {
  constructor() {
    super();
    setTimeout(() => {
      const closed = new CloseEvent("close", { code: 1006 });
      this.onclose?.(closed);
      this.dispatchEvent(closed);
    }, 10);
  }
  send() {}
  close() {}
};
"""


def _blocked(people: People) -> Page:
    page = people.page()
    page.add_init_script(NO_SOCKETS)
    return page


def test_a_network_that_blocks_sockets_plays_the_whole_story(running_baton: Running, people: People) -> None:
    customer = _blocked(people)
    chat = open_chat(customer, running_baton)
    log = log_of(chat)
    write(chat, "How long does delivery take?")
    expect(chat.get_by_role("list", name="Sources")).to_be_visible()
    write(chat, "That is too slow for me. Let me talk to a human being!")
    expect(log).to_contain_text("Passing you to a person")

    agent = _blocked(people)
    sign_in(agent, running_baton)
    expect(agent.get_by_text("Slow connection mode")).to_be_visible()
    open_row(agent, "Waiting", "too slow for me")
    agent.get_by_role("button", name="Accept").click()
    expect(log).to_contain_text("has read everything above")
    reply(agent, "I can send it by express.")
    expect(log).to_contain_text("I can send it by express.")
    write(chat, "Express would be lovely")
    expect(log_of(agent)).to_contain_text("Express would be lovely")
    picture(agent, "20-inbox-by-polling")
    agent.get_by_role("button", name="Hand back to the assistant").click()
    agent.get_by_role("dialog").get_by_role("button", name="Hand back").click()
    expect(log).to_contain_text("handed back to the assistant")
    words = ["How long does delivery take?", "I can send it by express.", "Express would be lovely"]
    for each in words:
        expect(log.get_by_text(each, exact=True)).to_have_count(1)
    picture(customer, "21-widget-by-polling")
