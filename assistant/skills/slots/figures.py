"""Whole numbers and amounts of money."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assistant.skills.contract import Slot
from assistant.skills.slots.kinds import Around, Found, Kind, nothing

_DIGITS = re.compile(r"(?<![\w.,-])(\d{1,6})(?![\w-]|[.,]\d)")
_CURRENCY = r"(?:€|£|\$|(?:euros?|eur|usd|gbp|chf|pounds?|dollars?)\b)"
_SUM = r"\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_AMOUNT = re.compile(rf"(?i)(?:{_CURRENCY}\s?({_SUM})|(?<![\w.,])({_SUM})\s?{_CURRENCY})(?!\w)")
_BARE_SUM = re.compile(rf"(?<![\w.,-])({_SUM})(?![\w-])")
_WORDS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "zero none keine aucun ninguno nessuno nenhum geen",
            "one a an eins ein eine einen un une uno una um uma een één",
            "two both zwei beide deux dos due dois duas twee",
            "three drei trois tres tre três drie",
            "four vier quatre cuatro quattro quatro",
            "five fünf cinq cinco cinque vijf",
            "six sechs seis sei zes",
            "seven sieben sept siete sette sete zeven",
            "eight acht huit ocho otto oito",
            "nine neun neuf nueve nove negen",
            "ten zehn dix diez dieci dez tien",
        )
    )
    for word in words.split()
}
_WORD = re.compile(r"[^\W\d_]+")
_FEW_WORDS = 6


def _wholes(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    return [Found(str(int(match.group(1))), match.group(1)) for match in _DIGITS.finditer(text)]


def _whole_reply(text: str, slot: Slot, around: Around) -> Found | None:
    found = _wholes(text, slot, around)
    if found:
        return found[-1]
    said = _WORD.findall(text.lower())
    told = [word for word in said if word in _WORDS]
    return Found(str(_WORDS[told[-1]]), told[-1]) if told and len(said) <= _FEW_WORDS else None


def _amounts(text: str, _slot: Slot, _around: Around) -> Sequence[Found]:
    return [
        Found(str(_decimal(match.group(1) or match.group(2))), match.group(0).strip())
        for match in _AMOUNT.finditer(text)
    ]


def _amount_reply(text: str, slot: Slot, around: Around) -> Found | None:
    found = _amounts(text, slot, around)
    if found:
        return found[-1]
    bare = _BARE_SUM.findall(text)
    return Found(str(_decimal(bare[-1])), bare[-1]) if bare else None


def _decimal(written: str) -> Decimal:
    """The amount, whichever of comma and point the writer's country puts before the cents."""
    whole, mark, rest = written, "", ""
    found = re.search(r"[.,](\d{1,2})$", written)
    if found is not None:
        whole, mark, rest = written[: found.start()], ".", found.group(1)
    return Decimal(re.sub(r"[.,' ]", "", whole) + mark + rest)


WHOLE = Kind(nothing, _whole_reply)
MONEY = Kind(_amounts, _amount_reply)
