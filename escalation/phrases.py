"""One comparison in English, as it reads where it must hold and where it must not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.translation import gettext, gettext_noop, ngettext

from escalation import wordings
from escalation.circumstances import WEEKDAYS
from escalation.conditions import Comparison, Operand
from escalation.vocabulary import OPPOSITE
from escalation.wordings import language, spaced

TOO_LONG = 1e15  # from here on a number is shown as it was written
_SHARE = {
    "at_least": gettext_noop("at least"),
    "at_most": gettext_noop("at most"),
    "above": gettext_noop("above"),
    "below": gettext_noop("below"),
}
_COUNT = {
    "at_least": gettext_noop("at least"),
    "at_most": gettext_noop("at most"),
    "above": gettext_noop("more than"),
    "below": gettext_noop("fewer than"),
    "is": gettext_noop("exactly"),
}
_RISEN = {
    "at_least": gettext_noop("risen by at least *{}*"),
    "at_most": gettext_noop("risen by at most *{}*"),
    "above": gettext_noop("risen by more than *{}*"),
    "below": gettext_noop("risen by less than *{}*"),
}
_FALLEN = {
    "at_least": gettext_noop("not fallen by more than *{}*"),
    "at_most": gettext_noop("fallen by at least *{}*"),
    "above": gettext_noop("fallen by less than *{}*, or not at all"),
    "below": gettext_noop("fallen by more than *{}*"),
}
_COUNTED = {
    "customer_messages": gettext_noop("the customer has written {}"),
    "assistant_messages": gettext_noop("the assistant has written {}"),
    "agent_messages": gettext_noop("people of the team have written {}"),
    "unsure": gettext_noop("the assistant was unsure {}"),
    "unsure_in_a_row": gettext_noop("the assistant was unsure {} in a row"),
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
    words, value = wordings.SIGNALS[comparison.name].spoken(), comparison.value
    if not isinstance(value, int | float):
        return Phrase(words.heard), Phrase(words.unheard)
    level = dict(wordings.LEVELS).get(value)
    if comparison.operator == "at_least" and level in ("any", "some"):
        return _only(Phrase(gettext("there is *{} {}*"), (gettext(level), words.noun)))
    shown = gettext(level) if level in ("high", "very high") else percent(value)
    return _only(Phrase(gettext("*{}* is {} *{}*"), (words.subject, gettext(_SHARE[comparison.operator]), shown)))


def _rise(comparison: Comparison) -> _Both:
    noun, operator, value = wordings.SIGNALS[comparison.name].spoken().subject, comparison.operator, comparison.value
    share = value if isinstance(value, int | float) else 0
    word = dict(wordings.RISES).get(share) if operator == "at_least" else None
    if word is not None:
        return _only(
            Phrase(
                gettext("*{}* has risen *{}*"),
                (noun, gettext("at least a little") if word == "a little" else gettext(word)),
            )
        )
    how = gettext((_RISEN if share >= 0 else _FALLEN)[operator])
    return _only(
        Phrase(
            gettext("*{{}}* has {how}").format(how=how),
            (noun, gettext("{share} points").format(share=number(round(abs(share) * 100, 2)))),
        )
    )


def _count(comparison: Comparison) -> _Both:
    count = comparison.value if isinstance(comparison.value, int) else 2
    times = ngettext("{count} time", "{count} times", count)
    things = ngettext("{count} message", "{count} messages", count) if comparison.name.endswith("messages") else times
    amount = things.format(count=number(comparison.value))
    pattern, how = gettext(_COUNTED[comparison.name]), gettext(_COUNT[comparison.operator])
    met = Phrase(pattern.format(f"{how} *{{}}*"), (amount,))
    return met, Phrase(
        gettext("the number of *{}* is *not {}*"), (gettext(wordings.COUNTS[comparison.name]), number(comparison.value))
    )


def _confidence(comparison: Comparison) -> _Both:
    share = comparison.value if isinstance(comparison.value, int | float) else 0
    how = gettext(_SHARE[comparison.operator])
    if comparison.kind == "confidence":
        return _only(Phrase(gettext("the assistant's *confidence* is {} *{}*"), (how, percent(share))))
    pattern = gettext("the assistant's *confidence* is {} *{}* of what an answer needs")
    return _only(Phrase(pattern, (how, percent(share))))


def _customer(comparison: Comparison) -> _Both:
    name, operator, value = spaced(comparison.name), comparison.operator, comparison.value
    if operator == "known":
        known, unknown = (
            Phrase(gettext("the customer's *{}* is *known*"), (name,)),
            Phrase(gettext("the customer's *{}* is *not known*"), (name,)),
        )
        return (known, unknown) if value is True else (unknown, known)
    if operator in _COUNT and operator != "is":
        how = gettext({**_COUNT, "above": "above", "below": "below"}[operator])
        pattern = gettext("the customer's *{{}}* is {{}}{how} *{{}}*").format(how=how)
        return Phrase(pattern, (name, "", number(value))), Phrase(pattern, (name, gettext("not "), number(value)))
    met, unmet = _one_of(comparison, str)
    subject = gettext("the customer's *{}* is ")
    return Phrase(subject + met.pattern, (name, *met.values)), Phrase(subject + unmet.pattern, (name, *unmet.values))


def _one_of(comparison: Comparison, shown: Callable[[str], str]) -> _Both:
    """ "*a* or *b*", and "*neither a nor b*", of the values that a comparison allows."""
    found = comparison.value if isinstance(comparison.value, tuple) else (comparison.value,)
    texts = tuple(shown(_plain(one)) for one in found)
    if len(texts) == 1:
        return Phrase("*{}*", texts), Phrase(gettext("*not {}*"), texts)
    if len(texts) == 2:
        return Phrase(gettext("*{}* or *{}*"), texts), Phrase(gettext("*neither {} nor {}*"), texts)
    before = ", ".join(["*{}*"] * (len(texts) - 1))
    none = ", ".join(["{}"] * (len(texts) - 1))
    return Phrase(gettext("{before} or *{{}}*").format(before=before), texts), Phrase(
        gettext("*none of {none} and {{}}*").format(none=none), texts
    )


def _plain(value: Operand) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return number(value) if isinstance(value, int | float) else str(value) or gettext("empty")


def _language(comparison: Comparison) -> _Both:
    met, _ = _one_of(comparison, language)
    return _after(gettext("the customer writes "), met), _after(gettext("the customer does *not* write "), met)


def _topic(comparison: Comparison) -> _Both:
    if comparison.value == "":
        return Phrase(gettext("there is *no topic*")), Phrase(gettext("there is *a topic*"))
    met, unmet = _one_of(comparison, lambda name: spaced(name) if name != gettext("empty") else gettext("unknown"))
    return _after(gettext("the topic is "), met), _after(gettext("the topic is "), unmet)


def _channel(comparison: Comparison) -> _Both:
    met, _ = _one_of(comparison, lambda name: wordings.spoken(wordings.BY_CHANNEL).get(name, name))
    return _after(gettext("the customer writes "), met), _after(gettext("the customer does *not* write "), met)


def _mode(comparison: Comparison) -> _Both:
    met, _ = _one_of(comparison, lambda name: wordings.spoken(wordings.IN_MODE).get(name, name))
    _, unmet = _one_of(comparison, lambda name: f"“{wordings.spoken(wordings.MODES).get(name, name)}”")
    return _after(gettext("the assistant "), met), _after(gettext("the assistant's mode is "), unmet)


def _weekday(comparison: Comparison) -> _Both:
    found = comparison.value if isinstance(comparison.value, tuple) else (comparison.value,)
    places = sorted({WEEKDAYS.index(str(one)) for one in found})
    if len(places) > 2 and places[-1] - places[0] == len(places) - 1:
        stretch = (_day(WEEKDAYS[places[0]]), _day(WEEKDAYS[places[-1]]))
        return Phrase(gettext("it is *{} to {}*"), stretch), Phrase(gettext("it is *not {} to {}*"), stretch)
    ordered = Comparison("weekday", "", "one_of", tuple(WEEKDAYS[place] for place in places))
    met, unmet = _one_of(ordered, _day)
    return _after(gettext("it is "), met), _after(gettext("it is "), unmet)


def _day(name: str) -> str:
    return gettext(name.capitalize())


def _clock(comparison: Comparison) -> _Both:
    begins, ends = comparison.value if isinstance(comparison.value, tuple) else ("", "")
    stretch = (str(begins), str(ends))
    return Phrase(gettext("it is between *{}* and *{}*"), stretch), Phrase(
        gettext("it is *not between {} and {}*"), stretch
    )


def _hours(comparison: Comparison) -> _Both:
    team = comparison.name
    at_work = Phrase(gettext("*{}* is *at work*"), (team,)) if team else Phrase(gettext("*somebody* is at work"))
    away = Phrase(gettext("*{}* is *not at work*"), (team,)) if team else Phrase(gettext("*nobody* is at work"))
    return (at_work, away) if comparison.value is True else (away, at_work)


def _skill(comparison: Comparison) -> _Both:
    if comparison.name == "name":
        if comparison.value == "":
            return Phrase(gettext("the assistant does *no task* step by step")), Phrase(
                gettext("the assistant does *a task* step by step")
            )
        met, unmet = _one_of(comparison, spaced)
        return _after(gettext("the assistant's task is "), met), _after(gettext("the assistant's task is "), unmet)
    if comparison.value == "":
        return Phrase(gettext("the assistant gave *no task* up")), Phrase(gettext("the assistant gave *a task* up"))
    met, _ = _one_of(comparison, lambda name: wordings.spoken(wordings.OUTCOMES).get(name, spaced(name)))
    given, kept = (
        gettext("the assistant gave its task up because "),
        gettext("the assistant did *not* give a task up because "),
    )
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
