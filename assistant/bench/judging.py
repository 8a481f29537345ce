"""What came of a case against what should have, and one run against another; pure."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.models import BenchCase, BenchResult, Expected


@dataclass(frozen=True)
class Came:
    """What came of a case: `articles` are the ids of those quoted, the best first."""

    outcome: Expected
    articles: tuple[str, ...] = ()
    trigger: str = ""
    text: str = ""
    confidence: float | None = None


class Verdict(StrEnum):
    """A case in one run against the same case in the run before."""

    BETTER = "better"
    WORSE = "worse"
    CHANGED = "changed"  # passes, or fails, as before, but by another answer
    SAME = "same"
    NEW = "new"


def passes(case: BenchCase, came: Came) -> bool:
    """Whether that is what should have come: the article among those quoted, the trigger where one is named."""
    if came.outcome != case.expected:
        return False
    match came.outcome:
        case Expected.ARTICLE:
            return str(case.article_id) in came.articles
        case Expected.HANDOVER:
            return case.trigger in ("", came.trigger)
        case _:
            return True


def told_article(case: BenchCase, came: Came) -> str | None:
    """The one quoted article that a result keeps: the expected one if it is among them, else the best."""
    if str(case.article_id) in came.articles:
        return str(case.article_id)
    return came.articles[0] if came.articles else None


def verdict(now: BenchResult, before: BenchResult | None) -> Verdict:
    """What the later result is against the earlier one."""
    if before is None:
        return Verdict.NEW
    if now.passed != before.passed:
        return Verdict.BETTER if now.passed else Verdict.WORSE
    same = _essence(now) == _essence(before)
    return Verdict.SAME if same else Verdict.CHANGED


def _essence(result: BenchResult) -> tuple[object, ...]:
    return result.outcome, result.article_id, result.trigger, result.text
