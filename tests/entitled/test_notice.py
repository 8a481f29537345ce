"""What the console says of the plan on every page: one thing at most, the gravest, to those who can do something."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from billing import notice
from billing.entitlements import Lock
from billing.models import Standing
from billing.notice import Facts
from billing.plans import PlanKey
from conversations.inbox import plan
from tests import cast
from tests.entitled.conftest import Stands

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
WELL = Facts(Standing.ACTIVE, "Team", ZoneInfo("Europe/Berlin"), is_subscribed=True, percent=79)
TRIES = Facts(Standing.TRIAL, "Business", WELL.zone, trial_ends_at=NOW + timedelta(days=9))
LATE, OVER = NOW - timedelta(days=4), NOW - timedelta(days=2)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (WELL, None),
        (replace(WELL, percent=80), "cap_near: 80% of this period's"),
        (replace(WELL, percent=140, buys_more=True), None),
        (replace(WELL, percent=100, is_used_up=True), "cap_reached: All resolutions"),
        (replace(WELL, is_used_up=True, buys_more=True), "cap_reached: The limit in money"),
        (
            replace(WELL, ends_at=NOW + timedelta(days=5)),
            "ends: Team ends on 28 November. After that you are on the Free",
        ),
        (
            replace(WELL, unpaid_since=LATE, is_used_up=True),
            "payment_failed: A payment failed. Until it is paid everyth",
        ),
        (replace(WELL, unpaid_since=LATE, lock=Lock.UNPAID), "locked: An invoice is not paid"),
        (
            replace(WELL, over_seats_since=OVER),
            "over_seats: More people have a seat than the plan has. Make them fit by",
        ),
        (replace(WELL, over_seats_since=OVER, lock=Lock.OVER_SEATS), "locked: More people"),
        (TRIES, "trial: You are trying Business until 2 December, without a card."),
        (replace(TRIES, trial_ends_at=NOW + timedelta(hours=20)), "trial_ending: Your trial ends tomorrow at 07:00."),
        (replace(TRIES, trial_ends_at=NOW + timedelta(days=3)), "trial_ending: Your trial ends on 26 November."),
        (replace(TRIES, is_subscribed=True, trial_ends_at=NOW + timedelta(hours=20)), None),
        (Facts(Standing.FREE, "Free", WELL.zone, percent=3, trial_ends_at=NOW - timedelta(days=9)), None),
    ],
)
def test_the_gravest_thing_is_said_and_nothing_where_all_is_well(facts: Facts, said: str | None) -> None:
    found = notice.of(facts, now=NOW)
    if said is None:
        assert found is None
    else:
        assert found is not None
        assert f"{found.kind}: {found.words}".startswith(said)
        assert found.href.startswith("/console/")


def test_me_tells_everybody_the_plan_and_who_pays_what_they_should_know(desk: Client, stands: Stands) -> None:
    stands(PlanKey.TEAM, standing=Standing.PAST_DUE, seats=3, unpaid_since=timezone.now())
    told = desk.get("/api/v1/me").json()
    assert told["plan"] == {"key": "team", "name": "Team", "features": [], "history_days": None, "lock": None}
    assert told["billing_notice"]["kind"] == "payment_failed"
    desk.force_login(cast.agent("bob"))
    told = desk.get("/api/v1/me").json()
    assert (told["plan"]["key"], told["billing_notice"]) == ("team", None)
    stands(PlanKey.FREE, unpaid_since=None)
    assert desk.get("/api/v1/me").json()["plan"]["history_days"] == 30


def test_it_costs_one_question_and_none_where_nobody_is_billed(
    olga: Agent, stands: Stands, settings: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    stands(PlanKey.BUSINESS, seats=3)
    for who in (olga, cast.agent("bob")):
        with django_assert_num_queries(1):
            plan.shown(who)
    settings.STRIPE_API_KEY = ""
    with django_assert_num_queries(0):
        assert plan.shown(olga)["plan"]["features"] == ["control_room", "sla", "sso"]
