"""The customer's socket: parse a frame, make one call, answer."""

from typing import Any

from conversations import events, frames, queries, receive
from conversations.frames import AskPerson, Hello, Resume, Send, Typing
from conversations.models import Customer
from conversations.receive import Received
from conversations.sockets import CLOSE_WHO_ARE_YOU, JsonSocket
from conversations.widget import visitors, welcome
from tenants import groups
from tenants.websocket import header, in_tenant

Json = dict[str, Any]


class WidgetConsumer(JsonSocket):
    """One visitor's socket; the first frame must be hello."""

    customer: Customer | None = None
    conversation_id: str | None = None

    async def act(self, frame: Json) -> None:
        """Do what the visitor's frame asks."""
        parsed = frames.of_widget(frame)
        if isinstance(parsed, Hello):
            await self._hello(parsed)
            return
        if self.customer is None:
            await self.close(CLOSE_WHO_ARE_YOU)
            return
        match parsed:
            case Send(client_id=client_id, text=text):
                stored = await in_tenant(self.tenant, receive.message, self.customer, text, client_id=client_id)
                await self._acknowledge(stored, str(client_id))
            case AskPerson(client_id=client_id):
                stored = await in_tenant(self.tenant, receive.person_please, self.customer, client_id=client_id)
                await self._acknowledge(stored, str(client_id))
            case Resume(last_seq=last_seq):
                await self._catch_up(last_seq)
            case Typing(active=active):
                await self._typing(self.customer, active=active)

    async def _hello(self, hello: Hello) -> None:
        language = _language(header(self.scope, b"accept-language"))
        self.customer = await in_tenant(self.tenant, _who, hello.token, language)
        opened = await in_tenant(self.tenant, welcome.conversation_id, self.customer)
        if opened is not None:
            await self._follow(opened)  # before reading, so that nothing falls between
        last_seq = hello.last_seq if hello.conversation_id in {None, opened} else 0
        await self.put(await in_tenant(self.tenant, welcome.welcome, self.customer, last_seq=last_seq))

    async def _acknowledge(self, stored: Received, client_id: str) -> None:
        await self.put(
            {
                "op": "ack",
                "client_id": client_id,
                "seq": stored.seq,
                "conversation_id": stored.conversation_id,
            }
        )
        if stored.conversation_id != self.conversation_id:
            await self._follow(stored.conversation_id)
            await self._catch_up(0)

    async def _follow(self, conversation_id: str) -> None:
        if self.conversation_id is not None:
            await self.leave(groups.shared(self.tenant.schema_name, self.conversation_id))
        self.conversation_id = conversation_id
        await self.join(groups.shared(self.tenant.schema_name, conversation_id))

    async def _catch_up(self, last_seq: int) -> None:
        shown: list[Json] = []
        more = False
        if self.conversation_id is not None:
            shown, more = await in_tenant(self.tenant, queries.events_of, self.conversation_id, last_seq)
        await self.put({"op": "events", "events": shown, "has_more": more})

    async def _typing(self, customer: Customer, *, active: bool) -> None:
        if self.conversation_id is None:
            return
        author = {"kind": "customer", "id": customer.id, "name": customer.name}
        hint = events.Typing(self.conversation_id, {"author": author, "active": active})
        await events.hint(hint, schema=self.tenant.schema_name)


def _who(token: str | None, language: str) -> Customer:
    return visitors.known(token) or visitors.newcomer(language=language)


def _language(accepted: str) -> str:
    """The first language of an Accept-Language header, or English."""
    first = accepted.split(",", maxsplit=1)[0].split(";", maxsplit=1)[0].split("-", maxsplit=1)[0].strip().lower()
    return first if first.isalpha() and 2 <= len(first) <= 3 else "en"
