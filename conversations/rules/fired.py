"""How often each rule decided, or marked, in the last thirty days."""

from collections.abc import Mapping
from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from conversations.models import Decision
from escalation.rules import Rule
from tenants import current

DAYS = 30
MARKED = """
SELECT one ->> 'rule', count(*)
FROM conversations_decision, jsonb_array_elements(considered -> 'fired') AS one
WHERE created_at >= %s AND considered IS NOT NULL AND one ->> 'does' = 'mark'
GROUP BY 1
"""


def counted(rules: tuple[Rule, ...], *, version: int | None = None) -> Mapping[str, int]:
    """By the rule's name, of one version where it is named. One query, and a second one if some rule only marks."""
    since = timezone.now() - timedelta(days=DAYS)
    decided = Decision.objects.filter(created_at__gte=since).exclude(rule="")
    if version is not None:
        decided = decided.filter(rules_version=version)
    found = dict(decided.order_by().values_list("rule").annotate(times=Count("id")))
    if any(not rule.ends for rule in rules):
        with current.connection.cursor() as cursor:
            cursor.execute(MARKED, [since])
            marked = dict(cursor.fetchall())
        found |= {rule.name: marked.get(rule.name, 0) for rule in rules if not rule.ends}
    return found
