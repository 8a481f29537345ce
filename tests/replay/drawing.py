"""Facts, conditions and books at random, with values from few, so that bounds are met and names are missing often."""

from random import Random
from typing import Any

from escalation.circumstances import CHANNELS, MODES, WEEKDAYS, Circumstances
from escalation.facts import COURSES, Attribute, Facts, Quote, Signal
from escalation.vocabulary import (
    COUNTS,
    DOES,
    HAND_OVER,
    NAMED,
    NUMERIC,
    OPERATORS,
    PRIORITIES,
    PROTECTIVE,
    SIGNALS,
    TRIGGERS,
)

SHARES = (0.0, 0.25, 0.3, 0.1 + 0.2, 0.5, 0.7, 1.0)
PLAIN: tuple[Attribute, ...] = (
    "",
    "gold",
    "GOLD",
    "ß",
    "ss",
    "1",
    0,
    1,
    1.0,
    True,
    False,
    2.5,
    10**17,
    float(10**17),
    -3,
)
NAMES = ("plan", "age", "vip")
TEAMS = ("Sales", "Customer care")
CLOCKS = ("00:00", "08:00", "12:30", "18:00", "23:59")
TOPICS = ("", "refund", "delivery")


def facts(random: Random) -> Facts:
    """Facts of a decision; any of them may be missing that can."""
    signals = {name: _signal(random, name) for name in SIGNALS if random.random() < 0.7}
    confidence = _maybe(random, SHARES)
    return Facts(
        signals=signals,
        confidence=confidence,
        confidence_threshold=None if confidence is None else random.choice(SHARES),
        language=random.choice(("en", "de", "EN", "")),
        customer={name: random.choice(PLAIN) for name in NAMES if random.random() < 0.6},
        counts={name: random.randint(0, 4) for name in COUNTS if random.random() < 0.8},
        skill={name: random.choice(("", "refund", "policy")) for name in NAMED["skill"] if random.random() < 0.5},
        circumstances=Circumstances(
            topic=_maybe(random, TOPICS),
            channel=_maybe(random, CHANNELS),
            mode=_maybe(random, MODES),
            weekday=_maybe(random, WEEKDAYS),
            clock=_maybe(random, CLOCKS),
            open={team: random.random() < 0.5 for team in TEAMS if random.random() < 0.6},
        ),
        course={name: _course(random) for name in COURSES if random.random() < 0.6},
    )


def condition(random: Random, depth: int = 0) -> dict[str, Any]:
    """The document of a condition."""
    word = random.choice(("all", "any", "not")) if depth < 3 and random.random() < 0.5 else ""
    if word == "not":
        return {"not": condition(random, depth + 1)}
    if word:
        return {word: [condition(random, depth + 1) for _ in range(random.randint(1, 3))]}
    return comparison(random)


def comparison(random: Random) -> dict[str, Any]:
    """The document of a comparison of any fact by any operator that it knows."""
    kind = random.choice(tuple(OPERATORS))
    operator = random.choice(OPERATORS[kind])
    names = {"customer": NAMES, "hours": ("", *TEAMS), **NAMED}.get(kind, ("",))
    name = random.choice(names)
    fact = f"{kind}.{name}" if name else kind
    if operator == "fires":
        return {"fact": fact, "operator": operator}
    return {"fact": fact, "operator": operator, "value": _value(random, kind, operator)}


def book(random: Random, rules: int = 5) -> dict[str, Any]:
    """The document of a book with this many rules beside the protective ones."""
    needed = [_rule(random, f"floor of {trigger}", trigger=trigger) for trigger in PROTECTIVE]
    listed = [*needed, *(_rule(random, f"rule {place}") for place in range(rules))]
    random.shuffle(listed)
    return {"format": 1, "rules": listed}


def _rule(random: Random, name: str, *, trigger: str = "") -> dict[str, Any]:
    chosen = trigger or random.choice(TRIGGERS)
    protects = chosen in PROTECTIVE
    return {
        "name": name,
        "trigger": chosen,
        "label": name,
        "on": protects or random.random() < 0.8,
        "when": condition(random),
        "does": HAND_OVER if protects else random.choice(DOES),
        "team": random.choice((None, *TEAMS)),
        "priority": random.choice(PRIORITIES),
        "say": {"en": "One moment."},
        "reason": "At random.",
    }


def _value(random: Random, kind: str, operator: str) -> Any:
    if operator == "between":
        return random.sample(CLOCKS, 2)
    if operator == "known" or kind == "hours":
        return random.random() < 0.5
    if kind == "count":
        return random.choice((0, 1, 2, 1.0, 2.5))
    if operator in NUMERIC:
        return random.choice((*SHARES, 1)) if kind != "customer" else random.choice((*SHARES, -3, 10**17, 2.5))
    words = {"channel": CHANNELS, "mode": MODES, "weekday": WEEKDAYS, "topic": TOPICS, "language": ("en", "de")}
    pool: tuple[Any, ...] = words.get(kind, ("", "refund", "policy") if kind == "skill" else PLAIN)
    return [random.choice(pool), random.choice(pool)] if operator == "one_of" else random.choice(pool)


def _signal(random: Random, name: str) -> Signal:
    return Signal(name, random.choice(SHARES), random.choice(SHARES), (Quote("words", 1, 0, 5),))


def _course(random: Random) -> tuple[tuple[int, float], ...]:
    return tuple((seq, random.choice(SHARES)) for seq in range(1, random.randint(2, 4)))


def _maybe(random: Random, pool: tuple[Any, ...]) -> Any:
    return None if random.random() < 0.3 else random.choice(pool)
