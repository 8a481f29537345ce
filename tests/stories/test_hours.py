"""The assistant says when the company is open, and where it is; without either the articles answer."""

from datetime import date, time

import pytest
from django.utils import timezone

from agents.models import Holiday, OpeningTime, Team
from assistant.models import SkillSettings
from tests.stories.orders import CAROL, order
from tests.stories.talk import Talk


@pytest.fixture
def week(talk: Talk) -> Team:
    """Customer care works from Monday to Friday, nine to six; Christmas Day is off."""
    team = Team.objects.get()
    for weekday in range(5):
        OpeningTime.objects.create(team=team, weekday=weekday, opens=time(9), closes=time(18))
    Holiday.objects.create(day=date(timezone.now().year + 1, 12, 25), name="Christmas Day")
    return team


@pytest.mark.usefixtures("week")
def test_the_hours_of_a_day_that_is_asked_for(talk: Talk) -> None:
    talk.model_calls("hours", day="Sunday")
    talk.says("Are you open on Sunday?")
    assert "we are closed" in talk.said
    assert "We are open again on Monday" in talk.said
    assert "from 09:00" in talk.said
    assert (talk.task, talk.decision.skill, talk.decision.articles) == (None, "hours", [])
    assert talk.reply is not None
    [source] = talk.reply.sources
    assert (source["article_id"], source["title"]) == ("", "Opening hours")
    assert "Monday: from 09:00 to 18:00" in source["passage"]


@pytest.mark.usefixtures("week")
def test_the_whole_week_in_the_customers_language(talk: Talk) -> None:
    talk.model_calls("hours")
    talk.says("Wie sind Ihre Öffnungszeiten?")
    assert "- Montag: von 09:00 bis 18:00 Uhr" in talk.said
    assert "- Sonntag: geschlossen" in talk.said


@pytest.mark.usefixtures("week")
def test_a_day_off_is_closed(talk: Talk) -> None:
    year = timezone.now().year + 1
    talk.model_calls("hours", day=f"25 December {year}")
    talk.says(f"Are you open on 25 December {year}?")
    assert "closed" in talk.said


def test_the_places_that_an_admin_wrote(talk: Talk) -> None:
    place = {"name": "Workshop", "address": "14 Mill Lane, Hartsbridge", "note": "behind the station"}
    SkillSettings.objects.create(name="hours", policy={"places": [place]})
    talk.model_calls("hours")
    talk.says("Where are you located?")
    assert "Workshop, 14 Mill Lane, Hartsbridge, behind the station" in talk.said


def test_who_told_neither_hours_nor_place_lets_the_articles_answer(talk: Talk) -> None:
    talk.says("Are you open on Saturday?")
    assert talk.said.startswith("We are open Monday to Friday")
    assert talk.decision.skill == ""


@pytest.mark.usefixtures("week")
def test_it_is_asked_in_the_middle_of_a_task_which_then_goes_on(talk: Talk) -> None:
    order("LC-104234")
    talk.proven(CAROL)
    talk.model_calls("refund", order="LC-104234")
    talk.says("I would like a refund for order LC-104234")
    talk.model_calls("hours", day="Sunday")
    talk.says("wait, are you open on Sunday?")
    assert "closed" in talk.said
    assert talk.choices == ["Yes", "No"]
    talk.says("yes")
    assert len(talk.actions) == 1
