"""Chooses among products by what is wanted, and says why; pure, and nothing is said that is not in the records."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log
from typing import Any

from assistant.records.contract import ProductSeen
from assistant.skills.products.wishes import Wishes, stem

NAME, CATEGORY, ATTRIBUTE, DESCRIPTION = 3.0, 3.0, 2.0, 1.0  # what a word counts where it stands
NEAR_BEST = 0.7  # of the best one's score, from which another fits too
SHORTEST_PART = 4  # letters from which a word may be part of another, as in "Kinderfahrrad"

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Found:
    """A product, how well it fits, and the wishes that it meets, as they stand in its record."""

    product: ProductSeen
    score: float
    met: tuple[str, ...] = ()  # words of the customer's that stand in its record
    attributes: tuple[tuple[str, str], ...] = ()  # of these, those that are an attribute, by name and value


@dataclass(frozen=True)
class Ranked:
    """Those that fit, best first; `beyond` fit but for their price, the nearest first."""

    fit: tuple[Found, ...]
    beyond: tuple[Found, ...] = ()


def rank(products: Sequence[ProductSeen], wishes: Wishes, *, in_stock_only: bool, never: Sequence[str] = ()) -> Ranked:
    """The products by how well they fit. A word of the wishes that no product knows counts for nothing."""
    barred = {one.strip().casefold() for one in never}
    offered = [
        one for one in products if one.category.casefold() not in barred and (one.stock > 0 or not in_stock_only)
    ]
    seen = [(one, _texts(one)) for one in offered]
    allowed = [(one, texts) for one, texts in seen if not any(_holds(texts.all, word) for word in wishes.not_words)]
    telling = _telling([texts for _, texts in seen], wishes)
    found = [_found(one, texts, wishes, telling) for one, texts in allowed]
    best = max((one.score for one in found), default=0.0)
    told = [one for one in found if one.score > 0 and one.score >= best * NEAR_BEST] if best else found
    fit = [one for one in told if _affordable(one.product.price, wishes)]
    beyond = [one for one in told if not _affordable(one.product.price, wishes)]
    return Ranked(
        tuple(sorted(fit, key=lambda one: _order(one, wishes))),
        tuple(sorted(beyond, key=lambda one: (_far(one.product.price, wishes), -one.score))),
    )


def named(products: Sequence[ProductSeen], text: str) -> ProductSeen | None:
    """The product whose whole name stands in the text; the longest when several do."""
    plain = " ".join(text.casefold().split())
    hits = [one for one in products if one.name.casefold() in plain]
    return max(hits, key=lambda one: len(one.name), default=None)


@dataclass(frozen=True)
class _Texts:
    name: frozenset[str]
    category: frozenset[str]
    attributes: Mapping[str, tuple[str, frozenset[str]]]
    description: frozenset[str]
    all: frozenset[str]


def _texts(product: ProductSeen) -> _Texts:
    attributes = {name: (_plain(value), stems(f"{name} {_plain(value)}")) for name, value in product.attributes.items()}
    variants = stems(" ".join(str(one.get("name", "")) for one in product.variants))
    name, category = stems(product.name), stems(product.category)
    description = stems(product.description) | variants
    told = frozenset().union(name, category, *(one for _, one in attributes.values()))
    return _Texts(name, category, attributes, description, told)


def _telling(all_texts: Sequence[_Texts], wishes: Wishes) -> dict[str, float]:
    """How much each word tells: the fewer products have it, the more (an inverse document frequency)."""
    count = len(all_texts)
    found = {word: sum(_holds(texts.all, word) for texts in all_texts) for word in wishes.words}
    return {word: log((count + 1) / max(1, many)) for word, many in found.items()}


def _found(product: ProductSeen, texts: _Texts, wishes: Wishes, telling: Mapping[str, float]) -> Found:
    score, met, shown = 0.0, [], []
    for word in wishes.words:
        hit = [(name, value) for name, (value, stems) in texts.attributes.items() if _holds(stems, word)]
        worth = max(
            NAME if _holds(texts.name, word) else 0,
            CATEGORY if _holds(texts.category, word) else 0,
            ATTRIBUTE if hit else 0,
            DESCRIPTION if _holds(texts.description, word) else 0,
        )
        if worth:
            score += worth * telling[word]
            met.append(word)
            shown += hit[:1]
    return Found(product, score, tuple(met), tuple(dict.fromkeys(shown)))


def _holds(stems: frozenset[str], word: str) -> bool:
    if word in stems:
        return True
    return len(word) >= SHORTEST_PART and any(
        word in one or (len(one) >= SHORTEST_PART and one in word) for one in stems
    )


def stems(text: str) -> frozenset[str]:
    """The stems of the text's words."""
    return frozenset(stem(word) for word in _WORD.findall(text))


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _affordable(price: Decimal, wishes: Wishes) -> bool:
    return (wishes.most is None or price <= wishes.most) and (wishes.least is None or price >= wishes.least)


def _far(price: Decimal, wishes: Wishes) -> Decimal:
    if wishes.most is not None and price > wishes.most:
        return price - wishes.most
    return Decimal(0) if wishes.least is None else wishes.least - price


def _order(one: Found, wishes: Wishes) -> tuple[float, Decimal, str]:
    price = one.product.price
    return (-one.score, price if wishes.cheap or wishes.most is None else -price, one.product.sku)
