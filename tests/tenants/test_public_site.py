"""The platform's own pages: there, reachable from each other, and nothing of the demo where it does not run."""

import re

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from conversations.platform import reading
from tenants import csp

PAGES = ["/", "/pricing/", "/docs/", "/sign-up/", "/sign-up/sent/", "/sign-in/", "/sign-in/sent/"]
DOCUMENTS = [f"/docs/{name}/" for name in reading.SHOWN]
HREF = re.compile(r'href="(/[^"#]*)')


@pytest.mark.parametrize("path", [*PAGES, *DOCUMENTS])
def test_every_page_is_there_and_so_is_all_that_it_leads_to(public_client: Client, path: str) -> None:
    response = public_client.get(path)
    page = response.content.decode()
    assert response.status_code == 200
    assert "<h1" in page
    assert response[csp.HEADER].startswith("default-src 'none'; script-src 'self'")
    assert "style=" not in page
    for found in set(HREF.findall(page)):
        assert found.startswith("/static/") or public_client.get(found).status_code == 200, found


@pytest.mark.parametrize("path", ["/docs/decisions/", "/docs/..%2fREADME/", "/docs/x/", "/console/", "/api/v1/me"])
def test_nothing_else_is_there(public_client: Client, path: str) -> None:
    assert public_client.get(path).status_code == 404


def test_links_of_a_document_lead_to_pages_and_those_into_the_code_are_words() -> None:
    for name in reading.SHOWN:
        for found in re.findall(r'href="([^"]*)"', reading.document(name).html):
            assert found.startswith(("http://", "https://", "/docs/", "#")), (name, found)


def test_pictures_are_there_in_both_themes_and_places_where_links_lead() -> None:
    for name in reading.SHOWN:
        html = reading.document(name).html
        for picture in re.findall(r'(?:src|srcset)="/static/docs/([^"]*)"', html):
            assert (configured.STATIC_FOLDERS["docs"] / picture).is_file(), (name, picture)
        for there, place in re.findall(r'href="/docs/(\w+)/#([^"]*)"', html):
            assert f'id="{place}"' in reading.document(there).html, (name, there, place)


def test_the_help_of_each_page_of_the_console_leads_to_a_part_of_a_guide(public_client: Client) -> None:
    told = (configured.BASE_DIR / "frontend/src/console/shell/help.ts").read_text()
    places = re.findall(r'", "([a-z/]+/)(?:#([a-z-]+))?"\]', told)
    assert len(places) > 20
    for page, part in set(places):
        response = public_client.get(f"/docs/{page}")
        assert response.status_code == 200, page
        assert not part or f'id="{part}"' in response.content.decode(), (page, part)


def test_only_the_demo_shows_the_demo(public_client: Client, settings: Settings) -> None:
    assert "/demo/" not in public_client.get("/").content.decode()
    assert public_client.get("/demo/").status_code == 404
    settings.DEMO = True
    assert 'href="/demo/"' in public_client.get("/").content.decode()


def test_the_hosts_legal_pages_are_linked_where_they_are_set(public_client: Client, settings: Settings) -> None:
    for path in ("/", "/sign-up/"):
        before = public_client.get(path).content.decode()
        assert "Imprint" not in before
        assert "privacy notice" not in before
    settings.LEGAL_PAGES = {"imprint": "https://host.example/i/", "privacy": "https://host.example/p", "terms": ""}
    footer = public_client.get("/").content.decode()
    assert '<a href="https://host.example/i/">Imprint</a>' in footer
    assert '<a href="https://host.example/p">Privacy</a>' in footer
    assert "Terms" not in footer
    form = public_client.get("/sign-up/").content.decode()
    assert 'href="https://host.example/p" target="_blank" rel="noopener">privacy notice</a>' in form
    assert "you agree to" not in form


def test_the_public_pages_ask_the_database_for_next_to_nothing(
    public_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for path in PAGES:
        with django_assert_max_num_queries(3):  # the search path, whose host it is, whose chat
            public_client.get(path)
