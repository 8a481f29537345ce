"""A response that is made while it leaves: each part in a thread, inside the tenant, and none of it kept."""

import asyncio
from collections.abc import AsyncIterator, Iterator

from django.db import close_old_connections
from django.http import StreamingHttpResponse

from tenants import current
from tenants.models import Tenant


class InParts(StreamingHttpResponse):
    """Sends what `parts` gives; each of its steps runs in the tenant that was entered when the response was made."""

    def __init__(self, parts: Iterator[str], *, content_type: str, name: str) -> None:
        self._steps = _inside(current.tenant(), parts)
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
        super().__init__(self._steps, content_type=content_type, headers=headers)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The parts, for a server that is asynchronous."""
        while (part := await asyncio.to_thread(self._next)) is not None:
            yield part

    def _next(self) -> bytes | None:
        """The next part, in a thread that keeps no database session."""
        try:
            return next(self._steps, None)
        finally:
            close_old_connections()


def _inside(tenant: Tenant, parts: Iterator[str]) -> Iterator[bytes]:
    while True:
        with current.entered(tenant):
            part = next(parts, None)
        if part is None:
            return
        yield part.encode()
