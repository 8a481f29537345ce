"""A page that is built with the package for bundlers has the widget, once, and hears of it."""

import subprocess
from pathlib import Path

from django.conf import settings
from playwright.sync_api import expect

from tests import node
from tests.browser.conftest import People, address
from tests.running import Running
from tests.web import Page, site

TYPESCRIPT = Path(settings.BASE_DIR) / "frontend" / "node_modules" / "typescript" / "bin" / "tsc"
PAGE = """<!doctype html><title>Of another site</title><link rel="icon" href="data:,"><body><script type="module">
import { loadBaton } from "/index.js";
const [baton, again] = await Promise.all([loadBaton("HOST", { side: "left" }), loadBaton("HOST")]);
window.heard = [];
baton.on("message", ({ author }) => window.heard.push(author));
document.title = baton === again ? "Ready" : "Two of them";
baton.open();
</script>"""


def built(folder: Path) -> bytes:
    """The package as its `npm run build` makes it."""
    told: list[str | Path] = [node.program(), TYPESCRIPT, "-p", "clients/widget", "--outDir", folder]
    subprocess.run(told, cwd=settings.BASE_DIR, check=True)
    return (folder / "index.js").read_bytes()


def test_a_page_has_the_widget_by_the_package(running_baton: Running, people: People, tmp_path: Path) -> None:
    page, ours = people.page(), address(running_baton, "demo.localhost", "")
    with site() as theirs:
        theirs.html("/", PAGE.replace("HOST", ours))
        theirs.pages["/index.js"] = Page(built(tmp_path), headers={"Content-Type": "text/javascript"})
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
