"""How articles fare: how often the assistant quoted each of late, and after how many of those no person was needed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, F, Func, OuterRef, Q
from django.utils import timezone

from conversations.models import Decision, Handover

LATELY = timedelta(days=30)


@dataclass(frozen=True)
class Health:
    """Answers of the last thirty days that quote the article; `helped` of them needed no person afterwards."""

    used: int
    helped: int


NEVER_QUOTED = Health(0, 0)


def of(article_ids: Iterable[str]) -> Mapping[str, Health]:
    """The health of those of the articles that were quoted, by id."""
    wanted = list(article_ids)
    if not wanted:
        return {}
    later = Handover.objects.filter(
        conversation_id=OuterRef("conversation_id"), requested_at__gte=OuterRef("created_at")
    )
    answers = Decision.objects.filter(
        created_at__gte=timezone.now() - LATELY, answer_seq__isnull=False, articles__overlap=wanted
    ).exclude(action="unsure")
    rows = (
        answers.annotate(needed=Exists(later))
        .values(article=Func(F("articles"), function="unnest"))
        .annotate(used=Count("pk"), helped=Count("pk", filter=Q(needed=False)))
        .order_by()
    )
    return {row["article"]: Health(row["used"], row["helped"]) for row in rows if row["article"] in wanted}
