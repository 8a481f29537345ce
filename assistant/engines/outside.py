"""An AI of the company's own answers: asked over the API, taken for hostile, and judged as a language model is.

It is no more trusted than a model that Baton calls itself. Only the way its reply comes is another: the turn ends where
it is asked, and the reply, which is given with what it rests on, begins a decision of its own.
"""

from dataclasses import dataclass

from assistant import social
from assistant.answering import Unsure
from assistant.engines import chosen, embedded, language_model, prompt, telling, tools
from assistant.engines.checks.reading import UnsayableError
from assistant.engines.contract import Asked, AskOutside, FromOutside, Guidance, Listener, Made, NotOutside, Refused
from assistant.engines.exchange import Json
from assistant.engines.material import Material
from assistant.engines.telling import Telling
from assistant.engines.tools import Begun, PassedOn
from assistant.models import AssistantSettings, Engine
from assistant.skills import serving
from assistant.skills.outcomes import Left, Served

SILENT, NO_TOKEN = "outside_silent", "outside_no_token"  # why it was not heard


@dataclass(frozen=True)
class Given:
    """All that it is given: what a model is told, as data, and what it may cite and call."""

    instructions: str
    data: Json
    tools: list[Json]
    material: Material
    hours: str
    guidance: Guidance | None


class AskedOutsideError(Exception):
    """The company's own AI is to be asked with this: nothing is decided before it replied, or its time is over."""

    def __init__(self, given: Given) -> None:
        super().__init__("the company's own AI is asked")
        self.given = given


class GuidedAnewError(Exception):
    """A supervisor guides the answer otherwise than the AI knew: it is asked anew."""


def check(asked: Asked) -> None:
    """GuidedAnewError where a reply was made without the guidance that stands now."""
    if isinstance(asked.outside, FromOutside) and asked.outside.guidance != asked.guidance:
        raise GuidedAnewError


def answer(asked: Asked, listener: Listener, settings: AssistantSettings) -> Made:
    """What it replied, as far as it may be said; politeness and plain replies in a task need none.

    AskedOutsideError when it is to be asked first.
    """
    newest = next((line.text for line in reversed(asked.lines) if line.role == "customer"), "")
    if social.is_polite(newest):
        return embedded.answer(asked, listener)
    heard = chosen.in_task(asked)
    if isinstance(heard, Served | Left):
        return Made(heard, engine=Engine.EMBEDDED)
    match asked.outside:
        case AskOutside():
            raise AskedOutsideError(_given(asked))
        case NotOutside(why=""):
            return embedded.answer(asked, listener)
        case NotOutside(why=why):
            return chosen.instead(asked, listener, settings, why=why)
        case FromOutside() as came:
            return chosen.finished(asked, heard, _made(asked, came, listener), listener)


def guided(asked: Asked, listener: Listener, settings: AssistantSettings) -> Made | None:
    """What it says by a supervisor's guidance; None where it does not, or says what may not be said.

    AskedOutsideError when it is to be asked first.
    """
    match asked.outside:
        case AskOutside():
            raise AskedOutsideError(_given(asked))
        case NotOutside(why=why):
            if why:
                chosen.tell(settings, why)
            return None
        case FromOutside() as came:
            return _made(asked, came, listener)


def _given(asked: Asked) -> Given:
    material = language_model.laid_out(asked)
    return Given(
        prompt.instructions(asked, material),
        prompt.data(asked, material),
        tools.declared(language_model.skills_of(asked)),
        material,
        asked.hours,
        asked.guidance,
    )


def _made(asked: Asked, came: FromOutside, listener: Listener) -> Made:
    match came.reply:
        case PassedOn():
            return Made(telling.passed_on(Engine.OUTSIDE), (), Engine.OUTSIDE)
        case Begun() as begun:
            return _begun(asked, begun)
        case str() as reply:
            return _told(asked, came, reply, listener)


def _told(asked: Asked, came: FromOutside, reply: str, listener: Listener) -> Made:
    """Its words, as far as they pass the checks that a model's pass."""
    told = Telling(asked, came.material, listener, came.told, prompt.secrets(), "", Engine.OUTSIDE)
    try:
        told.hear(reply)
        made = told.end()
    except UnsayableError as error:
        told.take_back()
        return telling.refused(error, told.raised, Engine.OUTSIDE)
    if isinstance(made.outcome, Refused):
        told.take_back()
    return made


def _begun(asked: Asked, begun: Begun) -> Made:
    """What the skill says to what the AI read; its words are the server's own."""
    one = language_model.skills_of(asked).get(begun.skill)
    if asked.talk_with_model is None or one is None or not one.on:  # it was switched off meanwhile
        return Made(Unsure(0.0, None), (), Engine.OUTSIDE)
    return Made(serving.begin(asked.talk_with_model, begun.skill, begun.slots), (), Engine.OUTSIDE)
