"""Stores what a migration found: customers first, then their conversations with all that was written in them.

Nothing of today follows from it: no turn, alarm, webhook, survey or figure. So rows are written as they are to stand,
beside the log's own writer, which would let the product act on them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.utils import timezone

from agents.models import Agent
from conversations import authors, log
from conversations.identity import attributes
from conversations.migrating import matching
from conversations.migrating.found import Contact, Line, lines_of
from conversations.models import (
    AuthorKind,
    BroughtAction,
    BroughtKind,
    Channel,
    Conversation,
    Customer,
    Message,
    Migration,
    MigrationItem,
    Note,
    Status,
)

CUSTOMERS_AT_ONCE, TALKS_AT_ONCE, LINES_AT_ONCE = 100, 100, 1000
DOES = (BroughtAction.NEW, BroughtAction.KNOWN, BroughtAction.MERGED)
NO_CUSTOMER = "Its customer is not there any more."
FIELDS = ("name", "email", "language", "attributes")
Json = dict[str, Any]


def store_some(row: Migration) -> int:
    """Store the next items; gives how many. Within a transaction, at most fifteen queries whatever they hold."""
    waiting = row.items.filter(applied_at=None, problem="")
    people = list(waiting.filter(kind=BroughtKind.CUSTOMER)[:CUSTOMERS_AT_ONCE])
    if people:
        _store_customers(people)
        return len(people)
    talks = waiting.filter(kind=BroughtKind.CONVERSATION, action=BroughtAction.NEW)
    some = _as_many_as_fit(list(talks.values_list("number", "messages", "notes")[:TALKS_AT_ONCE]))
    if some:
        _store_talks(row, list(talks.filter(number__in=some)))
    return len(some)


def told_by(contact: Contact, customer: Customer, *, overrides: bool) -> Json:
    """The fields that the contact changes of the customer: what is not known yet, or whatever it tells."""
    changed: Json = {}
    if contact.name and (overrides or not customer.own_name):
        changed["name"] = contact.name
    if contact.email and (overrides or not customer.email):
        changed["email"] = contact.email
    if contact.language and overrides:
        changed["language"] = contact.language
    known, told = customer.attributes, dict(contact.attributes or {})
    joined = {**known, **told} if overrides else {**told, **known}
    if told and len(joined) <= attributes.MOST:
        changed["attributes"] = joined
    return {name: value for name, value in changed.items() if getattr(customer, name) != value}


def _store_customers(items: Sequence[MigrationItem]) -> None:
    contacts = [Contact.read(item.content) for item in items]
    known = matching.known(contacts, held=True)
    made: list[Customer] = []
    changed: dict[str, Customer] = {}
    for item, contact in zip(items, contacts, strict=True):
        action, customer = known.of(contact)
        if customer is None:
            customer = _new(contact)
            made.append(customer)
            item.before = {"told": {name: getattr(customer, name) for name in FIELDS}}
        else:
            overrides = contact.overrides and action == BroughtAction.KNOWN
            told = told_by(contact, customer, overrides=overrides)
            item.before = {"was": {name: getattr(customer, name) for name in told}, "told": told}
            for name, value in told.items():
                setattr(customer, name, value)
            if told:
                changed[str(customer.id)] = customer
        known.add(contact, customer)
        item.action, item.customer = action, customer
    Customer.objects.bulk_create(made)
    new = {str(one.id) for one in made}
    Customer.objects.bulk_update([one for key, one in changed.items() if key not in new], FIELDS)
    for one in (changed[key] for key in new & changed.keys()):
        one.save(update_fields=FIELDS)
    _stored(items)


def _new(contact: Contact) -> Customer:
    made = Customer(external_id=contact.external_id, email=contact.email, attributes=dict(contact.attributes or {}))
    made.name = contact.name or contact.email[:120] or f"{Customer.MADE_UP}{str(made.id)[-4:].upper()}"
    made.language = contact.language or made.language
    return made


@dataclass(frozen=True)
class _Around:
    """What conversations need of what is there: customers by their key, agents by their address."""

    customers: Mapping[str, Customer]
    agents: Mapping[str, Agent]


def _store_talks(row: Migration, items: Sequence[MigrationItem]) -> None:
    known = Conversation.objects.filter(channel=Channel.IMPORT, channel_ref__in=[item.key for item in items])
    brought = dict(known.values_list("channel_ref", "id"))
    lines = {item.key: list(lines_of(item.content)) for item in items}
    around = _around(row, items, (line for some in lines.values() for line in some))
    talks: list[Conversation] = []
    said: list[Message] = []
    noted: list[Note] = []
    for item in items:
        customer = around.customers.get(item.content["contact"])
        if item.key in brought:
            item.action, item.conversation_id = BroughtAction.KNOWN, brought[item.key]
        elif customer is None:
            item.action, item.problem = BroughtAction.PROBLEM, NO_CUSTOMER
        else:
            talk = Conversation(customer=customer, channel=Channel.IMPORT, channel_ref=item.key)
            messages, notes = _written(talk, lines[item.key], around.agents)
            _stand(talk, item.content, messages)
            talks, said, noted = [*talks, talk], [*said, *messages], [*noted, *notes]
            item.conversation = talk
    Conversation.objects.bulk_create(talks)
    Message.objects.bulk_create(said, batch_size=LINES_AT_ONCE * 2)
    Note.objects.bulk_create(noted, batch_size=LINES_AT_ONCE * 2)
    _stored(items)


def _around(row: Migration, items: Iterable[MigrationItem], lines: Iterable[Line]) -> _Around:
    keys = {str(item.content["contact"]) for item in items}
    named = row.items.filter(kind=BroughtKind.CUSTOMER, key__in=keys).exclude(customer=None)
    customers = {item.key: item.customer for item in named.select_related("customer") if item.customer is not None}
    agents = Agent.objects.filter(email__in={line.email for line in lines if line.email})
    return _Around(customers, {agent.email.lower(): agent for agent in agents})


def _written(
    talk: Conversation, lines: Sequence[Line], agents: Mapping[str, Agent]
) -> tuple[list[Message], list[Note]]:
    """What customers saw, numbered from 1, and what only colleagues did."""
    messages: list[Message] = []
    notes: list[Note] = []
    for line in lines:
        agent = agents.get(line.email) if line.by == "agent" else None
        data = {authors.WRITTEN_BY: line.name} if agent is None and line.by != "customer" else {}
        told: Json = {"conversation": talk, "text": line.text, "data": data, "created_at": line.at}
        if line.private:
            notes.append(Note(author=agent, client_id=uuid4(), **told))
        else:
            seq = len(messages) + 1
            messages.append(Message(seq=seq, author_kind=AuthorKind(line.by), agent=agent, **told))
    return messages, notes


def _stand(talk: Conversation, content: Mapping[str, Any], messages: Sequence[Message]) -> None:
    """The row of a conversation that is over, with its newest words, as of when they were written."""
    newest = messages[-1]
    talk.language, talk.subject, talk.tags = talk.customer.language, content["subject"], content["tags"]
    talk.created_at = talk.held_since = messages[0].created_at
    talk.seq = talk.seen_seq = talk.mailed_seq = newest.seq
    for message in messages:
        log.keep_newest_words(talk, message)
    talk.status, talk.unanswered_since, talk.first_replied_at = Status.RESOLVED, None, None
    talk.last_author = authors.of(newest, talk)
    talk.updated_at = newest.created_at


def _as_many_as_fit(sizes: Sequence[tuple[int, int, int]]) -> list[int]:
    """The numbers of those that a step stores: as many lines as it may, but one conversation at least."""
    some: list[int] = []
    lines = 0
    for number, messages, notes in sizes:
        lines += messages + notes
        if some and lines > LINES_AT_ONCE:
            break
        some.append(number)
    return some


def _stored(items: Sequence[MigrationItem]) -> None:
    now = timezone.now()
    for item in items:
        item.content, item.applied_at = {}, None if item.problem else now
    changed = ["action", "customer", "conversation", "content", "before", "problem", "applied_at"]
    MigrationItem.objects.bulk_update(items, changed)
