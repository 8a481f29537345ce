"""A conversation as a story tells it: what the customer says, what comes back, and who holds the baton."""

import json
import re
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from agents.models import Agent
from assistant.models import Action
from assistant.skills.task import Task
from conversations import control, log, turn
from conversations.identity import codes, proofs
from conversations.models import (
    Conversation,
    Customer,
    Decision,
    Draft,
    Handover,
    Kind,
    Message,
    OneTimeCode,
    ProvenHow,
)
from tests import cast
from tests.model_server.serving import Wire, calls, data_of, reply

Json = dict[str, Any]


@dataclass
class Puppet:
    """A language model that calls the tools that a story gives it, and else quotes the first passage it was given."""

    calls: deque[tuple[str, Json]] = field(default_factory=deque)

    def __call__(self, wire: Wire) -> None:
        """Answer one request."""
        if self.calls:
            name, arguments = self.calls.popleft()
            calls((name, json.dumps(arguments)), then=self._quote)(wire)
        else:
            self._quote(wire)

    def _quote(self, wire: Wire) -> None:
        passages = data_of(wire.asked)["passages"]
        wire.begin()
        if passages and passages[0]["text"]:
            said = re.split(r"(?<=[.!?])\s", passages[0]["text"])[0]
            wire.words(reply(said, citations=[(passages[0]["id"], said)]))
        else:
            wire.words(reply("", action="unsure", confidence=0.1))
        wire.done()


@dataclass
class Talk:
    """One customer's conversation; `model` is the puppet of the language model, None with Baton's own engine."""

    customer: Customer
    model: Puppet | None = None
    conversation: Conversation | None = None

    def says(self, text: str) -> Message | None:
        """The customer writes and the turn runs; gives the newest words that came back, None when there are none."""
        self.conversation = conversation = cast.says(self.customer, text)
        turn.take(str(conversation.id), conversation.last_customer_seq)
        return self.reply

    def model_calls(self, skill: str, **slots: str) -> None:
        """Let the language model call this skill's tool at its next request; Baton's own engine needs no telling."""
        if self.model is not None:
            self.model.calls.append((skill, slots))

    def proven(self, email: str) -> None:
        """The customer has proved this address."""
        proofs.prove(self.customer, email, how=ProvenHow.CODE)

    def types_the_code(self) -> Message | None:
        """The customer types the code that went out last."""
        return self.says(codes.digits(OneTimeCode.objects.latest("sent_at")))

    @property
    def row(self) -> Conversation:
        """The conversation as it stands."""
        assert self.conversation is not None
        return Conversation.objects.select_related(*log.LOADED).get(pk=self.conversation.id)

    @property
    def reply(self) -> Message | None:
        """What was said last, if anybody replied to the customer's newest words."""
        newest = self.row.messages.filter(kind=Kind.TEXT).latest("seq")
        return None if newest.author_kind == "customer" else newest

    @property
    def said(self) -> str:
        """The words of the newest reply; "" without any."""
        return "" if self.reply is None else self.reply.text

    @property
    def choices(self) -> list[str]:
        """What the newest reply offers to pick from, as it would be said."""
        shown = [] if self.reply is None else self.reply.data.get("choices", [])
        return [choice["says"] for choice in shown]

    @property
    def form(self) -> str:
        """The card that the newest reply is shown with."""
        return "" if self.reply is None else str(self.reply.data.get("form", ""))

    @property
    def control(self) -> str:
        """Who holds the baton: "assistant", "queue" or "agent"."""
        return str(self.row.holder)

    @property
    def decision(self) -> Decision:
        """What the newest turn decided."""
        return self.row.decisions.latest("asked_seq")

    @property
    def task(self) -> Task | None:
        """The task as the newest turn left it; None where none is open."""
        stored = self.decision.task
        task = None if stored is None else Task.from_json(stored)
        return None if task is None or task.over else task

    @property
    def handover(self) -> Handover | None:
        """The newest handover."""
        return Handover.objects.filter(conversation=self.row).order_by("-requested_at").first()

    @property
    def draft(self) -> Draft | None:
        """The draft that waits for an agent."""
        return Draft.objects.filter(conversation=self.row, state="waiting").first()

    @property
    def actions(self) -> list[Action]:
        """What was done to the tenant's business in this conversation, oldest first."""
        return list(Action.objects.filter(conversation=str(self.row.id)).order_by("created_at", "id"))

    def is_taken_over(self, agent: Agent) -> None:
        """A person takes the conversation."""
        with log.writing(str(self.row.id)) as held:
            control.take(held, agent)

    def is_handed_back(self, agent: Agent) -> None:
        """The person gives it back to the assistant."""
        with log.writing(str(self.row.id)) as held:
            control.hand_back(held, agent)
