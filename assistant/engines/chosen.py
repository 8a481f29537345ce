"""The language model with its nets: who is over budget, or finds it down, gets Baton's own engine or a person."""

import logging
from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from assistant import social
from assistant.answering import Answer, Unsure
from assistant.engines import breaker, calls, embedded, language_model, wishes
from assistant.engines.budgets import OverBudgetError, Whose
from assistant.engines.contract import Asked, Listener, Made, Refused
from assistant.engines.exchange import PATIENCE, ModelFailedError, Patience
from assistant.models import AssistantSettings, Engine
from assistant.skills import serving
from assistant.skills.outcomes import Aside, Heard, Left, Served
from tenants import jobs

TROUBLE = "engine_trouble"  # the kind of the job that tells people
TOLD_EVERY = timedelta(hours=6)
LEFT_ALONE = "left_alone"  # why the model was not asked

logger = logging.getLogger(__name__)


def answer(asked: Asked, listener: Listener, settings: AssistantSettings, *, patience: Patience = PATIENCE) -> Made:
    """The model's answer; politeness and plain replies in a task need none.

    What goes wrong ends with Baton's own engine or a person.
    """
    newest = next((line.text for line in reversed(asked.lines) if line.role == "customer"), "")
    if social.is_polite(newest):
        return embedded.answer(asked, listener)
    heard = in_task(asked)
    if isinstance(heard, Served | Left):
        return Made(heard, engine=Engine.EMBEDDED)
    if breaker.closed_for() is not None:
        return instead(asked, listener, settings, why=LEFT_ALONE)
    try:
        made = language_model.answer(asked, listener, wishes.charged(settings, patience=patience))
    except ModelFailedError as error:
        logger.warning("The language model gave no answer: %s.", error.failure)
        return instead(asked, listener, settings, why=error.failure)
    except OverBudgetError as error:
        return _over_budget(instead(asked, listener, settings, why=f"over_budget_of_{error.whose}"), error.whose)
    return finished(asked, heard, made, listener)


def finished(asked: Asked, heard: Aside | None, made: Made, listener: Listener) -> Made:
    """What was made, with the task's question after it where one is under way."""
    return _with_suggestion(asked, made) if heard is None else _beside(asked, heard, made, listener)


def in_task(asked: Asked) -> Heard:
    """What the words mean to the task under way; which skill begins one is the model's to say."""
    return None if asked.talk_with_model is None else serving.hear(asked.talk_with_model)


def _beside(asked: Asked, aside: Aside, made: Made, listener: Listener) -> Made:
    """The model was asked in the middle of a task: after its answer the task's question comes again."""
    match made.outcome:
        case Answer() as answer if asked.talk_with_model is not None:
            bridge = serving.bridge(asked.talk_with_model, aside.task)
            listener.say(f"\n\n{bridge if aside.onwards is None else aside.onwards.text}")
            return replace(made, outcome=aside.after(answer, bridge))
        case Unsure():
            return replace(made, outcome=aside.otherwise)
        case (Served() | Left()) as other:
            return replace(made, outcome=aside.beside(other))
        case _:
            return made


def instead(asked: Asked, listener: Listener, settings: AssistantSettings, *, why: str) -> Made:
    """Baton's own engine answers; people are told, though not each time."""
    tell(settings, why)
    return embedded.answer(asked, listener, fell_back=why)


def tell(settings: AssistantSettings, why: str) -> None:
    """Let people be told that the engine that was chosen gives no answers, though not each time."""
    told, of_budget = settings.engine_alerted_at, why.startswith(calls.OVER)
    if of_budget or told is None or timezone.now() - told > TOLD_EVERY:
        jobs.write(TROUBLE, {"why": why}, key=f"{TROUBLE} {why}" if of_budget else TROUBLE)


def _over_budget(made: Made, whose: Whose) -> Made:
    """Once the day's budget is spent, a person gets what Baton's own engine does not know."""
    if whose is not Whose.TENANT or not isinstance(made.outcome, Unsure):
        return made
    return replace(made, outcome=Refused("The language model's budget for today is spent.", "model_budget"))


def _with_suggestion(asked: Asked, made: Made) -> Made:
    """Where the model is unsure, what the articles say may still help an agent."""
    if not isinstance(made.outcome, Unsure):
        return made
    own = embedded.suggestion(asked)
    return replace(made, outcome=Unsure(made.outcome.confidence, own))
