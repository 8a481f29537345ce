"""How many requests are at work at once: few of one caller, some more of one company, and the rest wait in line.

All threads of a process share one interpreter with the loop that serves the sockets: eight requests at once of one
program made every message wait for 90 ms, two of them make it wait for four.
"""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from tenants import hosts
from tenants.lines import Lines

OF_A_COMPANY, OF_A_CALLER = 6, 2


class Turns:
    """Lets requests to their work, in the order in which they came."""

    def __init__(self, of_a_company: int = OF_A_COMPANY, of_a_caller: int = OF_A_CALLER) -> None:
        self.of_a_company, self.of_a_caller = of_a_company, of_a_caller
        self.lines = Lines()

    @asynccontextmanager
    async def of(self, scope: Any) -> AsyncIterator[None]:
        """Wait until it is this request's turn, and hold the place for the length of the block.

        Who sends a token counts as a caller; a person's browser does not, whose pages ask for much at once.
        """
        headers = dict(_told(scope["headers"]))
        company = self.lines.of(("company", _company(headers)), self.of_a_company)
        token = headers.get(b"authorization")
        if token is None:
            async with company:
                yield
        else:  # the caller's own line first: who waits in it takes no place of the company's
            async with self.lines.of(("caller", token), self.of_a_caller), company:
                yield


def _told(headers: Iterable[tuple[bytes, bytes]]) -> Iterable[tuple[bytes, bytes]]:
    return ((name, value) for name, value in headers if name in {b"host", b"authorization"})


def _company(headers: dict[bytes, bytes]) -> bytes:
    return hosts.without_port(headers.get(b"host", b"").decode("latin-1")).encode("latin-1")
