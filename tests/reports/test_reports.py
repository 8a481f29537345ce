"""The reports over REST: periods, filters, breakdowns, courses, notes, prices, and who may see them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from conversations.insights.metrics import METRICS
from tests.reports.stretches import episode

API = "/api/v1/reports"
MAY = datetime(2026, 5, 4, 10, tzinfo=UTC)
A_DAY = timedelta(days=1)


def get(desk: Client, address: str, **query: Any) -> Any:
    reply = desk.get(f"{API}/{address}", query)
    assert reply.status_code == 200, reply.content
    return reply.json()


def test_all(desk: Client) -> None:
    for n in range(20):
        episode(
            MAY + n * A_DAY,
            satisfaction=1 + n % 5,
            effort=3,
            rated_holder="assistant",
            person_wait=60 * n,
            handle_seconds=30,
        )
    got = get(desk, "figures", **{"from": "2026-05-01", "to": "2026-05-31", "compare": "previous"})
    for one in got["data"]:
        print(one)
    for by in ("team", "weekday", "hour", "topic", "channel", "language", "part", "rules_version"):
        print(
            by,
            get(
                desk, "breakdown", **{"from": "2026-05-01", "to": "2026-05-31", "by": by, "metrics": ",".join(METRICS)}
            )["data"][0]["name"],
        )
    print(
        get(
            desk,
            "series",
            **{"from": "2026-05-01", "to": "2026-05-31", "by": "week", "metrics": "volume,backlog,csat,time_to_person"},
        )
    )
    for key in METRICS:
        for which in ("counted", "hit", "missed_hit"):
            rows = get(
                desk, "conversations", **{"from": "2026-05-01", "to": "2026-05-31", "metric": key, "which": which}
            )["data"]
            print(key, which, len(rows), rows[:1] and rows[0]["why"])
