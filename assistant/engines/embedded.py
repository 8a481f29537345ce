"""Baton's own engine: quotes the tenant's articles, needs no network."""

from assistant import answering
from assistant.answering import Answer
from assistant.engines.contract import Asked, Listener, Made, Opening
from assistant.engines.sentences import parts_of
from assistant.models import Engine


def answer(asked: Asked, listener: Listener, *, fell_back: str = "") -> Made:
    """Answer from the articles; a longer answer is shown sentence by sentence, a short one comes whole."""
    outcome = answering.answer(asked.lines, asked.reading, asked.index, tone=asked.tone)
    if isinstance(outcome, Answer) and listener.may_speak(Opening(outcome.confidence)):
        parts = parts_of(outcome.text)
        for part in parts if len(parts) > 1 else ():
            listener.say(part)
    return Made(outcome, engine=Engine.EMBEDDED, fell_back=fell_back)


def suggestion(asked: Asked) -> Answer | None:
    """What the articles say, for an agent to use."""
    outcome = answering.answer(asked.lines, asked.reading, asked.index, tone=asked.tone)
    return outcome if isinstance(outcome, Answer) else outcome.best
