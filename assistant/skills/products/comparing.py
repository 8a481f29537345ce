"""A wish that refines what was shown, such as "something lighter": which way it goes, and what goes that way."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from assistant.records.contract import ProductSeen

CHEAPER, DEARER, LIGHTER, HEAVIER = "cheaper", "dearer", "lighter", "heavier"
BIGGER, SMALLER, COLOUR, OTHER = "bigger", "smaller", "colour", "other"

_OTHERS = (
    r"(?:an)?other|different|andere[nrs]?|autres?|différente?s?|otr[oa]s?|distint[oa]s?|altr[oaie]|divers[oaie]|"
    r"outr[oa]s?"
)
_SAID: Mapping[str, str] = {
    CHEAPER: (
        r"cheaper|less expensive|less pricey|lower price|günstiger\w*|billiger\w*|preiswerter\w*|moins ch[eè]re?s?|"
        r"más barat[oa]s?|más económic\w+|menos car[oa]s?|meno car[oaie]|più economic\w+|mais barat\w+|goedkoper\w*|"
        r"minder duur"
    ),
    DEARER: (
        r"more expensive|pricier|higher[- ]end|teurer\w*|hochwertiger\w*|plus ch[eè]re?s?|más car[oa]s?|più car[oaie]|"
        r"mais car[oa]s?|duurder\w*"
    ),
    LIGHTER: (
        r"lighter|less heavy|leichter\w*|plus lég(?:er|ère)s?|moins lourde?s?|más liger[oa]s?|más livian[oa]s?|"
        r"più legger[oaie]|mais leves?|lichter\w*"
    ),
    HEAVIER: r"heavier|schwerer\w*|plus lourde?s?|más pesad[oa]s?|più pesant[ei]|mais pesad[oa]s?|zwaarder\w*",
    BIGGER: (
        r"bigger|larger|größer\w*|groesser\w*|plus grande?s?|más grandes?|più grand[ei]|maior(?:es)?|mais grandes?|"
        r"groter\w*"
    ),
    SMALLER: (r"smaller|kleiner\w*|plus petite?s?|más pequeñ[oa]s?|più piccol[oaie]|mais pequen[oa]s?|menor(?:es)?"),
    COLOUR: rf"(?:{_OTHERS}) (?:colou?rs?|farben?|couleurs?|colore?s?|colori|cor(?:es)?|kleur(?:en)?)",
    OTHER: (
        r"something else|another one|a different one|other ones|(?:et)?was anderes|einen? anderen?s?|autre chose|"
        r"un autre|une autre|otra cosa|qualcos'altro|un altro|un'altra|outra coisa|iets anders|een andere?"
    ),
}
_WAYS = tuple((way, re.compile(rf"(?i)(?<!\w)(?:{words})(?!\w)")) for way, words in _SAID.items())
_WEIGHT = re.compile(r"(?i)^\s*(\d+(?:[.,]\d+)?)\s?(kg|g|lbs?|oz)\s*$")
_GRAMS: Mapping[str, Decimal] = {
    "kg": Decimal(1000), "g": Decimal(1), "lb": Decimal("453.6"), "lbs": Decimal("453.6"), "oz": Decimal("28.35"),
}  # fmt: skip
_SIZE = re.compile(
    r"(?i)^(?:size|größe|taille|talla|tamaño|taglia|tamanho|maat|capacity|volume|volumen|capacité|capacidad|capacità|"
    r"capacidade|inhoud)$"
)
_COLOUR = re.compile(r"(?i)^(?:colou?r|farbe|couleur|colore?|cor|kleur)$")
_LETTERS = ("xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def read(text: str) -> tuple[str, str]:
    """Which way the words refine, "" where they do not; and the words without that."""
    for way, pattern in _WAYS:
        if pattern.search(text):
            return way, pattern.sub(" ", text)
    return "", text


def going(way: str, products: Sequence[ProductSeen], shown: Sequence[ProductSeen]) -> list[ProductSeen]:
    """The products that go this way from all that were shown; none of these, and none that does not tell."""
    skus = {one.sku for one in shown}
    others = [one for one in products if one.sku not in skus]
    if way == OTHER:
        return others
    if way == COLOUR:
        seen = set().union(*(_colours(one) for one in shown))
        return [one for one in others if _colours(one) - seen]
    measure, less = _MEASURES[way]
    marks = [mark for one in shown if (mark := measure(one)) is not None]
    if not marks:
        return []
    return [
        one
        for one in others
        if (mark := measure(one)) is not None and (mark < min(marks) if less else mark > max(marks))
    ]


def _price(product: ProductSeen) -> Decimal | None:
    return product.price


def _weight(product: ProductSeen) -> Decimal | None:
    """In grams, where a value is a weight and nothing else."""
    for _, value in _values(product):
        match = _WEIGHT.match(value)
        if match:
            return Decimal(match.group(1).replace(",", ".")) * _GRAMS[match.group(2).lower()]
    return None


def _size(product: ProductSeen) -> Decimal | None:
    """A size as a number; letters by their order."""
    for name, value in _values(product):
        if _SIZE.match(name):
            plain = value.strip().lower()
            if plain in _LETTERS:
                return Decimal(_LETTERS.index(plain))
            number = _NUMBER.search(value)
            return Decimal(number.group(0).replace(",", ".")) if number else None
    return None


def _colours(product: ProductSeen) -> set[str]:
    named = (value for name, value in _values(product) if _COLOUR.match(name))
    return {part.strip().casefold() for value in named for part in re.split(r"[,/]", value) if part.strip()}


def _values(product: ProductSeen) -> Iterator[tuple[str, str]]:
    """The attributes, each value of a list by itself."""
    for name, value in product.attributes.items():
        for one in value if isinstance(value, list) else [value]:
            yield name.strip(), str(one)


_MEASURES: Mapping[str, tuple[Callable[[ProductSeen], Decimal | None], bool]] = {
    CHEAPER: (_price, True),
    DEARER: (_price, False),
    LIGHTER: (_weight, True),
    HEAVIER: (_weight, False),
    BIGGER: (_size, False),
    SMALLER: (_size, True),
}
