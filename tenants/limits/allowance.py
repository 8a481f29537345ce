"""What is left of a limit: requests of the last minute, counted in stretches of five seconds."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

STRETCH = 5  # seconds
STRETCHES = 13  # a whole minute, and the stretch under way: so no minute, wherever it begins, has more than the limit
Header = tuple[str, str]


@dataclass(frozen=True)
class Limit:
    """At most so many requests in any minute, of one whom `kind` names."""

    kind: str
    most: int


@dataclass(frozen=True)
class Counted:
    """A look at the counts: whether this request was let in, and all counts, the one of stretch `newest` first."""

    let_in: bool
    newest: int
    counts: Sequence[int]
    now: float


@dataclass(frozen=True)
class Allowance:
    """What the caller is told; `reset` is the Unix second from which on all of it is there again."""

    limit: int
    remaining: int
    reset: int
    retry_after: int | None = None

    def headers(self) -> list[Header]:
        """As it stands on every reply."""
        told = [
            ("X-RateLimit-Limit", str(self.limit)),
            ("X-RateLimit-Remaining", str(self.remaining)),
            ("X-RateLimit-Reset", str(self.reset)),
        ]
        return told if self.retry_after is None else [*told, ("Retry-After", str(self.retry_after))]


def stretch_of(now: float) -> int:
    """The number of the stretch in which the moment (Unix seconds) lies."""
    return int(now // STRETCH)


def told(limit: Limit, seen: Counted) -> Allowance:
    """The allowance after a look; with `retry_after`, whole seconds, for a request that was not let in."""
    live = [
        (gone_at, many)
        for place, many in enumerate(seen.counts)
        if many and (gone_at := (seen.newest - place + STRETCHES) * STRETCH) > seen.now
    ]
    used = sum(many for _gone_at, many in live)
    return Allowance(
        limit=limit.most,
        remaining=max(0, limit.most - used) if seen.let_in else 0,
        reset=live[0][0] if live else math.ceil(seen.now),
        retry_after=None if seen.let_in else _wait(live, seen.now),
    )


def untouched(limit: Limit, now: float) -> Allowance:
    """The allowance of somebody who is not counted."""
    return Allowance(limit=limit.most, remaining=limit.most, reset=math.ceil(now))


def _wait(live: Sequence[tuple[int, int]], now: float) -> int:
    """Seconds until the oldest of the counts is gone."""
    return max(1, math.ceil(live[-1][0] - now)) if live else 1
