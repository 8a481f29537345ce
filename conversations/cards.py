"""The card of a conversation: what was said in it, what skills learned there, and what they did."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from assistant import card
from assistant.answering import Line
from assistant.card import Card, Fact, Learned
from assistant.models import Action, ActionState
from assistant.records import numbers
from assistant.skills import configured, prompts
from assistant.skills.configured import Configured
from assistant.skills.contract import Skill, Slot
from assistant.skills.stepping import EMAIL_SLOT
from assistant.skills.task import Task, TaskError
from assistant.words import FACTS, say
from conversations.models import Conversation

IN_OURS = frozenset(
    {
        "email",
        "phone",
        "order",
        "ticket",
        "lost_mailbox",
        "whole",
        "money",
        "quantity",
        "wish",
        "reason",
        "contact_part",
    }
)  # kinds shown as they were understood; others as they were said
KEPT = frozenset({"order", "ticket", "email", "found"})  # of these a customer may well have several
TOLD = {ActionState.DONE: "", ActionState.PENDING: "promised: ", ActionState.FAILED: "failed: "}


def draw(conversation: Conversation, lines: Sequence[Line], *, language: str) -> Card:
    """The card as it is now. Four queries."""
    tasks = _tasks(conversation)
    skills = configured.everything() if tasks else {}
    told = [*_filled_in(conversation, language), *_answered_greeting(lines)]
    told += _newest(pair for task in tasks for pair in _facts(task, skills.get(task.skill), language))
    once = {(fact.label, fact.value.lower()): (fact, label) for fact, label in told}
    learned = Learned(tuple(once.values()), _done(conversation))
    return card.draw(lines, language=language, learned=learned, numbers=numbers.of_tenant())


def _filled_in(conversation: Conversation, language: str) -> Iterator[tuple[Fact, str]]:
    """What the customer filled in before the chat: it stands in no message."""
    for one in conversation.customer.form_answers.get("answers", ()):
        label = FACTS.get(one["name"])
        own = one["label"].rstrip(" ?:")
        fact = Fact(one["name"] if label else "form", label["en"] if label else own, one["value"], 0)
        yield fact, say(label, language) if label else own


def _answered_greeting(lines: Sequence[Line]) -> Iterator[tuple[Fact, str]]:
    """What the company's page had said when the customer began to write; they know it."""
    yield from (
        (Fact("greeting", "Answered our greeting", line.greeting, line.seq), "") for line in lines if line.greeting
    )


def _tasks(conversation: Conversation) -> list[Task]:
    """Each task of the conversation as it was last known, oldest first."""
    found: dict[tuple[str, int], Task] = {}
    stored = conversation.decisions.filter(task__isnull=False).order_by("asked_seq").values_list("task", flat=True)
    for one in stored:
        try:
            task = Task.from_json(one or {})
        except TaskError:  # of another version's form; what the customer said is in the lines still
            continue
        found[task.skill, task.begun_at] = task
    return list(found.values())


def _facts(task: Task, one: Configured | None, language: str) -> Iterator[tuple[Fact, str]]:
    """What the task knows: its slots with their source, then what the skill found out."""
    skill = None if one is None else one.skill
    for name, value in task.slots.items():
        slot = _slot(skill, name)
        if slot is not None:
            shown = value.value if slot.kind in IN_OURS else value.text
            yield Fact(name, slot.label["en"], shown, value.seq or task.begun_at), prompts.say(slot.label, language)
    for label, told in task.learned.items():
        yield Fact("found", label, told, task.begun_at), ""


def _newest(told: Iterable[tuple[Fact, str]]) -> list[tuple[Fact, str]]:
    """What tasks know, where two know the same of it as the later one does: who moves a day has one day, not two."""
    told = list(told)
    last = {fact.label: fact for fact, _ in told if fact.name not in KEPT}
    return [(fact, label) for fact, label in told if fact.name in KEPT or last[fact.label] is fact]


def _slot(skill: Skill[Any] | None, name: str) -> Slot | None:
    slots = () if skill is None else (*skill.slots, EMAIL_SLOT)
    return next((slot for slot in slots if slot.name == name), None)


def _done(conversation: Conversation) -> tuple[str, ...]:
    """What skills did here, or wanted to: kind, subject and amount."""
    actions = Action.objects.filter(conversation=str(conversation.id), state__in=list(TOLD)).order_by("created_at")
    return tuple(
        f"{TOLD[ActionState(one.state)]}{one.kind.replace('_', ' ')} {one.subject}"
        + (f", {one.amount} {one.currency}" if one.amount is not None else "")
        for one in actions
    )
