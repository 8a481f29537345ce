"""Holds changed articles against all others, as a job after the change, and keeps what is the matter between them."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from assistant.knowledge import overlaps, store
from assistant.knowledge.index import Index
from assistant.knowledge.overlaps import Found
from assistant.models import Article, Overlap
from tenants import current, jobs
from tenants.jobs import Lease

KIND = KEY = "compare_articles"
IN_ONE_STEP = 50  # articles
QUIET_FOR = timedelta(seconds=5)  # after a change, so that a row of them is looked at once
AT_MOST = timedelta(minutes=2)


def after_change() -> None:
    """Have the changed articles compared soon, in the transaction of the change."""
    due = timezone.now() + QUIET_FOR
    if not jobs.postpone(KIND, KEY, run_at=due, at_most=AT_MOST):
        jobs.write(KIND, {}, key=KEY, run_at=due)


def work(_held: Lease) -> None:
    """Compare the next articles that changed since they were compared, and write the job for those after them."""
    index = store.current_index(current.schema_name())
    places = {article.id: number for number, article in enumerate(index.articles)}
    changed = Article.objects.filter(~Q(compared=F("version")), pk__in=list(places))
    versions = dict(changed.order_by("updated_at").values_list("id", "version")[:IN_ONE_STEP])
    middles = overlaps.middles(index)
    found = {key: overlaps.of_article(places[str(key)], index, middles) for key in versions}
    with transaction.atomic():
        for key, version in versions.items():
            if Article.objects.filter(pk=key, version=version).update(compared=version):
                _keep(str(key), found[key], index)
        if len(versions) == IN_ONE_STEP:
            jobs.write(KIND, {}, key=KEY)


def _keep(article_id: str, found: list[Found], index: Index) -> None:
    """Store what was found; what is no longer so goes. What somebody dismissed comes back only with other words."""
    kept = []
    for one in found:
        other_id = index.articles[one.other].id
        pair = {"first_id": min(article_id, other_id), "second_id": max(article_id, other_id), "kind": one.kind}
        quotes = (one.quote, one.other_quote) if article_id < other_id else (one.other_quote, one.quote)
        told = {"first_quote": quotes[0], "second_quote": quotes[1], "score": one.score}
        row, made = Overlap.objects.get_or_create(**pair, defaults=told)
        if not made and (row.first_quote, row.second_quote) != quotes:
            Overlap.objects.filter(pk=row.pk).update(**told, dismissed_at=None, found_at=timezone.now())
        kept.append(row.pk)
    mine = Overlap.objects.filter(Q(first_id=article_id) | Q(second_id=article_id))
    mine.exclude(pk__in=kept).delete()
