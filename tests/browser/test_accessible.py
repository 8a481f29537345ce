"""What axe-core can see of WCAG on the pages of the desk: light on a wide screen, dark on a phone."""

import re

from playwright.sync_api import Page, expect

from tests.browser import axe
from tests.browser.conftest import People, address, picture
from tests.browser.steps import log_of, sign_in
from tests.running import Running

PAGES = {  # where it is, and words that show once all of it is there
    "settings/routing": "When nobody fits",
    "settings/promises": "Time that counts",
    "settings/replies": "Macros",
    "customers": "First seen",
    "customers/ratings": "How often each was given",
    "settings/surveys": "Who is asked",
    "queue": "who is at work",
    "reports": "What did it take the customer",
    "quality": "By whom and what",
    "billing": "What counts as a resolution",
    "inbox/all": "With the assistant",
}


def _wrong(page: Page, name: str) -> list[str]:
    """What is wrong with the page as it stands, light and wide, then dark and narrow."""
    found = []
    for scheme, width, height in (("dark", 390, 844), ("light", 1440, 900)):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{name}, {scheme}: {line}" for line in axe.violations(page)]
        picture(page, f"70-{name.replace('/', '-')}-{scheme}")
    return found


def _settled(page: Page) -> None:
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def test_the_pages_of_the_desk_break_no_rule(running_baton: Running, people: People) -> None:
    page = people.page()
    sign_in(page, running_baton, "hannah")
    found: list[str] = []
    for path, words in PAGES.items():
        page.goto(address(running_baton, "demo.localhost", f"/console/{path}"))
        expect(page.get_by_text(re.compile(words, re.IGNORECASE)).first).to_be_visible()
        _settled(page)
        found += _wrong(page, path)

    page.locator("a[href*='/all/conv']").first.click()
    expect(log_of(page)).to_be_visible()
    expect(page.get_by_role("button", name="More ways to send")).to_be_visible()
    _settled(page)
    found += _wrong(page, "conversation")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    found += _wrong(page, "keys")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Go anywhere")).to_be_focused()
    page.keyboard.type("wheel")
    expect(page.get_by_role("group", name="Conversations").get_by_role("option").first).to_be_visible()
    found += _wrong(page, "palette")
    assert not found, "\n".join(found)
