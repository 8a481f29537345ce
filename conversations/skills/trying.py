"""Tries a skill by the code of the live turn, with the policy as it is typed; nothing of it is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from pydantic import JsonValue
from typing_extensions import TypedDict

from assistant import conduct
from assistant.answering import Answer
from assistant.models import Mode
from assistant.skills import configured
from assistant.skills.configured import Configured
from assistant.skills.contract import Act, Known, Skill
from assistant.skills.outcomes import Served
from assistant.skills.task import Task, TaskError
from conversations import rendering, turn
from conversations.decided import Decided
from conversations.models import AuthorKind, Conversation, Customer, Message
from conversations.queries import Question
from conversations.wire import MessageChoice
from escalation.rules import HandOver
from tenants.errors import ParameterError

Json = dict[str, Any]


class RehearsedAct(TypedDict):
    """What would be done to the business."""

    kind: str
    subject: str
    amount: str | None
    """Such as `12.50`."""
    currency: str
    because: str
    waits: str
    """Why an agent would have to say yes first; empty when none has to."""


class RehearsedServing(TypedDict):
    """What the customer is offered beside the words."""

    choices: list[MessageChoice]
    form: str
    proving: str
    """The address to which a code would go; empty for none."""
    act: RehearsedAct | None
    ends: bool
    """The task is over."""


class RehearsingSkill(TypedDict):
    """The skill that replied."""

    name: str
    label: str


class KnownSlot(TypedDict):
    """What the skill knows already."""

    label: str
    value: str


class RehearsedHandover(TypedDict):
    """Why a person would take over."""

    label: str
    reason: str


class RehearsedReply(RehearsedServing):
    """What comes back to the last line of a rehearsal."""

    says: str
    html: str
    """The same as the customer sees it, cleaned."""
    skill: RehearsingSkill | None
    task: dict[str, JsonValue] | None
    """To be sent with the next line."""
    known: list[KnownSlot]
    handover: RehearsedHandover | None


@dataclass(frozen=True)
class Rehearsal:
    """What was said so far, the task as the last reply left it, and who the customer is said to be."""

    lines: Sequence[Mapping[str, str]]
    task: Json | None
    email: str = ""
    proven: bool = False


def tried(skill: Skill[Any], policy: Any, rehearsal: Rehearsal) -> RehearsedReply:
    """What comes back to the last line, what would be done, and the task after it.

    The skill is on and keeps to `policy`, whatever is stored; the others are as they are.
    """
    skills = {
        **configured.everything(),
        skill.name: Configured(configured.shaped(skill, policy), on=True, policy=policy),
    }
    wanted = conduct.wanted()
    wanted.mode = Mode.AUTOPILOT  # a rehearsal hears what the assistant would say by itself
    return _told(turn.decide(_question(rehearsal, skills), settings=wanted), skills)


def _question(rehearsal: Rehearsal, skills: Mapping[str, Configured]) -> Question:
    email = rehearsal.email.lower()
    conversation = Conversation(customer=Customer(name="Try-out", email=email))
    messages = tuple(
        Message(conversation=conversation, seq=seq, author_kind=line["role"], text=line["text"])
        for seq, line in enumerate(rehearsal.lines, start=1)
    )
    proven = frozenset({email}) if email and rehearsal.proven else frozenset()
    return Question(
        conversation,
        asked_seq=len(messages),
        messages=messages,
        handed_back_at=0,
        known=Known(email=email, proven=proven, how="code" if proven else ""),
        task=_task(rehearsal.task),
        skills=skills,
    )


def _task(stored: Json | None) -> Task | None:
    try:
        return None if stored is None else Task.from_json(stored)
    except TaskError as error:
        raise ParameterError(gettext("task: send the task of the reply before, or null."), param="task") from error


def _told(decided: Decided, skills: Mapping[str, Configured]) -> RehearsedReply:
    chosen = skills.get(decided.skill)
    return {
        "says": _says(decided),
        "html": rendering.html(_says(decided), author_kind=AuthorKind.ASSISTANT),
        "skill": None if chosen is None else {"name": chosen.skill.name, "label": chosen.skill.label},
        "task": None if decided.task is None else decided.task.to_json(),
        "known": [] if decided.task is None or chosen is None else _known(decided.task, chosen.skill),
        **_served(decided),
        "handover": _handover(decided),
    }


def _says(decided: Decided) -> str:
    match decided.outcome:
        case Served(text=text) | Answer(text=text):
            return text
        case HandOver(say=say):
            return say
        case _:
            return ""


def _served(decided: Decided) -> RehearsedServing:
    served = decided.outcome
    if not isinstance(served, Served):
        return {"choices": [], "form": "", "proving": "", "act": None, "ends": True}
    return {
        "choices": [{"says": one.says, "label": one.label, "detail": one.detail} for one in served.choices],
        "form": served.form,
        "proving": served.proving,
        "act": None if served.act is None else _act(served.act),
        "ends": served.ends,
    }


def _act(act: Act) -> RehearsedAct:
    return {
        "kind": act.kind,
        "subject": act.subject,
        "amount": None if act.amount is None else str(act.amount),
        "currency": act.currency,
        "because": act.because,
        "waits": act.waits,
    }


def _known(task: Task, skill: Skill[Any]) -> list[KnownSlot]:
    labels = {slot.name: slot.label.get("en", slot.name) for slot in skill.slots}
    return [{"label": labels.get(name, name), "value": value.value} for name, value in task.slots.items()]


def _handover(decided: Decided) -> RehearsedHandover | None:
    outcome = decided.outcome
    return {"label": outcome.label, "reason": outcome.reason} if isinstance(outcome, HandOver) else None
