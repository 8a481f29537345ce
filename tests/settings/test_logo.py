"""The logo: a picture drawn anew and small, public under the name of its content."""

import io
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks

from tenants import hosts
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests.attachments import files
from tests.settings.sending import get, refused


def put(client: Client, content: bytes, name: str = "logo.png") -> Any:
    sent = encode_multipart(BOUNDARY, {"file": SimpleUploadedFile(name, content)})
    return client.put("/api/v1/workspace/logo", sent, content_type=MULTIPART_CONTENT)


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("WEBP", "webp")])
def test_a_picture_becomes_the_logo(admin: Client, acme_client: Client, kind: str, ending: str) -> None:
    reply = put(admin, files.picture(kind, (2000, 1000)), "whatever.exe")
    assert reply.status_code == 200, reply.content
    url = reply.json()["logo_url"]
    assert url.startswith("/logo/")
    assert url.endswith(f".{ending}")
    hosts.forget()
    assert get(admin, "workspace")["logo_url"] == get(admin, "me")["workspace"]["logo_url"] == url
    shown = acme_client.get(url)
    assert Image.open(io.BytesIO(shown.content)).size == (512, 256)
    assert shown["Content-Type"] == {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}[ending]
    assert "immutable" in shown["Cache-Control"]
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert shown["Content-Security-Policy"].startswith("sandbox")


def test_nothing_but_pixels_is_kept(admin: Client, acme_client: Client) -> None:
    url = put(admin, files.photo_with_a_place() + files.SCRIPT).json()["logo_url"]
    content = acme_client.get(url).content
    assert b"Carol Secret" not in content
    assert b"script" not in content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        files.SVG,
        files.SCRIPT,
        files.PDF,
        files.picture("GIF"),
        files.picture("PNG")[:60],
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_picture_changes_nothing(admin: Client, content: bytes) -> None:
    assert refused(put(admin, content)) == (422, "file")
    assert get(admin, "workspace")["logo_url"] is None
    assert not AuditEntry.objects.filter(action="workspace.changed").exists()


def test_two_megabytes_are_the_most(admin: Client) -> None:
    assert refused(put(admin, b"\x89PNG\r\n\x1a\n" + b"x" * 2_200_000)) == (413, "file")
    assert refused(admin.put("/api/v1/workspace/logo", b"x", content_type=MULTIPART_CONTENT))[0] in {400, 422}
    assert get(admin, "workspace")["logo_url"] is None


def test_another_logo_has_another_address_and_the_old_one_goes(
    admin: Client, acme_client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        first = put(admin, files.picture("PNG")).json()["logo_url"]
    assert put(admin, files.picture("PNG")).json()["logo_url"] == first
    with django_capture_on_commit_callbacks(execute=True):
        second = put(admin, files.picture("PNG", (32, 32))).json()["logo_url"]
    assert second != first
    assert acme_client.get(first).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        assert admin.delete("/api/v1/workspace/logo").json()["logo_url"] is None
    assert acme_client.get(second).status_code == 404
    assert [entry.changes["logo"][1] == "" for entry in AuditEntry.objects.filter(action="workspace.changed")] == [
        True,
        False,
        False,
    ]


def test_a_logo_is_its_tenants_own(admin: Client, globex_client: Client, supervisor: Client) -> None:
    url = put(admin, files.picture("PNG")).json()["logo_url"]
    assert globex_client.get(url).status_code == 404
    assert refused(put(supervisor, files.picture("PNG", (32, 32)))) == (403, None)
    assert refused(supervisor.delete("/api/v1/workspace/logo")) == (403, None)
    assert get(admin, "workspace")["logo_url"] == url


@pytest.mark.parametrize(
    "name", ["x.png", "..%2f..%2fsettings.py", "a" * 32 + ".svg", "A" * 32 + ".png", "0" * 32 + ".png"]
)
def test_no_other_file_is_served(acme: Tenant, acme_client: Client, name: str) -> None:
    default_storage.delete("acme/logo/" + "0" * 32 + ".png")
    assert acme_client.get(f"/logo/{name}").status_code == 404
