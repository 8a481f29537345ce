"""An answer that a supervisor privately guides; what an engine cannot follow it says, instead of passing it over.

What shall be said, or asked for, word for word, is the server's to say, with any engine. An article, or an instruction
in free words, goes to the language model or the company's own AI, where there is one, below all of the checks. Baton's
own engine rests on the article that is named, and follows free words by searching with them.
"""

import logging
from dataclasses import replace

from assistant import answering, reading, words
from assistant.answering import Answer, Line, Source
from assistant.engines import breaker, embedded, language_model, outside, wishes
from assistant.engines.budgets import OverBudgetError
from assistant.engines.contract import Asked, Guidance, GuidedBy, Listener, Made, Silence
from assistant.engines.exchange import ModelFailedError
from assistant.engines.material import nearest_passage
from assistant.models import AssistantSettings, Engine
from assistant.skills.outcomes import Served

SURE = 0.9  # of an article that a person chose
NOTHING_FOUND = "Baton's own engine finds no article that answers this."
NO_ARTICLE = "The article is not there any more."
MODEL_DID_NOT = "The language model gave no answer by it that passes the checks."
OUTSIDE_DID_NOT = "Your own AI gave no answer by it that passes the checks."

logger = logging.getLogger(__name__)


def answer(asked: Asked, guidance: Guidance, listener: Listener, settings: AssistantSettings) -> Made:
    """The answer by the guidance; `unfollowed` says why it is only the usual one."""
    match guidance.kind:
        case GuidedBy.SAY:
            return _own(Answer(guidance.text, 1.0, ()))
        case GuidedBy.ASK_FOR:
            asks = words.say(words.PLEASE_TELL, asked.reading.language).format(what=guidance.text.rstrip(" ."))
            return _own(Answer(asks, 1.0, ()))
    made, problem = _by_another(asked, listener, settings)
    if made is not None:
        return made
    found = _of_article(asked, guidance) if guidance.kind == GuidedBy.ARTICLE else _by_searching(asked, guidance)
    if found is not None and not problem:
        return _own(found)
    if found is not None:
        return replace(_own(found), unfollowed=problem)
    why = problem or (NO_ARTICLE if guidance.kind == GuidedBy.ARTICLE else NOTHING_FOUND)
    usual = embedded.answer(replace(asked, guidance=None), Silence())
    return replace(usual, unfollowed=why)


def _own(said: Answer) -> Made:
    return Made(said, engine=Engine.EMBEDDED)


def _by_another(asked: Asked, listener: Listener, settings: AssistantSettings) -> tuple[Made | None, str]:
    """What an engine that words answers says by it, where there is one; else why nothing of it can be said."""
    if settings.engine == Engine.OUTSIDE:
        made = outside.guided(asked, listener, settings)
        said = made if made is not None and isinstance(made.outcome, Answer | Served) else None
        return said, OUTSIDE_DID_NOT
    if wishes.wants_model(settings):
        return _by_model(asked, listener, settings), MODEL_DID_NOT
    return None, ""


def _by_model(asked: Asked, listener: Listener, settings: AssistantSettings) -> Made | None:
    """What the language model says by it; None where it may not be asked, fails, or says what may not be said."""
    if breaker.closed_for() is not None:
        return None
    try:
        made = language_model.answer(asked, listener, wishes.charged(settings))
    except (ModelFailedError, OverBudgetError) as error:
        logger.warning("The language model gave no guided answer: %s.", type(error).__name__)
        return None
    return made if isinstance(made.outcome, Answer | Served) else None


def _of_article(asked: Asked, guidance: Guidance) -> Answer | None:
    """The passage of the article that is nearest to the customer's words."""
    found = nearest_passage(asked.index, guidance.article_id, asked.reading.newest)
    if found is None:
        return None
    article, passage = found
    return Answer(passage, SURE, (Source(article.id, article.title, passage),))


def _by_searching(asked: Asked, guidance: Guidance) -> Answer | None:
    """What the articles say on the guidance's own words, in the customer's language.

    Not on the customer's beside them: those would find their own answer, which the guidance has no part in.
    """
    read = replace(reading.read([guidance.text]), language=asked.reading.language)
    made = answering.answer([Line("customer", guidance.text, 1)], read, asked.index, tone=asked.tone)
    sure = isinstance(made, Answer) and made.sources and made.confidence >= asked.index.threshold
    return made if isinstance(made, Answer) and sure else None
