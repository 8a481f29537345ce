"""Which languages somebody at the desk speaks, and in which of them they read what others wrote."""

from agents.models import Agent
from conversations.access import Reader
from tenants import current

ENGLISH = "en"


def spoken(agent: Agent) -> list[str]:
    """The languages that the person speaks with customers, at least one.

    Who named none speaks that of their console, or the company's first.
    """
    first = agent.language or next(iter(current.tenant().languages), ENGLISH)
    return list(agent.languages) or [first]


def of_reader(reader: Reader) -> list[str]:
    """The same for whoever asks; a program speaks the company's first language."""
    if isinstance(reader, Agent):
        return spoken(reader)
    return [next(iter(current.tenant().languages), ENGLISH)]


def read_by(reader: Reader) -> str:
    """The language that is translated into for them: their console's if they speak it, else the first they speak."""
    languages = of_reader(reader)
    own = reader.language if isinstance(reader, Agent) else ""
    return own if own in languages else languages[0]
