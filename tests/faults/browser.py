"""A person's browser at a company's host: signed in through the form, and REST with session cookie and CSRF token."""

import asyncio
import re
from contextlib import AsyncExitStack
from typing import Any, Self

import httpx

from tests.cast import PASSWORD

Json = dict[str, Any]
HIDDEN_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
SIGN_IN_WITHIN = 20.0
ANSWER_WITHIN = 5.0


class Browser:
    """One person's, signed in from `async with` on; `port` is where it connects, `at` the port that it names."""

    def __init__(self, email: str, *, host: str, port: int, at: int = 0) -> None:
        self.email, self.host, self.port, self.at = email, host, port, at or port
        self._held = AsyncExitStack()

    async def __aenter__(self) -> Self:
        self.http = await self._held.enter_async_context(
            httpx.AsyncClient(
                base_url=f"http://127.0.0.1:{self.port}",
                headers={"Host": f"{self.host}:{self.at}"},
                timeout=ANSWER_WITHIN,
                trust_env=False,
            )
        )
        await asyncio.wait_for(self._sign_in(), SIGN_IN_WITHIN)
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._held.aclose()

    async def ask(self, method: str, path: str, body: Json | None = None) -> tuple[int | None, Json]:
        """The status and the body of an answer of the API; None when it never came."""
        token = self.http.cookies.get("csrftoken") or ""
        try:
            response = await self.http.request(method, f"/api/v1/{path}", json=body, headers={"X-CSRFToken": token})
            return response.status_code, response.json() if response.content else {}
        except (httpx.HTTPError, ValueError):
            return None, {}

    def cookie(self) -> str:
        """The session, as a header names it; empty before the sign-in."""
        session = self.http.cookies.get("sessionid")
        return f"sessionid={session}" if session else ""

    async def _sign_in(self) -> None:
        while not self.cookie():
            try:
                page = await self.http.get("/sign-in/")
                found = HIDDEN_TOKEN.search(page.text)
                form = {"email": self.email, "password": PASSWORD, "csrfmiddlewaretoken": found[1] if found else ""}
                await self.http.post("/sign-in/", data=form)
            except httpx.HTTPError:
                await asyncio.sleep(0.2)
