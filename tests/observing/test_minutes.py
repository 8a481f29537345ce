"""What a minute brought, added up by all processes, and shown to operators."""

import pytest

from tenants.models import Minute
from tenants.observing import minutes

pytestmark = pytest.mark.usefixtures("database_for_test")


def test_processes_add_to_the_same_minute() -> None:
    minutes.write()
    Minute.objects.all().delete()
    for seconds in (0.05, 3.0, 500.0):
        minutes.took("turn", seconds)
    minutes.happened("model_failed")
    minutes.write()
    minutes.took("turn", 3.0)
    minutes.happened("model_failed", 2)
    minutes.write()
    by_name: dict[str, list[int]] = {}
    for row in Minute.objects.filter(name__in=["turn", "model_failed"]):  # a minute may end meanwhile
        known = by_name.setdefault(row.name, [0] * len(row.counts))
        by_name[row.name] = [one + other for one, other in zip(known, row.counts, strict=True)]
    assert by_name == {"turn": [1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1], "model_failed": [3]}


@pytest.mark.parametrize(
    ("counts", "share", "seconds"),
    [
        ([0] * 11, 0.5, None),
        ([10] + [0] * 10, 0.5, 0.05),
        ([5, 0, 0, 5] + [0] * 7, 0.95, 0.95),
        ([0] * 10 + [1], 0.5, 60.0),
    ],
)
def test_a_quantile_lies_within_its_bucket(counts: list[int], share: float, seconds: float | None) -> None:
    assert minutes.quantile(counts, share) == (None if seconds is None else pytest.approx(seconds))


def test_what_a_socket_count_says_is_said_once_a_minute() -> None:
    minutes.write()
    Minute.objects.filter(name="tests").delete()
    for _ in range(3):
        minutes.stands("tests", 7)
    minutes.write()
    assert Minute.objects.filter(name="tests").order_by("at")[0].counts == [7]


def test_a_sample_that_fails_does_not_end_the_counting() -> None:
    looked: list[int] = []

    def sample() -> None:
        looked.append(1)
        if len(looked) == 2:
            keeper.stop.set()
        raise RuntimeError

    keeper = minutes.Keeper(sample, every=0.01)
    keeper.start()
    keeper.join(5)
    assert len(looked) == 2
