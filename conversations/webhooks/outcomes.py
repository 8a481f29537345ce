"""What follows from what an endpoint answered: done, again later, or given up; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

SECONDS, MINUTES, HOURS = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
DELAYS = (10 * SECONDS, MINUTES, 5 * MINUTES, 30 * MINUTES, 2 * HOURS, 6 * HOURS, 14 * HOURS)
MOST_TRIES = len(DELAYS) + 1
TOO_OLD = 28 * HOURS  # what waited so long behind others that failed is given up with them
JITTER = 0.2
LONGEST_ASKED = 6 * HOURS  # that an endpoint may ask to be left alone
GONE, BUSY, SLOW_DOWN = 410, 503, 429
RESTS_FROM = 5  # failures in a row; from then on one try at a time asks whether it is well again
FIRST_REST, LONGEST_REST = 10 * SECONDS, 5 * MINUTES
FAILED_TOO_LONG = timedelta(days=3)
SLOW = 3000  # milliseconds


@dataclass(frozen=True)
class Answer:
    """What came of one try; `problem` is "" when it was taken."""

    status: int | None
    problem: str
    took_ms: int
    reply: str = ""
    retry_after: timedelta | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the endpoint has the event now."""
        return not self.problem

    @property
    def is_slow(self) -> bool:
        """Whether others should not wait behind this endpoint."""
        return not self.is_taken or self.took_ms > SLOW


@dataclass(frozen=True)
class Taken:
    """The endpoint has it."""


@dataclass(frozen=True)
class Again:
    """It is tried again then."""

    at: datetime


@dataclass(frozen=True)
class GivenUp:
    """It is tried no more."""


Outcome = Taken | Again | GivenUp


def judge(answer: Answer, *, tries: int, now: datetime, luck: float) -> Outcome:
    """What follows from the answer to the try number `tries`; `luck`, from 0 to 1, spreads the next ones."""
    if answer.is_taken:
        return Taken()
    if answer.status == GONE or tries >= MOST_TRIES:
        return GivenUp()
    delay = DELAYS[tries - 1] * (1 + JITTER * (2 * luck - 1))
    return Again(now + max(delay, asked_to_wait(answer)))


def asked_to_wait(answer: Answer) -> timedelta:
    """How long the endpoint wants to be left alone, within limits; nothing where it did not say."""
    if answer.retry_after is None or answer.status not in {SLOW_DOWN, BUSY}:
        return timedelta()
    return min(max(answer.retry_after, timedelta()), LONGEST_ASKED)


def rest(answer: Answer, *, failures: int) -> timedelta:
    """How long nothing at all is sent to an endpoint that failed so many times in a row, the last time so."""
    if failures < RESTS_FROM:
        return asked_to_wait(answer)
    return max(asked_to_wait(answer), min(FIRST_REST * (1 << min(failures - RESTS_FROM, 10)), LONGEST_REST))


def retry_after(header: str, *, now: datetime) -> timedelta | None:
    """What `Retry-After` says, in seconds or as a date; None when it says nothing that can be read."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return timedelta(seconds=int(text[:8]))
    try:
        then: datetime = parsedate_to_datetime(text)
        wait: timedelta = (then if then.tzinfo else then.replace(tzinfo=now.tzinfo)) - now
    except (ValueError, TypeError, OverflowError):
        return None
    return wait
