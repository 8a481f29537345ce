"""Turns that ask an AI outside, as it reads them, and what came of its replies."""

from typing import Literal, cast

from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from pydantic import JsonValue
from typing_extensions import TypedDict

from conversations import labels, wire
from conversations.models import Decision, Draft, Handover, Holder, Message, OutsideTurn, OutsideTurnState
from tenants import cursors
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

Action = Literal["answer", "unsure", "handover", "held", "off"]
Became = Literal["said", "held", "handed_over"]
BECAME: dict[str, Became] = {"held": "held", "handover": "handed_over", "off": "handed_over"}
OutsideLine = TypedDict("OutsideLine", {"line": int, "from": str, "text": str})


class OutsidePassage(TypedDict):
    """A passage that may be cited: of an article, or what a person decided for this customer."""

    id: str
    title: str
    text: str


class OutsideTask(TypedDict):
    """The task that is under way, which one of the tools goes on with."""

    tool: str
    asked_for: str
    known: dict[str, str]


class OutsideTool(TypedDict):
    """Something that Baton does for the AI; `parameters` is a JSON Schema."""

    name: str
    description: str
    parameters: dict[str, JsonValue]


class OutsideOutcome(TypedDict):
    """What came of a reply."""

    became: Became
    action: Action
    """With `unsure` Baton said, in its own words, that it does not know, and offered a person."""
    message_id: str | None
    seq: int | None
    text: str | None
    """What the customer reads; null where nothing was said."""
    reason: str | None
    """Why it is held, or a person has it."""
    trigger: labels.Trigger | None


class AssistantTurnRow(TypedDict):
    """A customer's message that an AI of the company's own is asked to answer."""

    id: str
    conversation_id: str
    asked_seq: int
    state: OutsideTurnState
    why_over: str | None
    """Such as `taken_over` or `outside_silent`."""
    created_at: str
    expires_at: str


class AssistantTurn(AssistantTurnRow):
    """The same with all that the AI may know and do."""

    language: str
    tone: str
    instructions: str
    """What Baton tells a language model for this turn; yours may read them, and has to keep to what they say."""
    conversation: list[OutsideLine]
    guidance: str | None
    """What a supervisor privately asks of this reply."""
    task: OutsideTask | None
    passages: list[OutsidePassage]
    tools: list[OutsideTool]
    outcome: OutsideOutcome | None
    """What came of the reply; null before it."""


class OutsideToolResult(TypedDict):
    """What a tool found, or what came of the turn where the tool ended it."""

    result: dict[str, JsonValue] | None
    outcome: OutsideOutcome | None


def access(turn_id: str) -> OutsideTurn:
    """The turn; NotFoundError when there is none."""
    try:
        found = OutsideTurn.objects.filter(pk=turn_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such turn here."), param="turn_id")
    return found


def listed(*, state: str, limit: int, cursor: str) -> Listed[AssistantTurnRow]:
    """A page of turns, the newest first; of those that wait, those whose reply would be taken. One query."""
    rows: QuerySet[OutsideTurn] = OutsideTurn.objects.filter(state=state)
    if state == OutsideTurnState.WAITING:
        rows = rows.filter(
            expires_at__gt=timezone.now(),
            conversation__holder=Holder.ASSISTANT,
            conversation__epoch=F("epoch"),
            conversation__last_customer_seq=F("asked_seq"),
            conversation__unanswered_since__isnull=False,
            conversation__draft_due_at__isnull=True,
        )
    page = cursors.newest_first(rows, by="created_at", prefix="atn", limit=limit, cursor=cursor)
    return page.of([row(one) for one in page.rows])


def row(one: OutsideTurn) -> AssistantTurnRow:
    """A turn in a list."""
    return {
        "id": str(one.id),
        "conversation_id": str(one.conversation_id),
        "asked_seq": one.asked_seq,
        "state": OutsideTurnState(one.state),
        "why_over": one.why_over or None,
        "created_at": wire.stamp(one.created_at),
        "expires_at": wire.stamp(one.expires_at),
    }


def whole(one: OutsideTurn) -> AssistantTurn:
    """A turn with all that was given for it."""
    given = one.given
    guidance = given["guidance"]
    answered = one.state == OutsideTurnState.ANSWERED
    return {
        **row(one),
        "language": given["language"],
        "tone": given["tone"],
        "instructions": given["instructions"],
        "conversation": given["conversation"],
        "guidance": None if guidance is None else guidance["text"] or None,
        "task": given["task"],
        "passages": [_passage(passage) for passage in given["passages"]],
        "tools": given["tools"],
        "outcome": outcome(one) if answered else None,
    }


def outcome(one: OutsideTurn) -> OutsideOutcome:
    """What came of the reply, as the decision about it tells."""
    decision = Decision.objects.get(conversation=one.conversation_id, asked_seq=one.asked_seq)
    said = Message.objects.filter(conversation=one.conversation_id, seq=decision.answer_seq or 0).first()
    return {
        "became": BECAME.get(decision.action, "said"),
        "action": cast("Action", decision.action),
        "message_id": None if said is None else str(said.id),
        "seq": None if said is None else said.seq,
        "text": None if said is None else said.text,
        "reason": _reason(decision),
        "trigger": labels.trigger(decision.trigger) if decision.trigger else None,
    }


def _reason(decision: Decision) -> str | None:
    """Why a person looks at it."""
    if decision.action == "held":
        drafts = Draft.objects.filter(conversation=decision.conversation_id, asked_seq=decision.asked_seq)
        return drafts.order_by("-created_at").values_list("reason", flat=True).first()
    return Handover.objects.filter(decision=decision).values_list("reason", flat=True).first()


def _passage(stored: dict[str, str]) -> OutsidePassage:
    return {"id": stored["id"], "title": stored["title"], "text": stored["text"]}
