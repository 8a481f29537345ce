"""Carries out what a turn decided, in one short transaction: the words, the decision, and the baton if it moves."""

import logging
from collections.abc import Callable
from dataclasses import asdict, replace

from assistant import answering
from assistant.answering import Answer, Unsure
from assistant.models import Mode
from assistant.skills.outcomes import Served
from billing import usage
from conversations import (
    cards,
    control,
    deeds,
    figures,
    handoff,
    log,
    marking,
    modes,
    records,
    serving,
    tagging,
    turns,
    unseen,
    words,
)
from conversations.authors import ByAssistant
from conversations.control_room import measuring, standing, watching
from conversations.decided import Decided
from conversations.drafting import drafts
from conversations.drafting.drafts import Carried, Waiting
from conversations.errors import FencedError
from conversations.models import Conversation, Decision
from conversations.queries import Question
from conversations.speech import Speech
from escalation.rules import HandOver
from tenants.observing.steps import step

LONGEST_REASON = 400  # of a draft
OFFERS_PERSON = {"offers_person": True}  # marks words that admit doubt

logger = logging.getLogger(__name__)


Claim = Callable[[], None]


def free() -> None:
    """Nobody else may carry the turn out."""


@step("writing")
def write(question: Question, decided: Decided, speech: Speech, *, claim: Claim = free) -> bool:
    """All of it or, when the turn is over because somebody took over or the customer wrote again, nothing at all.

    Gives whether it was written; `claim` raises FencedError, under the lock, where somebody else did so. What
    supervisors asked for counts as it stands now: who holds the reply sees it first, also while it was made, and a
    guidance that this turn did not know of begins another one.
    """
    if decided.answer is None:
        speech.cancel()
    author = ByAssistant(epoch=question.epoch, answers=question.asked_seq)
    try:
        with log.writing(str(question.conversation.id)) as conversation:
            log.check_fence(conversation, epoch=author.epoch, answers=author.answers)
            acts = standing.acts(str(conversation.id))
            if watching.is_outdated(decided, acts):
                speech.cancel()
                turns.expect(conversation, asked_seq=question.asked_seq, at_once=True)
                return False
            claim()
            _write(conversation, question, watching.held(decided, acts), author, speech=speech)
            measuring.keep(conversation, decided, acts, asked_seq=question.asked_seq)
    except FencedError as reason:
        speech.cancel()
        figures.unsaid()
        logger.info("A turn ended unsaid: %s.", reason)
        return False
    figures.written(question, decided, speech)
    return True


def _write(
    conversation: Conversation, question: Question, decided: Decided, author: ByAssistant, *, speech: Speech
) -> None:
    """The decision and what comes of it, with what it leaves on the conversation."""
    conversation.language = decided.seen.language
    # First: what was decided before this turn is the newest still.
    marking.mark(conversation, decided.marks, decided.notices, decided.seen)
    _carry_out(conversation, question, decided, author, speech=speech)
    tagging.by_topic(conversation, decided.manner.topic)
    if decided.rules_problem:
        marking.unreadable(decided.rules_problem)


def _carry_out(
    conversation: Conversation, question: Question, decided: Decided, author: ByAssistant, *, speech: Speech
) -> None:
    match decided.outcome:
        case HandOver() as handover:
            _pass_on(conversation, question, decided, author, handover=handover)
        case _ if decided.manner.mode in modes.SILENT:
            handover = modes.to_person(decided.manner.mode, version=decided.rules_version)
            _pass_on(conversation, question, decided, author, handover=handover)
        case outcome if (held := _held(outcome, decided, question)) is not None:
            speech.cancel()
            _hold(conversation, question, decided, held)
        case outcome:
            _say(conversation, question, decided, outcome, message_id=speech.message_id)
            if decided.guided is not None:
                standing.said(str(conversation.id), conversation.seq)


def _say(
    conversation: Conversation,
    question: Question,
    decided: Decided,
    outcome: Answer | Unsure | Served,
    *,
    message_id: str,
) -> None:
    """The customer reads it now."""
    author = ByAssistant(epoch=question.epoch, answers=question.asked_seq)
    match outcome:
        case Served() as served:
            told = replace(served, text=unseen.beside(question, decided, served.text))
            serving.serve(conversation, question, decided, told, message_id=message_id)
        case Answer(text=text, sources=sources):
            quoted = [asdict(source) for source in sources]
            text = unseen.beside(question, decided, text)
            said = log.append(conversation, author, text, message_id=message_id, sources=quoted)
            records.record(question, decided, "answer", answer_seq=said.seq)
            usage.record_answer(message_id=said.id, conversation_id=conversation.id)
        case Unsure():
            doubt = answering.unsure_words(decided.seen.language, tone=decided.tone)
            text = unseen.instead(question, decided, doubt)
            said = log.append(conversation, author, text, data=OFFERS_PERSON)
            records.record(question, decided, "unsure", answer_seq=said.seq)


def _held(outcome: Answer | Unsure | Served, decided: Decided, question: Question) -> Waiting | None:
    """What an agent looks at first and why: whatever it is where a supervisor asked for it, in a supervised assistant
    all that states something, else what a rule or the tier of the risk says.

    Words that state nothing, such as a thank you, are said at once.
    """
    if isinstance(outcome, Served):
        why = _why_checked(outcome, decided)
        return _deed(outcome, question, why=why) if why else None
    if decided.held:
        answer = modes.whole(outcome, decided.manner, decided.seen.language)
        unsure = isinstance(outcome, Unsure) and not answer.sources
        return Waiting(answer, decided.held, carries=Carried(OFFERS_PERSON, unmetered=True) if unsure else Carried())
    held = modes.held_because(outcome)
    why = decided.approval.reason if decided.approval is not None else decided.checked
    if held is None or not (why or decided.manner.mode == Mode.SUPERVISED):
        return None
    return Waiting(held[0], why or held[1])


def _why_checked(served: Served, decided: Decided) -> str:
    """Why an agent looks first at what a skill says or does; "" where nobody does, as with its questions."""
    waits = served.act.waits if served.act is not None else ""
    if decided.held:
        return f"{decided.held} {waits}".strip()
    why = modes.held_deed(served, decided.manner.mode)
    asked = decided.approval.reason if decided.approval is not None else decided.checked
    if not asked or not (why or served.ends or served.act is not None):
        return why
    return f"{asked} {waits}".strip()


def _deed(served: Served, question: Question, *, why: str) -> Waiting:
    """What a skill would say or do, with all that goes out beside its words."""
    deed = None if served.act is None else deeds.of_task(served.act, served.task, question.known)
    goes_on = served.act is None and not served.ends
    carries = Carried(serving.shown(served), proving=served.proving, goes_on=goes_on, unmetered=goes_on)
    return Waiting(Answer(served.text, served.confidence, served.sources), why, deed=deed, carries=carries)


def _hold(conversation: Conversation, question: Question, decided: Decided, held: Waiting) -> None:
    """An agent looks at the answer first; the customer learns that it comes. What they agreed to stays agreed."""
    if isinstance(decided.outcome, Served) and decided.outcome.act is not None:
        decided = replace(decided, task=decided.outcome.task.held(decided.outcome.act))
    records.record(question, decided, "held", answer_seq=None, ruled=decided.approval)
    short = held.why if len(held.why) <= LONGEST_REASON else f"{held.why[: LONGEST_REASON - 1].rstrip()}…"
    waiting = replace(held, why=short)
    drafts.hold(conversation, waiting, asked_seq=question.asked_seq, minutes=decided.manner.draft_minutes)
    if decided.guided is not None:
        standing.drafted(str(conversation.id), unfollowed=decided.unfollowed)
    if not question.again:
        control.notice(conversation, words.say(words.BEING_CHECKED, conversation.language))


def _pass_on(
    conversation: Conversation, question: Question, decided: Decided, author: ByAssistant, *, handover: HandOver
) -> None:
    """The baton goes to a person, with the rule's words; a silent assistant lets Baton say them."""
    decision = _farewell(conversation, question, decided, author, handover=handover)
    drawn = cards.draw(conversation, question.spoken(), language=decided.seen.language)
    best = None if decided.manner.mode == Mode.OFF else decided.best
    handoff.request(conversation, handover, decision=decision, card=drawn, suggestion=best)


def _farewell(
    conversation: Conversation, question: Question, decided: Decided, author: ByAssistant, *, handover: HandOver
) -> Decision:
    if decided.manner.mode not in modes.SILENT:
        said = log.append(conversation, author, handover.say, data={log.FAREWELL: True})
        return records.record(question, decided, "handover", answer_seq=said.seq, ruled=handover)
    if handover.say:
        control.notice(conversation, handover.say)
    action = "off" if handover.trigger == "assistant_off" else "handover"
    return records.record(question, decided, action, answer_seq=None, ruled=handover)
