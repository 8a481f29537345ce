"""An owner changes a rule by keyboard, sees what it would change, and publishes it; the next customer meets it."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import People, picture
from tests.browser.steps import log_of, open_chat, sign_in, write
from tests.running import Running

WORDS = "The workshop takes over, and has read all of this."


def _send_who_asks_to_the_workshop(owner: Page) -> None:
    owner.get_by_role("button", name=re.compile("^Whoever asks for a person gets one")).first.press("Enter")
    owner.get_by_role("button", name="Team: Customer care").press("Enter")
    expect(owner.get_by_role("option", name="Workshop")).to_be_visible()
    while owner.locator("[role=option][data-combobox-selected]").inner_text() != "Workshop":
        owner.keyboard.press("ArrowDown")
    owner.keyboard.press("Enter")
    expect(owner.get_by_role("button", name="Team: Workshop")).to_be_focused()
    owner.get_by_role("textbox", name="Words in English").fill(WORDS)


def _publish(owner: Page) -> None:
    owner.get_by_role("button", name="Publish 1 change").press("Enter")
    dialog = owner.get_by_role("dialog", name="Publish as version 2")
    expect(dialog).to_contain_text("Workshop")
    note = dialog.get_by_role("textbox", name="Note")
    expect(note).to_be_focused()
    note.fill("The workshop knows bikes best.")
    picture(owner, "61-rules-publish")
    note.press("Enter")
    expect(owner.get_by_text("Version 2, in force")).to_be_visible()


def _restore(owner: Page) -> None:
    owner.get_by_role("link", name="Versions", exact=True).click()
    expect(owner.get_by_text("The workshop knows bikes best.")).to_be_visible()
    owner.get_by_role("link", name="Version 1", exact=True).click()
    owner.get_by_role("button", name="Restore…").click()
    owner.get_by_role("dialog").get_by_role("button", name="Restore", exact=True).click()
    expect(owner.get_by_text("Version 3, in force")).to_be_visible()


def test_a_rule_is_changed_counted_published_obeyed_and_restored(running_baton: Running, people: People) -> None:
    owner = people.page(width=1280)
    sign_in(owner, running_baton, "hannah")
    owner.get_by_role("link", name="Rules", exact=True).click()
    _send_who_asks_to_the_workshop(owner)
    panel = owner.get_by_role("complementary", name="What the draft would change")
    expect(panel).to_contain_text("to another team or priority")
    expect(owner.get_by_text("Draft, saved")).to_be_visible()
    picture(owner, "60-rules-draft")
    _publish(owner)

    customer = people.page()
    chat = open_chat(customer, running_baton)
    write(chat, "I would like to talk to a person, please.")
    expect(log_of(chat)).to_contain_text(WORDS)

    _restore(owner)
