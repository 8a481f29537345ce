"""Writes down what a turn decided and why, in the transaction of what came of it."""

from typing import Any

from assistant.models import KnowledgeVersion
from assistant.skills.task import Task
from conversations import events
from conversations.control_room.watching import GUIDED_TRIGGER
from conversations.decided import Decided
from conversations.learning.gaps import due
from conversations.models import Conversation, Decision
from conversations.queries import Question
from conversations.webhooks import telling
from escalation.rules import Approval, HandOver

Json = dict[str, Any]


def record(
    question: Question,
    decided: Decided,
    action: str,
    *,
    answer_seq: int | None,
    ruled: HandOver | Approval | None = None,
) -> Decision:
    """The decision about the question, once; `action` is what was done, as `ruled` wanted it."""
    quoted = [] if decided.best is None else [one.article_id for one in decided.best.sources if one.article_id]
    values = {
        "answer_seq": answer_seq,
        "action": action,
        "trigger": ruled.trigger if ruled else "",
        "label": ruled.label if ruled else "",
        "rule": ruled.rule if ruled else "",
        "rules_version": decided.rules_version,
        "facts": decided.seen.to_json(),
        "considered": None if decided.considered is None else decided.considered.to_json(),
        "model_versions": dict(decided.model_versions),
        "confidence": decided.seen.confidence,
        "topic": decided.manner.topic,
        "mode": decided.manner.mode,
        "engine": decided.engine,
        "knowledge_number": KnowledgeVersion.objects.values_list("number", flat=True).first() or 0,
        "articles": quoted if action in ("answer", "held") else [],
        "skill": decided.skill,
        "task": None if decided.task is None else decided.task.to_json(),
        "guided": _guided(decided),
    }
    decision = _keep(question, values)
    events.publish(events.of_decision(decision))
    due.after(action, decision.trigger)
    telling.decided(question.conversation, decision)
    return decision


def _keep(question: Question, values: Json) -> Decision:
    """The decision as it is now: one about an answer that was held and made anew takes the place of the one before."""
    if not question.again:
        return Decision.objects.create(conversation=question.conversation, asked_seq=question.asked_seq, **values)
    decision = Decision.objects.get(conversation=question.conversation, asked_seq=question.asked_seq)
    for name, value in values.items():
        setattr(decision, name, value)
    decision.save()
    return decision


def _guided(decided: Decided) -> Json | None:
    """By whose instruction it was decided, and why not where that could not be followed."""
    act = decided.guided
    if act is None or (isinstance(decided.outcome, HandOver) and decided.outcome.trigger != GUIDED_TRIGGER):
        return None
    by = {"id": str(act.by.id), "name": act.by.name}
    told = {"id": str(act.id), "kind": act.guidance_kind, "text": act.text, "by": by}
    return {**told, "unfollowed": decided.unfollowed}


def let_go(conversation: Conversation, asked_seq: int, *, answer_seq: int, ends_task: bool = True) -> None:
    """An agent let the answer go that was held for this question; the task is done with it where it `ends_task`."""
    decision = conversation.decisions.filter(asked_seq=asked_seq).first()
    if decision is None:
        return
    decision.answer_seq = answer_seq
    if decision.task is not None and ends_task:
        decision.task = Task.from_json(decision.task).ended().to_json()
    decision.save(update_fields=["answer_seq", "task"])
