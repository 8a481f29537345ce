"""`rules.decide` for a whole block of decisions: which rule ends the search at each, if any does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from escalation.book import Book, Rule, Unreadable
from escalation.order import asked
from escalation.replay.columns import Block
from escalation.replay.holding import Holding
from escalation.vocabulary import ASK_APPROVAL, HAND_OVER

UNREADABLE = "rules_unreadable"  # the trigger of the handovers of a book that cannot be read
UNREADABLE_PRIORITY = "high"


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends the search for a decision: a rule of the book or of the floor, or that the book cannot be read."""

    rule: str
    trigger: str
    does: str
    team: str | None
    skill: str | None
    priority: str

    @property
    def hands_over(self) -> bool:
        """Whether a person gets the conversation, rather than the answer for a yes."""
        return self.does != ASK_APPROVAL

    @property
    def target(self) -> tuple[str | None, str | None, str]:
        """Where the conversation goes, and how soon."""
        return self.team, self.skill, self.priority


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """For each row the place of its ending among `endings`, -1 for none.

    `hangs` marks rows where a rule before that, or any where there is none, hangs on something that was not measured.
    """

    places: NDArray[np.int16]
    hangs: NDArray[np.bool_]


def endings(book: Book) -> list[Ending]:
    """All that can end the search in this book, in the order in which it is asked."""
    found = [_ending(rule) for rule in asked(book) if rule.ends]
    if isinstance(book, Unreadable):
        found.append(Ending("", UNREADABLE, HAND_OVER, None, None, UNREADABLE_PRIORITY))
    return found


def decide(book: Book, holding: Holding) -> Chosen:
    """Where each decision of the block ends with this book; the same as `rules.decide` for each of them."""
    size = holding.block.size
    places = np.full(size, -1, dtype=np.int16)
    hangs = np.zeros(size, dtype=bool)
    ending = [rule for rule in asked(book) if rule.ends]
    for place, rule in enumerate(ending):
        is_open = places < 0
        truth = holding.of(rule.when)
        hangs |= is_open & truth.unknown
        places[is_open & truth.yes] = place
    if isinstance(book, Unreadable):
        places[places < 0] = len(ending)
    return Chosen(places, hangs)


def decide_block(book: Book, block: Block) -> Chosen:
    """The same for a block that nothing else is asked about."""
    return decide(book, Holding(block))


def _ending(rule: Rule) -> Ending:
    return Ending(rule.name, rule.trigger, rule.does, rule.team, rule.skill, rule.priority)
