"""Hostile words in a real browser: wherever somebody's words are shown, nothing runs and nothing is markup.

Two threads with all of them in every run; in the long form of `make bad-input` every list of a Baton of its own too.
"""

import html
import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import override_settings
from playwright.sync_api import Frame, Locator, Page, expect
from pytest_django.plugin import DjangoDbBlocker

from config.supervisor import manage
from tenants import current
from tenants.models import Domain
from tests import database
from tests.bad_input import planting
from tests.bad_input.planting import Planted
from tests.browser.conftest import OWNERS_PASSWORD, People, address, picture
from tests.browser.steps import log_of, sign_in
from tests.running import Running, running

COMPANY = "demo.localhost"
Told = Callable[[str, int], None]
LONG = os.environ.get("BATON_BAD_INPUT") == "long"
long_only = pytest.mark.skipif(not LONG, reason="`make bad-input` plays it, on a Baton of its own")
TAGS = re.compile(r"<[^>]*>")
SPACE = re.compile(r"\s+")
LISTS = (
    "inbox/open",
    "inbox/waiting",
    "customers",
    "knowledge/articles",
    "settings/replies",
    "team",
    "team/departments",
    "reports",
    "rules",
    "quality",
    "control",
    "queue",
    "data",
    "audit",
)
OPERATORS = ("", "companies/", "jobs/", "admin/tenants/signup/", "admin/tenants/job/", "admin/tenants/domain/add/")
WATCH = """
window.ran = 0;
window.alert = () => { window.ran = 1; };
document.addEventListener("securitypolicyviolation", (event) => {
  (window.violations ??= []).push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
# What no page of ours has: an attribute that runs, a program or a frame from elsewhere, an address that is a program.
FOUND = """
() => {
  const found = window.ran ? ["it ran"] : [];
  found.push(...(window.violations ?? []));
  const foreign = (address) => address && !/^(data|blob):/.test(address) && new URL(address).origin !== location.origin;
  const never = ["object", "embed", "base", "marquee", "math", "xmp", "image", "isindex", "foreignObject", "animate"];
  const loads = ["img", "iframe", "video", "audio", "source", "link", "script"];
  const bad = (one) =>
    [...one.attributes].some(({ name }) => /^(on|srcdoc|formaction)/.test(name)) ||
    never.includes(one.localName) ||
    (loads.includes(one.localName) && foreign(one.src || one.href)) ||
    (one.localName === "script" && !one.src && one.type !== "application/json") ||
    (one.localName === "meta" && one.httpEquiv === "refresh") ||
    /^\\s*(javascript|vbscript|data|file):/i.test(one.getAttribute("href") ?? one.getAttribute("action") ?? "");
  const look = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) look(one.shadowRoot);
      if (bad(one)) found.push(one.outerHTML.slice(0, 200));
    }
  };
  look(document);
  return found;
}
"""
TEXT = "(one) => one.textContent"
MOVE = """
(one) => {
  let long = one;
  while (long.scrollHeight <= long.clientHeight + 1 && long.parentElement) long = long.parentElement;
  const end = long.scrollHeight - long.clientHeight - 2;
  window.way = long.scrollTop <= 0 ? 1 : long.scrollTop >= end ? -1 : (window.way ?? -1);
  long.scrollTop += window.way * long.clientHeight * 0.35;
}
"""  # up to the beginning, and down again


def in_company(running: Running, blocker: DjangoDbBlocker, act: Callable[[], Planted]) -> Planted:
    """Do it inside the demo's company, in the database of the running Baton, away from the browser's event loop."""

    def there() -> Planted:
        with (
            blocker.unblock(),
            database.in_use(running.database_url),
            override_settings(SECRET_KEY=running.env["SECRET_KEY"]),
            current.entered(Domain.objects.get(domain=COMPANY).tenant),
        ):
            return act()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(there).result()


@pytest.fixture(scope="module")
def planted(running_baton: Running, django_db_blocker: DjangoDbBlocker) -> Planted:
    """Every text in one thread, as three kinds of words."""
    return in_company(running_baton, django_db_blocker, planting.thread)


@pytest.fixture(scope="module")
def overgrown(
    database_server: str, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    """A Baton of its own with hostile words in every list."""

    def plant() -> Planted:
        planting.lists()
        planting.shared()
        return planting.thread()

    folder = tmp_path_factory.mktemp("overgrown")
    with (
        django_db_blocker.unblock(),
        database.cloned(database_server) as url,
        running(url, folder, demo=True, env={"BATON_OPERATOR_PASSWORD": OWNERS_PASSWORD}) as whole,
    ):
        manage(whole.env, "make_platform")
        planting.letters(folder / "mail")
        in_company(whole, django_db_blocker, plant)
        yield whole


@pytest.fixture
def told(record_property: Callable[[str, object], None]) -> Told:
    """Says for docs/reliability.md where texts were shown, and how many."""
    return lambda where, count: record_property("told", f"{where} | {count}")


def squeezed(text: str) -> str:
    """The words without markup and without what a browser does to spaces."""
    return SPACE.sub("", html.unescape(TAGS.sub("", text)))


def check(place: Page | Frame) -> None:
    """AssertionError that tells what ran, or what became an element that no page of ours has."""
    found = place.evaluate(FOUND)
    assert not found, "\n".join(found)


def watched(people: People, *, width: int, height: int) -> Page:
    """A page that notes what runs and what its policy refused."""
    page = people.page(width=width, height=height)
    page.add_init_script(WATCH)
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))  # of the frame's own document, opened alone
    page.on("dialog", lambda dialog: people.errors.append(f"{dialog.type}: {dialog.message}"))
    return page


def lost(planted: tuple[str, ...], shown: str) -> list[str]:
    """Which of the words are not to be read."""
    return [one for one in planted if squeezed(one) not in shown]


def test_customers_and_agents_words_are_text_in_the_widget(
    running_baton: Running, planted: Planted, people: People, told: Told
) -> None:
    page = watched(people, width=400, height=3000)
    page.add_init_script(f"localStorage.setItem('baton:visitor', '{planted.token}')")
    page.goto(address(running_baton, COMPANY, "/widget/"))
    log = log_of(page)
    expect(log.locator(".words")).to_have_count(2 * len(planting.TEXTS), timeout=60_000)
    assert not lost((*planted.customers_words, *planted.agents_words), squeezed_text(log))
    check(page)
    picture(page, "scripts-widget")
    told("Messages in the widget, and names of files", 2 * len(planting.TEXTS))


def test_customers_and_agents_words_and_notes_are_text_in_the_thread(
    running_baton: Running, planted: Planted, people: People, told: Told
) -> None:
    page = watched(people, width=1440, height=9000)
    sign_in(page, running_baton)
    page.goto(address(running_baton, COMPANY, f"/console/inbox/all/{planted.conversation_id}"))
    wanted = {*planted.customers_words, *planted.agents_words}
    log = log_of(page)
    expect(log).to_contain_text("only your team sees this")
    left = 0 if LONG else len(wanted) // 2
    for _ in range(1200):
        shown = squeezed_text(log)
        check(page)
        wanted = set(lost(tuple(wanted), shown))
        if len(wanted) <= left:
            break
        log.evaluate(MOVE)
        page.wait_for_timeout(50)
    assert len(wanted) <= left, (len(wanted), sorted(wanted)[:10])
    picture(page, "scripts-thread")
    told("Messages and notes in the console's thread", 3 * len(planting.TEXTS))


def squeezed_text(one: Locator) -> str:
    """The words that are to be read in it, without spaces."""
    return SPACE.sub("", str(one.evaluate(TEXT)))


@long_only
def test_names_are_text_in_every_list_of_the_console(overgrown: Running, people: People, told: Told) -> None:
    page = watched(people, width=1440, height=3000)
    sign_in(page, overgrown, "hannah")
    seen = ""
    for path in LISTS:
        page.goto(address(overgrown, COMPANY, f"/console/{path}"))
        expect(page.locator("main")).to_be_visible()
        page.wait_for_load_state("networkidle")
        check(page)
        seen += squeezed_text(page.locator("body"))
        picture(page, f"scripts-{path.replace('/', '-')}")
    names = planting.short(120, 40)[:3]
    assert not [one for one in names if SPACE.sub("", one) not in seen]
    told("Names of customers, subjects, tags, articles, replies, departments, people", 40 * 7)


@long_only
def test_cards_of_handovers_are_text(overgrown: Running, people: People, told: Told) -> None:
    page = watched(people, width=1440, height=3000)
    sign_in(page, overgrown)
    page.get_by_role("navigation", name="Views").get_by_text("Waiting", exact=True).click()
    rows = page.locator("a[href^='/console/inbox/waiting/conv_']")
    expect(rows.first).to_be_visible()
    for number in range(min(rows.count(), 6)):
        rows.nth(number).click()
        expect(page.get_by_role("region", name="Handover", exact=True).first).to_be_visible()
        check(page)
    picture(page, "scripts-card")
    told("Cards of handovers", min(rows.count(), 6))


@long_only
def test_what_operators_look_at_is_text(overgrown: Running, people: People, told: Told) -> None:
    page = watched(people, width=1440, height=3000)
    page.goto(address(overgrown, "baton.localhost", "/sign-in/"))
    page.get_by_label("E-mail").fill("operator@localhost")
    page.get_by_label("Password").fill(OWNERS_PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("navigation", name="Views")).to_be_visible()
    for path in OPERATORS:
        page.goto(address(overgrown, "baton.localhost", f"/operators/{path}"))
        expect(page.get_by_role("heading").first).to_be_visible()
        check(page)
        picture(page, f"scripts-operators-{path.replace('/', '-')}")
    told("Operators' pages: companies that signed up, errors of jobs", 80)


@long_only
def test_mails_run_nothing_on_the_pages_that_show_them(overgrown: Running, people: People, told: Told) -> None:
    page = watched(people, width=1440, height=900)
    page.goto(address(overgrown, "localhost", "/mail/"))
    letters = page.locator("a[href^='/mail/'][href$='/']")
    check(page)
    found = {str(one.get_attribute("href")) for one in letters.all()} - {"/mail/", "/mail/new/"}
    assert len(found) >= 10
    for path in sorted(found)[:10]:
        page.goto(address(overgrown, "localhost", path))
        check(page)
    frames = [frame for frame in page.frames if frame is not page.main_frame]
    assert frames
    assert not people.errors or all("sandbox" in one or "Content" in one for one in people.errors)
    people.errors.clear()  # the browser logs each program that it did not run
    told("Mails on the demo's pages, each with all texts as its HTML, in a frame that runs nothing", 10)
