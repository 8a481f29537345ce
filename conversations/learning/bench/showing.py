"""Cases and runs of the bench as their pages show them, in a known number of queries."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, cast

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext
from typing_extensions import TypedDict

from assistant.bench import judging, runs, soon
from assistant.bench.judging import Verdict
from assistant.models import Article, Audience, BenchCase, BenchResult, BenchRun, Expected, RunState, Tone
from conversations import labels, wire
from tenants import cursors
from tenants.errors import NotFoundError
from tenants.openapi.shapes import Listed

Asker = Literal["customer", "assistant", "agent"]
Cause = Literal["asked", "knowledge", "settings", "model", "cases", "draft"]
WORST_FIRST = (
    Verdict.WORSE,
    Verdict.BETTER,
    Verdict.CHANGED,
    Verdict.NEW,
    Verdict.SAME,
)


class NamedArticle(TypedDict):
    """An article, by id and title."""

    id: str
    title: str
    removed: bool


class BenchLine(TypedDict):
    """One line of a case."""

    role: Asker
    text: str


class BenchCaseRow(TypedDict):
    """A case of the test bench: what is asked, and what should come of it."""

    id: str
    lines: list[BenchLine]
    question: str
    """The last of the lines."""
    expected: Expected
    article: NamedArticle | None
    """The one that should be quoted."""
    trigger: str | None
    """Of the expected handover; null for any."""
    trigger_label: str | None
    note: str
    from_conversation: str | None
    created_at: str


class BenchResultRow(TypedDict):
    """What came of a case."""

    outcome: Expected
    article: NamedArticle | None
    trigger: str | None
    trigger_label: str | None
    text: str
    confidence: float | None
    passed: bool


class ListedBenchCase(BenchCaseRow):
    """A case of the test bench with what came of it last."""

    last: BenchResultRow | None
    """Null before its first run."""


class TriedArticle(TypedDict, total=False):
    """What is tried of an article."""

    title: str
    body: str
    questions: list[str]
    language: str
    tags: list[str]
    audience: Audience
    valid_from: str | None
    valid_until: str | None


class TriedSettings(TypedDict, total=False):
    """What is tried of the settings."""

    threshold: float | None
    tone: Tone


class BenchChange(TypedDict, total=False):
    """What a run tries; empty for the knowledge as it is."""

    article_id: str
    """Missing for a new article."""
    fields: TriedArticle
    removed: bool
    settings: TriedSettings


class BenchRunRow(TypedDict):
    """A run of the test bench: all its cases asked once."""

    id: str
    cause: Cause
    change: BenchChange
    state: RunState
    total: int
    done: int
    passed: int
    passed_before: int | None
    """In the run that it is held against."""
    problem: str | None
    created_at: str
    finished_at: str | None


class BenchRunsPage(TypedDict):
    """A page of runs."""

    data: list[BenchRunRow]
    has_more: bool
    next_cursor: str | None
    expected: bool
    """One begins by itself soon."""


class ComparedBenchResult(TypedDict):
    """What came of a case in this run and in the run before."""

    case: BenchCaseRow
    verdict: Verdict
    now: BenchResultRow
    before: BenchResultRow | None


class VerdictCounts(TypedDict):
    """How many cases came out how, against the run before."""

    better: int
    worse: int
    changed: int
    same: int
    new: int


class WholeBenchRun(BenchRunRow):
    """A run of the test bench with its results."""

    counts: VerdictCounts
    results: list[ComparedBenchResult]
    """What got worse first."""


def access_case(case_id: str) -> BenchCase:
    """The case with this id; NotFoundError when there is none."""
    try:
        return BenchCase.objects.select_related("article").get(pk=case_id)
    except (BenchCase.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such question on the bench."), param="case_id") from error


def access_run(run_id: str) -> BenchRun:
    """The run with this id; NotFoundError when there is none."""
    try:
        return BenchRun.objects.select_related("against").get(pk=run_id)
    except (BenchRun.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such run."), param="run_id") from error


def cases(*, limit: int, cursor: str) -> Listed[ListedBenchCase]:
    """A page of cases, the newest first, each with what came of it last."""
    found = BenchCase.objects.select_related("article").order_by("-created_at", "-id")
    listed = cursors.newest_first(found, by="created_at", prefix="bnc", limit=limit, cursor=cursor)
    came = _by_case(BenchResult.objects.filter(run=runs.newest_live(), case__in=listed.rows))
    return listed.of([{**case(row), "last": _last(came.get(str(row.id)))} for row in listed.rows])


def newest_runs(*, limit: int, cursor: str) -> BenchRunsPage:
    """A page of runs, the newest first, and whether one will begin by itself soon."""
    found = BenchRun.objects.select_related("against")
    listed = cursors.newest_first(found, by="created_at", prefix="run", limit=limit, cursor=cursor)
    return {**listed.of([run(row) for row in listed.rows]), "expected": soon.is_expected()}


def case(row: BenchCase) -> BenchCaseRow:
    """A case: what is asked, and what should come of it."""
    return {
        "id": row.id,
        "lines": row.lines,
        "question": row.lines[-1]["text"],
        "expected": Expected(row.expected),
        "article": _article(row.article),
        "trigger": row.trigger or None,
        "trigger_label": labels.signal(row.trigger) if row.trigger else None,
        "note": row.note,
        "from_conversation": row.from_conversation or None,
        "created_at": wire.stamp(row.created_at),
    }


def run(row: BenchRun) -> BenchRunRow:
    """A run without its results."""
    return {
        "id": row.id,
        "cause": cast("Cause", row.cause),
        "change": cast("BenchChange", row.change),
        "state": RunState(row.state),
        "total": row.total,
        "done": row.done,
        "passed": row.passed,
        "passed_before": row.against.passed if row.against else None,
        "problem": row.problem or None,
        "created_at": wire.stamp(row.created_at),
        "finished_at": wire.stamp(row.finished_at) if row.finished_at else None,
    }


def run_with_results(row: BenchRun) -> WholeBenchRun:
    """A run with each case, what came of it, what came of it before, and the verdict; what got worse first."""
    now = BenchResult.objects.filter(run=row).select_related("article", "case__article")
    before = _by_case(BenchResult.objects.filter(run=row.against_id)) if row.against_id else {}
    found = [(one, before.get(str(one.case_id))) for one in now]
    verdicts = {str(one.id): judging.verdict(one, earlier) for one, earlier in found}
    found.sort(key=lambda pair: (WORST_FIRST.index(verdicts[str(pair[0].id)]), pair[0].passed))
    results: list[ComparedBenchResult] = [
        {"case": case(one.case), "verdict": verdicts[str(one.id)], "now": _result(one), "before": _last(earlier)}
        for one, earlier in found
    ]
    return {**run(row), "counts": _counted(verdicts.values()), "results": results}


def _by_case(found: QuerySet[BenchResult]) -> Mapping[str, BenchResult]:
    rows: Iterable[BenchResult] = found.select_related("article")
    return {str(row.case_id): row for row in rows}


def _counted(verdicts: Iterable[Verdict]) -> VerdictCounts:
    counts = Counter(verdicts)
    return {
        "better": counts[Verdict.BETTER],
        "worse": counts[Verdict.WORSE],
        "changed": counts[Verdict.CHANGED],
        "same": counts[Verdict.SAME],
        "new": counts[Verdict.NEW],
    }


def _last(row: BenchResult | None) -> BenchResultRow | None:
    return None if row is None else _result(row)


def _result(row: BenchResult) -> BenchResultRow:
    return {
        "outcome": Expected(row.outcome),
        "article": _article(row.article),
        "trigger": row.trigger or None,
        "trigger_label": labels.signal(row.trigger) if row.trigger else None,
        "text": row.text,
        "confidence": row.confidence,
        "passed": row.passed,
    }


def _article(article: Article | None) -> NamedArticle | None:
    if article is None:
        return None
    return {"id": article.id, "title": article.title, "removed": article.removed_at is not None}
