"""Finds customers who came again: another conversation on the same topic within a week of the one that was resolved."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from tenants import current

WITHIN = timedelta(days=7)

# Worked out for all episodes of these customers at once, so that it does not matter which of them was measured first.
MARK = """
    UPDATE conversations_episode e SET repeat_at = found.at FROM (
        SELECT ended.id, min(again.began_at) AS at
        FROM conversations_episode ended
        LEFT JOIN conversations_episode again
            ON again.customer_key = ended.customer_key AND again.topic = ended.topic
            AND again.began_at > ended.ended_at AND again.began_at <= ended.ended_at + %(within)s
            AND again.conversation_id <> ended.conversation_id
            AND again.ended_by <> 'merged'
            AND ended.topic <> '' AND ended.ended_by IN ('agent', 'silence') AND ended.reopened_at IS NULL
        WHERE ended.customer_key = ANY(%(customers)s) AND ended.conversation_id IS NOT NULL
        GROUP BY ended.id
    ) found
    WHERE e.id = found.id AND e.repeat_at IS DISTINCT FROM found.at
"""


def mark(customers: Collection[UUID]) -> None:
    """Set `repeat_at` of all episodes of these customers. One query.

    A conversation that was opened again counts as that alone, and one that was closed into another is none of its own.
    """
    if customers:
        with current.connection.cursor() as cursor:
            cursor.execute(MARK, {"within": WITHIN, "customers": list(customers)})
