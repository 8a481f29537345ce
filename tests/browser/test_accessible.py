"""What axe-core can see of WCAG on every page: light on a wide screen, dark on a phone."""

import pytest
from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.conftest import People, address, picture
from tests.browser.steps import sign_in
from tests.running import Running
from tests.screens import pages
from tests.screens.pages import Screen


def _wrong(page: Page, name: str) -> list[str]:
    """What is wrong with the page as it stands, dark and narrow, then light and wide."""
    found = []
    for scheme, width, height in (("dark", 390, 844), ("light", 1440, 900)):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{name}, {scheme}: {line}" for line in axe.violations(page)]
        picture(page, f"70-{name}-{scheme}")
    return found


def _open(page: Page, running: Running, screen: Screen) -> None:
    page.goto(address(running, screen.host, screen.path))
    pages.settled(page)
    if screen.then:
        screen.then(page)
        pages.settled(page)


@pytest.mark.parametrize("who", [None, pages.AGENT, pages.SUPERVISOR, pages.OWNER])
def test_no_page_breaks_a_rule(running_baton: Running, people: People, who: str | None) -> None:
    page = people.page()
    if who:
        sign_in(page, running_baton, who)
    found: list[str] = []
    for screen in [one for one in [*pages.CONSOLE, *pages.PUBLIC] if one.who == who]:
        _open(page, running_baton, screen)
        found += _wrong(page, screen.name)
    assert not found, "\n".join(found)
