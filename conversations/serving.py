"""Says what a skill says, and does what it wants done, in one transaction."""

from dataclasses import asdict
from typing import Any

from assistant.skills.acting import OvertakenError
from assistant.skills.outcomes import Served
from billing import usage
from conversations import deeds, log, records
from conversations.authors import ByAssistant
from conversations.decided import Decided
from conversations.identity import codes
from conversations.models import Conversation
from conversations.queries import Question

Json = dict[str, Any]


def serve(conversation: Conversation, question: Question, decided: Decided, served: Served, *, message_id: str) -> None:
    """The words, the deed and the decision; the conversation is locked and the fence was checked.

    OvertakenError when the records do not allow the deed any more, or no code can be sent: then nothing is written.
    """
    author = ByAssistant(epoch=question.epoch, answers=question.asked_seq)
    text = served.text
    if served.act is not None:
        deed = deeds.of_task(served.act, served.task, question.known)
        action = deeds.carry_out(conversation, deed, asked_seq=question.asked_seq)
        text = deeds.said_of(action, text, conversation.language)
    if served.proving and not codes.send(conversation, served.proving):
        raise OvertakenError(codes.TOO_MANY)
    sources = [asdict(source) for source in served.sources]
    said = log.append(conversation, author, text, message_id=message_id, sources=sources, data=shown(served))
    records.record(question, decided, "answer", answer_seq=said.seq)
    if served.ends:
        usage.record_answer(message_id=said.id, conversation_id=conversation.id)


def shown(served: Served) -> Json:
    """What the log keeps beside the words: what to pick from, the card to show, and whose words they are."""
    choices = [{"says": one.says, "label": one.label, "detail": one.detail} for one in served.choices]
    told = {"choices": choices, "form": served.form, log.SKILL: served.skill, log.ASKS: not served.ends}
    return {name: value for name, value in told.items() if value}
