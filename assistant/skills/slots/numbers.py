"""Numbers that name something of the tenant's: orders and tickets."""

import re
from collections.abc import Sequence

from assistant.skills.contract import Slot
from assistant.skills.slots.kinds import Around, Found, Kind

_NOUN = (
    r"(?:order|bestellung|bestellnummer|commande|pedido|ordine|encomenda|bestelling|invoice|auftrag|purchase|"
    r"ticket|case|reference|ref|vorgang)"
)
_BETWEEN = r"(?:\s*(?:number|no\.?|nr\.?|id|nummer|num[ée]ro|numero|número))?\s*(?:is|ist|:|=)?\s*#?\s*"
_LETTERED = re.compile(r"(?<![\w@.+-])([A-Za-z]{1,4}-?\d{3,10}(?:-\d{1,6})?)(?![\w@])")
_NAMED = re.compile(rf"(?i)\b{_NOUN}{_BETWEEN}(\d{{3,12}})\b")
_HASH = re.compile(r"#\s?([A-Za-z]{0,4}-?\d{3,12})\b")
_BARE = re.compile(r"(?<![\w@.+-])(\d{3,12})(?![\w@])")
_LETTERS_APART = re.compile(r"(?<![\w@.+-])([A-Z]{1,4})[\s–—_/-]+(\d{3,10})(?![\w@])")


def _orders(text: str, _slot: Slot, around: Around) -> Sequence[Found]:
    found = [Found(number, number) for number in around.numbers.found_in(text)]
    return found or ([] if around.numbers.examples else _matches(text, (_NAMED, _HASH)))


def _order_reply(text: str, _slot: Slot, around: Around) -> Found | None:
    """Who was asked for it may leave out the letters; a number that is none of the tenant's is a number still."""
    apart = _LETTERS_APART.sub(r"\1-\2", text)
    number = next(iter(around.numbers.found_in(apart)[-1:]), "") or around.numbers.read(text)
    if number:
        return Found(number, number)
    found = _matches(apart, (_LETTERED, _HASH)) or _matches(text, (_BARE,))
    return found[-1] if found else None


def _tickets(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    return _matches(text, (_LETTERED, _NAMED, _HASH))


def _ticket_reply(text: str, slot: Slot, around: Around) -> Found | None:
    found = _tickets(_LETTERS_APART.sub(r"\1-\2", text), slot, around) or _matches(text, (_BARE,))
    return found[-1] if found else None


def _matches(text: str, patterns: Sequence[re.Pattern[str]]) -> list[Found]:
    """What the patterns find, in the order of the text, each stretch once."""
    found: dict[int, Found] = {}
    for pattern in patterns:
        for match in pattern.finditer(text):
            group = 1 if match.re.groups else 0
            found.setdefault(match.end(group), Found(match.group(group).upper(), match.group(group)))
    return [found[end] for end in sorted(found)]


ORDER = Kind(_orders, _order_reply, anywhere=True)
TICKET = Kind(_tickets, _ticket_reply, anywhere=True)
