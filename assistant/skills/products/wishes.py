"""Reads what somebody wants of a product out of their words: a budget, what it must not be, and the words that tell."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

ABOUT = Decimal("0.25")  # "around 400" means a quarter more or less
SHORTEST = 3  # letters of a word that tells something

_SUM = (
    r"(?:€|£|\$)?\s?(\d{1,3}(?:[., ]\d{3})+|\d+)([.,]\d{1,2})?\s?(k\b)?"
    r"(?:\s?(?:€|£|\$|euros?|eur|pounds?|dollars?|gbp|usd|chf))?"
)
_MOST = re.compile(
    r"(?i)\b(?:under|below|max(?:imum|\.)?(?: of)?|at most|up to|less than|no more than|not more than|"
    r"budget(?: is| of|:)?|bis(?: zu)?|unter|höchstens|maximal|weniger als|budget von|jusqu'à|moins de|"
    r"au plus|maximum|menos de|hasta|como mucho|meno di|fino a|al massimo|massimo|até|no máximo|"
    r"onder(?: de)?|tot|hooguit|minder dan)\s+" + _SUM
)
_LEAST = re.compile(
    r"(?i)\b(?:over|above|at least|more than|from|ab|über|mindestens|mehr als|plus de|au moins|à partir de|más de|"
    r"desde|al menos|più di|almeno|a partire da|mais de|pelo menos|meer dan|minstens|vanaf)\s+" + _SUM
)
_NEAR = re.compile(
    r"(?i)\b(?:around|about|roughly|approximately|ca\.?|etwa|ungefähr|rund|environ|autour de|alrededor de|unos|"
    r"circa|intorno a|cerca de|por volta de|ongeveer|rond)\s+" + _SUM
)
_BETWEEN = re.compile(
    r"(?i)\b(?:between|zwischen|entre|tra|fra|tussen)\s+" + _SUM + r"\s+(?:and|und|et|y|e|en)\s+" + _SUM
)
_AMOUNT = re.compile(rf"(?i)(?=[€£$]|\d[\d., ]*\s?(?:k\b)?\s?(?:[€£$]|euros?\b|eur\b|pounds?\b|dollars?\b)){_SUM}")
_CHEAP = re.compile(
    r"(?i)\b(?:cheap\w*|inexpensive|affordable|low[- ]cost|günstig\w*|billig\w*|preiswert\w*|pas (?:trop )?ch[eè]re?|"
    r"bon marché|moins ch[eè]re?s?|barat\w*|económic\w*|economic\w*|goedko\w*|less expensive|lower price)\b"
)
_MEANT = re.compile(
    r"(?i)\b(?:i meant|(?:no|sorry)\W+i mean|ich meinte?|gemeint|je voulais dire|je parlais|quer[ií]a decir|"
    r"me refer[ií]a|me refiero|volevo dire|intendevo|queria dizer|referia-me|ik bedoel(?:de)?)\b"
)
_DENIES = re.compile(r"(?i)^\s*(?:no|nope|nein|non|não|nee)\s*[,.:;!]")  # "no, an electric one" rules nothing out
_WORD = re.compile(r"[^\W_]+")
_NOT_WORDS = """
    not no without except ohne kein keine keinen nicht sans pas sin non senza sem não zonder geen niet
"""
_NOT = frozenset(_NOT_WORDS.split())
_EMPTY_WORDS = """
    the and for with that this have has are was you your can could would should please need want like looking look
    something anything recommend suggest best good which what who mine show tell about under below over between around
    from less more than max maximum budget euro euros eur pounds dollars price cheap cheaper some any one ones there
    also really very much buy get und oder für mit das die der ein eine einen ich suche brauche möchte etwas bitte
    welche welches welcher können sie mir empfehlen unter über bis maximal günstig est les des une pour avec cherche
    quel quelle voudrais besoin moins plus que los las una para con busco necesito quiero cual menos mas hasta che per
    una con cerco vorrei quale meno fino uma com procuro preciso qual até een het voor met zoek welke kunt nodig tot
    its son daughter own her his him she they them our sorry
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True)
class Wishes:
    """What is wanted: the words that tell, in order; those of what it must not be; and a price."""

    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    least: Decimal | None = None
    most: Decimal | None = None
    cheap: bool = False


def read(lines: Sequence[str]) -> Wishes:
    """The wishes in these lines, oldest first; a later price takes the place of an earlier one, words add up,

    unless a line says what was meant all along.
    """
    whole = Wishes()
    for line in lines:
        one = _read(line)
        priced = one if one.least is not None or one.most is not None else whole
        dropped = set(one.not_words)
        corrected = one.words and _MEANT.search(line)
        kept = () if corrected else tuple(word for word in whole.words if word not in dropped)
        whole = Wishes(
            words=tuple(dict.fromkeys((*kept, *one.words))),
            not_words=tuple(word for word in (*whole.not_words, *one.not_words) if word not in one.words),
            least=priced.least,
            most=priced.most,
            cheap=whole.cheap or one.cheap,
        )
    return whole


def stem(word: str) -> str:
    """The word without accents, capitals and the commonest endings of the seven languages."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    for ending in ("ern", "en", "er", "es", "em", "s", "e", "n"):
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST + 1:
            return plain[: -len(ending)]
    return plain


def _read(line: str) -> Wishes:
    least, most = _price(line)
    words: list[str] = []
    not_words: list[str] = []
    negated = 0
    for word in _WORD.findall(_DENIES.sub("", _MEANT.sub(" ", line))):
        plain = word.casefold()
        if plain in _NOT:
            negated = 3
            continue
        negated = max(0, negated - 1)
        if len(plain) < SHORTEST or plain in _EMPTY or plain.isdigit():
            continue
        (not_words if negated else words).append(stem(word))
    return Wishes(tuple(words), tuple(not_words), least, most, _CHEAP.search(line) is not None)


def _price(line: str) -> tuple[Decimal | None, Decimal | None]:
    between = _BETWEEN.search(line)
    if between:
        low, high = sorted((_sum(*between.group(1, 2, 3)), _sum(*between.group(4, 5, 6))))
        return low, high
    near = _NEAR.search(line)
    if near:
        middle = _sum(*near.group(1, 2, 3))
        return middle * (1 - ABOUT), middle * (1 + ABOUT)
    most, least = _MOST.search(line), _LEAST.search(line)
    if most and least and least.start() < most.end() and most.start() < least.end():
        least = None  # "no more than" has a "more than" in it
    if most or least:
        return _sum(*least.group(1, 2, 3)) if least else None, _sum(*most.group(1, 2, 3)) if most else None
    plain = _AMOUNT.search(line)
    return None, _sum(*plain.group(1, 2, 3)) if plain else None


def _sum(digits: str, cents: str | None, thousands: str | None) -> Decimal:
    whole = Decimal(re.sub(r"[., ]", "", digits) + (cents or "").replace(",", "."))
    return whole * 1000 if thousands else whole
