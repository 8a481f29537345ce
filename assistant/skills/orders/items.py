"""Which lines of an order a customer means."""

import re
from collections.abc import Mapping, Sequence

from assistant.records.contract import ItemSeen
from assistant.skills.contract import Choice, Value
from assistant.skills.orders import money_words as w
from assistant.words import say

ALL = "all"
_WORD = re.compile(r"[^\W_]+")
_ALL = frozenset(
    _WORD.findall(
        """
        all everything both whole complete alles alle beide beides komplett ganze gesamte tout toute tous toutes entière
        todo todos toda todas ambos ambas tutto tutti tutta tutte entrambi tudo allemaal hele
        """
    )
)
_SHORTEST = 3  # letters of a word that may name an item


def pick(said: str, items: Sequence[ItemSeen]) -> tuple[ItemSeen, ...]:
    """The items that the words name: by line ("1,3"), by name or a word of it that is no other's, or all of them."""
    lines = _lines(said, items)
    if lines:
        return lines
    words = _words_in(said)
    named = tuple(item for item in items if _own_words(item, items) & words or _names_sku(said, item))
    if named:
        return named
    return tuple(items) if said.strip().lower() == ALL or words & _ALL else ()


def said_of(slots: Mapping[str, Value], slot: str, said: Sequence[str], items: Sequence[ItemSeen]) -> str:
    """What the customer said of the items: in the slot, or, before it was asked, in words that name some of them."""
    if slot in slots:
        return slots[slot].value
    names = [text for text in said if any(_own_words(item, items) & _words_in(text) for item in items)]
    return names[-1] if names else ""


def offered(items: Sequence[ItemSeen], language: str) -> tuple[Choice, ...]:
    """One button for each item, and one for all of them."""
    each = [Choice(says=item.name, label=shown(item), value=str(item.line)) for item in items]
    everything = say(w.EVERYTHING, language)
    return (*each, Choice(says=everything, label=everything, value=ALL))


def shown(item: ItemSeen) -> str:
    """ "2 × Inner tube"."""
    return f"{item.quantity} × {item.name}" if item.quantity > 1 else item.name


def listed(items: Sequence[ItemSeen]) -> str:
    """The items as part of a sentence."""
    return ", ".join(map(shown, items))


def _lines(said: str, items: Sequence[ItemSeen]) -> tuple[ItemSeen, ...]:
    if not re.fullmatch(r"\s*\d+(?:\s*[,+&]\s*\d+)*\s*", said):
        return ()
    wanted = {int(number) for number in re.findall(r"\d+", said)}
    found = tuple(item for item in items if item.line in wanted)
    return found if len(found) == len(wanted) else ()


def _own_words(item: ItemSeen, items: Sequence[ItemSeen]) -> set[str]:
    """The words of its name that no other item has."""
    others = {word for other in items if other.line != item.line for word in _words_of(other)}
    return _words_of(item) - others


def _words_in(said: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(said)}


def _words_of(item: ItemSeen) -> set[str]:
    return {word.lower() for word in _WORD.findall(item.name) if len(word) >= _SHORTEST}


def _names_sku(said: str, item: ItemSeen) -> bool:
    return bool(item.sku) and item.sku.lower() in said.lower().split()
