"""Customers who talk to the assistant at this moment, of different risk: the first lines are told, the last is lived.

Only what lies behind is written here. The newest words of each go through a real turn, so that the answer, the risk and
its reasons in the control room are what the product makes of them.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction

from agents.models import Agent, Role
from conversations import deadlines, log, turn
from conversations.control_room import acts
from conversations.control_room.acts import Wish
from conversations.demo.content import FOLDER, company
from conversations.models import AuthorKind, Conversation, Customer, Draft, GuidanceKind, Message
from tenants import current
from tenants.models import Tenant

Json = dict[str, Any]
LAST_WORDS = timedelta(seconds=40)  # before now
STAYS = timedelta(hours=2)  # an answer that waits for a yes, so that it is there when somebody looks


def load(now: datetime) -> None:
    """Begin those that are not there yet, and let the assistant answer each."""
    with current.entered(Tenant.objects.get(schema_name=company().slug)):
        for told in json.loads((FOLDER / "live.json").read_text("utf-8")):
            if not Customer.objects.filter(email=told["email"]).exists():
                _live(told, _begin(told, now))


@transaction.atomic
def _begin(told: Mapping[str, Any], now: datetime) -> Conversation:
    """What was said so far; the customer's last words are not answered."""
    began, lines = now - timedelta(minutes=told["minutes"]), told["lines"]
    customer = Customer.objects.create(name=told["name"], email=told["email"], created_at=began)
    talk = Conversation(customer=customer, language="en", created_at=began, held_since=began)
    rows = _rows(talk, lines, began, now - LAST_WORDS)
    for row in rows:
        log.keep_newest_words(talk, row)
    talk.seq, talk.updated_at = len(rows), rows[-1].created_at
    deadlines.keep(talk, now)
    talk.save()
    Message.objects.bulk_create(rows)
    return talk


def _rows(talk: Conversation, lines: Sequence[Json], began: datetime, until: datetime) -> list[Message]:
    step = (until - began) / max(1, len(lines) - 1)
    return [
        Message(
            conversation=talk,
            seq=place + 1,
            created_at=until if place == len(lines) - 1 else began + place * step,
            **_said(line),
        )
        for place, line in enumerate(lines)
    ]


def _said(line: Mapping[str, str]) -> Json:
    if "assistant" in line:
        return {"author_kind": AuthorKind.ASSISTANT, "text": line["assistant"]}
    return {"author_kind": AuthorKind.CUSTOMER, "text": line["customer"], "client_id": uuid4()}


def _live(told: Mapping[str, Any], talk: Conversation) -> None:
    """The assistant's turn, and what the shop's supervisor does over it."""
    maya, key = Agent.objects.filter(role=Role.SUPERVISOR).earliest("id"), str(talk.id)
    if told.get("held"):
        acts.hold(key, maya, epoch=talk.epoch)
    turn.take(key, talk.seq)
    if told.get("held"):
        _let_wait(key)
    if "guided" in told:
        acts.guide(key, maya, Wish(GuidanceKind.WORDS, told["guided"]), epoch=talk.epoch)


def _let_wait(conversation_id: str) -> None:
    """The draft is there for whoever looks at the demo first, not for three minutes."""
    with log.writing(conversation_id) as conversation:
        if conversation.draft_due_at is not None:
            conversation.draft_due_at += STAYS
            Draft.objects.filter(conversation=conversation_id).update(due_at=conversation.draft_due_at)
