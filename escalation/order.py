"""The order in which rules are asked, and the floor of protective rules that no book can remove."""

from __future__ import annotations

from escalation.book import Book, Rule, Unreadable
from escalation.conditions import Comparison
from escalation.defaults import DEFAULT_RULES
from escalation.reading import parse
from escalation.reading_conditions import RuleError
from escalation.vocabulary import PROTECTIVE


def _floor() -> tuple[Rule, ...]:
    """The default protective rules, the gravest first, each on nothing but its own signal."""
    defaults = parse(DEFAULT_RULES).rules
    floor = tuple(rule for trigger in PROTECTIVE for rule in defaults if rule.trigger == trigger)
    expected = [Comparison("signal", trigger, "fires", None) for trigger in PROTECTIVE]
    if [rule.when for rule in floor] != expected:
        raise RuleError("defaults", "each protective trigger needs one default rule on its own signal")
    return floor


FLOOR = _floor()


def asked(book: Book) -> tuple[Rule, ...]:
    """The rules that are on, the protective ones first, those of each trigger with the floor below them.

    Of a book that cannot be read the floor is what is left.
    """
    if isinstance(book, Unreadable):
        return FLOOR
    live = [rule for rule in book.rules if rule.on]
    guarded: list[Rule] = []
    for floor in FLOOR:
        guarded += [rule for rule in live if rule.trigger == floor.trigger]
        guarded.append(floor)
    return (*guarded, *(rule for rule in live if not rule.protects))
