"""A customer's turn: what the assistant does after a customer wrote. Start reading here.

The rules look first at what the customer said; then the assistant looks for an answer; then the rules look again, at
how sure it is. All of that is slow and happens outside any transaction. The outcome is then written in one short
transaction, and only if nobody took over and the customer did not write again meanwhile: the log refuses it otherwise.
How far the assistant acts on it by itself, the tenant's mode says: it speaks, lets an agent check, or stays silent.
"""

import logging
from dataclasses import asdict, replace

from agents import opening
from assistant import answering, conduct, engines, reading
from assistant.answering import Answer, Unsure
from assistant.engines import Asked, Made, Refused, Silence
from assistant.knowledge import store, threshold
from assistant.knowledge.index import Index
from assistant.models import AssistantSettings, Engine, Mode
from assistant.skills import serving as dialogue
from assistant.skills.acting import OvertakenError
from assistant.skills.outcomes import Left, Served
from billing import usage
from conversations import (
    cards,
    consent,
    control,
    deeds,
    farewells,
    handoff,
    labels,
    log,
    modes,
    queries,
    records,
    scene,
    serving,
    tagging,
    turns,
    words,
)
from conversations.authors import ByAssistant
from conversations.consent import Consent
from conversations.decided import Decided, Manner, Outcome
from conversations.drafting import drafts
from conversations.errors import FencedError
from conversations.models import Conversation, Decision, Holder
from conversations.queries import Question
from conversations.speech import Speech
from escalation import facts, rules, versions
from escalation.defaults import UNREADABLE_SAY
from escalation.facts import Facts, Heard
from escalation.rules import Approval, Book, HandOver
from tenants import current

__all__ = ["Decided", "Outcome", "decide", "give_up", "nobody_checked", "take"]

logger = logging.getLogger(__name__)


def take(conversation_id: str, asked_seq: int) -> None:
    """Answer the customer's message `asked_seq`, or pass the baton to a person.

    Does nothing when a person holds the baton or the customer wrote again: then another turn is on its way.
    """
    question = queries.question(conversation_id, asked_seq)
    if question is None:
        return
    turns.show_typing(conversation_id)
    try:
        answer(question)
    except OvertakenError:
        _once_more(conversation_id, asked_seq)


def answer(question: Question) -> None:
    """Decide about the question and carry the decision out.

    OvertakenError when what a skill wanted done is not possible any more: then nothing was said.
    """
    speech = Speech(str(question.conversation.id), question.epoch)
    try:
        _write(question, decide(question, speech=speech), speech)
    except FencedError as reason:
        speech.cancel()
        logger.info("A turn ended unsaid: %s. conversation=%s", reason, question.conversation.id)


def decide(
    question: Question,
    *,
    index: Index | None = None,
    settings: AssistantSettings | None = None,
    speech: Speech | None = None,
) -> Decided:
    """What the rules and the assistant make of the question; writes nothing.

    With `index` and `settings` as if those were the tenant's, such as before a change is published. Where there is a
    `speech`, the customer reads the answer while it is made: FencedError when nobody waits for it any more.
    """
    wanted = settings or conduct.wanted()
    read = reading.read(question.customer_texts(), prior=question.conversation.language)
    book = versions.published()
    knowledge = threshold.at(index or store.current_index(current.schema_name()), wanted.threshold)
    hours = opening.in_words() if wanted.engine == Engine.LANGUAGE_MODEL else ""  # articles tell the other engine
    manner = modes.of_turn(question.spoken(), read, wanted, task_topic=question.task_topic)
    asked = _asked(question, read, knowledge, manner=manner, hours=hours)
    seen = facts.measure(_heard(question, read, asked)).with_skill(_taken_by(asked), "")
    handover = _ruled(seen, book)
    if handover is not None or manner.mode == Mode.OFF:
        made = _quietly(asked)
    elif speech is None or manner.mode != Mode.AUTOPILOT:
        made = engines.answer(asked, Silence(), settings=wanted)
    else:
        listener = Consent(question, seen, book=book, threshold=knowledge.threshold, speech=speech)
        made = engines.answer(asked, listener, settings=wanted)
    seen = consent.raised(seen, made.raised, question.heard())
    if handover is not None:
        decided = Decided(seen, book.version, handover, _best(made), manner, made.engine)
    else:
        decided = _judged(seen, made, book, sure_from=knowledge.threshold, manner=manner)
    return decided if decided.task is not None else replace(decided, task=question.memory())


def _once_more(conversation_id: str, asked_seq: int) -> None:
    """The records changed between the decision and the deed: decide anew, once; after that a person does it."""
    question = queries.question(conversation_id, asked_seq)
    if question is None:
        return
    try:
        answer(question)
    except OvertakenError as reason:
        said = words.say(UNREADABLE_SAY, question.conversation.language)
        outcome = _without_rule("overtaken", f"{reason}", said, version=versions.published().version)
        nothing = Facts({}, None, None, question.conversation.language, {}, {})
        manner = Manner(Mode(conduct.wanted().mode))
        decided = Decided(nothing, outcome.version, outcome, None, manner, task=question.memory())
        _write(question, decided, Speech(conversation_id, question.epoch))


def give_up(conversation_id: str, asked_seq: int) -> None:
    """The assistant failed at this message again and again: a person gets it."""
    question = queries.question(conversation_id, asked_seq)
    if question is None:
        return
    logger.error("The assistant gave up on a message; a person gets it. conversation=%s", conversation_id)
    reason = "The assistant failed several times at this message, so a person answers it."
    said = words.say(words.ASSISTANT_DOWN, question.conversation.language)
    outcome = _without_rule("assistant_down", reason, said, version=versions.published().version)
    nothing = Facts({}, None, None, question.conversation.language, {}, {})
    decided = Decided(nothing, outcome.version, outcome, None, Manner(Mode(conduct.wanted().mode)))
    _write(question, decided, Speech(conversation_id, question.epoch))


def nobody_checked(conversation_id: str, asked_seq: int) -> None:
    """The answer that was held for this message found nobody to decide about it in time: a person gets both."""
    question = queries.held_question(conversation_id, asked_seq)
    if question is None:
        return
    language = question.conversation.language
    said = words.say(words.NOBODY_CHECKED, language)
    reason = "Nobody decided about the assistant's answer in time, so a person answers."
    with log.writing(conversation_id) as conversation:
        if (conversation.epoch, conversation.last_customer_seq) != (question.epoch, asked_seq):
            return
        suggestion = drafts.expire(conversation)
        decision = conversation.decisions.get(asked_seq=asked_seq)
        outcome = _without_rule("draft_expired", reason, said, version=decision.rules_version)
        decision.trigger, decision.label = outcome.trigger, outcome.label
        decision.save(update_fields=["trigger", "label"])
        log.append(conversation, ByAssistant(question.epoch, asked_seq), said, data={log.FAREWELL: True})
        drawn = cards.draw(conversation, question.spoken(), language=language)
        handoff.request(conversation, outcome, decision=decision, card=drawn, suggestion=suggestion)


def _write(question: Question, decided: Decided, speech: Speech) -> None:
    """One transaction: the words, the decision, and the baton if it moves; nothing at all when the turn is over."""
    if decided.answer is None:
        speech.cancel()
    author = ByAssistant(epoch=question.epoch, answers=question.asked_seq)
    try:
        with log.writing(str(question.conversation.id)) as conversation:
            log.check_fence(conversation, epoch=author.epoch, answers=author.answers)
            conversation.language = decided.seen.language
            _carry_out(conversation, question, decided, author, message_id=speech.message_id)
            tagging.by_topic(conversation, decided.manner.topic)
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
        case Served() as served if why := modes.held_deed(served, decided.manner.mode):
            _hold_deed(conversation, question, decided, served, why=why)
        case Served() as served:
            serving.serve(conversation, question, decided, served, message_id=message_id)
        case outcome if decided.manner.mode == Mode.SUPERVISED and (held := modes.held_because(outcome)):
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


def _hold(conversation: Conversation, question: Question, decided: Decided, answer: Answer, *, why: str) -> None:
    """An agent looks at the answer first; the customer learns that it comes."""
    records.record(question, decided, "held", answer_seq=None)
    minutes = decided.manner.draft_minutes
    drafts.hold(conversation, answer, asked_seq=question.asked_seq, reason=why, minutes=minutes)
    control.notice(conversation, words.say(words.BEING_CHECKED, conversation.language))


def _hold_deed(conversation: Conversation, question: Question, decided: Decided, served: Served, *, why: str) -> None:
    """An agent looks first at what a skill would say or do; what the customer agreed to stays agreed meanwhile."""
    deed = None
    if served.act is not None:
        deed = deeds.of_task(served.act, served.task, question.known)
        decided = replace(decided, task=served.task.held(served.act))
    records.record(question, decided, "held", answer_seq=None)
    best = Answer(served.text, served.confidence, served.sources)
    minutes = decided.manner.draft_minutes
    drafts.hold(conversation, best, asked_seq=question.asked_seq, reason=why, minutes=minutes, deed=deed)
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
        return records.record(question, decided, "handover", answer_seq=said.seq, handover=handover)
    if handover.say:
        control.notice(conversation, handover.say)
    action = "off" if handover.trigger == "assistant_off" else "handover"
    return records.record(question, decided, action, answer_seq=None, handover=handover)


def _judged(seen: Facts, made: Made, book: Book, *, sure_from: float, manner: Manner) -> Decided:
    """What the rules say to what the engine made, now that it is known how sure it is."""
    match made.outcome:
        case Refused(reason=reason, trigger=trigger):
            said = words.say(UNREADABLE_SAY, seen.language)
            refusal = _without_rule(trigger, reason, said, version=book.version)
            return Decided(seen, book.version, refusal, None, manner, made.engine)
        case Left() as left:
            return _left(seen, left, book, manner=manner, engine=made.engine)
        case Served() as served:
            seen = seen.with_skill(served.skill, "").with_confidence(served.confidence, sure_from)
            decision = _ruled(seen, book) or served
            return Decided(seen, book.version, decision, None, manner, made.engine, served.skill, served.task)
        case Answer() as answer if answer.confidence < sure_from:
            outcome: Answer | Unsure = Unsure(answer.confidence, answer)
        case Answer() | Unsure() as heard:
            outcome = heard
    seen = seen.with_confidence(outcome.confidence, sure_from)
    return Decided(seen, book.version, _ruled(seen, book) or outcome, _best(made), manner, made.engine)


def _ruled(seen: Facts, book: Book) -> HandOver | None:
    """What the rules say; where they want an answer approved, a person takes over."""
    ruled = rules.decide(seen, book)
    return ruled.instead if isinstance(ruled, Approval) else ruled


def _left(seen: Facts, left: Left, book: Book, *, manner: Manner, engine: str) -> Decided:
    """A skill gave its task up: the rules say where it goes, and where none does a person gets it all the same."""
    seen = seen.with_skill(left.skill, left.why)
    handover = _ruled(seen, book)
    if handover is None:
        said = farewells.words(left, seen.language)
        handover = _without_rule(str(left.why), left.reason, said, version=book.version)
    else:
        said = farewells.words(left, seen.language, ruled=handover.say)
        handover = replace(handover, say=said, reason=f"{handover.reason} {left.reason}")
    return Decided(seen, book.version, handover, None, manner, engine, left.skill, left.task)


def _best(made: Made) -> Answer | None:
    match made.outcome:
        case Answer() as answer:
            return answer
        case Unsure(best=best):
            return best
    return None


def _quietly(asked: Asked) -> Made:
    """What Baton's own engine would say: it costs nothing, and an agent may use it."""
    return Made(answering.answer(asked.lines, asked.reading, asked.index, tone=asked.tone), engine=Engine.EMBEDDED)


def _without_rule(trigger: str, reason: str, said: str, *, version: int) -> HandOver:
    """A handover that no rule asks for: the assistant cannot or may not answer."""
    return HandOver(
        trigger=trigger,
        label=labels.trigger(trigger)["label"],
        rule="",
        version=version,
        team=None,
        priority="high",
        say=said,
        reason=reason,
        signals=(),
    )


def _asked(question: Question, read: reading.Reading, knowledge: Index, *, manner: Manner, hours: str) -> Asked:
    speaks = manner.mode not in modes.SILENT and question.conversation.holder == Holder.ASSISTANT
    charged = question.conversation.seq > 0  # a question that is only tried stands in no log, and is nobody's
    return Asked(
        lines=question.meant(),
        reading=read,
        index=knowledge,
        tone=manner.tone,
        hours=hours,
        standing=scene.standing(question) if speaks else None,
        conversation_id=str(question.conversation.id) if charged else "",
        customer_id=str(question.conversation.customer.id) if charged else "",
    )


def _taken_by(asked: Asked) -> str:
    """The skill that has the task, or would begin it: a chance to sell is routine while a skill takes it."""
    return "" if asked.standing is None else dialogue.takes(asked.dialogue(asked.standing, chooses=True))


def _heard(question: Question, read: reading.Reading, asked: Asked) -> Heard:
    answers = asked.standing is not None and dialogue.answers(asked.dialogue(asked.standing, chooses=True))
    return Heard(
        lines=question.heard(answers=answers),
        vectors=read.vectors,
        vectors_use=read.vectors_use,
        language=read.language,
        customer=question.conversation.customer.attributes,
        handed_back_at=question.handed_back_at,
    )
