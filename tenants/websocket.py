"""The one door for sockets: the tenant by host name, the exact Origin, and database work inside the tenant."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, ParamSpec, TypeVar
from urllib.parse import parse_qs

from asgiref.sync import sync_to_async
from channels.exceptions import DenyConnection
from django.db import close_old_connections
from django.http.cookie import parse_cookie

from tenants import current, hosts
from tenants.errors import NotNowError
from tenants.models import Tenant
from tenants.observing import about

TRY_AGAIN_LATER, NOT_HERE = 1013, 4403  # the first is of RFC 6455's registry
REFUSED = (hosts.UnknownHostError, hosts.SuspendedError, hosts.ClosedError)
P = ParamSpec("P")
T = TypeVar("T")
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


async def in_tenant(tenant: Tenant, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run database work in a thread, inside the tenant; entering and querying happen in the same hop."""

    def run() -> T:
        close_old_connections()
        try:
            with current.entered(tenant):
                return work(*args, **kwargs)
        finally:
            close_old_connections()

    return await sync_to_async(run, thread_sensitive=False)()


def header(scope: Scope, name: bytes) -> str:
    """A request header as text, or the empty string; never raises on odd bytes."""
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value).decode("latin-1")
    return ""


def cookie(scope: Scope, name: str) -> str:
    """A cookie of the handshake, or the empty string."""
    return parse_cookie(header(scope, b"cookie")).get(name, "")


async def tenant_of(scope: Scope) -> Tenant:
    """The tenant of the request's host, which may be entered by this door; raises what `tenants.hosts` does."""
    tenant = await sync_to_async(_tenant_of, thread_sensitive=False)(hosts.without_port(header(scope, b"host")))
    hosts.check_customers(tenant, scope["path"])
    return tenant


async def still_open(scope: Scope) -> None:
    """Raise as `tenant_of` when the company may not be entered by this door any more; costs next to nothing."""
    tenant = hosts.remembered(hosts.without_port(header(scope, b"host")))
    if tenant is None:
        await tenant_of(scope)
    else:
        hosts.check_open(tenant)
        hosts.check_customers(tenant, scope["path"])


class TenantByHost:
    """Finds the tenant of the handshake's host and refuses a foreign Origin, before any consumer starts."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the socket on with `scope["tenant"]`; close it unaccepted (403) when host or Origin is wrong."""
        host = header(scope, b"host")
        if not _from_here(scope, host):
            await send({"type": "websocket.close", "code": NOT_HERE})
            return
        try:
            tenant = await tenant_of(scope)
        except NotNowError:
            await send({"type": "websocket.accept"})  # a socket that was never open shows the client no code
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER})
            return
        except REFUSED:
            await send({"type": "websocket.close", "code": NOT_HERE})
            return
        about.tenant(str(tenant.schema_name))
        try:
            await self.app({**scope, "tenant": tenant}, partial(_heard, scope, receive, send), send)
        except DenyConnection:
            await send({"type": "websocket.close", "code": NOT_HERE})


def _from_here(scope: Scope, host: str) -> bool:
    """Whether the page that opens the socket is of this very host, or no page does: a program with a ticket.

    A browser names the page's origin in any case, and a ticket comes along by no other site's doing.
    """
    origin = header(scope, b"origin").lower()
    if not origin:
        return "ticket" in parse_qs(scope["query_string"].decode("latin-1"))
    return origin in {f"http://{host.lower()}", f"https://{host.lower()}"}


async def _heard(scope: Scope, receive: Receive, send: Send) -> Any:
    """The next of what comes in; the end of the socket instead when its company may not be entered any more."""
    message = await receive()
    if message["type"] != "websocket.receive":
        return message
    try:
        await still_open(scope)
    except (*REFUSED, NotNowError) as error:
        code = TRY_AGAIN_LATER if isinstance(error, NotNowError) else NOT_HERE
        await send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}
    return message


async def refuse(_scope: Scope, _receive: Receive, send: Send) -> None:
    """There is no socket at this address."""
    await send({"type": "websocket.close", "code": 4404})


def _tenant_of(host: str) -> Tenant:
    close_old_connections()
    try:
        current.leave()
        return hosts.tenant_of(host)
    finally:
        close_old_connections()
