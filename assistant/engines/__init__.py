"""What makes the answers: one interface, three engines, chosen by the tenant."""

from assistant import conduct
from assistant.engines import chosen, embedded, guided, outside, wishes
from assistant.engines.contract import (
    Asked,
    AskOutside,
    FromOutside,
    Guidance,
    GuidedBy,
    Listener,
    Made,
    NotOutside,
    Opening,
    Outside,
    Raised,
    Refused,
    Silence,
)
from assistant.models import AssistantSettings, Engine

__all__ = [
    "AskOutside",
    "Asked",
    "FromOutside",
    "Guidance",
    "GuidedBy",
    "Listener",
    "Made",
    "NotOutside",
    "Opening",
    "Outside",
    "Raised",
    "Refused",
    "Silence",
    "answer",
]


def answer(asked: Asked, listener: Listener, *, settings: AssistantSettings | None = None) -> Made:
    """The answer of the engine that the tenant entered now has chosen, or of the one that `settings` name.

    When the model fails in mid-answer, `take_back` is called and Baton's own engine asks `may_speak` anew.
    `outside.AskedOutsideError` when an AI of the company's own is to be asked first.
    """
    wanted = settings or conduct.wanted()
    outside.check(asked)
    if asked.guidance is not None:
        return guided.answer(asked, asked.guidance, listener, wanted)
    if wanted.engine == Engine.OUTSIDE:
        return outside.answer(asked, listener, wanted)
    if not wishes.wants_model(wanted):
        return embedded.answer(asked, listener)
    return chosen.answer(asked, listener, wanted)
