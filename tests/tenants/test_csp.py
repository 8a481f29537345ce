"""The content policy of every kind of page: own scripts alone, and no text becomes markup but where it is looked at."""

import re

import pytest
from django.test import Client
from pytest_django import Settings

from tenants import csp, current
from tenants.models import Tenant
from tests import cast
from tests.clients import HostClient
from tests.database import ROOT

NONE = "'none'"
OF_A_COMPANY = {"/sign-in/": NONE, "/no-such-page/": NONE, "/widget/": "baton", "/console/": "baton default"}
PUBLIC = ("/", "/pricing/", "/docs/", "/docs/api/", "/sign-up/", "/sign-in/", "/shop/", "/mail/", "/no-such-page/")
# What makes markup, or a program, of text; what is left of these in our own scripts stands in the files below.
SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|srcdoc"
    r"|new Function|\beval\(|dangerouslySetInnerHTML|new Worker|serviceWorker|createPolicy"
)
SOURCES = ROOT / "frontend" / "src"


def directives(response: object) -> dict[str, str]:
    """A response's policy by directive."""
    told: str = response[csp.HEADER]  # type: ignore[index]
    return dict(part.split(" ", 1) for part in told.split("; "))


def check(policy: dict[str, str], named: str) -> None:
    """What holds on every page."""
    assert policy["default-src"] == NONE
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["trusted-types"] == named
    assert policy["base-uri"] == NONE
    assert not {"'unsafe-inline'", "'unsafe-eval'"} & set(" ".join(policy.values()).split())


@pytest.mark.parametrize("path", OF_A_COMPANY)
def test_a_page_of_a_company_names_the_policies_it_needs(acme: Tenant, acme_client: Client, path: str) -> None:
    with current.entered(acme):
        cast.agent("bob")
    client = cast.signed_in(acme_client, "bob@example.com") if path == "/console/" else acme_client
    check(directives(client.get(path)), OF_A_COMPANY[path])


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_makes_markup_of_no_text(acme: Tenant, settings: Settings, path: str) -> None:
    settings.DEMO = True
    check(directives(HostClient("localhost").get(path)), NONE)


def test_text_becomes_markup_in_these_files_alone() -> None:
    found = {
        str(file.relative_to(SOURCES)): set(SINKS.findall(file.read_text()))
        for file in SOURCES.rglob("*.*")
        if file.suffix in {".ts", ".tsx", ".js"} and SINKS.search(file.read_text())
    }
    assert found == {
        "shared/markup.ts": {"dangerouslySetInnerHTML", "createPolicy"},  # the first in words about it
        "console/shell/markup.ts": {"createPolicy"},
        "console/ui/Markup.tsx": {"dangerouslySetInnerHTML"},
        "widget/html.tsx": {"dangerouslySetInnerHTML"},
    }
