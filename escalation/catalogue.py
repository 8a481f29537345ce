"""What rules may look at and do, in people's words, for whoever builds rules without knowing their documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from django.utils.translation import gettext, gettext_noop
from typing_extensions import TypedDict

from escalation import wordings
from escalation.checking import Company
from escalation.circumstances import WEEKDAYS
from escalation.conditions import number_of
from escalation.defaults import DEFAULT_RULES, UNREADABLE_SAY
from escalation.facts import COURSES, Attribute
from escalation.signals.languages import languages_of
from escalation.vocabulary import COUNTS, DOES, NUMERIC, OWN, PRIORITIES, PROTECTIVE, SIGNALS, TRIGGERS
from escalation.wordings import LEVELS, RISES, spaced

ValueKind: TypeAlias = Literal["none", "share", "number", "text", "choice", "choices", "boolean", "clock_range"]

CUSTOMER_SAYS = gettext_noop("What the customer says")
ASSISTANT, CONVERSATION, CUSTOMER, TIME = (
    gettext_noop("The assistant"),
    gettext_noop("The conversation"),
    gettext_noop("The customer"),
    gettext_noop("Time and hours"),
)
_SHARES = {
    "at_least": gettext_noop("is at least"),
    "at_most": gettext_noop("is at most"),
    "above": gettext_noop("is above"),
    "below": gettext_noop("is below"),
}
_COUNTS = {
    "at_least": gettext_noop("is at least"),
    "at_most": gettext_noop("is at most"),
    "above": gettext_noop("is more than"),
    "below": gettext_noop("is fewer than"),
}
_RISES = {
    "at_least": gettext_noop("is at least"),
    "at_most": gettext_noop("is at most"),
    "above": gettext_noop("is more than"),
    "below": gettext_noop("is less than"),
}


@dataclass(frozen=True, slots=True)
class Operator:
    """A way to compare the fact, and what kind of value it is compared with."""

    operator: str
    label: str
    value: ValueKind


@dataclass(frozen=True, slots=True)
class Choice:
    """A value as documents hold it, and as people read it."""

    value: Attribute
    label: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with the ways to compare it; `levels` are shares in words, `languages` those in which it is noticed."""

    fact: str
    group: str
    label: str
    description: str
    operators: tuple[Operator, ...]
    choices: tuple[Choice, ...] | None = None
    levels: tuple[Choice, ...] | None = None
    languages: tuple[str, ...] | None = None


class RuleOperator(TypedDict):
    """A way in which a rule may compare a fact."""

    operator: str
    label: str
    value: ValueKind
    """What kind of value the fact is compared with."""


class RuleFactChoice(TypedDict):
    """A value of a fact, and what people call it."""

    value: str | float | bool
    label: str


class RuleLevel(TypedDict):
    """A share that a fact may reach, and what people call that."""

    value: float
    label: str


class RuleFact(TypedDict):
    """Something that rules may look at."""

    fact: str
    group: str
    label: str
    description: str
    operators: list[RuleOperator]
    choices: list[RuleFactChoice] | None
    """Null where any text may be written."""
    levels: list[RuleLevel] | None
    """Shares in words, the lowest first."""
    languages: list[str] | None
    """In which it is noticed."""


class RuleChoice(TypedDict):
    """Something that a rule may name, and what people call it."""

    value: str
    label: str


class RuleDeed(RuleChoice):
    """Something that a rule may do."""

    description: str


class RuleTrigger(RuleDeed):
    """What a rule's handover counts as."""

    protective: bool
    """It protects customers: no company can switch it off."""


class RuleCatalogue(TypedDict):
    """What rules may speak about in this company, and what they may do."""

    facts: list[RuleFact]
    triggers: list[RuleTrigger]
    does: list[RuleDeed]
    priorities: list[RuleChoice]
    teams: list[str]
    skills: list[str]
    people: list[RuleChoice]
    """Who may be told: groups of people, then each one."""
    languages: list[str]
    words: dict[str, dict[str, str]]
    """What a rule of each trigger says unless it is told otherwise, by language."""


def whole(company: Company) -> RuleCatalogue:
    """Everything that a rule may be made of in this company, as JSON."""
    people = [_named(group, label) for group, label in wordings.spoken(wordings.GROUPS).items()]
    people += [_named(key, name) for key, name in sorted((company.people or {}).items(), key=lambda one: one[1])]
    return {
        "facts": [_json(fact) for fact in facts(company)],
        "triggers": [
            {**_described(name, wordings.TRIGGERS[name]), "protective": name in PROTECTIVE} for name in TRIGGERS
        ],
        "does": [_described(name, wordings.DOES[name]) for name in DOES],
        "priorities": [_named(name, gettext(wordings.PRIORITIES[name])) for name in PRIORITIES],
        "teams": sorted(company.teams or ()),
        "skills": sorted(company.skills or ()),
        "people": people,
        "languages": list(company.languages),
        "words": words(),
    }


def facts(company: Company) -> list[Fact]:
    """Every fact, in groups, as they are offered."""
    return [
        *_signals(),
        *_of_the_assistant(company),
        *_of_the_conversation(company),
        *(_attribute(name, values) for name, values in sorted(company.attributes.items())),
        *_of_time(company),
    ]


def words() -> dict[str, dict[str, str]]:
    """What a rule of each trigger says to the customer unless it is told otherwise, by language."""
    said = {rule["trigger"]: dict(rule["say"]) for rule in DEFAULT_RULES["rules"]}
    return {**said, OWN: dict(UNREADABLE_SAY)}


def _json(fact: Fact) -> RuleFact:
    levels = fact.levels
    return {
        "fact": fact.fact,
        "group": gettext(fact.group),
        "label": fact.label,
        "description": fact.description,
        "operators": [{"operator": one.operator, "label": one.label, "value": one.value} for one in fact.operators],
        "choices": _values(fact.choices),
        "levels": None if levels is None else [{"value": float(one.value), "label": one.label} for one in levels],
        "languages": None if fact.languages is None else list(fact.languages),
    }


def _values(choices: Sequence[Choice] | None) -> list[RuleFactChoice] | None:
    return None if choices is None else [{"value": one.value, "label": one.label} for one in choices]


def _named(value: str, label: str) -> RuleChoice:
    return {"value": value, "label": label}


def _described(name: str, label_and_about: tuple[str, str]) -> RuleDeed:
    label, about = label_and_about
    return {"value": name, "label": gettext(label), "description": gettext(about)}


def _signals() -> Iterator[Fact]:
    levels = tuple(Choice(value, gettext(label)) for value, label in LEVELS)
    operators = (Operator("fires", gettext("is heard"), "none"), *_numeric(_SHARES, "share"))
    for name in SIGNALS:
        said = wordings.SIGNALS[name].spoken()
        group = ASSISTANT if name == "low_confidence" else CUSTOMER_SAYS
        yield Fact(f"signal.{name}", group, said.subject, said.about, operators, None, levels, languages_of(name))
    rises = tuple(Choice(value, gettext(label)) for value, label in RISES)
    for name in COURSES:
        about = gettext(
            "Since the first of the last messages that no person has dealt with: 30% is from 40% to 70%, say."
        )
        yield Fact(
            f"rise.{name}", CUSTOMER_SAYS, wordings.fact(f"rise.{name}"), about, _numeric(_RISES, "share"), None, rises
        )


def _of_the_assistant(company: Company) -> Iterator[Fact]:
    about = gettext("How sure the assistant is of its answer. Known once it has looked for one.")
    yield Fact("confidence", ASSISTANT, wordings.fact("confidence"), about, _numeric(_SHARES, "share"))
    about = gettext("100% is just sure enough to answer.")
    label = wordings.fact("confidence_share")
    yield Fact("confidence_share", ASSISTANT, label, about, _numeric(_SHARES, "share"))
    yield from (_count(name, ASSISTANT) for name in ("unsure", "unsure_in_a_row"))
    modes = _choices(wordings.MODES)
    yield Fact(
        "mode",
        ASSISTANT,
        wordings.fact("mode"),
        gettext("How far it acts by itself on this topic."),
        _plain(modes),
        modes,
    )
    tasks = tuple(Choice(value, label) for value, label in company.tasks.items())
    about = gettext("The task that it does step by step, such as an order's status.")
    yield Fact("skill.name", ASSISTANT, wordings.fact("skill.name"), about, _plain(tasks), tasks or None)
    ends = _choices(wordings.OUTCOMES)
    about = gettext("Why the assistant left a task to a person.")
    yield Fact("skill.outcome", ASSISTANT, wordings.fact("skill.outcome"), about, _plain(ends), ends)


def _of_the_conversation(company: Company) -> Iterator[Fact]:
    topics = (*(Choice(name, spaced(name)) for name in company.topics or ()), Choice("", gettext("no topic")))
    about = gettext("What is asked about, of the topics that you have set up.")
    yield Fact("topic", CONVERSATION, wordings.fact("topic"), about, _plain(topics), topics)
    channels = _choices(wordings.CHANNELS)
    yield Fact(
        "channel", CONVERSATION, wordings.fact("channel"), gettext("How they write."), _plain(channels), channels
    )
    spoken = tuple(Choice(code, wordings.language(code)) for code in company.languages or wordings.LANGUAGES)
    about = gettext("The language of the newest message.")
    yield Fact("language", CONVERSATION, wordings.fact("language"), about, _plain(spoken), spoken)
    yield from (_count(name, CONVERSATION) for name in COUNTS if not name.startswith("unsure"))


def _of_time(company: Company) -> Iterator[Fact]:
    days = tuple(Choice(day, gettext(day.capitalize())) for day in WEEKDAYS)
    zone = gettext("In your company's time zone")
    yield Fact("weekday", TIME, wordings.fact("weekday"), f"{zone}.", _plain(days)[::-1], days)
    between = (Operator("between", gettext("is between"), "clock_range"),)
    yield Fact(
        "clock",
        TIME,
        wordings.fact("clock"),
        gettext("{zone}; 18:00 to 08:00 is the night.").format(zone=zone),
        between,
    )
    at_work = (Choice(value=True, label=gettext("at work")), Choice(value=False, label=gettext("not at work")))
    is_so = (Operator("is", gettext("is"), "choice"),)
    about = gettext("Whether it is within the opening hours of at least one team.")
    yield Fact("hours", TIME, gettext("the desk"), about, is_so, at_work)
    for team in sorted(company.teams or ()):
        yield Fact(
            f"hours.{team}",
            TIME,
            team,
            gettext("Whether it is within the opening hours of {team}.").format(team=team),
            is_so,
            at_work,
        )


def _count(name: str, group: str) -> Fact:
    label = wordings.fact(f"count.{name}")
    operators = (*_numeric(_COUNTS, "number"), Operator("is", gettext("is exactly"), "number"))
    return Fact(
        f"count.{name}",
        group,
        label,
        gettext("Since a person last gave it back.") if group == ASSISTANT else "",
        operators,
    )


def _attribute(name: str, values: Sequence[Attribute]) -> Fact:
    """What is known of customers: compared as its values are, or in every way where there are none to go by."""
    fact, label = f"customer.{name}", wordings.fact(f"customer.{name}")
    known = Operator("known", gettext("is known:"), "boolean")
    about = gettext("What your site or your people told about the customer.")
    if values and all(isinstance(value, bool) for value in values):
        truths = (Choice(value=True, label=gettext("yes")), Choice(value=False, label=gettext("no")))
        return Fact(fact, CUSTOMER, label, about, (Operator("is", gettext("is"), "choice"), known), truths)
    if values and all(number_of(value) is not None for value in values):
        operators = (*_numeric(_SHARES, "number"), Operator("is", gettext("is exactly"), "number"), known)
        return Fact(fact, CUSTOMER, label, about, operators)
    choices = tuple(Choice(value, str(value)) for value in values)
    if choices:
        return Fact(fact, CUSTOMER, label, about, (*_plain(choices), known), choices)
    return Fact(fact, CUSTOMER, label, about, (*_plain(()), *_numeric(_SHARES, "number"), known))


def _numeric(labels: Mapping[str, str], value: ValueKind) -> tuple[Operator, ...]:
    return tuple(Operator(name, gettext(labels[name]), value) for name in NUMERIC)


def _plain(choices: Sequence[Choice]) -> tuple[Operator, ...]:
    one: ValueKind = "choice" if choices else "text"
    return (Operator("is", gettext("is"), one), Operator("one_of", gettext("is one of"), "choices"))


def _choices(named: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, label) for value, label in wordings.spoken(named).items())
