"""What may be sent: each kind by its content, drawn anew, without what the sender did not mean to tell."""

import io
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image

from conversations.models import Attachment
from tests.attachments import files
from tests.attachments.conftest import Upload

KINDS = {
    "png": (lambda: files.picture("PNG"), "image/png"),
    "jpg": (lambda: files.picture("JPEG"), "image/jpeg"),
    "webp": (lambda: files.picture("WEBP"), "image/webp"),
    "gif": (lambda: files.picture("GIF", mode="P"), "image/gif"),
    "pdf": (lambda: files.PDF, "application/pdf"),
    "txt": (lambda: "Grüße,\r\n\tCarol".encode(), "text/plain"),
}


@pytest.mark.parametrize("ending", KINDS)
def test_each_kind_is_kept_and_comes_back(carols: Upload, acme_client: Client, ending: str) -> None:
    make, content_type = KINDS[ending]
    reply = carols(make(), f"my file.{ending}")
    assert reply.status_code == 201, reply.content
    shown = reply.json()
    assert (shown["name"], shown["content_type"]) == (f"my file.{ending}", content_type)
    assert (shown["width"], shown["height"]) == ((64, 48) if content_type.startswith("image/") else (None, None))
    served = acme_client.get(shown["url"])
    assert served.status_code == 200
    assert len(served.getvalue()) == shown["size"]
    print(served.headers)
