"""Uploads that pass for what may be sent: what is kept holds nothing that runs, and no browser would run it."""

import os
import re
from pathlib import Path

import pytest
from django.test import Client

from conversations.models import Attachment
from tests.attachments.conftest import Upload
from tests.attachments.deceivers import Deceiver, every

ALL = every()
PLAYED = ALL if os.environ.get("BATON_BAD_INPUT") == "long" else ALL[::9]
KEPT = {
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "application/pdf",
    "text/plain",
    "text/plain; charset=utf-8",
}
STORED_AS = re.compile(r"[A-Za-z0-9_/-]+(\.[a-z]{3,4})?")


def test_there_are_enough_with_those_that_are_refused() -> None:
    assert len(ALL) >= 140
    assert len({one.what for one in ALL}) == len(ALL)


@pytest.mark.parametrize("one", PLAYED, ids=lambda one: one.what)
def test_a_deceiver_is_refused_or_kept_harmless(
    carols: Upload, acme_client: Client, folder: Path, one: Deceiver
) -> None:
    reply = carols(one.content, one.name, "image/png")
    if reply.status_code != 201:
        assert reply.status_code == 422, reply.content
        assert reply.json()["error"]["param"] == "file"
        assert not Attachment.objects.exists()
        assert not [path for path in folder.rglob("*") if path.is_file()]
        return
    row = Attachment.objects.get()
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert len(written) == 1
    assert not one.hidden or one.hidden not in written[0].read_bytes()
    assert STORED_AS.fullmatch(row.stored_as)
    assert not set(row.name) & set('/\\<>:"|?*\r\n\0')
    assert row.name not in {"", ".", ".."}
    served = acme_client.get(reply.json()["url"])
    assert served.getvalue() == written[0].read_bytes()
    assert served.headers["Content-Type"] in KEPT
    assert served.headers["Content-Disposition"].startswith("attachment;")
    assert served.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert served.headers["X-Content-Type-Options"] == "nosniff"
