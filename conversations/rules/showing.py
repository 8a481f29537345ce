"""The rules as the console shows them: what is in force, the draft with all that is to be said of it, the versions."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from conversations import wire
from conversations.rules import company, fired
from escalation import checking, differences, drafting, reading, rules, sentences
from escalation.book import FORMAT, Book, Rule, RuleBook, Unreadable
from escalation.checking import Company
from escalation.models import RuleBookVersion, RuleDraft
from escalation.rules import RuleError
from tenants.errors import NotFoundError

Json = dict[str, Any]
EMPTY: Json = {"format": FORMAT, "rules": []}


def access_version(number: int) -> RuleBookVersion:
    """The version with this number; NotFoundError when there is none."""
    found = RuleBookVersion.objects.filter(number=number).first()
    if found is None:
        raise NotFoundError("There is no such version of the rules.", param="number")
    return found


def in_force() -> Json:
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


def draft(row: RuleDraft) -> Json:
    """The draft with what keeps it from being published, what its author should know, and what it changes."""
    return _draft(row, book_of(RuleBookVersion.objects.first()), company.known())


def page(*, limit: int, cursor: int | None) -> Json:
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


def version(row: RuleBookVersion) -> Json:
    """A version with what it changed, without its rules."""
    return _version(row, book_of(before(row)), company.people())


def whole_version(row: RuleBookVersion) -> Json:
    """A version with its rules and its document."""
    names = company.people()
    told = _version(row, book_of(before(row)), names)
    rows = _shown(book_of(row), names, version=row.number)
    return {**told, "document": row.document, "rules": rows}


def compared(row: RuleBookVersion, other: RuleBookVersion | None) -> Json:
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


def _version(row: RuleBookVersion, earlier: Book, names: Mapping[str, str]) -> Json:
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


def _draft(row: RuleDraft, published: Book, known: Company) -> Json:
    document, names = row.document, known.people or {}
    readable, whole = _read(document, published)
    return {
        "revision": row.revision,
        "document": document,
        "changed_at": wire.stamp(row.changed_at),
        "changed_by": row.changed_by,
        "changed_by_id": row.changed_by_id,
        "based_on": row.based_on,
        "problems": [{"place": one.place, "problem": one.problem} for one in reading.problems(document)],
        "warnings": [asdict(one) for one in checking.warnings(RuleBook(tuple(readable)), known)],
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


def _shown(book: Book, names: Mapping[str, str], *, version: int | None) -> list[Json]:
    if isinstance(book, Unreadable):
        return []
    times = fired.counted(book.rules, version=version)
    return [_row(rule, names, times.get(rule.name, 0)) for rule in book.rules]


def _row(rule: Rule, names: Mapping[str, str], times: int) -> Json:
    return {
        "name": rule.name,
        "trigger": rule.trigger,
        "label": rule.label,
        "does": rule.does,
        "on": rule.on,
        **_said(rule, names),
        "protective": rule.protects,
        "fired_30_days": times,
    }


def _said(rule: Rule, names: Mapping[str, str]) -> Json:
    parts = [asdict(part) for part in sentences.parts(rule, names)]
    return {"sentence": sentences.sentence(rule, names), "parts": parts}


def _diff(earlier: Book, later: Book, names: Mapping[str, str]) -> list[Json]:
    return [asdict(change) for change in differences.difference(earlier, later, names)]
