"""All teams' hours are read in one query, and say the same as each team's own."""

from datetime import UTC, date, datetime, time

import pytest
from pytest_django import DjangoAssertNumQueries

from agents import hours, timetable
from agents.models import Holiday, OpeningTime, Team
from tenants.models import Tenant

pytestmark = pytest.mark.usefixtures("in_acme")


@pytest.fixture
def teams(in_acme: Tenant) -> list[Team]:
    """One with office hours in another zone, one that is open to midnight, one without hours; two days off."""
    office, late, always = (Team.objects.create(name=name) for name in ("Office", "Late", "Always"))
    Team.objects.filter(pk=office.pk).update(time_zone="America/New_York")
    OpeningTime.objects.create(team=office, weekday=0, opens=time(9), closes=time(17, 30))
    OpeningTime.objects.create(team=late, weekday=0, opens=time(18), closes=hours.END_OF_DAY)
    Holiday.objects.create(team=None, day=date(2026, 12, 28), name="Bridge day")
    Holiday.objects.create(team=always, day=date(2026, 12, 21), name="Party")
    return [Team.objects.get(pk=each.pk) for each in (office, late, always)]


def test_it_is_one_query_and_equals_each_teams_own_hours(
    teams: list[Team], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        found = timetable.of_company()
    assert dict(found.teams) == {team.name: hours.of(team) for team in teams}
    assert found.days_off == {date(2026, 12, 28): "Bridge day"}


@pytest.mark.parametrize(
    ("moment", "at_work"),
    [
        (datetime(2026, 12, 14, 15, tzinfo=UTC), {"Office", "Always"}),
        (datetime(2026, 12, 14, 22, 45, tzinfo=UTC), {"Always", "Late"}),
        (datetime(2026, 12, 21, 15, tzinfo=UTC), {"Office"}),
        (datetime(2026, 12, 28, 15, tzinfo=UTC), set()),
    ],
)
@pytest.mark.usefixtures("teams")
def test_who_is_at_work(moment: datetime, at_work: set[str]) -> None:
    assert {name for name, is_open in timetable.of_company().open_at(moment).items() if is_open} == at_work


def test_a_company_without_teams_has_none() -> None:
    assert timetable.of_company() == timetable.Timetable({}, {})
