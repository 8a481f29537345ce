"""The company's logo: a picture by its content, drawn anew and small, kept under the name of what it shows."""

import hashlib
import re
from tempfile import TemporaryFile
from typing import IO

from django.core.files import File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from agents.permissions import open_to_all
from conversations.attachments import images
from conversations.attachments.checking import PICTURES
from conversations.attachments.uploads import TooLargeError
from conversations.settings import workspace as settings
from tenants import csp, current, workspace
from tenants.errors import ParameterError
from tenants.trail.audit import Actor

LARGEST = 2 * 1024 * 1024  # bytes of an upload
LONGEST_SIDE = 512  # pixels of what is kept
HEAD = 16
NAME = re.compile(r"[0-9a-f]{32}\.(png|jpg|webp)")
TYPES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}
HEADERS = {
    csp.HEADER: "sandbox; default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "public, max-age=31536000, immutable",  # another picture has another name
}


def put(file: UploadedFile, *, actor: Actor) -> None:
    """Make the picture the logo. Raises ParameterError, TooLargeError and BusyError; nothing has changed then."""
    if (file.size or 0) > LARGEST:
        raise TooLargeError(LARGEST)
    with TemporaryFile() as received, TemporaryFile() as drawn:
        for chunk in file.chunks():
            received.write(chunk)
        kind, ending = _kind(received)
        images.redraw(received, drawn, kind, longest=LONGEST_SIDE)
        drawn.seek(0)
        name = f"{hashlib.file_digest(drawn, 'sha256').hexdigest()[:32]}{ending}"
        if not default_storage.exists(_path(name)):
            drawn.seek(0)
            default_storage.save(_path(name), File(drawn))
    _change(name, actor)


def remove(*, actor: Actor) -> None:
    """Be without a logo."""
    _change("", actor)


@open_to_all("customers see it in the widget")
@require_safe
def logo(_request: HttpRequest, name: str) -> HttpResponse:
    """The picture; 404 when this company never had one of that name, or has another one now."""
    found = NAME.fullmatch(name)
    if found is None:
        raise Http404
    try:
        with default_storage.open(_path(name)) as file:
            return HttpResponse(file.read(), content_type=TYPES[found[1]], headers=HEADERS)
    except FileNotFoundError as error:
        raise Http404 from error


def _kind(received: IO[bytes]) -> tuple[str, str]:
    """Pillow's name of the picture's kind, and the ending of its name."""
    received.seek(0)
    head = received.read(HEAD)
    for begins, (_type, ending, kind) in PICTURES.items():
        if begins.match(head) and NAME.fullmatch("0" * 32 + ending):
            return kind, ending
    raise ParameterError(gettext("file: send the logo as a PNG, JPEG or WebP picture."), param="file")


def _change(name: str, actor: Actor) -> None:
    with transaction.atomic():
        changes = workspace.change({"logo": name})
        if changes:
            settings.record(actor, changes)
            before = changes["logo"][0]
            transaction.on_commit(lambda: default_storage.delete(_path(before)) if before else None)


def _path(name: str) -> str:
    return f"{current.schema_name()}/logo/{name}"
