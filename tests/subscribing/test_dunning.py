"""The ladder after a payment failed: which notice is due, and when settings are locked."""

from datetime import UTC, datetime, timedelta

import pytest

from billing import dunning, entitlements
from billing.entitlements import Lock, Place
from billing.models import Standing
from billing.plans import TEAM

SINCE = datetime(2026, 11, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "step"), [(-30, 1), (0, 1), (2.99, 1), (3, 2), (6.99, 2), (7, 3), (12.99, 3), (13, 4), (400, 4)]
)
def test_each_notice_has_its_day(days: float, step: int) -> None:
    assert dunning.step(SINCE, now=SINCE + timedelta(days=days)) == step


def test_nothing_is_due_once_it_is_paid() -> None:
    assert dunning.step(None, now=SINCE) == 0
    assert dunning.next_at(None, now=SINCE) is None


def test_the_next_notice_is_known_until_the_last() -> None:
    found = [dunning.next_at(SINCE, now=SINCE + timedelta(days=days)) for days in (0, 3, 8, 13)]
    assert found == [SINCE + timedelta(days=days) for days in (3, 7, 13)] + [None]


def test_the_last_notice_leaves_a_day_before_settings_are_locked() -> None:
    last, locked = SINCE + timedelta(days=dunning.DAYS[-1]), dunning.locks_at(SINCE)
    assert locked - last == timedelta(days=1)
    place = Place(TEAM, Standing.PAST_DUE, seats=3, unpaid_since=SINCE)
    assert entitlements.allowed(place, now=locked - timedelta(seconds=1)).lock is None
    assert entitlements.allowed(place, now=locked).lock == Lock.UNPAID
