"""A customer thinks again where nothing has to be confirmed first: opening hours, advice, a letter for a password."""

from datetime import time

import pytest
from django.conf import LazySettings

from agents.models import OpeningTime, Team
from assistant.models import Product, SkillSettings
from assistant.skills.passwords.policy import SYSTEM
from conversations.models import OneTimeCode
from tests import cast
from tests.connector_server.serving import Service
from tests.connector_server.setting import use
from tests.stories.orders import CAROL
from tests.stories.talk import Talk


@pytest.fixture
def week(talk: Talk) -> None:
    """Customer care works from Monday to Friday."""
    for weekday in range(5):
        OpeningTime.objects.create(team=Team.objects.get(), weekday=weekday, opens=time(9), closes=time(18))


@pytest.fixture
def shelf(talk: Talk) -> None:
    """A city bike and an electric one."""
    for name, category, price in (("Mill Lane", "City bikes", 649), ("Volt", "Electric bikes", 2490)):
        Product.objects.create(sku=name, name=name, category=category, price=price, stock=3, description="A good one.")


@pytest.mark.usefixtures("week")
def test_another_day_is_told_of_instead(talk: Talk) -> None:
    talk.model_calls("hours", day="Sunday")
    talk.says("Are you open on Sunday?")
    assert "closed" in talk.said
    talk.model_calls("hours", day="Monday")
    talk.says("Sorry, I meant: are you open on Monday?")
    assert "Monday" in talk.said
    assert "09:00" in talk.said
    assert "closed" not in talk.said


def test_places_that_nobody_can_read_are_not_made_up_and_a_person_is_offered(talk: Talk) -> None:
    SkillSettings.objects.create(name="hours", policy={"places": "everywhere"})
    talk.model_calls("hours")
    talk.says("Where are you located?")
    assert (talk.decision.action, talk.decision.skill) == ("unsure", "")
    assert "Shall I bring in a person?" in talk.said


@pytest.mark.usefixtures("shelf")
def test_other_advice_when_something_else_was_meant(talk: Talk) -> None:
    talk.model_calls("recommend", wish="a city bike")
    talk.says("I'm looking for a city bike")
    assert "Mill Lane" in talk.said
    talk.says("Sorry, I meant an electric bike")
    assert talk.choices[0] == "Volt"


@pytest.mark.usefixtures("shelf")
def test_advice_needs_no_proof_and_sends_no_code(talk: Talk) -> None:
    talk.model_calls("recommend", wish="a city bike")
    talk.says("I'm looking for a city bike, my address is erna@example.org")
    assert "Mill Lane" in talk.said
    assert talk.form == ""
    assert not OneTimeCode.objects.exists()


def test_the_letter_goes_to_the_address_that_was_meant(talk: Talk, connector: Service, settings: LazySettings) -> None:
    use(connector, settings, acts=["password_reset"])
    SkillSettings.objects.create(name="password_reset", policy={"how": SYSTEM})
    talk.model_calls("password_reset")
    talk.says("I forgot my password")
    cast.says(talk.customer, "carrol@example.org")
    talk.model_calls("password_reset", email=CAROL)
    talk.says(f"sorry, {CAROL}")
    assert [action.subject for action in talk.actions] == [CAROL]
