"""What changed from one book of rules to another, in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from django.utils.translation import gettext

from escalation import sentences, wordings
from escalation.book import Book, Rule, RuleBook
from escalation.sentences import NOBODY, Names
from tenants import speaking

Kind: TypeAlias = Literal["added", "removed", "changed", "moved", "switched_on", "switched_off"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed with a rule, which is named as it is called afterwards."""

    kind: Kind
    rule: str
    words: str


def difference(before: Book, after: Book, names: Names = NOBODY) -> list[Change]:
    """The changes in the order of the book afterwards, removed rules last; of an unreadable book no rule is known."""
    old, new = _rules(before), _rules(after)
    was = _counterparts(old, new)
    moved = _moved(old, new, was)
    found: list[Change] = []
    for place, rule in enumerate(new):
        earlier = was.get(rule.name)
        if earlier is None:
            found.append(Change("added", rule.name, sentences.plain(rule, names)))
            continue
        if details := list(_details(earlier, rule, names)):
            found.append(Change("changed", rule.name, _begun("; ".join(details))))
        if earlier.on is not rule.on:
            found.append(_switched(rule))
        if rule.name in moved:
            found.append(Change("moved", rule.name, _now_at(place, new)))
    kept = {earlier.name for earlier in was.values()}
    gone = [rule for rule in old if rule.name not in kept]
    return [*found, *(Change("removed", rule.name, sentences.plain(rule, names)) for rule in gone)]


def _rules(book: Book) -> tuple[Rule, ...]:
    return book.rules if isinstance(book, RuleBook) else ()


def _counterparts(old: Sequence[Rule], new: Sequence[Rule]) -> dict[str, Rule]:
    """For each rule that was there before, by its name now, what it was: that of its name, else one that equals it."""
    by_name = {rule.name: rule for rule in old}
    found = {rule.name: by_name[rule.name] for rule in new if rule.name in by_name}
    left = [rule for rule in old if rule.name not in found]
    for rule in new:
        if rule.name in found:
            continue
        twin = next((one for one in left if replace(one, name=rule.name, on=rule.on) == rule), None)
        if twin is not None:
            found[rule.name] = twin
            left.remove(twin)
    return found


def _details(old: Rule, new: Rule, names: Names) -> Iterator[str]:
    if old.name != new.name:
        yield gettext("it was called “{name}”").format(name=old.name)
    if old.when != new.when:
        yield gettext("it holds when {now} (before: when {before})").format(
            now=sentences.condition(new.when), before=sentences.condition(old.when)
        )
    yield from _deeds(old, new, names)
    if old.trigger != new.trigger:
        yield gettext("it counts as “{now}” (before: “{before}”)").format(
            now=gettext(wordings.TRIGGERS[new.trigger][0]), before=gettext(wordings.TRIGGERS[old.trigger][0])
        )
    if old.label != new.label:
        yield gettext("the desk calls it “{now}” (before: “{before}”)").format(now=new.label, before=old.label)
    if old.reason != new.reason:
        yield gettext("the reason it gives is “{now}” (before: “{before}”)").format(now=new.reason, before=old.reason)
    if old.say != new.say:
        yield _said(old.say, new.say)


def _deeds(old: Rule, new: Rule, names: Names) -> Iterator[str]:
    if old.does != new.does:
        yield gettext("it does this: {now} (before: {before})").format(
            now=gettext(wordings.DOES[new.does][0]).lower(), before=gettext(wordings.DOES[old.does][0]).lower()
        )
    if old.team != new.team:
        yield gettext("it goes to {now} (before: {before})").format(
            now=new.team or gettext("whoever is free"), before=old.team or gettext("whoever is free")
        )
    if old.skill != new.skill:
        yield gettext("it needs {now} (before: {before})").format(now=_skill(new.skill), before=_skill(old.skill))
    if old.priority != new.priority:
        yield gettext("its priority is {now} (before: {before})").format(now=_priority(new), before=_priority(old))
    if set(old.tags) != set(new.tags):
        yield gettext("its tags are {now} (before: {before})").format(
            now=", ".join(new.tags) or gettext("none"), before=", ".join(old.tags) or gettext("none")
        )
    if set(old.notify) != set(new.notify):
        yield gettext("it notifies {now} (before: {before})").format(
            now=_told(new.notify, names), before=_told(old.notify, names)
        )


def _priority(rule: Rule) -> str:
    return speaking.within(gettext(wordings.PRIORITIES[rule.priority]))


def _skill(skill: str | None) -> str:
    return gettext("the skill {skill}").format(skill=skill) if skill else gettext("no skill")


def _told(notify: Sequence[str], names: Names) -> str:
    return ", ".join(
        wordings.spoken(wordings.GROUPS).get(one) or names.get(one, gettext("a colleague")) for one in notify
    ) or gettext("nobody")


def _said(old: Mapping[str, str], new: Mapping[str, str]) -> str:
    """Which of the words to the customer changed; they are shown in full only where there is one language of them."""
    changed = [code for code in dict.fromkeys([*new, *old]) if old.get(code) != new.get(code)]
    if changed == ["en"] and "en" in old and "en" in new:
        return gettext("the customer reads “{now}” (before: “{before}”)").format(now=new["en"], before=old["en"])
    return gettext("the customer reads other words in {languages}").format(
        languages=", ".join(wordings.language(code) for code in changed)
    )


def _switched(rule: Rule) -> Change:
    if rule.on:
        return Change("switched_on", rule.name, gettext("Switched on."))
    return Change("switched_off", rule.name, gettext("Switched off."))


def _begun(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _moved(old: Sequence[Rule], new: Sequence[Rule], was: Mapping[str, Rule]) -> set[str]:
    """The fewest rules that must have been moved: all that were there before but a longest run still in order."""
    place = {rule.name: i for i, rule in enumerate(old)}
    kept = [(rule.name, place[was[rule.name].name]) for rule in new if rule.name in was]
    return {name for name, _ in kept} - _longest_in_order(kept)


def _longest_in_order(items: Sequence[tuple[str, int]]) -> set[str]:
    """The names of a longest subsequence whose numbers rise (patience sorting)."""
    ends: list[int] = []  # the smallest last number of a run of each length
    last: list[int] = []  # where that run ends
    before: list[int] = []
    for i, (_, number) in enumerate(items):
        length = bisect_left(ends, number)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1], last[length : length + 1] = [number], [i]
    found: set[str] = set()
    at = last[-1] if last else -1
    while at >= 0:
        found.add(items[at][0])
        at = before[at]
    return found


def _now_at(place: int, rules: Sequence[Rule]) -> str:
    if place == 0:
        return gettext("Moved to the first place.")
    return f"Moved to the {'last place, ' if place == len(rules) - 1 else 'place '}after “{rules[place - 1].name}”."
