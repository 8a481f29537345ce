"""A customer's turn: what the assistant does after a customer wrote. Start reading here.

The rules look first at what the customer said; then the assistant looks for an answer; then the rules look again, at
how sure it is. All of that is slow and happens outside any transaction. The outcome is then written in one short
transaction, and only if nobody took over and the customer did not write again meanwhile: the log refuses it otherwise.
"""

import logging
import re
from dataclasses import asdict, dataclass, replace

from assistant import answering, card, reading, tones
from assistant.answering import Answer, Unsure
from assistant.knowledge import store
from assistant.knowledge.index import Index
from assistant.models import AssistantSettings, Tone
from billing import usage
from conversations import events, handoff, log, queries, turns, words
from conversations.authors import ByAssistant
from conversations.errors import FencedError
from conversations.models import Conversation, Decision
from conversations.queries import Question
from conversations.speech import Speech
from escalation import facts, rules, versions
from escalation.facts import Facts, Heard
from escalation.rules import HandOver
from tenants import current

SENTENCE_ENDS = re.compile(r"(?<=[.!?])(?=\s)")  # the parts joined are the whole text

logger = logging.getLogger(__name__)

Outcome = Answer | Unsure | HandOver


@dataclass(frozen=True)
class Decided:
    """What a turn decided: the facts, the rules' version, the outcome, and the answer that an agent could use.

    `tone` is how the assistant's own words sound.
    """

    seen: Facts
    rules_version: int
    outcome: Outcome
    best: Answer | None
    tone: str = Tone.WARM


def take(conversation_id: str, asked_seq: int) -> None:
    """Answer the customer's message `asked_seq`, or pass the baton to a person.

    Does nothing when a person holds the baton or the customer wrote again: then another turn is on its way.
    """
    question = queries.question(conversation_id, asked_seq)
    if question is None:
        return
    turns.show_typing(conversation_id)
    _write(question, decide(question))


def decide(question: Question, *, index: Index | None = None, settings: AssistantSettings | None = None) -> Decided:
    """What the rules and the assistant make of the question; writes nothing.

    With `index` and `settings` as if those were the tenant's, such as before a change is published.
    """
    read = reading.read(question.customer_texts(), prior=question.conversation.language)
    book = versions.published()
    tone = settings.tone if settings else tones.chosen()
    seen = facts.measure(_heard(question, read))
    index = index or store.current_index(current.schema_name())
    if settings is not None and settings.threshold is not None:
        index = replace(index, threshold=settings.threshold)
    answer = answering.answer(question.spoken(), read, index, tone=tone)
    best = answer if isinstance(answer, Answer) else answer.best
    handover = rules.decide(seen, book)
    if handover is not None:
        return Decided(seen, book.version, handover, best, tone)
    seen = seen.with_confidence(answer.confidence, index.threshold)
    return Decided(seen, book.version, rules.decide(seen, book) or answer, best, tone)


def give_up(conversation_id: str, asked_seq: int) -> None:
    """The assistant failed at this message again and again: a person gets it."""
    question = queries.question(conversation_id, asked_seq)
    if question is None:
        return
    book = versions.published()
    outcome = HandOver(
        trigger="assistant_down",
        label="The assistant could not answer",
        rule="",
        version=book.version,
        team=None,
        priority="high",
        say=words.say(words.ASSISTANT_DOWN, question.conversation.language),
        reason="The assistant failed several times at this message, so a person answers it.",
        signals=(),
    )
    logger.error("The assistant gave up on a message; a person gets it. conversation=%s", conversation_id)
    nothing = Facts({}, None, None, question.conversation.language, {}, {})
    _write(question, Decided(nothing, book.version, outcome, None))


def _write(question: Question, decided: Decided) -> None:
    """One transaction: the words, the decision, and the baton if it moves; nothing at all when the turn is over."""
    author = ByAssistant(epoch=question.epoch, answers=question.asked_seq)
    speech = Speech(str(question.conversation.id), question.epoch)
    try:
        _show_parts(speech, decided.outcome)
        with log.writing(str(question.conversation.id)) as conversation:
            log.check_fence(conversation, epoch=author.epoch, answers=author.answers)
            conversation.language = decided.seen.language
            _carry_out(conversation, question, decided, author, message_id=speech.message_id)
    except FencedError as reason:
        speech.cancel()
        logger.info("A turn ended unsaid: %s. conversation=%s", reason, question.conversation.id)


def _show_parts(speech: Speech, outcome: Outcome) -> None:
    """Let the customer read a longer answer as it comes, sentence by sentence; a short one comes whole."""
    parts = SENTENCE_ENDS.split(outcome.text) if isinstance(outcome, Answer) else []
    for part in parts if len(parts) > 1 else ():
        speech.say(part)


def _carry_out(
    conversation: Conversation, question: Question, decided: Decided, author: ByAssistant, *, message_id: str
) -> None:
    match decided.outcome:
        case Answer(text=text, sources=sources):
            quoted = [asdict(source) for source in sources]
            said = log.append(conversation, author, text, message_id=message_id, sources=quoted)
            _record(question, decided, "answer", answer_seq=said.seq)
            usage.record_answer(message_id=said.id, conversation_id=conversation.id)
        case Unsure():
            text = answering.unsure_words(decided.seen.language, tone=decided.tone)
            said = log.append(conversation, author, text, data={"offers_person": True})
            _record(question, decided, "unsure", answer_seq=said.seq)
        case HandOver() as handover:
            said = log.append(conversation, author, handover.say, data={log.FAREWELL: True})
            decision = _record(question, decided, "handover", answer_seq=said.seq, handover=handover)
            drawn = card.draw(question.spoken(), language=decided.seen.language)
            handoff.request(conversation, handover, decision=decision, card=drawn, suggestion=decided.best)


def _heard(question: Question, read: reading.Reading) -> Heard:
    return Heard(
        lines=question.heard(),
        vectors=read.vectors,
        language=read.language,
        customer=question.conversation.customer.attributes,
        handed_back_at=question.handed_back_at,
    )


def _record(
    question: Question, decided: Decided, action: str, *, answer_seq: int, handover: HandOver | None = None
) -> Decision:
    decision = Decision.objects.create(
        conversation=question.conversation,
        asked_seq=question.asked_seq,
        answer_seq=answer_seq,
        action=action,
        trigger=handover.trigger if handover else "",
        label=handover.label if handover else "",
        rule=handover.rule if handover else "",
        rules_version=decided.rules_version,
        facts=decided.seen.to_json(),
        confidence=decided.seen.confidence,
    )
    events.publish(events.of_decision(decision))
    return decision
