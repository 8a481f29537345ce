"""Chromium from Debian, and the pages of the story."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from config import payments
from config.children import Child, Log, stop_all
from config.port import listen
from config.supervisor import environment, mail_environment, mail_program, manage
from tests import chromium, database
from tests.ports import free_port
from tests.running import Running, running

PICTURES = os.environ.get("BATON_PICTURES", "")  # a folder; without it no picture is taken, which is quicker

expect.set_options(timeout=20_000)


@pytest.fixture(scope="package")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """Debian's Chromium, which `make test` installs; ends with these tests, for no event loop starts beside its own.

    The template of the databases is made before, for Django asks nothing in a thread with an event loop.
    """
    with sync_playwright() as playwright, chromium.launched(playwright) as browser:
        yield browser


@pytest.fixture
def people(browser: Browser) -> Iterator["People"]:
    """Separate browsers for separate people; whatever a page logs as an error fails the test."""
    made = People(browser)
    yield made
    made.leave()


class People:
    """Opens a browser of its own for each person of a story."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.errors: list[str] = []

    def page(self, *, width: int = 1440, height: int = 900, dark: bool = False) -> Page:
        """A new person's page."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            locale="en-GB",
        )
        context.set_default_timeout(20_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda line: self.errors.append(line.text) if line.type == "error" else None)
        return page

    def leave(self) -> None:
        """Close all of them; AssertionError when a page complained."""
        for number, context in enumerate(self.contexts):
            for page in context.pages:
                picture(page, f"last-of-{number}")
            context.close()
        assert not self.errors, self.errors


def picture(page: Page, name: str) -> None:
    """Keep a screenshot where they are wanted."""
    if PICTURES:
        Path(PICTURES).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


def both(page: Page, name: str) -> None:
    """A picture of the page, wide and on a phone, where they are wanted."""
    if not PICTURES:
        return
    before = page.viewport_size or {"width": 1440, "height": 900}
    for suffix, size in (("wide", {"width": 1280, "height": 800}), ("phone", {"width": 390, "height": 844})):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        picture(page, f"sign-up-{name}-{suffix}")
    page.set_viewport_size({"width": before["width"], "height": before["height"]})


def address(running: Running, host: str, path: str) -> str:
    """A page's address; Chromium resolves every *.localhost itself."""
    return running.address(host, path)


OWNERS_PASSWORD = "a wheel and a half"


@dataclass(frozen=True)
class Public:
    """A running Baton with its own company, a mail server and a sandbox."""

    running: Running
    letters: Path  # a Maildir
    sandbox: str

    def address(self, path: str) -> str:
        """A page of the public site."""
        return self.running.address("localhost", path)


@pytest.fixture(scope="module")
def public(
    database_server: str, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Public]:
    """The public site, as after `manage.py make_platform` and `manage.py stripe_set_up`."""
    folder, port = tmp_path_factory.mktemp("public"), free_port()
    with django_db_blocker.unblock(), database.cloned(database_server) as url, ExitStack() as held:
        mail = held.enter_context(listen("127.0.0.1", 0))
        till = held.enter_context(listen("127.0.0.1", 0))
        log = held.enter_context(closing(Log(folder / "log" / "beside.log")))
        origin = f"http://localhost:{port}"
        env = {
            **mail_environment(mail, folder),
            **payments.environment(till, origin, secret="only-for-tests"),
            "BATON_OPERATOR_PASSWORD": OWNERS_PASSWORD,
            "BATON_ORIGIN": origin,
        }
        whole = {**environment(url, folder), "DJANGO_SETTINGS_MODULE": "config.settings.dev", **env}
        held.enter_context(payments.running(till, whole, folder, log))
        server = Child(mail_program(mail), whole, log)
        server.start()
        held.callback(stop_all, [server])
        manage(whole, "stripe_set_up")
        manage(whole, "make_platform")
        baton = held.enter_context(running(url, folder, env=env, port=port))
        yield Public(baton, folder / "mail", env["BATON_SANDBOX"])
