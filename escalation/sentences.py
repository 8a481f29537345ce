"""Rules as English sentences, in pieces of which some are emphasised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.translation import gettext, pgettext

from escalation import phrases, wordings
from escalation.book import Rule
from escalation.conditions import Comparison, Condition, Every, Negated, Some
from escalation.phrases import Phrase
from escalation.vocabulary import ASK_APPROVAL, HAND_OVER


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence."""

    text: str
    strong: bool = False


Parts: TypeAlias = tuple[Part, ...]
Names: TypeAlias = Mapping[str, str]  # of people, by their ids
NOBODY: Names = {}
_PIECES = re.compile(r"(\*[^*]*\*)")


def sentence(rule: Rule, names: Names = NOBODY) -> str:
    """The rule in words, as in "When **anger** is at least **high**, hand over to **Sales**"."""
    return "".join(f"**{part.text}**" if part.strong else part.text for part in parts(rule, names))


def plain(rule: Rule, names: Names = NOBODY) -> str:
    """The rule in words without emphasis."""
    return "".join(part.text for part in parts(rule, names))


def parts(rule: Rule, names: Names = NOBODY) -> Parts:
    """The pieces of the rule's sentence; `names` are people's, by their ids."""
    deeds = _listed([*_deed(rule), *_marks(rule, names)], gettext(", and"))
    then = pgettext("before what a rule does", ", ")
    return _joined([Part(gettext("When ")), *_condition(rule.when), Part(then), *deeds])


def condition(when: Condition) -> str:
    """A condition in words without emphasis."""
    return "".join(part.text for part in _condition(when))


def _condition(when: Condition) -> Parts:
    return _said(_positive(when, wanted=True), depth=0)


@dataclass(frozen=True, slots=True)
class _Group:
    """Phrases joined by a word; a condition with its negations pushed down to the comparisons."""

    word: str
    inner: tuple[_Tree, ...]


_Tree: TypeAlias = "_Group | Phrase"


def _positive(condition: Condition, *, wanted: bool) -> _Tree:
    match condition:
        case Comparison():
            return phrases.phrase(condition, holds=wanted)
        case Negated(part):
            return _positive(part, wanted=not wanted)
        case Every(found) | Some(found):
            word = "and" if isinstance(condition, Every) is wanted else "or"
            inner: list[_Tree] = []
            for each in (_positive(part, wanted=wanted) for part in found):
                inner += each.inner if isinstance(each, _Group) and each.word == word else (each,)
            return inner[0] if len(inner) == 1 else _Group(word, tuple(inner))


def _said(tree: _Tree, *, depth: int) -> Parts:
    """The words of a tree; a group within a group says by a word, from the third on by brackets, how far it reaches."""
    if isinstance(tree, Phrase):
        return _written(tree)
    word = gettext(" and") if tree.word == "and" else gettext(" or")
    listed = _listed([_said(each, depth=depth + 1) for each in tree.inner], word)
    few = len(tree.inner) == 2
    match depth, tree.word:
        case 0, "and":
            return listed
        case ((0 | 1), "or"):
            return (Part(gettext("either ")), *listed)
        case 1, _:
            return (Part(gettext("both ") if few else gettext("all of ")), *listed)
        case _:
            return (Part("("), *listed, Part(")"))


def _deed(rule: Rule) -> Iterator[Parts]:
    if rule.does == HAND_OVER:
        skilled = gettext(", to somebody with the skill *{}*") if rule.team else gettext(" with the skill *{}*")
        skill = Phrase(skilled, (rule.skill,)) if rule.skill else Phrase("")
        priority = {"urgent": gettext(", urgent"), "high": gettext(", with high priority")}.get(rule.priority, "")
        team = Phrase(gettext("hand over to *{}*"), (rule.team or gettext("a person"),))
        yield (*_written(team), *_written(skill), Part(priority))
    elif rule.does == ASK_APPROVAL:
        yield _written(Phrase(gettext("let *{}* approve the answer first"), (rule.team or gettext("an agent"),)))


def _marks(rule: Rule, names: Names) -> Iterator[Parts]:
    if rule.tags:
        add = gettext("add the tag ") if len(rule.tags) == 1 else gettext("add the tags ")
        yield (
            Part(add),
            *_listed([(Part(tag, strong=True),) for tag in rule.tags], gettext(" and")),
        )
    if rule.notify:
        told = [
            (Part(wordings.spoken(wordings.GROUPS).get(one) or names.get(one, gettext("a colleague")), strong=True),)
            for one in rule.notify
        ]
        yield (Part(gettext("notify ")), *_listed(told, gettext(" and")))
    if not rule.tags and not rule.notify and rule.does not in (HAND_OVER, ASK_APPROVAL):
        yield (Part(gettext("only note it in the decision")),)


def _listed(items: Sequence[Parts], word: str) -> Parts:
    """Items as a list in English: commas, and the word before the last."""
    found: list[Part] = []
    for place, item in enumerate(items):
        if place:
            found.append(Part(f"{word} " if place == len(items) - 1 else ", "))
        found += item
    return tuple(found)


def _written(phrase: Phrase) -> Parts:
    """A phrase's pieces, its values put in for {} after it was cut at its asterisks, for they may hold some."""
    values = iter(phrase.values)
    found = []
    for piece in _PIECES.split(phrase.pattern):
        strong = piece.startswith("*")
        text = re.sub(r"\{\}", lambda _: next(values), piece.strip("*") if strong else piece)
        found.append(Part(text, strong))
    return tuple(found)


def _joined(pieces: Iterable[Part]) -> Parts:
    """The pieces without empty ones, neighbours of one kind made one."""
    found: list[Part] = []
    for piece in pieces:
        if not piece.text:
            continue
        if found and found[-1].strong == piece.strong and not piece.strong:
            found[-1] = Part(found[-1].text + piece.text)
        else:
            found.append(piece)
    return tuple(found)
