"""Carries out what a turn decided, in one short transaction: the words, the decision, and the baton if it moves."""

import logging
from dataclasses import asdict, replace

from assistant import answering
from assistant.answering import Answer, Unsure
from assistant.models import Mode
from assistant.skills.outcomes import Served
from billing import usage
from conversations import cards, control, deeds, handoff, log, marking, modes, records, serving, tagging, words
from conversations.authors import ByAssistant
from conversations.decided import Decided
from conversations.deeds import Deed
from conversations.drafting import drafts
from conversations.errors import FencedError
from conversations.models import Conversation, Decision
from conversations.queries import Question
from conversations.speech import Speech
from escalation.rules import HandOver

LONGEST_REASON = 400  # of a draft

logger = logging.getLogger(__name__)


def write(question: Question, decided: Decided, speech: Speech) -> None:
    """All of it or, when the turn is over because somebody took over or the customer wrote again, nothing at all."""
    if decided.answer is None:
        speech.cancel()
    author = ByAssistant(epoch=question.epoch, answers=question.asked_seq)
    try:
        with log.writing(str(question.conversation.id)) as conversation:
            log.check_fence(conversation, epoch=author.epoch, answers=author.answers)
            conversation.language = decided.seen.language
            # First: what was decided before this turn is the newest still.
            marking.mark(conversation, decided.marks, decided.notices, decided.seen)
            _carry_out(conversation, question, decided, author, message_id=speech.message_id)
            tagging.by_topic(conversation, decided.manner.topic)
            if decided.rules_problem:
                marking.unreadable(decided.rules_problem)
    except FencedError as reason:
        speech.cancel()
        logger.info("A turn ended unsaid: %s. conversation=%s", reason, question.conversation.id)


def _carry_out(
    conversation: Conversation, question: Question, decided: Decided, author: ByAssistant, *, message_id: str
) -> None:
    match decided.outcome:
        case HandOver() as handover:
            _pass_on(conversation, question, decided, author, handover=handover)
        case _ if decided.manner.mode in modes.SILENT:
            handover = modes.to_person(decided.manner.mode, version=decided.rules_version)
            _pass_on(conversation, question, decided, author, handover=handover)
        case Served() as served if why := _why_checked(served, decided):
            _hold_deed(conversation, question, decided, served, why=why)
        case Served() as served:
            serving.serve(conversation, question, decided, served, message_id=message_id)
        case outcome if held := _held(outcome, decided):
            answer, why = held
            _hold(conversation, question, decided, answer, why=why)
        case Answer(text=text, sources=sources):
            quoted = [asdict(source) for source in sources]
            said = log.append(conversation, author, text, message_id=message_id, sources=quoted)
            records.record(question, decided, "answer", answer_seq=said.seq)
            usage.record_answer(message_id=said.id, conversation_id=conversation.id)
        case Unsure():
            text = answering.unsure_words(decided.seen.language, tone=decided.tone)
            said = log.append(conversation, author, text, data={"offers_person": True})
            records.record(question, decided, "unsure", answer_seq=said.seq)


def _held(outcome: Answer | Unsure, decided: Decided) -> tuple[Answer, str] | None:
    """What an agent looks at first and why: in a supervised assistant all that states something, else what a rule says.

    Words that state nothing, such as a thank you, are said at once.
    """
    if decided.approval is None:
        return modes.held_because(outcome) if decided.manner.mode == Mode.SUPERVISED else None
    held = modes.held_because(outcome)
    return held and (held[0], decided.approval.reason)


def _why_checked(served: Served, decided: Decided) -> str:
    """Why an agent looks first at what a skill says or does; "" where nobody does, as with its questions."""
    why = modes.held_deed(served, decided.manner.mode)
    if decided.approval is None or not (why or served.ends or served.act is not None):
        return why
    waits = served.act.waits if served.act is not None else ""
    return f"{decided.approval.reason} {waits}".strip()


def _hold(conversation: Conversation, question: Question, decided: Decided, answer: Answer, *, why: str,
          deed: Deed | None = None) -> None:  # fmt: skip
    """An agent looks at the answer first; the customer learns that it comes."""
    records.record(question, decided, "held", answer_seq=None, ruled=decided.approval)
    minutes = decided.manner.draft_minutes
    short = why if len(why) <= LONGEST_REASON else f"{why[: LONGEST_REASON - 1].rstrip()}…"
    drafts.hold(conversation, answer, asked_seq=question.asked_seq, reason=short, minutes=minutes, deed=deed)
    control.notice(conversation, words.say(words.BEING_CHECKED, conversation.language))


def _hold_deed(conversation: Conversation, question: Question, decided: Decided, served: Served, *, why: str) -> None:
    """An agent looks first at what a skill would say or do; what the customer agreed to stays agreed meanwhile."""
    deed = None
    if served.act is not None:
        deed = deeds.of_task(served.act, served.task, question.known)
        decided = replace(decided, task=served.task.held(served.act))
    answer = Answer(served.text, served.confidence, served.sources)
    _hold(conversation, question, decided, answer, why=why, deed=deed)


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
