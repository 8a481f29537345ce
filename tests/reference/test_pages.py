"""The pages of the reference: all there, their links lead somewhere, and a company reads its own address in them."""

import io
import json
import re
import tarfile
from urllib.parse import urldefrag

import pytest
from django.test import Client

from config.reference import guides, marked, operations
from config.reference.pages import COOKIE
from config.reference.sections import SECTIONS
from tenants import csp

NAMES = [*(one.name for one in SECTIONS), *guides.NAMES]
HREF, ID = re.compile(r'href="([^"]*)"'), re.compile(r' id="([^"]*)"')
HERS = "http://acme.localhost/api/v1/"


def page_of(client: Client, path: str) -> str:
    """A page that is there."""
    response = client.get(path)
    assert response.status_code == 200, path
    assert response[csp.HEADER].startswith("default-src 'none'; script-src 'self'")
    return response.content.decode()


def test_every_link_of_every_page_leads_somewhere(public_client: Client) -> None:
    pages = {f"/docs/api/{name}/": page_of(public_client, f"/docs/api/{name}/") for name in NAMES}
    pages["/docs/api/"] = page_of(public_client, "/docs/api/")
    beyond = {"/docs/api/postman.json": ""}  # a file, which is read below
    for address, page in pages.items():
        assert "<h1" in page
        assert "style=" not in page
        for path, part in {urldefrag(link) for link in HREF.findall(page)}:
            if path.startswith("/static/") or ":" in path:
                continue
            target = path or address
            if target not in pages and target not in beyond:
                beyond[target] = page_of(public_client, target)
            assert not part or part in ID.findall({**beyond, **pages}[target]), f"{address}: {path}#{part}"


def test_a_section_shows_its_operations_each_once(public_client: Client) -> None:
    for section in SECTIONS:
        found = operations.by_section()[section.name]
        assert found
        page = page_of(public_client, f"/docs/api/{section.name}/")
        assert re.findall(r'<section class="operation" id="([^"]*)"', page) == [one.anchor for one in found]


def test_what_is_not_there_is_not_found(public_client: Client) -> None:
    for name in ("nothing", "examples.json", "..%2fwidget", "Conversations"):
        assert public_client.get(f"/docs/api/{name}/").status_code == 404


def test_a_companys_host_leads_to_the_reference_with_its_own_address(
    acme_client: Client, public_client: Client
) -> None:
    for path in ("/docs/api/", "/docs/api/customers/"):
        response = acme_client.get(path)
        assert (response.status_code, response["Location"]) == (302, f"http://localhost{path}?company=acme")
    assert HERS in page_of(public_client, "/docs/api/customers/?company=acme")
    assert HERS in page_of(public_client, "/docs/api/rules/"), "the company is forgotten on the next page"
    assert "http://acme.localhost" in page_of(public_client, "/docs/api/quick-start/")


@pytest.mark.parametrize(
    "hostile",
    ['"><script>alert(1)</script>', "evil.example/", "acme.evil", "ACME", "a" * 64, "-a", "a\n", "a b", "@evil"],
)
def test_no_other_address_gets_into_the_examples(public_client: Client, hostile: str) -> None:
    response = public_client.get("/docs/api/customers/", {"company": hostile})
    assert COOKIE not in response.cookies
    assert "http://your-company.localhost/api/v1/" in response.content.decode()
    public_client.cookies[COOKIE] = hostile.strip().replace('"', "").replace(" ", "") + "!"
    assert "http://your-company.localhost/api/v1/" in page_of(public_client, "/docs/api/customers/")


def test_the_collection_has_every_operation_of_a_token_once(public_client: Client) -> None:
    response = public_client.get("/docs/api/postman.json?company=acme")
    told = json.loads(response.content)
    assert told["info"]["schema"] == "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
    assert {one["key"]: one["value"] for one in told["variable"]} == {
        "host": "http://acme.localhost",
        "token": "",
        "agent": "",
    }
    assert told["auth"]["bearer"][0]["value"] == "{{token}}"
    asked = [one["request"] for folder in told["item"] for one in folder["item"]]
    found = [
        (one["method"], re.sub(r":(\w+)", r"{\1}", one["url"]["raw"].removeprefix("{{host}}/api/v1"))) for one in asked
    ]
    wanted = [(one.method, one.path) for part in operations.by_section().values() for one in part if one.is_for_tokens]
    assert sorted(found) == sorted(wanted)
    assert len(found) == len(set(found))
    for one in asked:
        assert [step[1:] for step in one["url"]["path"] if step.startswith(":")] == [
            variable["key"] for variable in one["url"]["variable"]
        ]
        body = one.get("body", {"mode": "none"})
        assert body["mode"] in {"none", "formdata"} or isinstance(json.loads(body["raw"]), dict)


def test_a_client_is_a_package_that_installs_from_its_address(public_client: Client) -> None:
    for name, needed in (
        ("baton-client.tar.gz", {"baton-client/pyproject.toml", "baton-client/src/baton_client/client.py"}),
        ("baton-widget.tgz", {"package/package.json", "package/src/index.js", "package/src/index.d.ts"}),
    ):
        response = public_client.get(f"/docs/api/packages/{name}")
        assert (response.status_code, response["Content-Type"]) == (200, "application/gzip")
        with tarfile.open(fileobj=io.BytesIO(response.content)) as whole:
            names = set(whole.getnames())
        assert needed < names
        assert not [one for one in names if "__pycache__" in one or "node_modules" in one]
    assert public_client.get("/docs/api/packages/..%2f..%2fmanage.py").status_code == 404


def test_the_contents_find_every_operation_on_its_page(public_client: Client) -> None:
    contents = page_of(public_client, "/docs/api/")
    for section in SECTIONS:
        for one in operations.by_section()[section.name]:
            assert f'href="/docs/api/{section.name}/#{one.anchor}"' in contents


def test_an_example_for_an_agent_names_one_and_code_is_code(public_client: Client) -> None:
    page = page_of(public_client, "/docs/api/conversations/")
    reply = page[page.index('<section class="operation" id="conversations-messages-create"') :].partition("</section>")[
        0
    ]
    assert "agent=agent" in reply
    assert "<code>client_id</code> stores nothing twice" in reply
    assert "`" not in re.sub(r"<pre.*?</pre>|data-words=\"[^\"]*\"", "", page, flags=re.DOTALL)


def test_words_of_the_document_are_no_markup() -> None:
    assert marked.html("<b> & `<i>`") == "&lt;b&gt; &amp; <code>&lt;i&gt;</code>"


def test_the_public_pages_lead_to_the_reference(public_client: Client) -> None:
    for path in ("/", "/docs/"):
        assert 'href="/docs/api/"' in page_of(public_client, path)
