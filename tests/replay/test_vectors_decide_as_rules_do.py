"""The evaluation over columns gives for every single decision what `conditions.holds` and `rules.decide` give."""

import os
from random import Random

import numpy as np
import pytest

from escalation import rules
from escalation.book import Book, Unreadable
from escalation.conditions import Known, holds
from escalation.facts import Facts
from escalation.reading_conditions import read_condition
from escalation.replay.columns import Block, block
from escalation.replay.comparing import CHANGES, Change, Conversations, changes, course
from escalation.replay.deciding import Ending, decide, decide_block, endings
from escalation.replay.holding import Holding, Truth
from escalation.rules import Approval, HandOver
from escalation.vocabulary import SIGNALS
from tests.replay import drawing

LONG = os.environ.get("BATON_PROPERTIES") == "long"
SEEDS = range(400 if LONG else 6)
ROWS = 200


def drawn(random: Random, rows: int = ROWS) -> tuple[list[Facts], Block]:
    seen = [drawing.facts(random) for _ in range(rows)]
    made, bad = block(one.to_json() for one in seen)
    assert bad == []
    return seen, made


@pytest.mark.parametrize("seed", SEEDS)
def test_conditions_are_as_three_valued_as_for_one(seed: int) -> None:
    random = Random(seed)
    seen, made = drawn(random, 60)
    holding = Holding(made)
    for _ in range(120):
        wanted = read_condition(drawing.condition(random), "when")
        assert _plain(holding.of(wanted)) == [holds(wanted, one) for one in seen], wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_books_decide_as_for_one(seed: int) -> None:
    random = Random(seed)
    seen, made = drawn(random)
    holding = Holding(made)
    for number in range(10):
        book: Book = rules.parse(drawing.book(random), version=number)
        assert _decided(book, holding) == [_told(rules.decide(one, book)) for one in seen]
    broken = Unreadable("not a book", 7)
    assert _decided(broken, holding) == [_told(rules.decide(one, broken)) for one in seen]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_conversation_is_judged_by_its_first_decision_that_ends(seed: int) -> None:
    random = Random(seed)
    seen, made = drawn(random)
    numbers = np.sort(np.array([random.randint(0, 50) for _ in seen]))
    books = [rules.parse(drawing.book(random, 2)), rules.parse(drawing.book(random, 2))]
    talks = Conversations.of(numbers)
    ends = [endings(book) for book in books]
    both = [course(talks, decide_block(book, made), end) for book, end in zip(books, ends, strict=True)]
    found = [CHANGES[place] for place in changes(*both, was=ends[0], now=ends[1])]
    groups = [[one for one, at in zip(seen, numbers, strict=True) if at == number] for number in np.unique(numbers)]
    assert found == [_change(group, *books) for group in groups]


def test_facts_that_cannot_be_read_are_named_and_known_of_nothing() -> None:
    good = drawing.facts(Random(1)).to_json()
    made, bad = block([good, {"format": 1}, None, {**good, "signals": None}, good])
    assert (made.size, bad) == (5, [1, 2, 3])
    anything = Holding(made).of(read_condition({"fact": "language", "operator": "is", "value": "en"}, "when"))
    assert _plain(anything)[1:4] == [None, None, None]


def test_what_hangs_on_a_value_that_was_never_measured_is_marked() -> None:
    document = drawing.book(Random(2), 0)
    sure = {"fact": "confidence", "operator": "below", "value": 0.5}
    listed = [{**rule, "when": {"fact": "signal.anger", "operator": "fires"}} for rule in document["rules"]]
    book = rules.parse(
        {"format": 1, "rules": [*listed, {**listed[0], "name": "unsure", "trigger": "own", "when": sure}]}
    )
    calm = Facts({}, None, None, "en", {}, {}).to_json()
    measured = {**calm, "confidence": 0.9, "confidence_threshold": 0.5}
    signals = {name: {"name": name, "value": 0.0, "threshold": 0.5, "evidence": []} for name in SIGNALS}
    made, _ = block([{**calm, "signals": signals}, {**measured, "signals": signals}])
    chosen = decide(book, Holding(made))
    assert (chosen.places.tolist(), chosen.hangs.tolist()) == ([-1, -1], [True, False])


def test_nothing_at_all_is_no_conversation() -> None:
    made, bad = block([])
    book = rules.parse(drawing.book(Random(3)))
    ends = endings(book)
    nothing = course(Conversations.of(np.zeros(0, dtype=np.int64)), decide_block(book, made), ends)
    assert (bad, len(changes(nothing, nothing, was=ends, now=ends))) == ([], 0)


def _plain(truth: Truth) -> list[Known]:
    assert not (truth.yes & truth.no).any()
    return [True if yes else False if no else None for yes, no in zip(truth.yes, truth.no, strict=True)]


Told = tuple[object, ...] | None


def _decided(book: Book, holding: Holding) -> list[Told]:
    known = endings(book)
    return [None if at < 0 else _ending(known[at]) for at in decide(book, holding).places]


def _ending(one: Ending) -> Told:
    return (one.rule, one.trigger, one.hands_over, *one.target)


def _told(outcome: HandOver | Approval | None) -> Told:
    match outcome:
        case None:
            return None
        case Approval(instead=instead):
            return (outcome.rule, outcome.trigger, False, instead.team, instead.skill, instead.priority)
        case HandOver():
            return (outcome.rule, outcome.trigger, True, outcome.team, outcome.skill, outcome.priority)


def _change(seen: list[Facts], was: Book, now: Book) -> Change:
    before, after = _first(seen, was), _first(seen, now)
    match before[0], after[0]:
        case None, None:
            pass
        case None, _:
            return Change.NEWLY
        case _, None:
            return Change.NO_LONGER
        case (earlier, one), (later, other):
            if earlier != later:
                return Change.EARLIER if later < earlier else Change.LATER
            if (one.team, one.skill, one.priority) != (other.team, other.skill, other.priority):
                return Change.TARGET
    if before[1] != after[1]:
        return Change.APPROVAL_ADDED if after[1] else Change.APPROVAL_GONE
    return Change.SAME


def _first(seen: list[Facts], book: Book) -> tuple[tuple[int, HandOver] | None, bool]:
    asked = False
    for place, one in enumerate(seen):
        match rules.decide(one, book):
            case HandOver() as outcome:
                return (place, outcome), asked
            case Approval():
                asked = True
    return None, asked
