"""A customer's turn: what the assistant does after a customer wrote. Start reading here.

The rules look first at what the customer said; then the assistant looks for an answer; then the rules look again, at
how sure it is. All of that is slow and happens outside any transaction. The outcome is then written in one short
transaction (`conversations.carrying_out`), and only if nobody took over and the customer did not write again
meanwhile: the log refuses it otherwise.
How far the assistant acts on it by itself, the tenant's mode says: it speaks, lets an agent check, or stays silent.
"""

import logging
from dataclasses import dataclass, replace
from functools import partial

from django.utils import timezone

from agents import opening, timetable
from agents.timetable import Timetable
from assistant import answering, conduct, engines, reading
from assistant.engines import Asked, FromOutside, Listener, Made, NotOutside, Outside, Silence
from assistant.engines.outside import AskedOutsideError
from assistant.knowledge import store, threshold
from assistant.knowledge.index import Index
from assistant.models import AssistantSettings, Engine, Mode
from assistant.skills import serving as dialogue
from assistant.skills.acting import OvertakenError
from conversations import (
    carrying_out,
    circumstances,
    consent,
    figures,
    judging,
    marking,
    model_versions,
    modes,
    queries,
    scene,
    turns,
    words,
)
from conversations.allowance import pausing
from conversations.allowance.pausing import Paused
from conversations.carrying_out import Claim
from conversations.commitments import standing as commitments
from conversations.consent import Consent
from conversations.control_room import watching
from conversations.decided import Decided, Manner, Outcome
from conversations.errors import FencedError
from conversations.models import Holder
from conversations.outside import asking
from conversations.queries import Question
from conversations.speech import Speech
from escalation import facts, rules, versions
from escalation.defaults import UNREADABLE_SAY
from escalation.facts import Facts, Heard
from escalation.rules import Book, HandOver, Unreadable
from tenants import current
from tenants.observing.steps import WHOLE, step

__all__ = ["Decided", "Outcome", "Resumed", "decide", "give_up", "take"]

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Resumed:
    """A turn goes on in which the company's own AI was asked: with its reply, or without; who has the `claim` may."""

    outside: Outside
    epoch: int
    claim: Claim


def take(conversation_id: str, asked_seq: int, resumed: Resumed | None = None) -> bool:
    """Answer the customer's message `asked_seq`, or pass the baton to a person; gives whether that is done now.

    Does nothing when a person holds the baton or the customer wrote again: then another turn is on its way. Where an
    AI of the company's own is to answer, it is asked, and the turn goes on once it replied.
    """
    question = queries.question(conversation_id, asked_seq)
    if question is None or (resumed is not None and resumed.epoch != question.epoch):
        return False
    turns.show_typing(conversation_id)
    try:
        return answer(question, resumed)
    except OvertakenError:
        return _once_more(conversation_id, asked_seq, resumed)


@step(WHOLE)
def answer(question: Question, resumed: Resumed | None = None) -> bool:
    """Decide about the question and carry the decision out, as far as nobody outside has to be asked first.

    OvertakenError when what a skill wanted done is not possible any more: then nothing was said.
    """
    speech = Speech(str(question.conversation.id), question.epoch, question.asked_seq)
    wanted = conduct.wanted()
    outside = asking.way(question, wanted) if resumed is None else resumed.outside
    claim = carrying_out.free if resumed is None else resumed.claim
    try:
        decided = decide(question, settings=wanted, speech=speech, outside=outside)
        return carrying_out.write(question, decided, speech, claim=claim)
    except AskedOutsideError as wants:
        asking.ask(question, wants.given, wanted)
    except FencedError as reason:
        speech.cancel()
        figures.unsaid()
        logger.info("A turn ended unsaid: %s.", reason)
    return False


@step("deciding")
def decide(
    question: Question,
    *,
    index: Index | None = None,
    settings: AssistantSettings | None = None,
    speech: Speech | None = None,
    outside: Outside | None = None,
) -> Decided:
    """What the rules and the assistant make of the question; writes nothing.

    With `index` and `settings` as if those were the tenant's, such as before a change is published. Where there is a
    `speech`, the customer reads the answer while it is made: FencedError when nobody waits for it any more. Baton's
    own engine stands in for an AI of the company's own, unless `outside` says how it stands with that.
    """
    wanted = settings or conduct.wanted()
    read = reading.read(question.customer_texts(), prior=question.conversation.language)
    book = versions.published()
    knowledge = threshold.at(index or store.current_index(current.schema_name()), wanted.threshold)
    times = timetable.of_company()
    watched = watching.of_turn(question)
    manner = modes.of_turn(question.spoken(), read, wanted, task_topic=question.task_topic)
    asked = _asked(question, read, knowledge, manner=manner, times=times, wanted=wanted)
    speaks = manner.mode not in modes.SILENT  # who drafts for people alone keeps nobody waiting
    asked = replace(asked, guidance=watched.asks(), outside=(outside if speaks else None) or NotOutside())
    around = circumstances.of_turn(question, manner, times, now=timezone.now())
    seen = facts.measure(_heard(question, read, asked), around).with_skill(_taken_by(asked), "")
    ruled = rules.decide(seen, book)
    paused = pausing.of_turn(question, manner.mode)
    passed = ruled if isinstance(ruled, HandOver) else watched.passes_on(seen.language, version=book.version)
    if passed is None and paused is not None:
        passed = paused.passes_on(seen.language, mode=manner.mode, version=book.version)
    listener: Listener = Silence()
    if speech is not None and ruled is None and manner.mode == Mode.AUTOPILOT and not watched.is_held:
        sure_from, silenced = knowledge.threshold, partial(watched.silences, topic=manner.topic)
        listener = Consent(question, seen, book=book, threshold=sure_from, speech=speech, silenced=silenced)
    made = _made(asked, listener, passed=passed, paused=paused, mode=manner.mode, wanted=wanted)
    seen = consent.raised(seen, made.raised, question.heard())
    if passed is not None:
        decided = Decided(seen, book.version, passed, judging.best(made), manner, made.engine)
    else:
        decided = judging.judged(seen, made, book, sure_from=knowledge.threshold, manner=manner)
    decided = watching.judged(decided, watched, unfollowed=made.unfollowed)
    token = outside.by if isinstance(outside, FromOutside) else ""
    models = model_versions.of_turn(decided.engine, wanted, token=token)
    return replace(_explained(decided, question, book), model_versions=models)


def _explained(decided: Decided, question: Question, book: Book) -> Decided:
    """The same with what its record keeps beside the facts: why, and where the dialogue stands."""
    considered = rules.explain(decided.seen, book)
    return replace(
        decided,
        task=decided.task if decided.task is not None else question.memory(),
        considered=considered,
        notices=marking.notices(considered, book),
        marks=rules.marks(decided.seen, book),
        rules_problem=book.problem if isinstance(book, Unreadable) else "",
    )


def _once_more(conversation_id: str, asked_seq: int, resumed: Resumed | None) -> bool:
    """The records changed between the decision and the deed: decide anew, once; after that a person does it."""
    question = queries.question(conversation_id, asked_seq)
    if question is None:
        return False
    try:
        return answer(question, resumed)
    except OvertakenError as reason:
        said = words.say(UNREADABLE_SAY, question.conversation.language)
        claim = carrying_out.free if resumed is None else resumed.claim
        return _leave_to_person(question, trigger="overtaken", reason=f"{reason}", said=said, claim=claim)


def give_up(conversation_id: str, asked_seq: int) -> None:
    """The assistant failed at this message again and again: a person gets it."""
    question = queries.question(conversation_id, asked_seq)
    if question is None:
        return
    logger.error("The assistant gave up on a message; a person gets it.")
    reason = "The assistant failed several times at this message, so a person answers it."
    said = words.say(words.ASSISTANT_DOWN, question.conversation.language)
    _leave_to_person(question, trigger="assistant_down", reason=reason, said=said)


def _leave_to_person(
    question: Question, *, trigger: str, reason: str, said: str, claim: Claim = carrying_out.free
) -> bool:
    """Pass the baton without a decision of the rules: nothing was measured."""
    outcome = judging.without_rule(trigger, reason, said, version=versions.published().version)
    nothing = Facts({}, None, None, question.conversation.language, {}, {})
    manner = Manner(Mode(conduct.wanted().mode))
    decided = Decided(nothing, outcome.version, outcome, None, manner, task=question.memory())
    speech = Speech(str(question.conversation.id), question.epoch, question.asked_seq)
    return carrying_out.write(question, decided, speech, claim=claim)


@step("answering")
def _made(
    asked: Asked,
    listener: Listener,
    *,
    passed: HandOver | None,
    paused: Paused | None,
    mode: Mode,
    wanted: AssistantSettings,
) -> Made:
    """What the assistant makes of it: at the cap of the plan nothing, and where a person gets it what costs nothing."""
    if paused is not None:
        return pausing.NOTHING
    if passed is not None or mode == Mode.OFF:
        return _quietly(asked)
    return engines.answer(asked, listener, settings=wanted)


def _quietly(asked: Asked) -> Made:
    """What Baton's own engine would say: it costs nothing, and an agent may use it."""
    return Made(answering.answer(asked.lines, asked.reading, asked.index, tone=asked.tone), engine=Engine.EMBEDDED)


def _asked(
    question: Question,
    read: reading.Reading,
    knowledge: Index,
    *,
    manner: Manner,
    times: Timetable,
    wanted: AssistantSettings,
) -> Asked:
    speaks = manner.mode not in modes.SILENT and question.conversation.holder == Holder.ASSISTANT
    charged = question.conversation.seq > 0  # a question that is only tried stands in no log, and is nobody's
    return Asked(
        lines=question.meant(),
        reading=read,
        index=knowledge,
        tone=manner.tone,
        hours="" if wanted.engine == Engine.EMBEDDED else opening.in_words(),  # articles tell Baton's own engine
        standing=scene.standing(question, times) if speaks else None,
        conversation_id=str(question.conversation.id) if charged else "",
        customer_id=str(question.conversation.customer.id) if charged else "",
        settled=commitments.settled(question.conversation, read.language) if charged else (),
    )


def _taken_by(asked: Asked) -> str:
    """The skill that has the task, or would begin it: a chance to sell is routine while a skill takes it."""
    return "" if asked.talk is None else dialogue.takes(asked.talk)


def _heard(question: Question, read: reading.Reading, asked: Asked) -> Heard:
    answers = asked.talk is not None and dialogue.answers(asked.talk)
    lines = question.heard(answers=answers)
    return Heard(
        lines=lines,
        vectors=read.vectors,
        vectors_use=read.vectors_use,
        replies=reading.replies_of([line.text for line in lines if line.role == "assistant"]),
        language=read.language,
        customer=question.conversation.customer.attributes,
        handed_back_at=question.handed_back_at,
    )
