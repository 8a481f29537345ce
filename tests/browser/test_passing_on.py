"""An agent lets a conversation rest, wakes it, and passes it on, all by keyboard; a colleague sees it happen."""

import re

from playwright.sync_api import FrameLocator, Page, expect

from tests.browser.conftest import People, picture
from tests.browser.steps import log_of, open_chat, open_row, reply, sign_in, write
from tests.running import Running


def _view(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Views").get_by_text(name, exact=True).click()


def _snooze_and_undo(agent: Page) -> None:
    agent.keyboard.press("s")
    agent.get_by_role("menuitem", name="Pick a date and time").press("Enter")
    expect(agent.get_by_label("Date and time")).to_be_focused()
    agent.keyboard.press("Escape")
    expect(agent.get_by_role("dialog")).to_have_count(0)
    agent.keyboard.press("s")
    picture(agent, "40-inbox-snooze")
    agent.get_by_role("menuitem", name=re.compile("Tomorrow")).press("Enter")
    expect(agent.get_by_text("snoozed until tomorrow").first).to_be_visible()
    _view(agent, "Snoozed")
    expect(agent.get_by_text("I will ask the workshop.").first).to_be_visible()
    picture(agent, "41-inbox-snoozed")
    agent.get_by_role("button", name="Undo").click()
    expect(agent.get_by_text("Nothing is snoozed")).to_be_visible()


def _pass_to_priya(agent: Page, colleague: Page, chat: FrameLocator) -> None:
    """With a note that she reads, and the customer does not."""
    agent.keyboard.press("t")
    search = agent.get_by_role("combobox", name="Search teams and people")
    expect(search).to_be_focused()
    agent.keyboard.type("priya")
    expect(agent.get_by_role("option")).to_have_count(1)
    agent.get_by_role("textbox", name="Note").fill("The shop wants a workshop slot.")
    picture(agent, "42-inbox-pass-on")
    agent.get_by_role("button", name="Pass to Priya").click()
    expect(log_of(agent)).to_contain_text("Passed on")
    expect(log_of(colleague)).to_contain_text("The shop wants a workshop slot.")
    expect(log_of(chat)).to_contain_text("You are being passed to")
    colleague.get_by_role("button", name="Accept").click()
    expect(log_of(agent)).to_contain_text(re.compile(r"Priya \w+ accepted|Priya accepted"))


def _a_department_works_along(holder: Page, other: Page) -> None:
    """The holder asks a team, a colleague does it, and until then nobody resolves without being asked."""
    holder.keyboard.press("d")
    expect(holder.get_by_role("textbox", name="What is to be done?")).to_be_focused()
    holder.keyboard.type("Look for a free slot")
    who = holder.get_by_role("combobox", name="By whom?")
    who.select_option(label="Orders & Delivery (team)")
    who.press("Tab")
    holder.get_by_role("button", name="Ask them").press("Enter")
    for page in (holder, other):
        expect(page.get_by_role("region", name="Tasks")).to_contain_text("Look for a free slot")
    picture(holder, "44-inbox-task")
    holder.keyboard.press("e")
    asked = holder.get_by_role("dialog", name="One task is still open")
    asked.get_by_role("button", name="Keep it open").press("Enter")
    tasks = other.get_by_role("region", name="Tasks")
    tasks.get_by_role("button", name="Done…").press("Enter")
    other.keyboard.type("Friday at nine is free.")
    other.keyboard.press("Control+Enter")
    expect(holder.get_by_role("region", name="Tasks")).to_contain_text("Friday at nine is free.")
    expect(holder.get_by_text("All are done")).to_be_visible()


def _hand_back_with_what_was_decided(holder: Page, chat: FrameLocator) -> None:
    """What a person decided is what the assistant says, with that person's name."""
    holder.keyboard.press("h")
    brief = holder.get_by_role("dialog", name="Hand back to the assistant")
    brief.get_by_role("textbox", name="Something else that was decided").fill("The workshop slot is Friday at nine.")
    brief.get_by_label("Brief").fill("The customer knows the price already.")
    picture(holder, "45-inbox-hand-back")
    brief.get_by_label("Brief").press("Control+Enter")
    expect(log_of(chat)).to_contain_text("handed back to the assistant")
    write(chat, "When is my workshop slot?")
    expect(chat.get_by_role("list", name="Sources").last).to_contain_text("Decided by Priya")
    expect(log_of(chat)).not_to_contain_text("knows the price already")


def test_snooze_wake_and_pass_on(running_baton: Running, people: People) -> None:
    customer = people.page()
    chat = open_chat(customer, running_baton)
    write(chat, "My gears slip uphill. I would like to talk to a person, please.")
    expect(log_of(chat)).to_contain_text("Passing you to a person")

    agent = people.page()
    sign_in(agent, running_baton)
    open_row(agent, "Waiting", "My gears slip uphill")
    expect(agent.get_by_text("customer is here")).to_be_visible()
    agent.keyboard.press("a")
    expect(log_of(agent)).to_contain_text("You accepted")
    reply(agent, "I will ask the workshop.")
    expect(log_of(agent)).to_contain_text("Seen")

    _snooze_and_undo(agent)

    open_row(agent, "Mine", "I will ask the workshop.")
    colleague = people.page()
    sign_in(colleague, running_baton, "priya")
    colleague.goto(agent.url.replace("/mine/", "/all/"))
    expect(agent.get_by_text("Priya is looking at this too")).to_be_visible()
    expect(colleague.get_by_text("Maya is looking at this too")).to_be_visible()

    _pass_to_priya(agent, colleague, chat)
    _a_department_works_along(colleague, agent)
    _hand_back_with_what_was_decided(colleague, chat)

    customer.close()
    expect(colleague.get_by_text("customer has left")).to_be_visible()
    picture(colleague, "43-inbox-passed-on")
    colleague.keyboard.press("a")
    colleague.keyboard.press("e")  # at once: what was asked for a moment ago comes first
    colleague.get_by_role("button", name="Reopen").click(timeout=15_000)
    expect(colleague.get_by_role("region", name="Conversation with").get_by_text("You have it")).to_be_visible()
