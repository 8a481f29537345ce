"""One comparison in English, as it reads where it must hold and where it must not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from escalation import wordings
from escalation.circumstances import WEEKDAYS
from escalation.conditions import Comparison, Operand
from escalation.vocabulary import OPPOSITE
from escalation.wordings import language, spaced

TOO_LONG = 1e15  # from here on a number is shown as it was written
_SHARE = {"at_least": "at least", "at_most": "at most", "above": "above", "below": "below"}
_COUNT = {"at_least": "at least", "at_most": "at most", "above": "more than", "below": "fewer than", "is": "exactly"}
_RISEN = {
    "at_least": "risen by at least *{}*",
    "at_most": "risen by at most *{}*",
    "above": "risen by more than *{}*",
    "below": "risen by less than *{}*",
}
_FALLEN = {
    "at_least": "not fallen by more than *{}*",
    "at_most": "fallen by at least *{}*",
    "above": "fallen by less than *{}*, or not at all",
    "below": "fallen by more than *{}*",
}
_COUNTED = {
    "customer_messages": "the customer has written {}",
    "assistant_messages": "the assistant has written {}",
    "agent_messages": "people of the team have written {}",
    "unsure": "the assistant was unsure {}",
    "unsure_in_a_row": "the assistant was unsure {} in a row",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A clause; what stands in * is emphasised, and each {} is one of the values."""

    pattern: str
    values: tuple[str, ...] = ()


def phrase(comparison: Comparison, *, holds: bool) -> Phrase:
    """The comparison as a clause, or its opposite where it must not hold."""
    if not holds and comparison.operator in OPPOSITE and comparison.kind != "customer":
        turned = OPPOSITE[comparison.operator]
        return phrase(Comparison(comparison.kind, comparison.name, turned, comparison.value), holds=True)
    met, unmet = _PHRASES[comparison.kind](comparison)
    return met if holds else unmet


def number(value: Operand) -> str:
    """A number as people write it: 3, 2.5, 1,000."""
    return f"{value:,.6g}" if isinstance(value, int | float) and abs(value) < TOO_LONG else str(value)


def percent(value: float) -> str:
    """A share of 0..1 as people write it."""
    return f"{number(round(value * 100, 2))}%"


_Both: TypeAlias = tuple[Phrase, Phrase]  # where it must hold, and where it must not


def _only(phrase: Phrase) -> _Both:
    """Of a comparison of numbers, whose opposite is another such comparison."""
    return phrase, phrase


def _signal(comparison: Comparison) -> _Both:
    words, value = wordings.SIGNALS[comparison.name], comparison.value
    if not isinstance(value, int | float):
        return Phrase(words.heard), Phrase(words.unheard)
    level = dict(wordings.LEVELS).get(value)
    if comparison.operator == "at_least" and level in ("any", "some"):
        return _only(Phrase("there is *{} {}*", (level, words.noun)))
    shown = level if level in ("high", "very high") else percent(value)
    return _only(Phrase("*{}* is {} *{}*", (words.subject, _SHARE[comparison.operator], shown)))


def _rise(comparison: Comparison) -> _Both:
    noun, operator, value = wordings.SIGNALS[comparison.name].subject, comparison.operator, comparison.value
    share = value if isinstance(value, int | float) else 0
    word = dict(wordings.RISES).get(share) if operator == "at_least" else None
    if word is not None:
        return _only(Phrase("*{}* has risen *{}*", (noun, f"at least {word}" if word == "a little" else word)))
    how = (_RISEN if share >= 0 else _FALLEN)[operator]
    return _only(Phrase(f"*{{}}* has {how}", (noun, f"{number(round(abs(share) * 100, 2))} points")))


def _count(comparison: Comparison) -> _Both:
    things = "messages" if comparison.name.endswith("messages") else "times"
    amount = f"{number(comparison.value)} {things.removesuffix('s') if comparison.value == 1 else things}"
    pattern, how = _COUNTED[comparison.name], _COUNT[comparison.operator]
    met = Phrase(pattern.format(f"{how} *{{}}*"), (amount,))
    return met, Phrase("the number of *{}* is *not {}*", (wordings.COUNTS[comparison.name], number(comparison.value)))


def _confidence(comparison: Comparison) -> _Both:
    share = comparison.value if isinstance(comparison.value, int | float) else 0
    how = _SHARE[comparison.operator]
    if comparison.kind == "confidence":
        return _only(Phrase("the assistant's *confidence* is {} *{}*", (how, percent(share))))
    pattern = "the assistant's *confidence* is {} *{}* of what an answer needs"
    return _only(Phrase(pattern, (how, percent(share))))


def _customer(comparison: Comparison) -> _Both:
    name, operator, value = spaced(comparison.name), comparison.operator, comparison.value
    if operator == "known":
        known, unknown = (
            Phrase("the customer's *{}* is *known*", (name,)),
            Phrase("the customer's *{}* is *not known*", (name,)),
        )
        return (known, unknown) if value is True else (unknown, known)
    if operator in _COUNT and operator != "is":
        how = {**_COUNT, "above": "above", "below": "below"}[operator]
        pattern = f"the customer's *{{}}* is {{}}{how} *{{}}*"
        return Phrase(pattern, (name, "", number(value))), Phrase(pattern, (name, "not ", number(value)))
    met, unmet = _one_of(comparison, str)
    subject = "the customer's *{}* is "
    return Phrase(subject + met.pattern, (name, *met.values)), Phrase(subject + unmet.pattern, (name, *unmet.values))


def _one_of(comparison: Comparison, shown: Callable[[str], str]) -> _Both:
    """ "*a* or *b*", and "*neither a nor b*", of the values that a comparison allows."""
    found = comparison.value if isinstance(comparison.value, tuple) else (comparison.value,)
    texts = tuple(shown(_plain(one)) for one in found)
    if len(texts) == 1:
        return Phrase("*{}*", texts), Phrase("*not {}*", texts)
    if len(texts) == 2:
        return Phrase("*{}* or *{}*", texts), Phrase("*neither {} nor {}*", texts)
    before = ", ".join(["*{}*"] * (len(texts) - 1))
    none = ", ".join(["{}"] * (len(texts) - 1))
    return Phrase(f"{before} or *{{}}*", texts), Phrase(f"*none of {none} and {{}}*", texts)


def _plain(value: Operand) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return number(value) if isinstance(value, int | float) else str(value) or "empty"


def _language(comparison: Comparison) -> _Both:
    met, _ = _one_of(comparison, language)
    return _after("the customer writes ", met), _after("the customer does *not* write ", met)


def _topic(comparison: Comparison) -> _Both:
    if comparison.value == "":
        return Phrase("there is *no topic*"), Phrase("there is *a topic*")
    met, unmet = _one_of(comparison, lambda name: spaced(name) if name != "empty" else "unknown")
    return _after("the topic is ", met), _after("the topic is ", unmet)


def _channel(comparison: Comparison) -> _Both:
    met, _ = _one_of(comparison, lambda name: wordings.BY_CHANNEL.get(name, name))
    return _after("the customer writes ", met), _after("the customer does *not* write ", met)


def _mode(comparison: Comparison) -> _Both:
    met, _ = _one_of(comparison, lambda name: wordings.IN_MODE.get(name, name))
    _, unmet = _one_of(comparison, lambda name: f"“{wordings.MODES.get(name, name)}”")
    return _after("the assistant ", met), _after("the assistant's mode is ", unmet)


def _weekday(comparison: Comparison) -> _Both:
    found = comparison.value if isinstance(comparison.value, tuple) else (comparison.value,)
    places = sorted({WEEKDAYS.index(str(one)) for one in found})
    if len(places) > 2 and places[-1] - places[0] == len(places) - 1:
        stretch = (WEEKDAYS[places[0]].capitalize(), WEEKDAYS[places[-1]].capitalize())
        return Phrase("it is *{} to {}*", stretch), Phrase("it is *not {} to {}*", stretch)
    ordered = Comparison("weekday", "", "one_of", tuple(WEEKDAYS[place] for place in places))
    met, unmet = _one_of(ordered, str.capitalize)
    return _after("it is ", met), _after("it is ", unmet)


def _clock(comparison: Comparison) -> _Both:
    begins, ends = comparison.value if isinstance(comparison.value, tuple) else ("", "")
    stretch = (str(begins), str(ends))
    return Phrase("it is between *{}* and *{}*", stretch), Phrase("it is *not between {} and {}*", stretch)


def _hours(comparison: Comparison) -> _Both:
    team = comparison.name
    at_work = Phrase("*{}* is *at work*", (team,)) if team else Phrase("*somebody* is at work")
    away = Phrase("*{}* is *not at work*", (team,)) if team else Phrase("*nobody* is at work")
    return (at_work, away) if comparison.value is True else (away, at_work)


def _skill(comparison: Comparison) -> _Both:
    if comparison.name == "name":
        if comparison.value == "":
            return Phrase("the assistant does *no task* step by step"), Phrase(
                "the assistant does *a task* step by step"
            )
        met, unmet = _one_of(comparison, spaced)
        return _after("the assistant's task is ", met), _after("the assistant's task is ", unmet)
    if comparison.value == "":
        return Phrase("the assistant gave *no task* up"), Phrase("the assistant gave *a task* up")
    met, _ = _one_of(comparison, lambda name: wordings.OUTCOMES.get(name, spaced(name)))
    given, kept = "the assistant gave its task up because ", "the assistant did *not* give a task up because "
    return _after(given, met), _after(kept, met)


def _after(subject: str, clause: Phrase) -> Phrase:
    return Phrase(subject + clause.pattern, clause.values)


_PHRASES: Mapping[str, Callable[[Comparison], _Both]] = {
    "signal": _signal,
    "rise": _rise,
    "confidence": _confidence,
    "confidence_share": _confidence,
    "count": _count,
    "customer": _customer,
    "language": _language,
    "topic": _topic,
    "channel": _channel,
    "mode": _mode,
    "weekday": _weekday,
    "clock": _clock,
    "hours": _hours,
    "skill": _skill,
}
