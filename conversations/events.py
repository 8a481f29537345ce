"""What happened, as events; the type of an event decides who may see it, and `publish` alone sends one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from channels.layers import get_channel_layer
from django.db import transaction

from conversations import rows, wire
from conversations.drafting import showing
from conversations.models import Conversation, Decision, Draft, Kind, Message, Note
from tenants import current, groups
from tenants.embedded.channel_layer import send_from_sync

Json = dict[str, Any]


@dataclass(frozen=True)
class SharedEvent:
    """Something that the customer and the desk may both see."""

    type: ClassVar[str]
    conversation_id: str
    data: Mapping[str, Any]
    seq: int | None = None


@dataclass(frozen=True)
class DeskEvent:
    """Something that only the desk may see."""

    type: ClassVar[str]
    conversation_id: str
    data: Mapping[str, Any]
    seq: None = None


class MessageAdded(SharedEvent):
    """Somebody wrote."""

    type = "message.added"


class ControlChanged(SharedEvent):
    """The baton moved."""

    type = "control.changed"


class StatusChanged(SharedEvent):
    """The conversation was resolved or opened again."""

    type = "status.changed"


class Typing(SharedEvent):
    """Somebody is writing, or stopped."""

    type = "typing"


class QueueMoved(SharedEvent):
    """The customer's place in the queue changed."""

    type = "queue.moved"


class MessageDelta(SharedEvent):
    """A part of an answer that the assistant is still making; never stored."""

    type = "message.delta"


class MessageCancelled(SharedEvent):
    """The answer under way will not come; what was shown of it goes."""

    type = "message.cancelled"


class Seen(DeskEvent):
    """The customer has seen the log up to a seq."""

    type = "seen"


class Present(DeskEvent):
    """The customer, or an agent, looks at the conversation now, or stopped; never stored."""

    type = "presence"


class NoteAdded(DeskEvent):
    """A private note was written."""

    type = "note.added"


class NoteRemoved(DeskEvent):
    """Whoever wrote a private note took it back."""

    type = "note.removed"


class ReplyDraftChanged(DeskEvent):
    """An agent writes a reply, stopped, or went on elsewhere; never with the words."""

    type = "reply_draft.changed"


class DecisionRecorded(DeskEvent):
    """A turn decided."""

    type = "decision.recorded"


class DraftAdded(DeskEvent):
    """The assistant drafted something for an agent to decide about."""

    type = "draft.added"


class DraftChanged(DeskEvent):
    """Somebody decided about a draft, or the conversation went on without it."""

    type = "draft.changed"


class CommitmentsChanged(DeskEvent):
    """Something was decided or promised in this conversation, or ended; a hint to ask for all of it."""

    type = "commitments.changed"


class SurveyChanged(DeskEvent):
    """The customer rated the conversation, or changed that; a hint to ask for it."""

    type = "survey.changed"


class TasksChanged(DeskEvent):
    """A task of the desk began, changed or ended in this conversation; a hint to ask for them."""

    type = "tasks.changed"


class TranslationsChanged(DeskEvent):
    """Messages of this conversation are there in the language that it names, or could not be: ask for them."""

    type = "translations.changed"


class OversightChanged(DeskEvent):
    """A supervisor did something over the assistant, or it is done with; a hint for control rooms alone."""

    type = "oversight.changed"


class ConversationUpdated(DeskEvent):
    """A row of the conversation list changed; goes to the whole desk."""

    type = "conversation.updated"


class ConversationRemoved(DeskEvent):
    """A conversation is gone for good, with all that was in it; goes to the whole desk."""

    type = "conversation.removed"


Event = SharedEvent | DeskEvent
BY_KIND: dict[str, type[SharedEvent]] = {
    Kind.TEXT: MessageAdded,
    Kind.CONTROL: ControlChanged,
    Kind.STATUS: StatusChanged,
}


def of_entry(conversation: Conversation, entry: Message) -> SharedEvent:
    """The one event that an entry of the log is."""
    return BY_KIND[entry.kind](str(conversation.id), wire.entry(conversation, entry), entry.seq)


def of_row(conversation: Conversation) -> ConversationUpdated:
    """The conversation's row as the list shows it."""
    return ConversationUpdated(str(conversation.id), rows.row(conversation))


def of_note(note: Note) -> NoteAdded:
    """A note as the desk sees it."""
    return NoteAdded(str(note.conversation_id), rows.note(note))


def of_decision(decision: Decision) -> DecisionRecorded:
    """A decision as the desk sees it."""
    return DecisionRecorded(str(decision.conversation_id), rows.decision(decision))


def of_draft(draft: Draft, *, added: bool = False) -> DeskEvent:
    """A draft as the desk sees it, when it is new or when something became of it."""
    kind = DraftAdded if added else DraftChanged
    return kind(str(draft.conversation_id), showing.row(draft))


def cut(conversation: Conversation) -> MessageCancelled:
    """Whatever is being said to the customer's newest words goes, under whichever id, and no more of it is shown."""
    data = {"message_id": "", "epoch": conversation.epoch, "through": conversation.last_customer_seq}
    return MessageCancelled(str(conversation.id), data)


# What the next one, or the next roll, tells again, and how full the window of a client may be that still gets it: each
# ping leaves with half of the window unconfirmed, and who came or left in just that moment would be missed for long.
HINTS: Mapping[str, float] = {Typing.type: 0.5, Present.type: 0.75}


def as_json(event: Event) -> Json:
    """The event as a socket sends it."""
    return {
        "seq": event.seq,
        "type": event.type,
        "conversation_id": event.conversation_id,
        "data": event.data,
    }


def publish(event: Event) -> None:
    """Send the event to those who may see it, once the transaction under way has committed.

    Events are hints: losing one costs a client a question for what it missed, never data.
    """
    group = _group(event, current.schema_name())
    payload = {"type": "event", "event": as_json(event)}
    transaction.on_commit(lambda: send_from_sync(group, payload))


def hint(event: Event, *, schema: str) -> None:
    """Send something that is never stored, such as typing, from the event loop; lost while the layer is away."""
    announce([event], schema=schema)


def announce(told: Iterable[Event], *, schema: str) -> None:
    """Send events soon, in this order, from the event loop, and wait for none."""
    get_channel_layer().announce(
        [(_group(event, schema), {"type": "event", "event": as_json(event)}) for event in told]
    )


def after_commit(work: Callable[[], None]) -> None:
    """Do `work` in the tenant of now once the transaction under way has committed."""
    tenant = current.tenant()

    def run() -> None:
        with current.entered(tenant):
            work()

    transaction.on_commit(run)


def _group(event: Event, schema: str) -> str:
    match event:
        case SharedEvent():
            return groups.shared(schema, event.conversation_id)
        case ConversationUpdated() | ConversationRemoved():
            return groups.everyone_at_the_desk(schema)
        case OversightChanged():
            return groups.control_room(schema)
        case DeskEvent():
            return groups.desk(schema, event.conversation_id)
