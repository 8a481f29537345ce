"""The desk played through: who waits how long, by hand where that can be told by hand."""

import numpy as np
import pytest

from conversations.rules_replay import waiting
from conversations.rules_replay.waiting import Arrivals, Waited

HOUR = 3600.0


def arrivals(*rows: tuple[float, int, float]) -> Arrivals:
    at, rank, held = zip(*rows, strict=True) if rows else ((), (), ())
    return Arrivals(np.array(at, dtype=float), np.array(rank, dtype=np.int64), np.array(held, dtype=float))


def waits(*rows: tuple[float, int, float], slots: list[int]) -> Waited:
    return waiting.play(arrivals(*rows), begins=0.0, slots=np.array(slots, dtype=np.int64))


def test_whoever_finds_a_place_free_does_not_wait() -> None:
    assert waits((10, 2, 60), (20, 2, 60), slots=[2]) == Waited(0.0, 0.0, 0)


def test_the_next_waits_until_one_ends() -> None:
    told = waits((0, 2, 100), (10, 2, 100), slots=[1])
    assert (told.median, told.never) == (45.0, 0)  # 0 and 90 seconds
    assert told.p90 == pytest.approx(81.0)


def test_the_urgent_one_goes_first_and_among_equals_the_first() -> None:
    only_last = waits((0, 2, 100), (10, 2, 1000), (20, 0, 50), slots=[1])
    assert only_last.median == 80.0  # the urgent one waits 80, the other 140
    assert only_last.p90 == pytest.approx(80 + 0.8 * 60)


def test_outside_of_shifts_customers_wait_for_the_next_one_to_begin() -> None:
    assert waits((0, 2, 60), slots=[0, 0, 1]).median == 2 * HOUR


def test_a_conversation_lasts_past_the_end_of_a_shift_and_holds_its_place() -> None:
    told = waits((HOUR - 10, 2, 100), (HOUR + 5, 2, 10), slots=[2, 1])
    assert told.p90 == pytest.approx(0.9 * 85)


def test_those_for_whom_nobody_comes_are_counted() -> None:
    assert waits((HOUR + 1, 2, 60), slots=[1]) == Waited(None, None, 1)


def test_nothing_comes_of_nothing() -> None:
    assert waits(slots=[1]) == Waited(None, None, 0)


def test_more_work_never_shortens_the_longest_waits() -> None:
    rng = np.random.default_rng(7)
    at, held = np.sort(rng.uniform(0, 20 * HOUR, 400)), rng.exponential(900, 400)
    slots = np.array([3] * 24, dtype=np.int64)
    rank = np.full(400, 2, dtype=np.int64)
    some = np.arange(400) % 4 != 0
    all_of_them = waiting.play(Arrivals(at, rank, held), begins=0.0, slots=slots)
    fewer = waiting.play(Arrivals(at[some], rank[some], held[some]), begins=0.0, slots=slots)
    assert all_of_them.p90 is not None
    assert fewer.p90 is not None
    assert all_of_them.p90 > fewer.p90


def test_a_measured_conversation_keeps_its_own_time_and_others_draw_one() -> None:
    measured = np.array([60.0, 120.0, 600.0])
    drawn = waiting.drawn(measured, np.array([np.nan, 42.0, np.nan]), np.array([0.0, 0.5, 0.999]))
    assert drawn.tolist() == [60.0, 42.0, 600.0]
