"""Operators see how the last hour went, of all processes together."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tenants.models import Minute

BUCKETS = 11


@pytest.fixture(autouse=True)
def nothing_counted(db: None) -> None:
    """What servers of other tests in this process counted is not here."""
    Minute.objects.all().delete()


def count(name: str, *, minutes_ago: int, counts: list[int]) -> None:
    """What a minute brought."""
    at = timezone.now().replace(second=0, microsecond=0) - timedelta(minutes=minutes_ago)
    Minute.objects.create(name=name, at=at, counts=counts)


def test_the_last_hour_is_summed_up_and_what_was_before_is_not(operator: Client) -> None:
    quick, slow = [19] + [0] * (BUCKETS - 1), [0] * 6 + [1] + [0] * (BUCKETS - 7)
    for minutes_ago, counts in ((2, quick), (3, slow), (90, slow)):
        count("turn", minutes_ago=minutes_ago, counts=counts)
    count("model_failed", minutes_ago=3, counts=[4])
    for minutes_ago, there in ((1, 7), (2, 12)):
        count("sockets", minutes_ago=minutes_ago, counts=[there])
    page = operator.get("/operators/watching/").content.decode()
    assert '<td class="number" data-label="How many">20</td>' in page
    assert '<td class="number" data-label="Half within">0.05 s</td>' in page
    assert '<span class="tag tag--warn">4</span>' in page
    assert "<b>12</b> sockets open" in page, "the minute under way is not told of by all yet"
    assert page.count("<rect") == 2
    assert ">database: " in page


def test_the_page_costs_the_same_however_much_there_is(
    operator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for minutes_ago in range(59):
        count("http", minutes_ago=minutes_ago, counts=[1] * BUCKETS)
    with django_assert_max_num_queries(12):
        assert operator.get("/operators/watching/").content.count(b"<rect") >= 58
