"""A team's hours and the company's holidays over REST."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents import hours, opening
from agents.models import Holiday, OpeningTime, Team
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests.settings.sending import get, patch, put, refused

WEEK: dict[str, Any] = {
    "time_zone": "Europe/Berlin",
    "weekly": [
        {"weekday": 0, "opens": "09:00", "closes": "12:00"},
        {"weekday": 0, "opens": "13:00", "closes": "24:00"},
        {"weekday": 4, "opens": "00:00", "closes": "17:30"},
    ],
    "holidays": [{"day": "2026-12-24", "name": "Christmas Eve"}],
}


@pytest.fixture
def team(admin: Client) -> Team:
    """Alice's team."""
    return Team.objects.get(name="Customer care")


def test_a_teams_hours_are_kept_and_used(admin: Client, team: Team) -> None:
    path = f"teams/{team.id}/hours"
    assert get(admin, path) == {"time_zone": "", "weekly": [], "holidays": []}
    assert put(admin, path, **WEEK).json() == WEEK
    assert get(admin, path) == WEEK
    team.refresh_from_db()
    loaded = hours.of(team)
    assert (str(loaded.zone), len(loaded.weekly), len(loaded.days_off)) == ("Europe/Berlin", 3, 1)
    entry = AuditEntry.objects.get(action="team.hours_changed")
    assert entry.changes["weekly"] == [[], ["0 09:00-12:00", "0 13:00-24:00", "4 00:00-17:30"]]
    put(admin, path, **WEEK)
    assert AuditEntry.objects.filter(action="team.hours_changed").count() == 1


def test_the_companys_zone_and_holidays_hold_for_every_team(admin: Client, team: Team, in_acme: Tenant) -> None:
    assert put(admin, "holidays", holidays=[{"day": "2026-01-01", "name": "New Year"}]).status_code == 200
    assert get(admin, "holidays") == {"holidays": [{"day": "2026-01-01", "name": "New Year"}]}
    in_acme.time_zone = "Asia/Tokyo"
    loaded = hours.of(team)
    assert (str(loaded.zone), len(loaded.days_off)) == ("Asia/Tokyo", 1)
    assert get(admin, f"teams/{team.id}/hours")["holidays"] == []
    put(admin, "holidays", holidays=[])
    assert not Holiday.objects.exists()
    assert AuditEntry.objects.filter(action="workspace.holidays_changed").count() == 2


def test_hours_are_said_in_words(admin: Client, team: Team, in_acme: Tenant) -> None:
    assert opening.in_words() == ""
    put(admin, f"teams/{team.id}/hours", **WEEK)
    put(admin, "holidays", holidays=[{"day": "2026-01-01", "name": "New Year"}])
    assert opening.in_words() == (
        "Customer care (Europe/Berlin): Monday 09:00 to 12:00, Monday 13:00 to 24:00, Friday 00:00 to 17:30.\n"
        "Closed on 2026-01-01 New Year."
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time_zone", "Mars/Olympus"),
        ("time_zone", None),
        ("weekly", "always"),
        ("weekly", [{"weekday": 7, "opens": "09:00", "closes": "17:00"}]),
        ("weekly", [{"weekday": -1, "opens": "09:00", "closes": "17:00"}]),
        ("weekly", [{"weekday": 0, "opens": "9:00", "closes": "17:00"}]),
        ("weekly", [{"weekday": 0, "opens": "24:00", "closes": "24:00"}]),
        ("weekly", [{"weekday": 0, "opens": "09:00", "closes": "25:00"}]),
        ("weekly", [{"weekday": 0, "opens": "17:00", "closes": "09:00"}]),
        ("weekly", [{"weekday": 0, "opens": "09:00", "closes": "09:00"}]),
        ("weekly", [{"weekday": 0, "opens": "09:00"}]),
        ("weekly", [{"weekday": 0, "opens": "09:00", "closes": "17:00"}] * 2),
        (
            "weekly",
            [{"weekday": 0, "opens": "09:00", "closes": "12:00"}, {"weekday": 0, "opens": "11:59", "closes": "13:00"}],
        ),
        ("weekly", [{"weekday": 0, "opens": "00:00", "closes": "00:01"}] * 71),
        ("holidays", [{"day": "2026-02-30", "name": "x"}]),
        ("holidays", [{"day": "2026-02-20"}]),
        ("holidays", [{"day": "2026-02-20", "name": "x"}] * 2),
        ("holidays", [{"day": "2026-02-20", "name": "x" * 81}]),
    ],
)
def test_a_wrong_value_is_named_and_changes_nothing(admin: Client, team: Team, field: str, value: Any) -> None:
    put(admin, f"teams/{team.id}/hours", **WEEK)
    status, param = refused(put(admin, f"teams/{team.id}/hours", **{**WEEK, field: value}))
    assert (status, str(param).split(".", maxsplit=1)[0]) == (422, field)
    assert get(admin, f"teams/{team.id}/hours") == WEEK


def test_nothing_may_be_left_out(admin: Client, team: Team) -> None:
    assert refused(put(admin, f"teams/{team.id}/hours", weekly=[]))[0] == 422
    assert refused(patch(admin, f"teams/{team.id}/hours", **WEEK))[0] == 405
    assert refused(put(admin, "holidays")) == (422, "holidays")


def test_agents_read_hours_and_admins_change_them(desk: Client, supervisor: Client, team: Team) -> None:
    assert get(desk, f"teams/{team.id}/hours")["weekly"] == []
    for client in (desk, supervisor):
        assert refused(put(client, f"teams/{team.id}/hours", **WEEK)) == (403, None)
        assert refused(put(client, "holidays", holidays=[])) == (403, None)
    assert refused(desk.get("/api/v1/teams/team_x/hours"))[0] == 404
    assert not OpeningTime.objects.exists()


def test_loading_hours_costs_two_queries(team: Team, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        hours.of(team)
