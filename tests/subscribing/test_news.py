"""Which letters are due follows from how the company stands: each once, none of them late, none of them wrong."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from billing.models import Standing
from conversations.subscribing import news
from conversations.subscribing.news import Facts, News, Told

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TRIAL = Facts(Standing.TRIAL, trial_ends_at=NOW)
PAYING = Facts(Standing.ACTIVE, subscription="sub_1", trial_ends_at=NOW - timedelta(days=30), began_at=NOW)
BEGAN = Told(News.BEGAN, "sub_1")


def life(*moments: tuple[Facts, datetime]) -> list[News]:
    """What is sent when somebody looks at each moment, twice."""
    told: list[Told] = []
    for facts, now in moments:
        told += news.due(facts, told, now=now)
        assert news.due(facts, told, now=now) == []
    return [one.news for one in told if not one.quiet]


@pytest.mark.parametrize(
    ("days", "sent"),
    [
        (-4, []),
        (-2.9, [News.TRIAL_SOON]),
        (-0.9, [News.TRIAL_LAST_DAY]),
        (0, [News.TRIAL_OVER]),
        (6, [News.TRIAL_OVER]),
        (8, []),
    ],
)
def test_a_trial_is_told_of_three_days_and_a_day_before_its_end_and_at_it(days: float, sent: list[News]) -> None:
    assert life((TRIAL, NOW + timedelta(days=days))) == sent


def test_every_letter_of_a_trial_comes_once_in_its_order() -> None:
    hours = [(TRIAL, NOW + timedelta(hours=hour)) for hour in range(-120, 240)]
    assert life(*hours) == [News.TRIAL_SOON, News.TRIAL_LAST_DAY, News.TRIAL_OVER]


def test_who_subscribed_in_the_trial_hears_of_the_first_invoice_and_not_of_an_end() -> None:
    facts = Facts(Standing.TRIAL, "sub_1", trial_ends_at=NOW, began_at=NOW - timedelta(days=5))
    assert life((facts, NOW - timedelta(days=5)), (facts, NOW - timedelta(days=2))) == [News.BEGAN, News.TRIAL_BILLS]
    leaving = replace(facts, ends_at=NOW)
    ended = Facts(Standing.FREE, trial_ends_at=NOW)
    sent = life((leaving, NOW - timedelta(days=2)), (ended, NOW), (ended, NOW + timedelta(days=1)))
    assert sent == [News.BEGAN, News.CANCELLED, News.ENDED]


def test_a_subscription_from_long_ago_is_no_news() -> None:
    old = replace(PAYING, began_at=NOW - timedelta(days=40))
    assert life((old, NOW)) == []
    assert life((old, NOW), (Facts(Standing.FREE), NOW)) == [News.ENDED]


def test_leaving_staying_and_leaving_again_are_each_told() -> None:
    leaving = replace(PAYING, ends_at=NOW + timedelta(days=9))
    back = Facts(Standing.ACTIVE, "sub_2", began_at=NOW)
    sent = life(*((one, NOW) for one in (PAYING, leaving, PAYING, leaving, Facts(Standing.FREE, "sub_1"), back)))
    assert sent == [News.BEGAN, News.CANCELLED, News.KEPT, News.CANCELLED, News.ENDED, News.RETURNED]


def test_the_ladder_ends_at_once_when_it_is_paid_and_begins_anew_when_it_fails_again() -> None:
    unpaid = replace(PAYING, standing=Standing.PAST_DUE, unpaid_since=NOW)
    climb = [(unpaid, NOW + timedelta(days=day)) for day in range(20)]
    again = replace(unpaid, unpaid_since=NOW + timedelta(days=40))
    sent = life((PAYING, NOW), *climb, (PAYING, NOW + timedelta(days=21)), (again, NOW + timedelta(days=40)))
    assert sent == [News.BEGAN, *news.UNPAID, News.PAID, News.UNPAID_1]


def test_who_looks_late_sends_only_the_notice_of_the_day() -> None:
    unpaid = replace(PAYING, standing=Standing.PAST_DUE, unpaid_since=NOW - timedelta(days=8))
    assert [one.news for one in news.due(unpaid, [BEGAN], now=NOW) if not one.quiet] == [News.UNPAID_3]


def test_nothing_was_paid_where_the_subscription_ended_unpaid() -> None:
    unpaid = replace(PAYING, standing=Standing.UNPAID, unpaid_since=NOW)
    assert life((unpaid, NOW), (Facts(Standing.FREE, "sub_1"), NOW)) == [News.BEGAN, News.UNPAID_1, News.ENDED]


def test_too_many_people_are_told_of_at_first_and_before_settings_are_locked() -> None:
    over = Facts(Standing.FREE, trial_ends_at=NOW - timedelta(days=60), over_seats_since=NOW)
    sent = life((over, NOW), (over, NOW + timedelta(days=5)), (over, NOW + timedelta(days=11)))
    assert sent == [News.OVER_SEATS, News.OVER_SEATS_SOON]
    assert life((over, NOW + timedelta(days=12))) == [News.OVER_SEATS_SOON]


def test_a_given_plan_has_no_trial_and_no_subscription() -> None:
    assert life((Facts(Standing.COMPLIMENTARY, trial_ends_at=NOW), NOW)) == []


@pytest.mark.parametrize("one", list(News))
def test_a_letter_that_waited_leaves_only_while_it_is_true(one: News) -> None:
    unpaid = replace(PAYING, unpaid_since=NOW, ends_at=NOW, over_seats_since=NOW)
    states = [TRIAL, PAYING, unpaid, Facts(Standing.FREE, "sub_1")]
    assert {news.still_true(one, facts) for facts in states} == {True, False}
