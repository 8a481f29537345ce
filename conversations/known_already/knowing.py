"""What is known of a customer's request already, and which of it a text would ask for again."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering import Line
from assistant.card import Fact
from conversations import cards, queries
from conversations.known_already import asking
from conversations.models import Conversation

OF_FACTS = {"postcode": "address", "postal": "address", "street": "address", "new_address": "address"}
FEWEST_WORDS = 4  # of the customer's that say what happened


@dataclass(frozen=True)
class Known:
    """Something that is known: its value, and the customer's message that it stands in, 0 for their record."""

    name: str
    value: str
    seq: int


@dataclass(frozen=True)
class AskedAgain:
    """A question for something that is known."""

    sentence: str
    known: Known


def asks_known(conversation: Conversation, text: str) -> list[AskedAgain]:
    """What `text` asks for although it is known; what it names itself it only confirms. At most eight queries."""
    asked = list(asking.asked_for(text))
    if not asked:
        return []
    known = {one.name: one for one in known_of(conversation)}
    return [
        AskedAgain(one.sentence, known[one.name])
        for one in asked
        if one.name in known and known[one.name].value.casefold() not in text.casefold()
    ]


def known_of(conversation: Conversation) -> list[Known]:
    """What the customer told here, the newest of each kind, and what their record has."""
    lines = queries.lines(conversation)
    drawn = cards.draw(conversation, lines, language="en")
    customer = conversation.customer
    found = {"email": Known("email", customer.email, 0), "name": Known("name", customer.own_name, 0)}
    found |= {one.name: one for one in told(drawn.facts)}
    found["what"] = Known("what", drawn.wants, _line_of(lines, drawn.wants))
    return [one for one in found.values() if one.value and (one.name != "what" or _says_enough(one.value))]


def told(facts: Sequence[Fact]) -> list[Known]:
    """The facts that a question could ask for."""
    named = [(OF_FACTS.get(fact.name, fact.name), fact) for fact in facts]
    return [Known(name, fact.value, fact.seq) for name, fact in named if name in asking.LABELS]


def _says_enough(wants: str) -> bool:
    return len(wants.split()) >= FEWEST_WORDS


def _line_of(lines: Sequence[Line], wants: str) -> int:
    """The customer's line that the card's words stand in."""
    begins = " ".join(wants.rstrip("…").split())[:40]
    spoken = (line for line in reversed(lines) if line.role == "customer" and begins in " ".join(line.text.split()))
    found = next(spoken, None)
    return 0 if found is None else found.seq
