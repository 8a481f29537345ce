"""A person's browser at a company's host: signed in through the form, and REST with session cookie and CSRF token.

Whoever is signed out meanwhile, as a restore does, signs in again.
"""

import asyncio
import re
from contextlib import AsyncExitStack, suppress
from typing import Any, Self

import httpx

from tests.cast import PASSWORD

Json = dict[str, Any]
HIDDEN_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
SIGN_IN_WITHIN = 20.0
ANSWER_WITHIN = 5.0
SIGNED_OUT = 401


class Browser:
    """One person's, signed in from `async with` on; `port` is where it connects, `at` the port that it names."""

    def __init__(self, email: str, *, host: str, port: int, at: int = 0) -> None:
        self.email, self.host, self.port, self.at = email, host, port, at or port
        self._held = AsyncExitStack()
        self._signing_in = asyncio.Lock()

    async def __aenter__(self) -> Self:
        self.http = await self._held.enter_async_context(
            httpx.AsyncClient(
                base_url=f"http://127.0.0.1:{self.port}",
                headers={"Host": f"{self.host}:{self.at}"},
                timeout=ANSWER_WITHIN,
                trust_env=False,
            )
        )
        await self.sign_in("")
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._held.aclose()

    async def ask(self, method: str, path: str, body: Json | None = None) -> tuple[int | None, Json]:
        """The status and the body of an answer of the API; None when it never came."""
        session = self.cookie()
        status, answer = await self.ask_once(method, path, body)
        if status == SIGNED_OUT:
            await self.sign_in(session)
            status, answer = await self.ask_once(method, path, body)
        return status, answer

    def cookie(self) -> str:
        """The session, as a header names it; empty before the sign-in."""
        session = self.http.cookies.get("sessionid")
        return f"sessionid={session}" if session else ""

    async def sign_in(self, over: str) -> None:
        """Come in anew, unless another already did, since the session `over` is no more; TimeoutError."""
        async with self._signing_in:
            if self.cookie() in ("", over):
                self._forget_session()
                await asyncio.wait_for(self._sign_in(), SIGN_IN_WITHIN)

    async def ask_once(self, method: str, path: str, body: Json | None = None) -> tuple[int | None, Json]:
        """The same as whoever one is just now, also signed out."""
        token = self.http.cookies.get("csrftoken") or ""
        try:
            response = await self.http.request(method, f"/api/v1/{path}", json=body, headers={"X-CSRFToken": token})
            return response.status_code, response.json() if response.content else {}
        except (httpx.HTTPError, ValueError):
            return None, {}

    def _forget_session(self) -> None:
        for one in list(self.http.cookies.jar):
            if one.name == "sessionid":
                self.http.cookies.jar.clear(one.domain, one.path, one.name)

    async def _sign_in(self) -> None:
        while not self.cookie():
            with suppress(httpx.HTTPError):
                page = await self.http.get("/sign-in/")
                found = HIDDEN_TOKEN.search(page.text)
                form = {"email": self.email, "password": PASSWORD, "csrfmiddlewaretoken": found[1] if found else ""}
                await self.http.post("/sign-in/", data=form)
            if not self.cookie():
                await asyncio.sleep(0.2)
