"""The rules as the console shows them: what is in force, the draft with all that is to be said of it, the versions."""

from collections.abc import Mapping
from typing import Any, Literal, cast

from django.utils.translation import gettext
from pydantic import JsonValue
from typing_extensions import TypedDict

from conversations import wire
from conversations.rules import company, fired
from escalation import checking, differences, drafting, reading, rules, sentences
from escalation.book import FORMAT, Book, Rule, RuleBook, Unreadable
from escalation.checking import Caution, Company
from escalation.models import RuleBookVersion, RuleDraft
from escalation.rules import RuleError
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

Document = dict[str, JsonValue]
Does = Literal["hand_over", "ask_approval", "mark"]
EMPTY: Document = {"format": FORMAT, "rules": []}


class SentencePart(TypedDict):
    """A piece of a sentence about a rule."""

    text: str
    strong: bool


class RuleSentence(TypedDict):
    """A rule in words."""

    sentence: str
    parts: list[SentencePart]


class RuleInForce(RuleSentence):
    """A published rule."""

    name: str
    trigger: str
    label: str
    does: Does
    on: bool
    protective: bool
    fired_30_days: int
    """How often it decided in the last thirty days."""


class RuleProblem(TypedDict):
    """What keeps a draft from being published."""

    place: str
    """As in `rules[2].when.all[0].value`."""
    problem: str


class RuleWarning(TypedDict):
    """What the author of a rule should know."""

    kind: str
    rule: str
    other: str | None
    """The other rule that it is about, by name."""
    words: str


class RuleChange(TypedDict):
    """One thing that became of a rule, in words."""

    kind: Literal["added", "removed", "changed", "moved", "switched_on", "switched_off"]
    rule: str
    words: str


class RulesDraft(TypedDict):
    """The rules as somebody is changing them."""

    revision: int
    """Give it with the next change, so that nobody's change is lost."""
    document: Document
    changed_at: str
    changed_by: str
    changed_by_id: str
    based_on: int
    """The version in force when the draft was begun."""
    problems: list[RuleProblem]
    warnings: list[RuleWarning]
    sentences: list[RuleSentence | None]
    """The rules in words, in their order; null for one that cannot be read."""
    diff: list[RuleChange]


class RulesInForce(TypedDict):
    """The rules that decide, and the draft of the next ones."""

    version: int
    """0 where none were ever published."""
    published_at: str | None
    published_by: str
    note: str
    document: Document
    rules: list[RuleInForce]
    problem: str | None
    """Why the published rules cannot be read; every customer gets a person until they are mended."""
    draft: RulesDraft | None


class RulesVersion(TypedDict):
    """A version of the rules, with what it changed."""

    number: int
    published_at: str
    published_by: str
    note: str
    restored_from: int | None
    """The older version whose rules it has."""
    problem: str | None
    """Why it cannot be read any more."""
    diff: list[RuleChange]
    """Against the version before."""


class WholeRulesVersion(RulesVersion):
    """A version of the rules with its rules."""

    document: Document
    rules: list[RuleInForce]


class RulesComparison(TypedDict):
    """What became of one version until another."""

    number: int
    against: int | None
    diff: list[RuleChange]


def access_version(number: int) -> RuleBookVersion:
    """The version with this number; NotFoundError when there is none."""
    found = RuleBookVersion.objects.filter(number=number).first()
    if found is None:
        raise NotFoundError(gettext("There is no such version of the rules."), param="number")
    return found


def in_force() -> RulesInForce:
    """What is in force, how often each rule decided, and the draft where there is one."""
    newest = RuleBookVersion.objects.first()
    known = company.known()
    names = known.people or {}
    book = book_of(newest)
    row = drafting.current()
    return {
        "version": 0 if newest is None else newest.number,
        "published_at": None if newest is None else wire.stamp(newest.published_at),
        "published_by": "" if newest is None else newest.published_by,
        "note": "" if newest is None else newest.note,
        "document": EMPTY if newest is None else newest.document,
        "rules": _shown(book, names, version=None),
        "problem": book.problem if isinstance(book, Unreadable) else None,
        "draft": None if row is None else _draft(row, book, known),
    }


def draft(row: RuleDraft) -> RulesDraft:
    """The draft with what keeps it from being published, what its author should know, and what it changes."""
    return _draft(row, book_of(RuleBookVersion.objects.first()), company.known())


def page(*, limit: int, cursor: int | None) -> Listed[RulesVersion]:
    """The versions, the newest first, each with what it changed. Two queries."""
    rows = RuleBookVersion.objects.all() if cursor is None else RuleBookVersion.objects.filter(number__lt=cursor)
    found = list(rows[: limit + 1])
    shown, more, names = found[:limit], len(found) > limit, company.people()
    earlier = [*found[1:], None][: len(shown)]
    return {
        "data": [_version(row, book_of(one), names) for row, one in zip(shown, earlier, strict=True)],
        "has_more": more,
        "next_cursor": str(shown[-1].number) if more else None,
    }


def version(row: RuleBookVersion) -> RulesVersion:
    """A version with what it changed, without its rules."""
    return _version(row, book_of(before(row)), company.people())


def whole_version(row: RuleBookVersion) -> WholeRulesVersion:
    """A version with its rules and its document."""
    names = company.people()
    told = _version(row, book_of(before(row)), names)
    rows = _shown(book_of(row), names, version=row.number)
    return {**told, "document": row.document, "rules": rows}


def compared(row: RuleBookVersion, other: RuleBookVersion | None) -> RulesComparison:
    """What became of `other`, or of no rules at all, until this version."""
    return {
        "number": row.number,
        "against": None if other is None else other.number,
        "diff": _diff(book_of(other), book_of(row), company.people()),
    }


def before(row: RuleBookVersion) -> RuleBookVersion | None:
    """The version that was in force until this one was."""
    return RuleBookVersion.objects.filter(number__lt=row.number).first()


def book_of(row: RuleBookVersion | None) -> Book:
    """The rules of a version; without one, none."""
    if row is None:
        return Unreadable("no rules were ever published")
    return rules.read(row.document, version=row.number)


def _version(row: RuleBookVersion, earlier: Book, names: Mapping[str, str]) -> RulesVersion:
    book = book_of(row)
    return {
        "number": row.number,
        "published_at": wire.stamp(row.published_at),
        "published_by": row.published_by,
        "note": row.note,
        "restored_from": row.restored_from,
        "problem": book.problem if isinstance(book, Unreadable) else None,
        "diff": _diff(earlier, book, names),
    }


def _draft(row: RuleDraft, published: Book, known: Company) -> RulesDraft:
    document: Any = row.document
    names = known.people or {}
    readable, whole = _read(document, published)
    return {
        "revision": row.revision,
        "document": document,
        "changed_at": wire.stamp(row.changed_at),
        "changed_by": row.changed_by,
        "changed_by_id": row.changed_by_id,
        "based_on": row.based_on,
        "problems": [{"place": one.place, "problem": one.problem} for one in reading.problems(document)],
        "warnings": [_warning(one) for one in checking.warnings(RuleBook(tuple(readable)), known)],
        "sentences": [None if rule is None else _said(rule, names) for rule in whole],
        "diff": _diff(published, RuleBook(tuple(readable)), names),
    }


def _read(document: Any, published: Book) -> tuple[list[Rule], list[Rule | None]]:
    """The rules of a draft, of which some may be half done: those count as they are in force, where they are.

    The second list has a place for each rule of the document, None for what cannot be read.
    """
    listed = document.get("rules") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        return [], []
    in_force = {rule.name: rule for rule in published.rules} if isinstance(published, RuleBook) else {}
    whole = [_rule(one) for one in listed[: reading.MOST_RULES]]
    names = {rule.name for rule in whole if rule is not None}
    readable: dict[str, Rule] = {}
    for one, rule in zip(listed, whole, strict=False):
        name = one.get("name") if isinstance(one, dict) else None
        stands_for_it = in_force.get(name) if isinstance(name, str) and name not in names else None
        counts = rule or stands_for_it
        if counts is not None:
            readable.setdefault(counts.name, counts)
    return list(readable.values()), whole


def _rule(document: Any) -> Rule | None:
    wrong: list[RuleError] = []
    return reading.read_rule(document, "rule", wrong=wrong)


def _shown(book: Book, names: Mapping[str, str], *, version: int | None) -> list[RuleInForce]:
    if isinstance(book, Unreadable):
        return []
    times = fired.counted(book.rules, version=version)
    return [_row(rule, names, times.get(rule.name, 0)) for rule in book.rules]


def _row(rule: Rule, names: Mapping[str, str], times: int) -> RuleInForce:
    return {
        "name": rule.name,
        "trigger": rule.trigger,
        "label": rule.label,
        "does": cast("Does", rule.does),
        "on": rule.on,
        **_said(rule, names),
        "protective": rule.protects,
        "fired_30_days": times,
    }


def _said(rule: Rule, names: Mapping[str, str]) -> RuleSentence:
    parts: list[SentencePart] = [{"text": part.text, "strong": part.strong} for part in sentences.parts(rule, names)]
    return {"sentence": sentences.sentence(rule, names), "parts": parts}


def _diff(earlier: Book, later: Book, names: Mapping[str, str]) -> list[RuleChange]:
    found = differences.difference(earlier, later, names)
    return [{"kind": one.kind, "rule": one.rule, "words": one.words} for one in found]


def _warning(one: Caution) -> RuleWarning:
    return {"kind": one.kind, "rule": one.rule, "other": one.other, "words": one.words}
