"""The customer's socket: parse a frame, make one call, answer."""

import asyncio
import time
from functools import partial
from typing import Any

from assistant.skills.passwords import redacting
from conversations import correcting, events, frames, presence, queries, receive, seen, swift, turns
from conversations.frames import AskPerson, Correct, Hello, PageSays, Pong, Resume, Seen, Send, Typing, WidgetFrame
from conversations.identity import attributes, codes
from conversations.models import Customer
from conversations.receive import Received
from conversations.sockets import CLOSE_COME_BACK, CLOSE_WHO_ARE_YOU, JsonSocket, not_waited_for
from conversations.widget import visitors, welcome
from conversations.wire import LogEntry
from tenants import admission, groups
from tenants.websocket import header, in_tenant

Json = dict[str, Any]
TYPES_ON_SECONDS = 10.0  # after a message that was acknowledged, typing holds the assistant's turn back
TYPING_TOLD_EVERY = 2.0  # seconds
SIGN_OF_LIFE_EVERY = 4.0  # seconds, to who waits to come in and gives up after ten


class WidgetConsumer(JsonSocket):
    """One visitor's socket; the first frame must be hello, and another hello begins anew."""

    side = "widget"
    customer: Customer | None = None
    conversation_id: str | None = None
    token, signed_until = "", 0
    acknowledged_at = typing_told_at = float("-inf")

    async def act(self, frame: Json) -> None:
        """Do what the visitor's frame asks."""
        match frames.of_widget(frame):
            case Hello() as hello:
                await self._come_in(hello)
            case Pong() as pong:
                raise not_waited_for(pong)
            case asked if self.customer is not None:
                await self._serve(self.customer, asked)
            case _:
                await self.close(CLOSE_WHO_ARE_YOU)

    async def ended(self) -> None:
        """The visitor is gone."""
        await self._unfollow()

    async def roll(self, call: Json) -> None:
        """Somebody wants to know who is here."""
        if self.customer is not None and call["conversation_id"] == self.conversation_id:
            author = presence.of_customer(self.customer)
            await presence.answer(call, author, channel=self.channel_name, schema=self.tenant.schema_name)

    async def erased(self, _message: Json) -> None:
        """The conversation is gone for good, with all that this visitor wrote: whoever comes back is new here."""
        await self.close(CLOSE_WHO_ARE_YOU)

    async def renewed(self, message: Json) -> None:
        """The tokens of before are over: whoever came with one comes back, and shows what they have now."""
        if self.customer is not None and self.customer.generation < message["generation"]:
            await self.close(CLOSE_COME_BACK)

    async def _serve(self, customer: Customer, asked: WidgetFrame) -> None:
        match asked:
            case Send() | AskPerson() | Correct():
                await self._write(customer, asked)
            case PageSays(attributes=told):
                await in_tenant(self.tenant, attributes.keep_from_page, customer, told)
            case Resume(last_seq=last_seq):
                await self._resume(customer, last_seq)
            case Typing(active=active) if self.conversation_id is not None:
                await self._typing(customer, self.conversation_id, active=active)
            case Seen(seq=seq) if self.conversation_id is not None:
                await in_tenant(self.tenant, seen.move, self.conversation_id, seq)

    async def _write(self, customer: Customer, asked: Send | AskPerson | Correct) -> None:
        if customer.external_id and self.signed_until < time.time() and not await self._still_good():
            await self.close(CLOSE_WHO_ARE_YOU)
            return
        match asked:
            case Send(client_id=client_id) as sent:
                stored = await self._send(customer, sent)
            case AskPerson(client_id=client_id, greeting=greeting):
                ask = partial(receive.person_please, client_id=client_id, greeting=greeting)
                stored = await in_tenant(self.tenant, ask, customer)
            case Correct(client_id=client_id, seq=seq, line=line, text=text):
                correct = partial(correcting.correct, seq=seq, line=line, client_id=client_id)
                stored = await in_tenant(self.tenant, correct, customer, text)
        await self._acknowledge(stored, str(client_id))
        if stored.renewed:
            await self._renew(customer)

    async def _send(self, customer: Customer, sent: Send) -> Received:
        text, client_id, files = sent.text, sent.client_id, sent.attachments
        if not files and not codes.looks_like_one(text) and not redacting.looks_like_one(text):
            stored = await swift.message(self.tenant, customer, text, client_id=client_id)
            if stored is not None:
                return stored
        write = partial(receive.message, client_id=client_id, attachments=files, greeting=sent.greeting)
        return await in_tenant(self.tenant, write, customer, text)

    async def _come_in(self, hello: Hello) -> None:
        """Let the visitor in when it is their turn; a sign of life now and then tells them that it will come."""
        waiting = asyncio.create_task(self._tell_that_we_live())
        try:
            async with admission.VISITORS.admitted(self.tenant.schema_name):
                if not self.gone:
                    await self._hello(hello)
        finally:
            waiting.cancel()

    async def _tell_that_we_live(self) -> None:
        while True:
            await asyncio.sleep(SIGN_OF_LIFE_EVERY)
            await self.ping()

    async def _hello(self, hello: Hello) -> None:
        language = visitors.first_language(header(self.scope, b"accept-language"))
        arrival, opened = await in_tenant(self.tenant, welcome.arrived, hello, language)
        await self._unfollow()
        customer, self.token, self.signed_until = arrival.customer, arrival.token, arrival.signed_until
        self.customer = customer
        if opened is not None:
            await self._follow(customer, opened)  # before reading, so that nothing falls between
        look = partial(welcome.welcome, arrival, known=hello.conversation_id, last_seq=hello.last_seq)
        said = await in_tenant(self.tenant, look)
        if (
            said["conversation"] is not None and said["conversation"]["id"] != opened
        ):  # begun just now in another window
            await self._follow(customer, said["conversation"]["id"])
            said = await in_tenant(self.tenant, look)
        if self.conversation_id is not None and said["conversation"] is not None:
            self.epochs.show(self.conversation_id, said["conversation"]["control"]["epoch"])
        await self._put_page(dict(said), after=hello.last_seq if hello.conversation_id == self.conversation_id else 0)

    async def _still_good(self) -> bool:
        """Whether the token still counts, which it does not where the company enforces a signature that ran out."""
        return await in_tenant(self.tenant, visitors.known, self.token) is not None

    async def _renew(self, customer: Customer) -> None:
        """Who typed the code goes on with a new token; whoever else had the old one is out."""
        self.customer, token = await in_tenant(self.tenant, visitors.renewed, customer, self.token)
        self.token = token
        await self.put({"op": "token", "token": token})

    async def _acknowledge(self, stored: Received, client_id: str) -> None:
        self.acknowledged_at = time.monotonic()
        await self.acknowledge(stored, client_id)
        if stored.conversation_id != self.conversation_id and self.customer is not None:
            await self._unfollow()
            await self._follow(self.customer, stored.conversation_id)
            await self._catch_up(0)

    async def _resume(self, customer: Customer, last_seq: int) -> None:
        """The log after `last_seq`; all of it when another conversation began since, say in another window."""
        current = await in_tenant(self.tenant, receive.current_conversation_id, customer)
        if current is not None and current != self.conversation_id:
            await self._unfollow()
            await self._follow(customer, current)
            last_seq = 0
        await self._catch_up(last_seq)

    async def _catch_up(self, last_seq: int) -> None:
        shown: list[LogEntry] = []
        more = False
        if self.conversation_id is not None:
            shown, more = await in_tenant(self.tenant, queries.events_of, self.conversation_id, last_seq)
        page = {"op": "events", "conversation_id": self.conversation_id, "events": shown, "has_more": more}
        await self._put_page(page, after=last_seq)

    async def _put_page(self, page: Json, *, after: int) -> None:
        if self.conversation_id is not None:
            self.shown.page(self.conversation_id, after=after, page=page)
        for event in page["events"]:
            self.epochs.lets_through(event)
        await self.put(page)

    async def _follow(self, customer: Customer, conversation_id: str) -> None:
        self.conversation_id = conversation_id
        schema = self.tenant.schema_name
        await self.join(groups.shared(schema, conversation_id))
        presence.say(conversation_id, presence.of_customer(customer), here=True, schema=schema)

    async def _unfollow(self) -> None:
        left, self.conversation_id = self.conversation_id, None
        if left is None or self.customer is None:
            return
        schema = self.tenant.schema_name
        self.epochs.forget(left)
        self.shown.forget(left)
        await self.leave(groups.shared(schema, left))
        presence.left(left, presence.of_customer(self.customer), channel=self.channel_name, schema=schema)

    async def _typing(self, customer: Customer, conversation_id: str, *, active: bool) -> None:
        author = presence.of_customer(customer)
        hint = events.Typing(conversation_id, {"author": author, "active": active})
        events.hint(hint, schema=self.tenant.schema_name)
        now = time.monotonic()
        if now - self.acknowledged_at < TYPES_ON_SECONDS and now - self.typing_told_at >= TYPING_TOLD_EVERY:
            self.typing_told_at = now
            await in_tenant(self.tenant, turns.customer_types, conversation_id, active=active)
