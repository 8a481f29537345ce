"""What the desk really did in a time: how long conversations waited and took, and who was at work when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from conversations.rules_replay import reading

MOST_MEASURED = 5000  # handovers, the newest
PAUSE = 300.0  # seconds; of a longer silence so much counts as work
HOUR = 3600

# A stretch begins when a person accepts and ends when the baton leaves the desk; the pauses in it are cut.
HANDLED = """
    WITH taken AS (
        SELECT id, conversation_id, requested_at, accepted_at FROM conversations_handover
        WHERE accepted_at IS NOT NULL AND requested_at >= %(since)s AND requested_at < %(until)s
        ORDER BY requested_at DESC LIMIT %(most)s
    ), ended AS (
        SELECT taken.*, (
            SELECT min(m.created_at) FROM conversations_message m
            WHERE m.conversation_id = taken.conversation_id AND m.created_at >= taken.accepted_at
                AND (m.kind = 'control' AND m.data->>'holder' = 'assistant'
                    OR m.kind = 'status' AND m.data->>'status' = 'resolved')
        ) AS left_at FROM taken
    ), steps AS (
        SELECT ended.id, extract(epoch FROM m.created_at - lag(m.created_at, 1, ended.accepted_at)
            OVER (PARTITION BY ended.id ORDER BY m.seq)) AS pause
        FROM ended JOIN conversations_message m ON m.conversation_id = ended.conversation_id
            AND m.created_at >= ended.accepted_at AND m.created_at <= ended.left_at
        WHERE ended.left_at IS NOT NULL
    ), worked AS (
        SELECT id, sum(least(pause, %(pause)s)) AS seconds FROM steps GROUP BY id
    )
    SELECT ended.conversation_id, extract(epoch FROM requested_at)::float8, extract(epoch FROM accepted_at)::float8,
        extract(epoch FROM left_at)::float8, worked.seconds::float8
    FROM ended LEFT JOIN worked USING (id)
"""
AT_WORK = """
    SELECT m.agent_id, (m.created_at AT TIME ZONE %(zone)s)::date,
        extract(epoch FROM min(m.created_at))::float8, extract(epoch FROM max(m.created_at))::float8
    FROM conversations_message m
    JOIN conversations_conversation c ON c.id = m.conversation_id AND c.channel <> 'import'
    WHERE m.author_kind = 'agent' AND m.agent_id IS NOT NULL AND m.created_at >= %(since)s AND m.created_at < %(until)s
    GROUP BY 1, 2
"""
CAPACITIES = "SELECT id, capacity FROM agents_agent"


@dataclass(frozen=True, slots=True, eq=False)
class Handled:
    """Measured handovers: seconds until somebody took them, in somebody's hands, and of work in that, all sorted.

    `own` has the seconds in somebody's hands of the conversations that were measured, by id.
    """

    waited: NDArray[np.float64]
    held: NDArray[np.float64]
    worked: NDArray[np.float64]
    own: Mapping[UUID, float]


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """How many conversations the desk could hold in each hour since `begins` (seconds), and how many people were there.

    Somebody counts as at work from the hour of their first reply of a day to that of their last.
    """

    begins: float
    slots: NDArray[np.int64]
    people: NDArray[np.int64]


def handled(since: datetime, until: datetime) -> Handled:
    """The newest handovers of the time that somebody took."""
    values = {"since": since, "until": until, "most": MOST_MEASURED, "pause": PAUSE}
    rows = reading.asked(HANDLED, values)
    ended = [row for row in rows if row[3] is not None and row[3] > row[2]]
    return Handled(
        waited=np.sort(np.array([row[2] - row[1] for row in rows], dtype=np.float64)),
        held=np.sort(np.array([row[3] - row[2] for row in ended], dtype=np.float64)),
        worked=np.sort(np.array([row[4] for row in ended if row[4]], dtype=np.float64)),
        own={row[0]: row[3] - row[2] for row in ended},
    )


def desk(since: datetime, until: datetime, *, zone: str) -> Desk:
    """Who was at work when."""
    shifts = reading.asked(AT_WORK, {"since": since, "until": until, "zone": zone})
    capacities = dict(reading.asked(CAPACITIES, {}))
    begins = since.timestamp() // HOUR * HOUR
    hours = int((until.timestamp() - begins) // HOUR) + 1
    slots, people = np.zeros(hours, dtype=np.int64), np.zeros(hours, dtype=np.int64)
    for agent, _day, first, last in shifts:
        stretch = slice(int((first - begins) // HOUR), int((last - begins) // HOUR) + 1)
        people[stretch] += 1
        slots[stretch] += capacities.get(agent, 1)
    return Desk(begins, slots, people)
