"""What the tenant's order numbers look like: one setting, or learnt from the orders that exist."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.models import AssistantSettings, Order

MOST_LOOKED_AT = 60
MOST_SHAPES = 8
FEWEST_BARE = 4  # digits that stand for a number by themselves, when a number was asked for
ANYWHERE = r"[A-Za-z]{2,4}-?\d{4,8}"  # of a company that is not known, or that has no orders yet

_PIECE = re.compile(r"[A-Za-z]+|\d+|\?+|[^A-Za-z\d?]+")
_SEPARATORS = re.compile(r"[\s#./_-]+")


@dataclass(frozen=True)
class Numbers:
    """What order numbers look like: examples such as "LC-104233", whose letters stand and whose digits vary.

    A question mark in an example stands for any letter or digit.
    """

    examples: tuple[str, ...] = ()

    def found_in(self, text: str) -> list[str]:
        """The numbers in a text, as they are stored, each once, in their order; bare digits are not taken for one."""
        found = (match.group(1) for match in self.pattern.finditer(text))
        return list(dict.fromkeys(self.canonical(one) for one in found if re.search(r"\d", one)))

    def read(self, text: str) -> str:
        """The number that replies to the question for it, also without its letters; "" where there is none."""
        found = self.found_in(text)
        if found:
            return found[0]
        return next(
            (made for run in re.findall(r"(?<![\w])#?(\d[\d -]*\d)(?![\w])", text) if (made := self._bare(run))), ""
        )

    def canonical(self, text: str) -> str:
        """The number as it is stored: letters large, separators as in the example of its shape."""
        bare = _SEPARATORS.sub("", text).upper()
        for example in self.examples:
            if re.fullmatch(_pattern(example), bare, re.IGNORECASE):
                return _dressed(bare, example)
        return text.strip().strip("#").upper()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds a number in a text, as its first group."""
        shapes = sorted({_pattern(example) for example in self.examples if re.search(r"[A-Za-z?]", example)})
        return re.compile(rf"(?<![\w-])#?({'|'.join(shapes) or ANYWHERE})(?![\w])", re.IGNORECASE)

    def _bare(self, run: str) -> str:
        """Digits alone as the number that they end, where exactly one shape ends in so many digits."""
        digits = re.sub(r"\D", "", run)
        fitting = {
            _dressed(_head(example) + digits, example) for example in self.examples if _tail(example) == len(digits)
        }
        if len(fitting) == 1:
            return fitting.pop()
        return digits if not self.examples and len(digits) >= FEWEST_BARE else ""


USUAL = Numbers()


def learnt(numbers: Iterable[str]) -> Numbers:
    """What the numbers have in common: one example of each shape, the most frequent first; of many, all their signs."""
    shapes: dict[str, list[str]] = {}
    for number in numbers:
        shapes.setdefault(_shape(number), []).append(number)
    if len(shapes) > MOST_SHAPES:  # letters at random: any will do
        return Numbers(tuple(sorted({re.sub(r"[A-Za-z\d]", "?", example) for example in shapes})))
    by_use = sorted(shapes.values(), key=len, reverse=True)
    return Numbers(tuple(same[0] for same in by_use))


def parts(setting: str) -> list[str]:
    """The examples of a setting, parted by commas or spaces."""
    return [one for one in re.split(r"[,;\s]+", setting) if one]


def is_example(text: str) -> bool:
    """Whether order numbers can look like that: letters, digits and what parts them, with a digit or `?` among them."""
    return re.fullmatch(r"[A-Za-z\d?#./_-]{2,40}", text) is not None and re.search(r"[\d?]", text) is not None


def read_setting(setting: str) -> Numbers:
    """What an admin wrote; what is no example is left out."""
    return Numbers(tuple(one for one in parts(setting) if is_example(one)))


def of_tenant() -> Numbers:
    """The tenant's order numbers: as set, else as those of its newest orders. Two queries at most."""
    chosen: Sequence[str] = list(AssistantSettings.objects.values_list("order_numbers", flat=True)[:1])
    return read_setting(chosen[0]) if chosen and chosen[0].strip() else of_orders()


def of_orders() -> Numbers:
    """What the newest orders' numbers look like. One query."""
    return learnt(Order.objects.order_by("-placed_at").values_list("number", flat=True)[:MOST_LOOKED_AT])


def _shape(number: str) -> str:
    """Letters as they are, each digit as 0, separators left out: "LC000000"."""
    return re.sub(r"\d", "0", _SEPARATORS.sub("", number).upper())


def _dressed(bare: str, example: str) -> str:
    """The characters of `bare` with the separators of the example."""
    left = iter(bare)
    return "".join(char if _SEPARATORS.fullmatch(char) else next(left) for char in example).upper()


def _pattern(example: str) -> str:
    """Finds numbers of the example's shape, its separators being left to the writer."""
    pieces = []
    for piece in _PIECE.findall(example):
        if piece.isdigit():
            pieces.append(rf"\d{{{len(piece)}}}")
        elif piece.isalpha():
            pieces.append(piece)
        elif piece.startswith("?"):
            pieces.append(rf"[A-Za-z\d]{{{len(piece)}}}")
    return r"[\s#./_-]?".join(pieces)


def _head(example: str) -> str:
    return re.sub(r"\d+$", "", _SEPARATORS.sub("", example))


def _tail(example: str) -> int:
    """How many digits the example ends in."""
    ending = re.search(r"\d+$", example)
    return len(ending.group(0)) if ending else 0
