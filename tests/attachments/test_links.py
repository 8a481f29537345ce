"""Signed links: one host, one hour, and nothing in them that a browser would run."""

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest
from asgiref import testing
from django.core.asgi import get_asgi_application
from django.test import Client

from conversations.attachments import links
from conversations.models import Attachment
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.attachments import files
from tests.attachments.conftest import Upload, as_visitor
from tests.clients import HostClient

Communicator: Any = testing.ApplicationCommunicator  # without types of its own
NOON = 1_790_000_100.0  # a quarter of an hour begins here


@pytest.fixture
def shown(carols: Upload) -> dict[str, Any]:
    """A picture of carol's as it was shown to her."""
    return dict(carols(files.picture("PNG"), "Übersicht.png").json())


def test_a_link_serves_the_file_as_an_attachment_in_a_sandbox(acme_client: Client, shown: dict[str, Any]) -> None:
    served = acme_client.get(shown["url"])
    assert served.status_code == 200
    assert len(served.getvalue()) == shown["size"] == int(served.headers["Content-Length"])
    wanted = {
        "Content-Type": "image/png",
        "Content-Disposition": "attachment; filename*=utf-8''%C3%9Cbersicht.png",
        "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, max-age=3600, immutable",
    }
    assert {name: served.headers[name] for name in wanted} == wanted
    assert "Set-Cookie" not in served.headers


def test_the_name_in_the_address_changes_nothing(acme_client: Client, shown: dict[str, Any]) -> None:
    renamed = shown["url"].rpartition("/")[0] + "/evil.html"
    served = acme_client.get(renamed)
    served.getvalue()
    assert "evil" not in str(served.headers)
    assert served.headers["Content-Type"] == "image/png"


def test_a_link_is_no_place_to_write_to(acme_client: Client, shown: dict[str, Any]) -> None:
    assert acme_client.post(shown["url"]).status_code == 405
    assert acme_client.delete(shown["url"]).status_code == 405


def test_a_link_stays_the_same_for_a_quarter_of_an_hour(in_acme: Tenant) -> None:
    first = links.url("att_1", "a.png", now=NOON)
    assert links.url("att_1", "a.png", now=NOON + links.STEP - 1) == first
    assert links.url("att_1", "a.png", now=NOON + links.STEP) != first


def test_a_link_lives_an_hour(in_acme: Tenant) -> None:
    late_in_the_quarter = NOON + links.STEP - 1
    token = _token(links.url("att_1", "a.png", now=late_in_the_quarter))
    assert links.attachment_id(token, now=late_in_the_quarter + links.LASTS) == "att_1"
    assert links.attachment_id(token, now=NOON + links.LASTS + links.STEP) is None


def test_an_old_link_is_gone_and_a_fresh_one_is_to_be_had(
    acme_client: Client, in_acme: Tenant, shown: dict[str, Any]
) -> None:
    old = links.url(shown["id"], shown["name"], now=time.time() - links.LASTS - links.STEP)
    assert acme_client.get(old).status_code == 404


@pytest.mark.parametrize("change", ["id", "time", "signature", "empty", "rubbish", "bare"])
def test_a_forged_link_is_nothing(acme_client: Client, in_acme: Tenant, shown: dict[str, Any], change: str) -> None:
    named, step, signature = _token(shown["url"]).split(".")
    forged = {
        "id": f"att_00000000000000000000000000.{step}.{signature}",
        "time": f"{named}.{int(step) + 9}.{signature}",
        "signature": f"{named}.{step}.{signature[:-2]}xx",
        "empty": f"{named}.{step}.",
        "rubbish": "%00..%F0%9F%A6%8A",
        "bare": named,
    }[change]
    assert acme_client.get(f"/files/{forged}/a.png").status_code == 404


def test_a_link_of_one_tenant_is_nothing_at_anothers_host(
    acme_client: Client, globex_client: Client, public_client: Client, shown: dict[str, Any]
) -> None:
    assert _status(acme_client, shown["url"]) == 200
    assert globex_client.get(shown["url"]).status_code == 404
    assert public_client.get(shown["url"]).status_code == 404


def test_a_link_to_a_file_that_is_gone_is_a_404(acme_client: Client, shown: dict[str, Any], folder: Path) -> None:
    (folder / Attachment.objects.get().stored_as).unlink()
    assert acme_client.get(shown["url"]).status_code == 404


def test_a_file_streams_from_an_asynchronous_server(own_database: str, acme: Tenant) -> None:
    with current.entered(acme):
        carol = cast.customer()
        content = b"a line of text\n" * 50_000
        url = as_visitor(HostClient("acme.localhost"), carol)(content, "long.txt").json()["url"]

    async def served() -> bytes:
        headers = [(b"host", b"acme.localhost")]
        scope = {"type": "http", "method": "GET", "path": url, "query_string": b"", "headers": headers}
        asked: Any = Communicator(get_asgi_application(), scope)
        await asked.send_input({"type": "http.request", "body": b"", "more_body": False})
        parts = [await asked.receive_output(5) for _ in range(2)]
        while parts[-1].get("more_body", False):
            parts.append(await asked.receive_output(5))
        await asked.wait(5)
        assert parts[0]["status"] == 200
        assert len(parts) > 3, "it comes in parts"
        return b"".join(part.get("body", b"") for part in parts)

    assert asyncio.run(served()) == content


def _status(client: Client, url: str) -> int:
    """The status of the response, which is read to its end."""
    reply = client.get(url)
    reply.getvalue()
    return int(reply.status_code)


def _token(url: str) -> str:
    return url.split("/")[2]
