"""Warnings about a book of rules: what can never decide, contradicts itself or another rule, or names nobody there is.

Each is certain: what cannot be told for sure is not told. Rules that are switched off are left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from django.utils.translation import gettext

from escalation import wordings
from escalation.book import Rule, RuleBook
from escalation.conditions import Comparison, comparisons
from escalation.order import FLOOR, asked
from escalation.regions import Region, Space
from escalation.vocabulary import GROUPS

Kind: TypeAlias = Literal[
    "shadowed", "never", "always", "conflict", "idle",
    "unknown_team", "unknown_skill", "unknown_person", "unknown_topic", "no_words",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caution:
    """Something about a rule that its author should know; `other` is the rule that it is about too, by name."""

    kind: Kind
    rule: str
    other: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Company:
    """What rules may name, as it is in the company: None where it is not known, so that nothing is said about it.

    `people` are names by ids. `languages` are those in which customers write. `tasks` are the assistant's skills with
    what they are called. `attributes` are values that customers have, by the attribute's name.
    """

    teams: Collection[str] | None = None
    skills: Collection[str] | None = None
    people: Mapping[str, str] | None = None
    topics: Collection[str] | None = None
    languages: Collection[str] = ()
    tasks: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, Sequence[str | float | bool]] = field(default_factory=dict)


UNKNOWN = Company()


def warnings(book: RuleBook, company: Company = UNKNOWN) -> list[Caution]:
    """All that is to be said about the book's rules, in their order."""
    order = asked(book)
    space = Space(rule.when for rule in order)
    regions = {id(rule): space.region(rule.when) for rule in order}
    found: list[Caution] = []
    for rule in book.rules:
        if not rule.on:
            continue
        found += _about_its_place(rule, order, regions, space=space)
        found += _about_names(rule, company)
        found += _about_words(rule, company)
    return found


def _about_its_place(
    rule: Rule, order: Sequence[Rule], regions: Mapping[int, Region | None], *, space: Space
) -> Iterator[Caution]:
    """That it never or always holds, or never comes to decide because of the rules that are asked before it."""
    region = regions[id(rule)]
    if region is None:
        return
    if not region.boxes:
        yield Caution("never", rule.name, None, _never(region))
        return
    if space.is_everything(region):
        after = gettext(" No rule that is asked after it ever decides.") if rule.ends else ""
        yield Caution(
            "always",
            rule.name,
            None,
            gettext("It holds for every message, whatever it says.{after}").format(after=after),
        )
    if not rule.ends:
        return
    earlier = [(one, known) for one in _before(rule, order) if (known := regions[id(one)]) is not None]
    for one, known in earlier:
        if space.is_within(region, [known]):
            yield _hidden(rule, one, same=space.is_within(known, [region]))
            return
    if space.is_within(region, [known for _, known in earlier]):
        words = gettext("Whenever it holds, one of the rules before it holds too, so it never decides.")
        yield Caution("shadowed", rule.name, None, words)


def _before(rule: Rule, order: Sequence[Rule]) -> list[Rule]:
    place = next(i for i, one in enumerate(order) if one is rule)
    return [one for one in order[:place] if one.ends]


def _hidden(rule: Rule, by: Rule, *, same: bool) -> Caution:
    """What there is to say of a rule that holds only where an earlier one does; `same`: everywhere where that does."""
    if any(by is floor for floor in FLOOR):
        noun = wordings.SIGNALS[by.trigger].spoken().subject
        words = gettext(
            "Whenever it holds, Baton's own protection for {noun} comes first, so it never decides."
        ).format(noun=noun)
        return Caution("shadowed", rule.name, None, words)
    if same and _target(rule) != _target(by):
        words = gettext(
            "It holds exactly when “{name}” holds, which does something else and comes first, so it never decides."
        ).format(name=by.name)
        return Caution("conflict", rule.name, by.name, words)
    words = gettext("Whenever it holds, “{name}” holds too and comes first, so it never decides.").format(name=by.name)
    return Caution("shadowed", rule.name, by.name, words)


def _target(rule: Rule) -> tuple[str, str | None, str | None, str]:
    return rule.does, rule.team, rule.skill, rule.priority


def _never(region: Region) -> str:
    about = [wordings.fact(fact) for fact in region.clashing]
    if not about:
        return gettext("It can never hold.")
    return gettext("It can never hold: what it asks of {about} excludes itself.").format(about=wordings.listed(about))


def _about_names(rule: Rule, company: Company) -> Iterator[Caution]:
    """The teams, skills, people and topics that it names and that there are none of."""
    if rule.team is not None and company.teams is not None and rule.team not in company.teams:
        words = gettext(
            "There is no team “{team}”. Its topic's team gets the conversation, or whoever is free."
        ).format(team=rule.team)
        yield Caution("unknown_team", rule.name, None, words)
    if rule.skill is not None and company.skills is not None and rule.skill not in company.skills:
        yield Caution(
            "unknown_skill", rule.name, None, gettext("Nobody has the skill “{skill}”.").format(skill=rule.skill)
        )
    people = [one for one in rule.notify if one not in GROUPS]
    if company.people is not None and any(one not in company.people for one in people):
        yield Caution(
            "unknown_person", rule.name, None, gettext("Somebody whom it notifies is not in the company any more.")
        )
    for comparison in dict.fromkeys(comparisons(rule.when)):
        if comparison.kind == "hours":
            yield from _about_hours(rule, comparison, company)
        elif comparison.kind == "topic":
            yield from _about_topics(rule, comparison, company)


def _about_hours(rule: Rule, comparison: Comparison, company: Company) -> Iterator[Caution]:
    team = comparison.name
    if team and company.teams is not None and team not in company.teams:
        words = gettext("There is no team “{team}”, so it is never known whether it is at work.").format(team=team)
        yield Caution("unknown_team", rule.name, None, words)


def _about_topics(rule: Rule, comparison: Comparison, company: Company) -> Iterator[Caution]:
    if company.topics is None:
        return
    known = {"", *(topic.casefold() for topic in company.topics)}
    named = comparison.value if isinstance(comparison.value, tuple) else (comparison.value,)
    for topic in named:
        if str(topic).casefold() not in known:
            yield Caution("unknown_topic", rule.name, None, gettext("There is no topic “{topic}”.").format(topic=topic))


def _about_words(rule: Rule, company: Company) -> Iterator[Caution]:
    if not rule.ends:
        if not rule.tags and not rule.notify:
            yield Caution("idle", rule.name, None, gettext("It has no tag to add and nobody to notify."))
        return
    codes = [code for code in company.languages if code.split("-", maxsplit=1)[0].lower() not in rule.say]
    missing = list(dict.fromkeys(wordings.language(code) for code in codes))
    if missing:
        words = gettext("Customers who write {missing} read its English words.").format(
            missing=wordings.listed(missing)
        )
        yield Caution("no_words", rule.name, None, words)
