"""The ledger as CSV: one line for each unit; no word that anybody wrote."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from billing.models import Credit, Dispute, Resolution
from conversations import wire
from conversations.metering import listing
from conversations.metering.listing import Asked
from tenants import cursors, ids
from tenants.trail.files import harmless

TYPE = "text/csv; charset=utf-8"
COLUMNS = (
    "id", "conversation_id", "episode", "ended_at", "counted_at", "period_start", "how", "charged",
    "not_charged_because", "credited_because", "credited_at", "dispute",
)  # fmt: skip
AT_ONCE = 500


def of_lines(asked: Asked) -> Iterator[str]:
    """All the lines that were asked for, the newest first, some at a time."""
    yield _written([list(COLUMNS)])
    after: str | None = ""
    while after is not None:
        page = cursors.newest_first(listing.rows(asked), by="counted_at", prefix="res", limit=AT_ONCE, cursor=after)
        given, disputed = listing.credits_of(page.rows), listing.disputes_of(page.rows)
        yield _written(_line(unit, given.get(str(unit.pk)), disputed.get(str(unit.pk))) for unit in page.rows)
        after = page.next_cursor


def _line(unit: Resolution, given: Credit | None, dispute: Dispute | None) -> list[Any]:
    return [
        unit.pk,
        ids.encode("conv", unit.conversation_id),
        unit.episode,
        wire.stamp(unit.ended_at),
        wire.stamp(unit.counted_at),
        wire.stamp(unit.period_start),
        unit.how,
        "yes" if unit.billable and given is None else "no",
        unit.free_because,
        "" if given is None else given.reason,
        "" if given is None else wire.stamp(given.at),
        "" if dispute is None else dispute.state,
    ]


def _written(lines: Iterable[list[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([harmless(str(value)) for value in line] for line in lines)
    return out.getvalue()
