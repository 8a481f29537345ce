"""Why a decision came out so: what held, what nearly held and what it lacked, quick enough for every turn."""

from copy import deepcopy
from dataclasses import replace
from time import perf_counter
from typing import Any

import pytest

from escalation.circumstances import Circumstances
from escalation.defaults import DEFAULT_RULES
from escalation.explaining import lacking
from escalation.facts import Facts
from escalation.reading_conditions import read_condition
from escalation.rules import Fired, Lack, Nearly, RuleBook, Unreadable, explain, parse
from tests.escalation.conversations import facts

Json = dict[str, Any]
DEFAULTS = parse(DEFAULT_RULES)
QUIET = facts(counts={"unsure": 0, "unsure_in_a_row": 0})


def fact(name: str, operator: str, *value: Any) -> Json:
    return {"fact": name, "operator": operator, **({"value": value[0]} if value else {})}


ANGRY, GOLD = fact("signal.anger", "at_least", 0.7), fact("customer.plan", "is", "gold")
UNSURE = fact("count.unsure", "at_least", 2)
ANGER = Lack("signal.anger", 0.61, "at_least", 0.7)
SEEN = replace(
    facts(values={"anger": 0.61, "distress": 0.4}, customer={"plan": "gold"}, counts={"unsure": 1}),
    circumstances=Circumstances(topic="refunds"),
    course={"anger": ((1, 0.41), (3, 0.61))},
)
LACKING: list[tuple[Json, tuple[Lack, ...]]] = [
    (ANGRY, (ANGER,)),
    (fact("signal.anger", "at_least", 0.77), ()),
    (fact("signal.distress", "fires"), (Lack("signal.distress", 0.4, "at_least", 0.5),)),
    (fact("signal.distress", "above", 0.54), (Lack("signal.distress", 0.4, "above", 0.54),)),
    (fact("signal.anger", "below", 0.5), (Lack("signal.anger", 0.61, "below", 0.5),)),
    ({"not": fact("signal.anger", "fires")}, (Lack("signal.anger", 0.61, "below", 0.5),)),
    (UNSURE, (Lack("count.unsure", 1, "at_least", 2),)),
    (fact("count.unsure", "above", 2), ()),
    (fact("count.unsure", "is", 0), (Lack("count.unsure", 1, "is", 0),)),
    ({"not": fact("count.unsure", "is", 1)}, (Lack("count.unsure", 1, "is_not", 1),)),
    (fact("rise.anger", "at_least", 0.3), (Lack("rise.anger", 0.2, "at_least", 0.3),)),
    ({"all": [ANGRY, GOLD]}, (ANGER,)),
    ({"all": [ANGRY, UNSURE]}, ()),
    ({"all": [ANGRY, fact("language", "is", "de")]}, ()),
    ({"all": [ANGRY, fact("confidence", "below", 0.4)]}, ()),
    ({"any": [ANGRY, UNSURE, fact("language", "is", "de")]}, (ANGER, Lack("count.unsure", 1, "at_least", 2))),
    ({"any": [{"all": [ANGRY, GOLD]}, {"all": [UNSURE, ANGRY]}]}, (ANGER,)),
    ({"not": {"any": [fact("signal.anger", "fires"), GOLD]}}, ()),
    ({"not": {"all": [fact("signal.anger", "fires"), GOLD]}}, (Lack("signal.anger", 0.61, "below", 0.5),)),
    (fact("topic", "is", "orders"), ()),
    (fact("clock", "between", ["08:00", "18:00"]), ()),
    (fact("customer.plan", "known", *[False]), ()),
]


@pytest.mark.parametrize(("when", "lacks"), LACKING)
def test_a_condition_lacks_the_one_close_comparison_that_keeps_it_from_holding(
    when: Json, lacks: tuple[Lack, ...]
) -> None:
    assert lacking(read_condition(when, "when"), SEEN) == lacks


def book(**changes: Any) -> RuleBook:
    """The default rules, the one about anger changed."""
    document = deepcopy(DEFAULT_RULES)
    document["rules"][4].update(changes)
    return parse(document)


def test_a_quiet_conversation_explains_itself_by_nothing() -> None:
    assert explain(QUIET, DEFAULTS).to_json() == {"fired": [], "nearly": []}


def test_all_that_fired_is_told_in_the_order_of_asking_and_the_floor_only_where_nothing_else_says_it() -> None:
    seen = facts(values={"anger": 0.9, "distress": 0.8, "loop": 0.45})
    told = explain(seen, book(does="mark"))
    assert told.fired == (
        Fired("Someone in distress gets a person first", "distress", "hand_over"),
        Fired("An upset customer gets a person", "anger", "mark"),
    )
    assert told.nearly == (Nearly("No talking in circles", "loop", (Lack("signal.loop", 0.45, "at_least", 0.5),)),)
    loosened = deepcopy(DEFAULT_RULES)
    loosened["rules"][0].update(name="Mine", when=fact("signal.distress", "at_least", 0.9))
    loosely = explain(seen, parse(loosened))
    assert loosely.fired[0] == told.fired[0]
    assert loosely.nearly[0] == Nearly("Mine", "distress", (Lack("signal.distress", 0.8, "at_least", 0.9),))


def test_it_is_stored_as_json() -> None:
    told = explain(facts(values={"anger": 0.61, "asks_human": 1.0}), book(when=ANGRY)).to_json()
    assert told == {
        "fired": [{"rule": "Whoever asks for a person gets one", "trigger": "asks_human", "does": "hand_over"}],
        "nearly": [
            {
                "rule": "An upset customer gets a person",
                "trigger": "anger",
                "lacks": [{"fact": "signal.anger", "was": 0.61, "operator": "at_least", "needed": 0.7}],
            }
        ],
    }


def test_an_unreadable_book_explains_itself_by_that_or_by_the_protection() -> None:
    broken = Unreadable("broken", 4)
    assert explain(QUIET, broken).fired == (Fired("", "rules_unreadable", "hand_over"),)
    assert [one.trigger for one in explain(facts(values={"distress": 0.9}), broken).fired] == ["distress"]


def test_the_default_rules_are_explained_within_a_millisecond() -> None:
    seen: Facts = facts(values={"anger": 0.45, "loop": 0.4}, confidence=0.3, counts={"unsure": 1})
    explain(seen, DEFAULTS)
    began = perf_counter()
    for _ in range(100):
        explain(seen, DEFAULTS)
    assert (perf_counter() - began) / 100 < 0.005  # five times what it may take where nothing else runs
