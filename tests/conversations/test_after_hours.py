"""A customer who waits outside of the team's hours reads when the team is back; inside of them nothing is said."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from agents.models import Agent, Holiday, OpeningTime, Team
from conversations import after_hours
from conversations.models import Customer, Holder
from tests import cast

pytestmark = pytest.mark.usefixtures("equipped")
ASKS = "I want to talk to a human, please."
MONDAY = datetime(2026, 1, 5, 8, tzinfo=UTC)


@pytest.fixture
def team(bob: Agent) -> Team:
    """Where those go who ask for a person."""
    return Team.objects.get(name="Customer care")


def notices(carol: Customer) -> list[str]:
    conversation = cast.answered(carol, ASKS)
    assert conversation.holder == Holder.QUEUE
    assert conversation.team is not None
    return [entry.text for entry in conversation.messages.all() if entry.data.get("notice")]


def test_a_team_at_work_says_nothing(carol: Customer, team: Team) -> None:
    assert notices(carol) == []


def test_a_team_that_is_away_says_when_it_is_back(carol: Customer, team: Team) -> None:
    today = timezone.now().date()
    for day in range(-1, 2):
        Holiday.objects.create(team=None, day=today + timedelta(days=day), name="Festival")
    said = notices(carol)
    assert len(said) == 1
    assert said[0].startswith("Customer care is back on ")
    assert "at 00:00 (UTC)" in said[0]


def test_a_team_that_never_opens_promises_nothing(carol: Customer, team: Team) -> None:
    OpeningTime.objects.create(team=team, weekday=0, opens="09:00", closes="09:01")
    today = timezone.now().date()
    Holiday.objects.bulk_create(Holiday(team=team, day=today + timedelta(days=day), name="x") for day in range(-1, 402))
    assert notices(carol) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Sales is back on Monday at 09:00 (Europe/Berlin)."),
        ("de", "Sales ist am Montag um 09:00 (Europe/Berlin) wieder da."),
        ("fr", "Sales sera de retour lundi à 09:00 (Europe/Berlin)."),
        ("es", "Sales vuelve el lunes a las 09:00 (Europe/Berlin)."),
        ("pt", "Sales volta na segunda-feira às 09:00 (Europe/Berlin)."),
        ("it", "Sales torna lunedì alle 09:00 (Europe/Berlin)."),
        ("nl", "Sales is er maandag om 09:00 (Europe/Berlin) weer."),
        ("pl", "Sales is back on Monday at 09:00 (Europe/Berlin)."),
    ],
)
def test_it_is_said_in_the_customers_language(language: str, said: str) -> None:
    zone = ZoneInfo("Europe/Berlin")
    now = MONDAY - timedelta(days=2)
    assert after_hours.back("Sales", MONDAY, zone=zone, language=language, now=now).startswith(said)


def test_a_day_further_off_is_named_with_its_date() -> None:
    now = MONDAY - timedelta(days=20)
    text = after_hours.back("Sales", MONDAY, zone=ZoneInfo("Asia/Tokyo"), language="en", now=now)
    assert text.startswith("Sales is back on Monday, 2026-01-05, at 17:00 (Asia/Tokyo).")
