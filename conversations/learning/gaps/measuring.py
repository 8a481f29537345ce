"""What a published answer did: how many of a gap's questions came since, and how many of them were answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F

from conversations.models import Decision, Gap, GapQuestion


@dataclass(frozen=True)
class Since:
    """Since the article was published: answers that quote it, and questions of the subject that failed all the same."""

    answered: int
    failed: int

    @property
    def asked(self) -> int:
        """All of them."""
        return self.answered + self.failed


def since_published(gaps: Iterable[Gap]) -> Mapping[str, Since]:
    """For each published gap by its id, in two queries."""
    published = {str(gap.id): gap for gap in gaps if gap.published_at is not None and gap.article_id is not None}
    if not published:
        return {}
    failed = _failed(list(published))
    first = min(gap.published_at for gap in published.values() if gap.published_at is not None)
    quoting = Decision.objects.filter(
        created_at__gte=first, action="answer", articles__overlap=[str(gap.article_id) for gap in published.values()]
    ).values_list("articles", "created_at")
    answers = list(quoting)
    return {
        key: Since(
            answered=sum(
                gap.published_at is not None and at >= gap.published_at and str(gap.article_id) in named
                for named, at in answers
            ),
            failed=failed.get(key, 0),
        )
        for key, gap in published.items()
    }


def _failed(gap_ids: list[str]) -> Mapping[str, int]:
    later = GapQuestion.objects.filter(gap__in=gap_ids, asked_at__gt=F("gap__published_at"))
    return {str(key): count for key, count in later.values("gap").annotate(n=Count("pk")).values_list("gap", "n")}
