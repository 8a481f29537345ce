"""Baton's own engine: does what the skills can do, quotes the tenant's articles, needs no network."""

from assistant import answering, settled
from assistant.answering import Answer, Unsure
from assistant.engines.contract import Asked, Listener, Made, Opening
from assistant.engines.sentences import parts_of
from assistant.models import Engine
from assistant.skills import serving
from assistant.skills.outcomes import Aside, Dialogue, Left, Served


def answer(asked: Asked, listener: Listener, *, fell_back: str = "") -> Made:
    """What a skill says, else what the articles say; a longer answer is shown by sentences, a short one comes whole."""
    return Made(_outcome(asked, listener), engine=Engine.EMBEDDED, fell_back=fell_back)


def suggestion(asked: Asked) -> Answer | None:
    """What a person decided, else what the articles say, for an agent to use."""
    decided = _from_people(asked)
    if decided is not None:
        return decided
    outcome = _from_articles(asked)
    return outcome if isinstance(outcome, Answer) else outcome.best


def _outcome(asked: Asked, listener: Listener) -> Answer | Unsure | Served | Left:
    dialogue = asked.talk
    if (decided := _from_people(asked)) is not None:
        return _said(decided, listener)
    if dialogue is None:
        return _said(_from_articles(asked), listener)
    match serving.hear(dialogue):
        case Served() | Left() as served:
            return served
        case Aside() as aside:
            return _beside(asked, dialogue, aside)
        case None:
            return _said(_from_articles(asked), listener)


def _from_people(asked: Asked) -> Answer | None:
    """What a person decided on just this, unless a task is under way: nothing is begun or looked up anew for it."""
    task = asked.standing.task if asked.standing is not None and not asked.standing.rested else None
    if not asked.settled or (task is not None and not task.over):
        return None
    articles = _from_articles(asked)
    return settled.answer(asked.lines, asked.settled, otherwise=articles if isinstance(articles, Answer) else None)


def _beside(asked: Asked, dialogue: Dialogue, aside: Aside) -> Served | Left:
    """Answer what was asked in the middle of a task, and put the task's question again; both come whole.

    Only these words count: what was said in the task is no context for a question of another kind.
    """
    heard = aside.question or dialogue
    match answering.answer(heard.burst(), heard.reading, asked.index, tone=asked.tone):
        case Answer() as answer if answer.confidence >= asked.index.threshold:
            return aside.after(answer, serving.bridge(dialogue, aside.task))
        case _:
            return aside.otherwise


def _said(outcome: Answer | Unsure, listener: Listener) -> Answer | Unsure:
    if isinstance(outcome, Answer) and listener.may_speak(Opening(outcome.confidence)):
        parts = parts_of(outcome.text)
        for part in parts if len(parts) > 1 else ():
            listener.say(part)
    return outcome


def _from_articles(asked: Asked) -> Answer | Unsure:
    return answering.answer(asked.lines, asked.reading, asked.index, tone=asked.tone)
