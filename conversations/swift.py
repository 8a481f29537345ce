"""The short way of a plain message: one question, one statement, asked from the event loop, and no lock.

Plain is what needs an entry of the log and its conversation's row and nothing else: a customer writes to the agent who
holds the conversation, or that agent replies, and no webhook hears of it. The row is written only as the very version
that the question read, so whatever happened in between, another message, a takeover, the end of an agent's right, wins.
Then, and for all that is not plain, there is None, and the caller goes the long way under the lock (`receive.message`,
`writes.reply`).

Who just wrote a row need not ask for it again: for some seconds the process remembers it (`conversations.fresh`), and
the same comparison of versions shows when somebody else wrote it meanwhile. Then the question is asked after all.
"""

import asyncio
import re
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model
from django.utils import timezone
from psycopg.errors import UniqueViolation

from agents.models import Agent
from agents.permissions import Right, roles_with
from conversations import arrival, conversation_row, deadlines, events, log, receive
from conversations.authors import Author, ByAgent, ByCustomer
from conversations.errors import FencedError
from conversations.events import Event
from conversations.fresh import Fresh, Known
from conversations.inbox import writes
from conversations.models import Conversation, Customer, Holder, Message, SlaOutcome, Status
from conversations.outbound import mail
from conversations.receive import Received
from conversations.sla import books, clock, keeping
from conversations.sla.clock import Ended
from conversations.translating import common_words
from conversations.webhooks import events as webhooks
from conversations.webhooks.telling import MESSAGE
from tenants import asking, current, ids, jobs
from tenants.jobs import Timer
from tenants.models import Tenant

Outcomes = list[Ended] | None

SCHEMA = "{schema}."  # filled in where the statement is asked
CONVERSATIONS, MESSAGES = (f"{SCHEMA}{model._meta.db_table}" for model in (Conversation, Message))
WRITERS = roles_with(Right.WRITE_CONVERSATIONS)
SHOWN = f"it.xmin::text, {conversation_row.columns()}"
JOINED = conversation_row.joins(SCHEMA)
ARRIVES = f"""
SELECT known.stored_in, known.recent, {SHOWN}
FROM ({arrival.KNOWN.format(schema=SCHEMA)}) AS known
LEFT JOIN {CONVERSATIONS} AS it ON it.id = known.current {JOINED}
"""  # noqa: S608
REPLIES = f"""
SELECT (SELECT seq FROM {MESSAGES} WHERE conversation_id = it.id AND client_id = %(client_id)s), NULL, {SHOWN}
FROM {CONVERSATIONS} AS it {JOINED} WHERE it.id = %(conversation)s
"""  # noqa: S608
MAY_WRITE = f"""
AND EXISTS (SELECT FROM {SCHEMA}{Agent._meta.db_table} AS writer
            WHERE writer.id = it.agent_id AND writer.is_active AND writer.role = ANY('{{{",".join(WRITERS)}}}'))
"""
FIRST_OF_ITS_ID = f"""
AND NOT EXISTS (SELECT FROM {CONVERSATIONS} AS mine JOIN {MESSAGES} AS sent ON sent.conversation_id = mine.id
                WHERE mine.customer_id = it.customer_id AND sent.client_id = %(client_id)s)
"""
NOBODY_IS_TOLD = f"AND NOT {webhooks.ANY_HEARS.format(schema=SCHEMA, type=MESSAGE)}"
FRESH = Fresh()


async def message(tenant: Tenant, customer: Customer, text: str, *, client_id: UUID) -> Received | None:
    """Store what the customer wrote to the agent who holds their conversation; None when that is not plain."""
    said, author, schema = receive.checked(text), ByCustomer(customer), tenant.schema_name
    if not receive.is_plain(said):
        return None
    fresh = FRESH.of_customer(schema, str(customer.id))
    if fresh is not None and _customer_may(fresh):
        stored = await _write(schema, fresh, author, said, client_id=client_id)
        if stored is not None:
            return stored
    known = await _ask(schema, ARRIVES, arrival.values(customer, client_id))
    if known is None or not _customer_may(known):
        return None
    return await _write(schema, known, author, said, client_id=client_id)


async def reply(tenant: Tenant, agent: Agent, conversation_id: str, text: str, *, client_id: UUID) -> Received | None:
    """Store the reply of the agent who holds the conversation and may still write; None when that is not plain."""
    said, author, schema = writes.checked(text), ByAgent(agent), tenant.schema_name
    try:
        asked = ids.decode("conv", conversation_id)
    except ValueError:
        return None
    fresh = FRESH.of_conversation(schema, conversation_id)
    if fresh is not None and fresh.conversation.agent_id == agent.id:
        stored = await _write(schema, fresh, author, said, client_id=client_id)
        if stored is not None:
            return stored
    known = await _ask(schema, REPLIES, {"conversation": asked, "client_id": client_id})
    if known is None or known.conversation.agent_id != agent.id:
        return None
    return await _write(schema, known, author, said, client_id=client_id)


def _customer_may(known: Known) -> bool:
    counted = known.recent is not None and known.recent < receive.MOST_PER_MINUTE
    return counted and known.conversation.holder == Holder.AGENT


async def _ask(schema: str, question: str, values: dict[str, Any]) -> Known | None:
    row = await asking.ask(schema, question, values)
    if row is None:
        return None
    stored_in, recent, version, *columns = row
    conversation = conversation_row.read(columns)
    return None if conversation is None or stored_in is not None else Known(recent, version, conversation)


async def _write(schema: str, known: Known, author: Author, text: str, *, client_id: UUID) -> Received | None:
    conversation = known.conversation
    if not _is_plain(conversation, author, text):
        return None
    before, now = conversation_row.values(conversation), timezone.now()
    try:
        entry = log.draft(conversation, author, text, client_id=client_id)
    except FencedError:
        return None
    conversation.updated_at, conversation.due_at = now, deadlines.due_at(conversation, now)
    ended = _ended(schema, conversation, before, now)
    timers = _timers(conversation, entry, now)
    if ended is None or not all(timer.needs_no_notice for timer in timers):
        return None
    changed = conversation_row.changes(conversation, before)
    by_agent = isinstance(author, ByAgent)
    values = {
        **{f"new_{column}": value for column, value in changed.items()},
        **_columns(entry, "said"),
        **(_columns(keeping.outcome(conversation, ended[0]), "kept") if ended else {}),
        "client_id": client_id,
        "it": ids.decode("conv", conversation.id),
        "version": known.version,
    }
    for number, timer in enumerate(timers):
        values |= timer.values(schema, number)
    statement = _statement(tuple(changed), by_agent=by_agent, timers=len(timers), kept=len(ended))
    writing = asyncio.ensure_future(asking.ask(schema, statement, values))
    await asyncio.sleep(0)  # it is on its way: what is to be told is made while the database writes
    told: list[Event] = [events.of_entry(conversation, entry), events.of_row(conversation)]
    try:
        written = await writing
    except UniqueViolation:  # the client id is in this conversation already, or the clock is written down
        return None
    if written is None:
        return None
    events.announce(told, schema=schema)
    FRESH.keep(schema, known.written(written[0], by_customer=not by_agent))
    return Received(str(conversation.id), entry.seq)


def _is_plain(conversation: Conversation, author: Author, text: str) -> bool:
    """Whether nothing follows from the words: no webhook hears of them, and their language needs no closer look."""
    if conversation.status != Status.OPEN or webhooks.is_among(MESSAGE, conversation.webhook_types or ()):
        return False
    return isinstance(author, ByAgent) or not common_words.may_be_another(text, conversation.language)


def _ended(schema: str, conversation: Conversation, before: conversation_row.Values, now: datetime) -> Outcomes:
    """Set the clocks; gives the answer in time that is written down with the entry, or nothing.

    None where anything else has to be asked or written down for them.
    """
    book = None if conversation.sla_version is None else books.known(schema, conversation.sla_version)
    if conversation.sla_version is not None and book is None:
        return None
    ended = clock.keep(conversation, before, now, book)
    return ended if len(ended) <= 1 and all(one.is_kept_reply for one in ended) else None


def _timers(conversation: Conversation, entry: Message, now: datetime) -> list[Timer]:
    """The jobs that the entry brings: the row's own timer, and the mail for who does not see the words."""
    timers = [mail.timer(conversation)] if mail.may_go(conversation, entry) else []
    if conversation.due_at is not None and deadlines.needs_timer(conversation, now):
        conversation.timer_at = conversation.due_at
        timers.append(deadlines.timer(conversation, conversation.due_at))
    if keeping.needs_alarm(conversation, now):
        timers.append(keeping.alarm(conversation, now))
    return timers


@cache
def _statement(changed: tuple[str, ...], *, by_agent: bool, timers: int, kept: int) -> str:
    """Writes the row, if it is still the version that was read, and with it the entry, the timers and the kept clock.

    Gives the row's new version then, and nothing otherwise.
    """
    changes = ", ".join(f'"{column}" = %(new_{column})s' for column in changed)
    clocks = f", kept AS ({_insert(SlaOutcome, 'kept')})" if kept else ""
    written = "".join(f", timer{number} AS ({jobs.beside('moved', number)})" for number in range(timers))
    return f"""
    WITH moved AS (
        UPDATE {CONVERSATIONS} AS it SET {changes}
        WHERE it.id = %(it)s AND it.xmin = %(version)s::text::xid {MAY_WRITE if by_agent else FIRST_OF_ITS_ID}
        {NOBODY_IS_TOLD}
        RETURNING it.xmin::text AS version),
    said AS ({_insert(Message, "said")} RETURNING seq){clocks}{written}
    SELECT moved.version FROM moved, said
    """  # noqa: S608


def _insert(model: type[Model], named: str) -> str:
    """Stores a row whose values are called so, if the conversation's was written."""
    fields = model._meta.concrete_fields
    names = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(f"%({named}_{field.column})s::{_type(field)}" for field in fields)
    return f"INSERT INTO {SCHEMA}{model._meta.db_table} ({names}) SELECT {values} FROM moved"  # noqa: S608


def _columns(row: Model, named: str) -> dict[str, Any]:
    fields, mine = row._meta.concrete_fields, connections[DEFAULT_DB_ALIAS]  # looked up once, not by each field
    return {f"{named}_{one.column}": one.get_db_prep_save(getattr(row, one.attname), mine) for one in fields}


def _type(field: Any) -> str:
    """The column's type without its length: a cast to that would cut off what the column refuses."""
    return re.sub(r"\(.*\)", "", str(field.db_type(current.connection)))
