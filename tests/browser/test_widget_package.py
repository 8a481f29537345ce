"""A page that imports the package for bundlers has the widget, once, and hears of it."""

import json
from pathlib import Path

from django.conf import settings
from playwright.sync_api import expect

from tests.browser.conftest import People, address
from tests.running import Running
from tests.web import Page, site

PACKAGE = Path(settings.BASE_DIR) / "clients" / "widget"
PAGE = """<!doctype html><title>Of another site</title><link rel="icon" href="data:,"><body><script type="module">
import { loadBaton } from "/index.js";
const [baton, again] = await Promise.all([loadBaton("HOST", { side: "left" }), loadBaton("HOST")]);
window.heard = [];
baton.on("message", ({ author }) => window.heard.push(author));
document.title = baton === again ? "Ready" : "Two of them";
baton.open();
</script>"""


def entry() -> bytes:
    """What the package gives to a bundler, as it is."""
    told = json.loads((PACKAGE / "package.json").read_text("utf-8"))
    return PACKAGE.joinpath(str(told["exports"]["."]["default"])).read_bytes()


def test_a_page_has_the_widget_by_the_package(running_baton: Running, people: People) -> None:
    page, ours = people.page(), address(running_baton, "demo.localhost", "")
    with site() as theirs:
        theirs.html("/", PAGE.replace("HOST", ours))
        theirs.pages["/index.js"] = Page(entry(), headers={"Content-Type": "text/javascript"})
        page.goto(theirs.url("/", "localhost"))
        expect(page).to_have_title("Ready")
        expect(page.locator("#baton")).to_have_count(1)
        expect(page.locator("#baton")).to_have_attribute("data-side", "left")
        box = page.frame_locator("#baton iframe").get_by_role("textbox", name="Your message")
        box.fill("When are you open?")
        box.press("Enter")
        page.wait_for_function("window.heard.includes('assistant')")
        scripts = page.evaluate("[...document.scripts].map((one) => one.src)")
        assert sorted(scripts) == ["", f"{ours}/widget.js"]
