"""What makes the answers: one interface, two engines, chosen by the tenant."""

from assistant.engines import embedded
from assistant.engines.contract import Asked, Listener, Made, Opening, Raised, Refused, Silence

__all__ = ["Asked", "Listener", "Made", "Opening", "Raised", "Refused", "Silence", "answer"]


def answer(asked: Asked, listener: Listener) -> Made:
    """The answer of the engine that the tenant entered now has chosen."""
    return embedded.answer(asked, listener)
