"""The one writer of runs and their results."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from assistant.bench.judging import Came, passes, told_article
from assistant.bench.trying import NEW, Change
from assistant.models import BenchCase, BenchResult, BenchRun, KnowledgeVersion, RunState

KEPT_LIVE, KEPT_TRIED = 30, 20  # runs; older ones go
ENDED = (RunState.DONE, RunState.FAILED)
DRAFT = "draft"


def begin(cause: str, *, change: Change | None = None, requested_by: str = "") -> BenchRun:
    """A run that waits; a live one is held against the live one before, one that tries a change against the newest."""
    number = KnowledgeVersion.objects.values_list("number", flat=True).first()
    return BenchRun.objects.create(
        cause=cause,
        change=change.to_json() if change else {},
        against=newest_live(),
        knowledge_number=number or 0,
        total=BenchCase.objects.count(),
        requested_by=requested_by,
    )


def newest_live() -> BenchRun | None:
    """The last run of the knowledge and settings as they were, that came to its end."""
    return BenchRun.objects.filter(change={}, state=RunState.DONE).first()


def open_cases(run: BenchRun) -> list[BenchCase]:
    """The cases without a result in this run, the oldest first."""
    asked = BenchResult.objects.filter(run=run).values("case")
    return list(BenchCase.objects.exclude(pk__in=asked))


@transaction.atomic
def keep(run: BenchRun, case: BenchCase, came: Came) -> None:
    """Store what came of the case; once, whoever else asks it. A case removed meanwhile leaves nothing."""
    if not BenchCase.objects.select_for_update().filter(pk=case.pk).exists():
        return
    article = told_article(case, came)
    _, made = BenchResult.objects.get_or_create(
        run=run,
        case=case,
        defaults={
            "outcome": came.outcome,
            "article_id": None if article == NEW else article,
            "trigger": came.trigger,
            "text": came.text,
            "confidence": came.confidence,
            "passed": passes(case, came),
        },
    )
    if made:
        BenchRun.objects.filter(pk=run.pk).update(state=RunState.RUNNING, done=F("done") + 1)


@transaction.atomic
def end(run: BenchRun) -> None:
    """The run is done; old runs go."""
    results = BenchResult.objects.filter(run=run)
    done, passed = results.count(), results.filter(passed=True).count()
    ended = {"state": RunState.DONE, "total": done, "done": done, "passed": passed, "finished_at": timezone.now()}
    BenchRun.objects.filter(pk=run.pk).exclude(state__in=ENDED).update(**ended)
    _let_old_ones_go()


def fail(run: BenchRun, problem: str) -> None:
    """The run came to nothing, and says why."""
    failed = {"state": RunState.FAILED, "problem": problem, "finished_at": timezone.now()}
    BenchRun.objects.filter(pk=run.pk).exclude(state__in=ENDED).update(**failed)


def _let_old_ones_go() -> None:
    live, tried = Q(change={}), ~Q(change={})
    _drop([str(key) for key in _keys(live)[KEPT_LIVE:]] + [str(key) for key in _keys(tried)[KEPT_TRIED:]])


def _keys(which: Q) -> Sequence[str]:
    return list(BenchRun.objects.filter(which, state__in=ENDED).values_list("pk", flat=True))


def _drop(keys: Sequence[str]) -> None:
    BenchRun.objects.filter(pk__in=keys).delete()
