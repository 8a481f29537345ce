"""Reads of conversations, each with a known number of queries."""

import json
import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from django.db.models import Q, QuerySet

from assistant.answering import Line as AssistantLine
from assistant.skills import serving as dialogue
from assistant.skills.configured import Configured
from assistant.skills.contract import Known
from assistant.skills.task import Task, TaskError
from conversations import events, known, log
from conversations.models import AuthorKind, Conversation, Holder, Kind, Message, Status
from conversations.waiting import asides
from conversations.wire import LogEntry
from escalation.facts import Line as HeardLine

Json = dict[str, Any]
PAGE = 200
PAGE_BYTES = 64 * 1024  # a client confirms what it got by the page, so no page may be huge
logger = logging.getLogger(__name__)

MOST_LINES = 60  # of a conversation that a turn reads; older ones are in the facts already


@dataclass(frozen=True)
class Question:
    """A customer's message that waits for the assistant, with what was said before it."""

    conversation: Conversation
    asked_seq: int
    messages: tuple[Message, ...]
    handed_back_at: int
    known: Known = field(default_factory=Known)
    task: Task | None = None  # as the newest decision left it
    rested: bool = False  # a person had the conversation since
    heard_until: int = 0  # the customer's message that was decided about last
    task_topic: str = ""  # in which the task under way began
    skills: Mapping[str, Configured] | None = None  # as if the company had set them up so; None: as it has
    is_case: bool = False  # written down somewhere: nobody asks it now
    again: bool = False  # it was decided about once, and the answer that was held is made anew

    @property
    def epoch(self) -> int:
        """The epoch under which the turn begins."""
        return self.conversation.epoch

    def memory(self) -> Task | None:
        """What the dialogue still knows when this turn is no step of its task; after a rest nothing of it is open."""
        return self.task.ended() if self.task is not None and (self.rested or self.task.over) else self.task

    def spoken(self) -> list[AssistantLine]:
        """The lines as the assistant reads them."""
        return [
            AssistantLine(
                role(message),
                message.text,
                message.seq,
                asks=bool(message.data.get(log.ASKS)),
                greeting=message.data.get("greeting", ""),
            )
            for message in self.messages
        ]

    def meant(self) -> list[AssistantLine]:
        """The same, but for a yes to the only thing that was offered, which stands for it."""
        lines = self.spoken()
        if lines and lines[-1].role == "customer" and not self.rested:
            lines[-1] = replace(lines[-1], text=dialogue.meant(lines[-1].text, self.task))
        return lines

    def heard(self, *, answers: bool = False) -> tuple[HeardLine, ...]:
        """The lines as the signals hear them; `answers` when the newest ones answer a task's question."""
        in_task = self._in_task() if not answers else {*self._in_task(), *self._burst()}
        return tuple(
            HeardLine(
                role=role(message),
                text=message.text,
                seq=message.seq,
                pressed_person_button=bool(message.data.get("pressed_person_button", False)),
                unsure=bool(message.data.get("offers_person", False)),
                in_task=message.seq in in_task,
            )
            for message in self.messages
        )

    def burst_begins(self) -> int:
        """The place among the messages from which on all are the customer's."""
        replies = (place for place, one in enumerate(self.messages, 1) if one.author_kind != AuthorKind.CUSTOMER)
        return max(replies, default=0)

    def _burst(self) -> list[int]:
        """What the customer wrote since anybody replied, and nothing was decided about."""
        return [one.seq for one in self.messages[self.burst_begins() :] if one.seq > self.heard_until]

    def _in_task(self) -> set[int]:
        """What skills said, and the customer's words that they replied to."""
        found: set[int] = set()
        burst: list[int] = []
        for message in self.messages:
            if message.author_kind == AuthorKind.CUSTOMER:
                burst.append(message.seq)
                continue
            if message.data.get(log.SKILL):
                found |= {message.seq, *burst}
            burst = []
        return found

    def customer_texts(self) -> list[str]:
        """What the customer wrote, oldest first, as it was meant."""
        return [line.text for line in self.meant() if line.role == "customer"]


def question(conversation_id: str, asked_seq: int) -> Question | None:
    """What the assistant should answer.

    None when a person holds the baton, when the customer wrote again, and when it was answered already, as by a worker
    that died before it could say so.
    """
    conversation = _owed(conversation_id, asked_seq, to=Holder.ASSISTANT)
    if conversation is None or conversation.draft_due_at is not None:
        return None
    return _question(conversation, asked_seq)


def held_question(conversation_id: str, asked_seq: int) -> Question | None:
    """The same for a message whose answer is held; None when it is not."""
    conversation = _owed(conversation_id, asked_seq, to=Holder.ASSISTANT)
    if conversation is None or conversation.draft_due_at is None:
        return None
    return _question(conversation, asked_seq)


def question_aside(conversation_id: str, asked_seq: int) -> Question | None:
    """The same for a message of somebody who waits in the queue, and wants to hear the assistant meanwhile."""
    conversation = _owed(conversation_id, asked_seq, to=Holder.QUEUE)
    return None if conversation is None or not asides.wanted(conversation) else _question(conversation, asked_seq)


def question_to_agent(conversation_id: str, asked_seq: int) -> Question | None:
    """The same for a message that the agent who holds the baton owes an answer to."""
    conversation = _owed(conversation_id, asked_seq, to=Holder.AGENT)
    return None if conversation is None else _question(conversation, asked_seq)


def lines(conversation: Conversation) -> list[AssistantLine]:
    """What was said in the conversation, as the assistant reads it, whoever holds the baton."""
    return _question(conversation, conversation.last_customer_seq).spoken()


def _owed(conversation_id: str, asked_seq: int, *, to: Holder) -> Conversation | None:
    """The conversation, while this holder owes an answer to the message, which is the customer's newest."""
    conversation = Conversation.objects.select_related(*log.LOADED).get(pk=conversation_id)
    moved_on = conversation.holder != to or conversation.last_customer_seq != asked_seq
    return None if moved_on or conversation.unanswered_since is None else conversation


def _question(conversation: Conversation, asked_seq: int) -> Question:
    texts = conversation.messages.filter(kind=Kind.TEXT).order_by("-seq")[:MOST_LINES]
    returned = conversation.messages.filter(kind=Kind.CONTROL, data__reason="handed_back").order_by("-seq")
    handed_back_at = returned.values_list("seq", flat=True).first() or 0
    decisions = conversation.decisions.order_by("-asked_seq").values_list("asked_seq", "task", "topic")
    decided = decisions.first()
    again = decided is not None and decided[0] == asked_seq and conversation.holder == Holder.ASSISTANT
    if again:  # the talk stands as it did before that decision
        decided = decisions.filter(asked_seq__lt=asked_seq).first()
    asked, stored, topic = decided or (0, None, "")
    task = _task(stored)
    return Question(
        conversation=conversation,
        asked_seq=asked_seq,
        messages=tuple(reversed(texts)),
        handed_back_at=handed_back_at,
        known=known.known(conversation),
        task=task,
        heard_until=asked,
        rested=task is not None and _rested(conversation, asked),
        task_topic=topic if task is not None and not task.over else "",
        again=again,
    )


def _rested(conversation: Conversation, since: int) -> bool:
    """Whether the baton moved, or the conversation was resolved, after the entry `since`."""
    moved = Q(kind=Kind.CONTROL) | Q(kind=Kind.STATUS, data__status=Status.RESOLVED)
    return conversation.messages.filter(moved, seq__gt=since).exists()


def _task(stored: Json | None) -> Task | None:
    """The task that was stored; one of another version's form is none."""
    try:
        return None if stored is None else Task.from_json(stored)
    except TaskError:
        logger.warning("A stored task cannot be read; the conversation goes on without it.")
        return None


def events_after(conversation: Conversation, seq: int, *, limit: int = PAGE) -> tuple[list[LogEntry], bool]:
    """The log after `seq` as shared events, in order, at most about PAGE_BYTES of them, and whether there is more."""
    if seq >= conversation.seq:
        return [], False
    entries = conversation.messages.filter(seq__gt=seq).select_related("agent").order_by("seq")
    return _page(conversation, entries, limit)


def events_before(conversation: Conversation, seq: int, *, limit: int = PAGE) -> tuple[list[LogEntry], bool]:
    """The end of the log before `seq`, in order as above, and whether there is more above it."""
    entries = conversation.messages.filter(seq__lt=seq).select_related("agent").order_by("-seq")
    shown, more = _page(conversation, entries, limit)
    return shown[::-1], more


def _page(conversation: Conversation, entries: QuerySet[Message], limit: int) -> tuple[list[LogEntry], bool]:
    found = list(entries[: limit + 1])
    shown: list[LogEntry] = []
    size = 0
    for entry in found[:limit]:
        event = events.as_json(events.of_entry(conversation, entry))
        size += len(json.dumps(event, ensure_ascii=False).encode())
        if shown and size > PAGE_BYTES:
            break
        shown.append(cast("LogEntry", event))
    return shown, len(found) > len(shown)


def events_of(conversation_id: str, seq: int) -> tuple[list[LogEntry], bool]:
    """The log after `seq` of the conversation with this id, which the caller may see."""
    return events_after(Conversation.objects.select_related("customer").get(pk=conversation_id), seq)


def role(message: Message) -> Any:
    """Who wrote it, by the name that a line's role has; only a customer, the assistant or an agent writes text."""
    return message.author_kind


def newest(conversation_ids: Collection[str]) -> Mapping[str, int]:
    """The newest seq of each of these conversations, by id. One query."""
    return dict(Conversation.objects.filter(pk__in=conversation_ids).values_list("id", "seq"))
