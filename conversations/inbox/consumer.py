"""The agent's socket: the list live, the threads being watched, typing and presence."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.utils.translation import gettext

from agents import entitled, people, sessions, tickets
from agents.acting import AgentRequiredError, ScopeMissingError
from agents.models import Agent, Presence
from agents.permissions import NotAllowedError, Right, rights_of
from agents.sessions import Standing
from agents.tickets import Used
from billing.plans import Feature
from conversations import events, frames, presence, queries, swift
from conversations.access import Reader, access_log, check_id
from conversations.control_room import feed
from conversations.frames import (
    Pong,
    Reply,
    SetPresence,
    Typing,
    Unwatch,
    UnwatchControlRoom,
    Watch,
    WatchControlRoom,
)
from conversations.inbox import board, standing, writes
from conversations.inbox.me import Me, me
from conversations.presence import Attendance
from conversations.sockets import CLOSE_WHO_ARE_YOU, JsonSocket, not_waited_for
from conversations.wire import LogEntry
from tenants import admission, groups, speaking
from tenants.embedded.channel_layer import UNREACHABLE
from tenants.errors import BatonError, ParameterError
from tenants.websocket import cookie, header, in_tenant

Json = dict[str, Any]
RENEW_SECONDS = 25.0
MOST_WATCHED = 50  # conversations by one socket
WRITES, STEERS = "conversations:write", "assistant:read"  # scopes that a program needs for what a person does here
FRAMES, PER_SECONDS = 60, 6.0  # who works at the desk writes into many conversations, and watches them all


class DeskConsumer(JsonSocket):
    """One agent's socket, signed in by the browser's session or by a one-time ticket in the address; or a program's.

    `reader` is who looks. `agent` is who acts: nobody where a program acts for nobody, or only reads by its scopes.
    """

    side = "desk"
    reader: Reader | None = None
    agent: Agent | None = None
    scopes: frozenset[str] | None = None  # of a program
    as_what: Standing | None = None
    renewing: asyncio.Task[None] | None = None
    renew = RENEW_SECONDS
    frames_at_once, seconds_to_refill = FRAMES, PER_SECONDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.watched: set[str] = set()
        self.attendance = Attendance()

    async def connect(self) -> None:
        """Accept, then say who is signed in; close with 4401 when nobody is."""
        await super().connect()
        asked = speaking.asked_by(header(self.scope, b"accept-language"))
        found = await in_tenant(self.tenant, _arrive, self._ticket(), self._session(), asked)
        if found is None:
            await self.close(CLOSE_WHO_ARE_YOU)
            return
        self.reader, self.agent, self.scopes, self.as_what = found.reader, found.agent, found.scopes, found.as_what
        own = found.about["language"] if found.about else ""
        self.language = own or asked
        standing.ROUNDS.join(self.tenant, self.inbox, self.as_what, every=standing.EVERY_SECONDS)
        await board.join(self.tenant.schema_name, self.inbox)
        if self.agent is not None:
            self.renewing = asyncio.create_task(self._renew(str(self.agent.id)))
        await self.put({"op": "welcome", "agent": found.about})

    async def ended(self) -> None:
        """The agent is gone from the threads; their presence runs out by itself unless another socket is open."""
        if self.renewing is not None:
            self.renewing.cancel()
            await asyncio.gather(self.renewing, return_exceptions=True)
        await standing.ROUNDS.leave(self.tenant, self.inbox)
        await board.leave(self.tenant.schema_name, self.inbox)
        await feed.leave(self.tenant, self.inbox)
        for conversation_id in list(self.watched):
            await self._unwatch(conversation_id)

    async def act(self, frame: Json) -> None:
        """Do what the frame asks."""
        if self.reader is None:
            return
        match frames.of_desk(frame):
            case (Watch() | Unwatch() | WatchControlRoom() | UnwatchControlRoom()) as asked:
                await self._look(self.reader, asked)
            case Reply() as asked:
                await self._reply(self._acting(), asked)
            case Typing(conversation_id=conversation_id, active=active) if conversation_id in self.watched:
                data = {"author": presence.of_agent(self._acting()), "active": active}
                events.hint(events.Typing(conversation_id, data), schema=self.tenant.schema_name)
            case SetPresence(state=state):
                await in_tenant(self.tenant, _say_presence, str(self._acting().id), state)
            case Pong() as pong:
                raise not_waited_for(pong)

    def _acting(self) -> Agent:
        """Who acts here; ScopeMissingError and AgentRequiredError of a program that may not, or for nobody."""
        self._check_scope(WRITES)
        if self.agent is None:
            raise AgentRequiredError
        return self.agent

    def _check_scope(self, scope: str) -> None:
        if self.scopes is not None and scope not in self.scopes:
            raise ScopeMissingError(scope)

    async def _look(self, reader: Reader, asked: Watch | Unwatch | WatchControlRoom | UnwatchControlRoom) -> None:
        """Show a thread, or the control room, from now on or no more."""
        match asked:
            case Watch(conversation_id=conversation_id, last_seq=last_seq):
                await self._watch(reader, conversation_id, last_seq)
            case Unwatch(conversation_id=conversation_id):
                await self._unwatch(conversation_id)
            case WatchControlRoom():
                await self._watch_control_room(reader)
            case UnwatchControlRoom():
                await feed.leave(self.tenant, self.inbox)

    async def event(self, message: Json) -> bool:
        """An event of a thread that this socket watches, or an answer to its roll.

        None of one that it only asked for: its groups are joined before it is known whether it may be seen.
        """
        if message["event"]["conversation_id"] not in self.watched or not await super().event(message):
            return False
        if self.agent is not None:
            self.attendance.hear(message["event"], but=self.agent.id)
        return True

    async def rows(self, message: Json) -> None:
        """Rows of the list that changed."""
        for event in message["events"]:
            self.epochs.lets_through(event)
        await self.put_text(message["text"])

    async def control_room(self, message: Json) -> None:
        """Live conversations of the assistant that changed, for those who watch the control room."""
        await self.put_text(message["text"])

    async def standing(self, hint: Json) -> None:
        """Somebody's role, sessions or token changed; when it is theirs, see whether the socket may stay open."""
        mine = self.as_what
        if mine is None or hint["who"] not in {mine.agent_id, mine.token_id}:
            return
        if await in_tenant(self.tenant, sessions.fallen, [mine]):
            await self.fallen(hint)

    async def alerts(self, hint: Json) -> None:
        """Somebody has an alert, or saw one; when it is this agent, their console looks."""
        if self.agent is not None and self.agent.id in hint["agent_ids"]:
            await self.put({"op": "alerts"})

    async def fallen(self, _message: Json) -> None:
        """This agent may be here no more, or as somebody else: who are they now?"""
        await self.close(CLOSE_WHO_ARE_YOU)

    async def roll(self, call: Json) -> None:
        """Somebody wants to know who is here."""
        if self.agent is not None and call["conversation_id"] in self.watched:
            author = presence.of_agent(self.agent)
            await presence.answer(call, author, channel=self.channel_name, schema=self.tenant.schema_name)

    async def erased(self, message: Json) -> None:
        """A conversation is gone for good."""
        await self._unwatch(message["conversation_id"])

    async def _watch(self, reader: Reader, conversation_id: str, last_seq: int) -> None:
        if len(self.watched) >= MOST_WATCHED and conversation_id not in self.watched:
            raise ParameterError(
                gettext("conversation_id: watch at most {most_watched} at once.").format(most_watched=MOST_WATCHED),
                param="conversation_id",
            )
        schema = self.tenant.schema_name
        check_id(conversation_id)
        for group in groups.of_conversation(schema, conversation_id):
            await self.join(group)  # before reading, so that nothing falls between
        try:
            async with admission.THREADS.admitted(schema):
                epoch, shown, more = await in_tenant(self.tenant, _read, reader, conversation_id, last_seq)
        except BatonError:
            await self._part(conversation_id)
            raise
        self.epochs.show(conversation_id, epoch)
        self.watched.add(conversation_id)
        for event in shown:
            self.epochs.lets_through(event)
        page = {"op": "watching", "conversation_id": conversation_id, "events": shown, "has_more": more}
        self.shown.page(conversation_id, after=last_seq, page=page)
        await self.put(page)
        if self.agent is not None:
            presence.say(conversation_id, presence.of_agent(self.agent), here=True, schema=schema)
        self._call_roll(conversation_id)

    async def _watch_control_room(self, reader: Reader) -> None:
        """Tell what changes from now on; an empty frame says that it began, so that the page asks for all it shows."""
        self._check_scope(STEERS)
        if not isinstance(reader, Agent):
            raise AgentRequiredError
        await in_tenant(self.tenant, _check_supervises, reader)
        await feed.join(self.tenant, self.inbox)
        await self.put(feed.FRAME)

    async def _reply(self, agent: Agent, asked: Reply) -> None:
        """Store what the agent wrote, the short way where that will do."""
        where, words, client_id, files = asked.conversation_id, asked.text, asked.client_id, asked.attachments
        stored = None if files else await swift.reply(self.tenant, agent, where, words, client_id=client_id)
        if stored is None:
            write = partial(writes.reply_over_socket, client_id=client_id, attachments=files)
            stored = await in_tenant(self.tenant, write, where, agent, words)
        await self.acknowledge(stored, str(client_id))

    async def _unwatch(self, conversation_id: str) -> None:
        if conversation_id not in self.watched:
            return
        await self._part(conversation_id)
        if self.agent is not None:
            author, schema = presence.of_agent(self.agent), self.tenant.schema_name
            presence.left(conversation_id, author, channel=self.channel_name, schema=schema)

    async def _part(self, conversation_id: str) -> None:
        self.watched.discard(conversation_id)
        self.epochs.forget(conversation_id)
        self.shown.forget(conversation_id)
        self.attendance.forget(conversation_id)
        for group in groups.of_conversation(self.tenant.schema_name, conversation_id):
            await self.leave(group)

    async def _renew(self, agent_id: str) -> None:
        """Keep the agent present while the socket lives, and end it when the agent may be here no more."""
        while True:
            await asyncio.sleep(self.renew)
            with suppress(*UNREACHABLE):  # then the next time
                if not await in_tenant(self.tenant, people.still_there, agent_id):
                    await self.close(CLOSE_WHO_ARE_YOU)
            for gone in self.attendance.begin_roll():
                await self.put(gone)
            for conversation_id in list(self.watched):
                self._call_roll(conversation_id)

    def _call_roll(self, conversation_id: str) -> None:
        presence.who_is_here(conversation_id, channel=self.channel_name, schema=self.tenant.schema_name)

    def _ticket(self) -> str | None:
        asked = parse_qs(self.scope["query_string"].decode("latin-1"), keep_blank_values=True)
        return asked["ticket"][0] if "ticket" in asked else None

    def _session(self) -> str:
        return cookie(self.scope, settings.SESSION_COOKIE_NAME)


def _read(reader: Reader, conversation_id: str, last_seq: int) -> tuple[int, list[LogEntry], bool]:
    """The epoch of a conversation that the reader may see, its log after `last_seq`, and whether there is more."""
    conversation = access_log(reader, conversation_id)
    return conversation.epoch, *queries.events_after(conversation, last_seq)


@dataclass(frozen=True)
class _Arrived:
    """Who opened the socket and as what, who acts there, and what they are told of themselves."""

    reader: Reader
    agent: Agent | None
    scopes: frozenset[str] | None
    as_what: Standing
    about: Me | None


def _check_supervises(agent: Agent) -> None:
    if Right.SUPERVISE_ASSISTANT not in rights_of(agent):
        raise NotAllowedError
    entitled.check(Feature.CONTROL_ROOM)


def _say_presence(agent_id: str, state: str) -> None:
    """By hand online or away, or by themselves: idle for long, and back at the next touch."""
    match state:
        case "idle":
            people.idles(agent_id)
        case "back":
            people.is_back(agent_id)
        case _:
            people.set_presence(agent_id, Presence(state), by_hand=True)


def _arrive(ticket: str | None, session_key: str, language: str) -> _Arrived | None:
    """Who opens the socket, by the ticket when there is one, and what they are told; None when it is nobody.

    It is told in their own language, else in the one that their browser asks for.
    """
    used = Used(sessions.signed_in(session_key), session_key) if ticket is None else tickets.use(ticket)
    if used is None or not (used.agent or used.token):
        return None
    agent, token = used.agent, used.token
    if agent is not None and Right.READ_CONVERSATIONS not in rights_of(agent):
        return None
    acts = agent if token is None or WRITES in token.scopes else None
    if acts is not None:
        people.came(str(acts.id))
    as_what = Standing(
        session_key=used.session_key,
        agent_id="" if agent is None else str(agent.id),
        role="" if agent is None else agent.role,
        token_id="" if token is None else token.id,
    )
    about = None
    if agent is not None:
        with speaking.in_language(agent.language or language):
            about = me(Agent.objects.prefetch_related("teams").get(pk=agent.id))
    reader: Reader | None = agent or token
    return None if reader is None else _Arrived(reader, acts, None if token is None else token.scopes, as_what, about)
