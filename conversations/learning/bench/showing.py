"""Cases and runs of the bench as their pages show them, in a known number of queries."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from assistant.bench import judging, runs, soon
from assistant.models import Article, BenchCase, BenchResult, BenchRun
from conversations import labels, wire
from tenants import cursors
from tenants.errors import NotFoundError

Json = dict[str, Any]
MOST_RUNS = 20
WORST_FIRST = (
    judging.Verdict.WORSE,
    judging.Verdict.BETTER,
    judging.Verdict.CHANGED,
    judging.Verdict.NEW,
    judging.Verdict.SAME,
)


def access_case(case_id: str) -> BenchCase:
    """The case with this id; NotFoundError when there is none."""
    try:
        return BenchCase.objects.select_related("article").get(pk=case_id)
    except (BenchCase.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such question on the bench.", param="case_id") from error


def access_run(run_id: str) -> BenchRun:
    """The run with this id; NotFoundError when there is none."""
    try:
        return BenchRun.objects.select_related("against").get(pk=run_id)
    except (BenchRun.DoesNotExist, ValidationError) as error:
        raise NotFoundError("There is no such run.", param="run_id") from error


def cases(*, limit: int, cursor: str) -> Json:
    """A page of cases, the newest first, each with what came of it last."""
    found = BenchCase.objects.select_related("article").order_by("-created_at", "-id")
    listed = cursors.newest_first(found, by="created_at", prefix="bnc", limit=limit, cursor=cursor)
    came = _by_case(BenchResult.objects.filter(run=runs.newest_live(), case__in=listed.rows))
    return listed.of([{**case(row), "last": _result(came.get(str(row.id)))} for row in listed.rows])


def newest_runs() -> Json:
    """The last runs, the newest first, and whether one will begin by itself soon."""
    found = BenchRun.objects.select_related("against")[:MOST_RUNS]
    return {"data": [run(row) for row in found], "expected": soon.is_expected()}


def case(row: BenchCase) -> Json:
    """A case: what is asked, and what should come of it."""
    return {
        "id": row.id,
        "lines": row.lines,
        "question": row.lines[-1]["text"],
        "expected": row.expected,
        "article": _article(row.article),
        "trigger": row.trigger or None,
        "trigger_label": labels.signal(row.trigger) if row.trigger else None,
        "note": row.note,
        "from_conversation": row.from_conversation or None,
        "created_at": wire.stamp(row.created_at),
    }


def run(row: BenchRun) -> Json:
    """A run without its results."""
    return {
        "id": row.id,
        "cause": row.cause,
        "change": row.change,
        "state": row.state,
        "total": row.total,
        "done": row.done,
        "passed": row.passed,
        "passed_before": row.against.passed if row.against else None,
        "problem": row.problem or None,
        "created_at": wire.stamp(row.created_at),
        "finished_at": wire.stamp(row.finished_at) if row.finished_at else None,
    }


def run_with_results(row: BenchRun) -> Json:
    """A run with each case, what came of it, what came of it before, and the verdict; what got worse first."""
    now = BenchResult.objects.filter(run=row).select_related("article", "case__article")
    before = _by_case(BenchResult.objects.filter(run=row.against_id)) if row.against_id else {}
    found = [(one, before.get(str(one.case_id))) for one in now]
    verdicts = {str(one.id): judging.verdict(one, earlier) for one, earlier in found}
    found.sort(key=lambda pair: (WORST_FIRST.index(verdicts[str(pair[0].id)]), pair[0].passed))
    results = [
        {
            "case": case(one.case),
            "verdict": verdicts[str(one.id)].value,
            "now": _result(one),
            "before": _result(earlier),
        }
        for one, earlier in found
    ]
    return {**run(row), "counts": judging.counted(verdicts.values()), "results": results}


def _by_case(found: QuerySet[BenchResult]) -> Mapping[str, BenchResult]:
    rows: Iterable[BenchResult] = found.select_related("article")
    return {str(row.case_id): row for row in rows}


def _result(row: BenchResult | None) -> Json | None:
    if row is None:
        return None
    return {
        "outcome": row.outcome,
        "article": _article(row.article),
        "trigger": row.trigger or None,
        "trigger_label": labels.signal(row.trigger) if row.trigger else None,
        "text": row.text,
        "confidence": row.confidence,
        "passed": row.passed,
    }


def _article(article: Article | None) -> Json | None:
    if article is None:
        return None
    return {"id": article.id, "title": article.title, "removed": article.removed_at is not None}
