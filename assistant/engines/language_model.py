"""Answers with the tenant's language model, which is taken for hostile: it proposes, and what it writes is checked."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.engines import charging, prompt, reply, telling, tools
from assistant.engines.calls import Purpose
from assistant.engines.charging import Charged
from assistant.engines.checks.reading import UnsayableError
from assistant.engines.contract import Asked, Listener, Made, Refused
from assistant.engines.exchange import Called, Failure, Json, ModelFailedError, Patience, Query
from assistant.engines.material import Material
from assistant.engines.telling import Telling
from assistant.engines.tools import Begun, MisusedError, PassedOn, Reach
from assistant.models import Engine
from assistant.skills import serving
from assistant.skills.configured import Configured

MOST_ROUNDS = 4  # requests of one turn: three times tools, then the answer
MOST_MISUSES = 2
MOST_TOKENS = 900  # of one reply


@dataclass
class _Turn:
    """One turn under way."""

    asked: Asked
    listener: Listener
    charged: Charged
    material: Material
    messages: list[Json]
    told: tuple[str, ...] = ()
    misuses: int = 0


def answer(asked: Asked, listener: Listener, charged: Charged) -> Made:
    """Answer from the tenant's articles, streaming. ModelFailedError or OverBudgetError when the model gives nothing;

    then nothing of it is shown any more.
    """
    material = laid_out(asked)
    turn = _Turn(asked, listener, charged, material, prompt.messages(asked, material))
    until = time.monotonic() + charged.patience.whole
    for _round in range(MOST_ROUNDS):
        made = _round_of(turn, Patience(charged.patience.first, max(until - time.monotonic(), 0.001)))
        if made is not None:
            return made
    raise ModelFailedError(Failure.TOOLS, "It calls tools without end.")


def laid_out(asked: Asked) -> Material:
    """What a model is given to begin with."""
    material = Material(asked.index, asked.reading.language)
    material.lay_out(asked.settled)
    if asked.guidance is not None and asked.guidance.article_id:
        material.lay_out_article(asked.guidance.article_id)
    material.look_up(asked.lines)
    return material


def _round_of(turn: _Turn, patience: Patience) -> Made | None:
    """One request; None when the model wants tools first, whose results are then among the messages."""
    told = Telling(
        turn.asked, turn.material, turn.listener, turn.told, prompt.secrets(), turn.charged.endpoint.key
    )  # fmt: skip
    query = Query(turn.messages, tools.declared(skills_of(turn.asked)), reply.schema(), MOST_TOKENS)
    done = False
    try:
        wanted = charging.charge(turn.charged, query, _purpose(turn.asked), patience=patience, hear=told.hear)
        made = _use_tools(turn, wanted) if wanted else told.end()
        done = not isinstance(made, Made) or not isinstance(made.outcome, Refused)
    except UnsayableError as error:
        return telling.refused(error, told.raised)
    finally:
        if not done:
            told.take_back()
    return made


def _use_tools(turn: _Turn, wanted: Sequence[Called]) -> Made | None:
    """Call the tools and tell the model what they found; a misuse is told once or twice, then it is a failure."""
    turn.messages.append({"role": "assistant", "content": None, "tool_calls": [_as_sent(one) for one in wanted]})
    reach = Reach(turn.material, turn.asked.hours, skills_of(turn.asked))
    for one in wanted:
        try:
            found = tools.call(one, reach)
        except MisusedError as error:
            turn.misuses += 1
            if turn.misuses > MOST_MISUSES:
                raise ModelFailedError(Failure.TOOLS, "It misuses tools.") from error
            result: Json = {"error": str(error)}
        else:
            if isinstance(found, PassedOn):
                return Made(telling.passed_on(Engine.LANGUAGE_MODEL), (), Engine.LANGUAGE_MODEL)
            if isinstance(found, Begun):
                return _begun(turn.asked, found)
            result = found.result
            turn.told += (found.facts,) if found.facts else ()
        content = json.dumps(result, ensure_ascii=False)
        turn.messages.append({"role": "tool", "tool_call_id": one.id, "content": content})
    return None


def _begun(asked: Asked, begun: Begun) -> Made:
    """What the skill says to what the model read; its words are the server's own."""
    if asked.talk_with_model is None:  # then no skill is among the tools
        raise TypeError(begun)
    return Made(serving.begin(asked.talk_with_model, begun.skill, begun.slots), (), Engine.LANGUAGE_MODEL)


def skills_of(asked: Asked) -> Mapping[str, Configured]:
    return {} if asked.standing is None else asked.standing.skills


def _as_sent(one: Called) -> Json:
    return {"id": one.id, "type": "function", "function": {"name": one.name, "arguments": one.arguments}}


def _purpose(asked: Asked) -> Purpose:
    return Purpose(asked.conversation_id, asked.customer_id)
