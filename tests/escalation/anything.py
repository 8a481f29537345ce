"""Random facts and rules: every fact and comparison there is, near enough to each other that rules often hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from escalation.circumstances import CHANNELS, MODES, UNKNOWN, WEEKDAYS, Circumstances
from escalation.facts import COURSES, Attribute, Facts, Quote, Signal
from escalation.signals import NAMES
from escalation.signals.sensing import THRESHOLD
from escalation.vocabulary import COUNTS, DOES, NUMERIC, PRIORITIES, PROTECTIVE, SIGNALS, TRIGGERS

Json = dict[str, Any]

TEAMS = ("Sales", "Customer care")
TOPICS = ("", "refunds", "orders")
ATTRIBUTES = ("plan", "orders", "vip")
CLOCKS = ("00:00", "08:00", "12:30", "18:00", "23:59")

share = st.sampled_from([0.0, 0.2, 0.25, 0.45, 0.5, 0.6, 0.7, 1.0]) | st.floats(0, 1)
number = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-1000, 1000)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
quotes = st.builds(Quote, words, st.integers(1, 99), st.integers(0, 99), st.integers(0, 99))
plain: list[Attribute] = ["gold", "Gold", "silver", 0, 1, 3, 2.5, True, False]
attributes: st.SearchStrategy[Attribute] = st.sampled_from(plain) | number


def maybe(values: st.SearchStrategy[Any] | Sequence[Any]) -> st.SearchStrategy[Any]:
    """One of the values, or None for a fact that is not known."""
    return st.none() | (values if isinstance(values, st.SearchStrategy) else st.sampled_from(values))


circumstances = st.just(UNKNOWN) | st.builds(
    Circumstances,
    topic=maybe(TOPICS),
    channel=maybe(CHANNELS),
    mode=maybe(MODES),
    weekday=maybe(WEEKDAYS),
    clock=maybe([*CLOCKS, "07:59", "20:00"]),
    open=st.dictionaries(st.sampled_from(TEAMS), st.booleans()),
)


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    """Facts as a turn may measure them, before or after the assistant looked for an answer."""
    signals = {name: Signal(name, draw(share), THRESHOLD, tuple(draw(st.lists(quotes, max_size=1)))) for name in NAMES}
    made = Facts(
        signals,
        None,
        None,
        draw(st.sampled_from(["en", "de", "xx"])),
        draw(st.dictionaries(st.sampled_from(ATTRIBUTES) | words, attributes | words, max_size=3)),
        draw(st.dictionaries(st.sampled_from(COUNTS), st.integers(0, 9))),
        draw(st.sampled_from([{}, {"name": "recommend"}, {"name": "refund", "outcome": "outside_policy"}])),
        draw(circumstances),
        draw(st.dictionaries(st.sampled_from(COURSES), st.lists(st.tuples(st.integers(1, 9), share)).map(tuple))),
    )
    return made.with_confidence(draw(share), draw(share)) if draw(st.booleans()) else made


def _compared(fact: str, operators: Sequence[str], values: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    return st.builds(
        lambda operator, value: {"fact": fact, "operator": operator, "value": value}, st.sampled_from(operators), values
    )


def _named(kind: str, names: Sequence[str], operators: Sequence[str], values: st.SearchStrategy[Any]) -> Any:
    return st.sampled_from(names).flatmap(lambda name: _compared(f"{kind}.{name}", operators, values))


def _chosen(fact: str, choices: Sequence[Any]) -> st.SearchStrategy[Json]:
    several = st.lists(st.sampled_from(choices), min_size=1, max_size=3)
    return _compared(fact, ["is"], st.sampled_from(choices)) | _compared(fact, ["one_of"], several)


comparisons: st.SearchStrategy[Json] = st.one_of(
    _named("signal", SIGNALS, NUMERIC, share),
    st.builds(lambda name: {"fact": f"signal.{name}", "operator": "fires"}, st.sampled_from(SIGNALS)),
    _named("rise", COURSES, NUMERIC, st.sampled_from([-1.0, -0.2, 0.0, 0.25, 0.5])),
    _named("count", COUNTS, [*NUMERIC, "is"], st.integers(0, 9) | st.sampled_from([1.5, -1.0])),
    _named("customer", ATTRIBUTES, [*NUMERIC], st.integers(0, 3) | st.just(2.5)),
    _named("customer", ATTRIBUTES, ["is"], attributes),
    _named("customer", ATTRIBUTES, ["one_of"], st.lists(attributes, min_size=1, max_size=3)),
    _named("customer", ATTRIBUTES, ["known"], st.booleans()),
    _compared("confidence", NUMERIC, share),
    _compared("confidence_share", NUMERIC, st.sampled_from([0.0, 0.5, 1.0, 1.5])),
    _chosen("language", ["en", "DE", "fr"]),
    _chosen("topic", TOPICS),
    _chosen("channel", CHANNELS),
    _chosen("mode", MODES),
    _chosen("weekday", WEEKDAYS),
    _chosen("skill.name", ["", "recommend", "refund"]),
    _chosen("skill.outcome", ["", "outside_policy"]),
    _compared("clock", ["between"], st.lists(st.sampled_from(CLOCKS), min_size=2, max_size=2, unique=True)),
    _compared("hours", ["is"], st.booleans()),
    _named("hours", TEAMS, ["is"], st.booleans()),
)
conditions: st.SearchStrategy[Json] = st.recursive(
    comparisons,
    lambda inner: (
        st.builds(
            lambda word, parts: {word: parts}, st.sampled_from(["all", "any"]), st.lists(inner, min_size=1, max_size=3)
        )
        | st.builds(lambda part: {"not": part}, inner)
    ),
    max_leaves=6,
)


@st.composite
def rule_documents(draw: st.DrawFn, name: str = "added") -> Json:
    """A rule that may be added to a book, of any trigger and deed that go together."""
    trigger = draw(st.sampled_from(TRIGGERS))
    made: Json = {
        "name": name,
        "trigger": trigger,
        "label": "Added",
        "when": draw(conditions),
        "team": draw(st.sampled_from([None, "Sales"])),
        "priority": draw(st.sampled_from(PRIORITIES)),
        "say": "One moment.",
        "reason": "Added.",
    }
    if trigger not in PROTECTIVE and draw(st.booleans()):
        made |= {
            "does": draw(st.sampled_from(DOES)),
            "on": draw(st.booleans()),
            "skill": draw(st.sampled_from([None, "billing"])),
            "tags": draw(st.lists(st.sampled_from(["vip", "late"]), max_size=2)),
            "notify": draw(st.lists(st.sampled_from(["supervisors", "admins", "agt_1"]), max_size=2)),
        }
    return made
