"""A turn beside a wait: the assistant answers from the articles what it is sure of, and leaves the rest to the person.

The baton stays in the queue, with the same epoch and the same place. Whoever takes it raises the epoch, and the log
refuses what was under way then, as in any other turn; nothing is shown before it is stored. No skill runs, nothing is
done, and what the rules see in the customer's words can only bring a person sooner.
"""

import logging
from dataclasses import asdict

from assistant.answering import Answer
from assistant.models import Mode
from billing import usage
from conversations import control, log, queries, queue, records, turn, words
from conversations.authors import ByAssistantAside
from conversations.decided import Decided
from conversations.errors import FencedError
from conversations.models import Conversation, Priority
from conversations.queries import Question
from conversations.waiting import showing, telling
from conversations.waiting import words as said
from escalation.rules import HandOver
from tenants.jobs import Lease

RANK = {Priority.NORMAL: 0, Priority.HIGH: 1, Priority.URGENT: 2}

logger = logging.getLogger(__name__)


def work(held: Lease) -> None:
    """Answer the message beside the wait; nothing when somebody took over or the customer wrote again."""
    question = queries.question_aside(str(held.ids["conversation_id"]), int(held.ids["asked_seq"]))
    if question is None:
        return
    decided = turn.decide(question)
    try:
        with log.writing(str(question.conversation.id)) as conversation:
            log.check_aside(conversation, epoch=question.epoch, answers=question.asked_seq)
            if not conversation.decisions.filter(asked_seq=question.asked_seq).exists():
                _say(conversation, question, decided)
    except FencedError as reason:
        logger.info("An answer beside a wait stayed unsaid: %s.", reason)


def _say(conversation: Conversation, question: Question, decided: Decided) -> None:
    match decided.outcome:
        case Answer(text=text, sources=sources) if sources and _freely(decided):
            author = ByAssistantAside(epoch=question.epoch, answers=question.asked_seq)
            quoted = [asdict(source) for source in sources]
            entry = log.append(conversation, author, text, sources=quoted, data={log.ASIDE: True})
            records.record(question, decided, "answer", answer_seq=entry.seq)
            usage.record_answer(message_id=entry.id, conversation_id=conversation.id)
        case HandOver() as ruled:
            records.record(question, decided, "handover", answer_seq=None, ruled=ruled)
            _sooner(conversation, ruled)
            _leave_it(conversation)
        case _:
            _leave_it(conversation)


def _freely(decided: Decided) -> bool:
    """Whether nobody has to look at the words first."""
    return decided.approval is None and decided.manner.mode == Mode.AUTOPILOT


def _sooner(conversation: Conversation, ruled: HandOver) -> None:
    """A rule that holds now lets the person come sooner, never later; who needs people hears the assistant no more."""
    if RANK[Priority(ruled.priority)] > RANK[Priority(conversation.priority)]:
        conversation.priority = ruled.priority
        queue.announce_moves(conversation.team)
    if ruled.trigger in showing.PEOPLE_ALONE:
        conversation.trigger, conversation.waits_by = ruled.trigger, ""
        telling.again(conversation)


def _leave_it(conversation: Conversation) -> None:
    team = words.team(conversation.team.name if conversation.team is not None else None, conversation.language)
    control.notice(conversation, words.say(said.LEFT_TO_PERSON, conversation.language, team=team))
