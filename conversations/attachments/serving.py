"""Hands out stored files to whoever has a signed link, in a way in which no browser runs what is in them."""

import asyncio
from collections.abc import AsyncIterator

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from agents.permissions import open_to_all
from conversations.attachments import links
from conversations.models import Attachment
from tenants import csp

HEADERS = {
    csp.HEADER: "sandbox; default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": f"private, max-age={links.LASTS}, immutable",
}
CHARSETS = {"text/plain": "text/plain; charset=utf-8"}


class Streamed(FileResponse):
    """A file that leaves in parts, also from a server that is asynchronous."""

    block_size = 256 * 1024

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The parts, each read in a thread."""
        content = self.file_to_stream
        while content is not None and (part := await asyncio.to_thread(content.read, self.block_size)):
            yield part


@open_to_all("the link is signed")
@require_safe
def file(_request: HttpRequest, token: str, **_name: str) -> HttpResponseBase:
    """The content behind a link; 404 when the link is forged, too old or another tenant's, or the file is gone.

    The name in the address is for people only; the one that was stored is what a browser saves it as.
    """
    attachment_id = links.attachment_id(token)
    found = attachment_id and Attachment.objects.filter(pk=attachment_id).first()
    if not found:
        raise Http404
    try:
        content = default_storage.open(found.stored_as)
    except FileNotFoundError as error:
        raise Http404 from error
    kind = CHARSETS.get(found.content_type, found.content_type)
    return Streamed(content, as_attachment=True, filename=found.name, content_type=kind, headers=HEADERS)
