"""What makes the answers: one interface, two engines, chosen by the tenant."""

from assistant import conduct
from assistant.engines import chosen, embedded, guided, wishes
from assistant.engines.contract import Asked, Guidance, GuidedBy, Listener, Made, Opening, Raised, Refused, Silence
from assistant.models import AssistantSettings

__all__ = [
    "Asked",
    "Guidance",
    "GuidedBy",
    "Listener",
    "Made",
    "Opening",
    "Raised",
    "Refused",
    "Silence",
    "answer",
]


def answer(asked: Asked, listener: Listener, *, settings: AssistantSettings | None = None) -> Made:
    """The answer of the engine that the tenant entered now has chosen, or of the one that `settings` name.

    When the model fails in mid-answer, `take_back` is called and Baton's own engine asks `may_speak` anew.
    """
    wanted = settings or conduct.wanted()
    if asked.guidance is not None:
        return guided.answer(asked, asked.guidance, listener, wanted)
    if not wishes.wants_model(wanted):
        return embedded.answer(asked, listener)
    return chosen.answer(asked, listener, wanted)
