"""A customer's own data in a talk: corrected in time, asked beside, and left to a person where the policy ends."""

import pytest

from assistant.models import Person, SkillSettings
from tests.stories.orders import CAROL
from tests.stories.talk import Talk

OLD, NEW, NEWER = "+441632960111", "+442079460958", "+442079460321"
ASKS = "I have a new phone number: +44 20 7946 0958"


@pytest.fixture(autouse=True)
def carol_as_known(talk: Talk) -> None:
    """Carol's number until now."""
    Person.objects.create(email=CAROL, phone=OLD)


def begin(talk: Talk) -> None:
    """Carol, who proved her address, tells her new number; it is said back."""
    talk.proven(CAROL)
    talk.model_calls("contact_data", part="phone", phone=NEW)
    talk.says(ASKS)
    assert talk.form == "confirm"


def phone() -> str:
    return Person.objects.get(email=CAROL).phone


def test_a_correction_before_the_yes_is_what_is_kept(talk: Talk) -> None:
    begin(talk)
    talk.model_calls("contact_data", phone=NEWER)
    talk.says("Sorry, it is +44 20 7946 0321")
    assert talk.form == "confirm"
    assert NEWER in talk.said.replace(" ", "")
    assert phone() == OLD
    talk.says("yes")
    assert phone() == NEWER
    assert [action.request["value"] for action in talk.actions] == [NEWER]


def test_a_question_in_between_is_answered_and_the_yes_still_counts(talk: Talk) -> None:
    begin(talk)
    talk.says("Which payment methods do you accept?")
    assert "PayPal" in talk.said
    assert talk.choices == ["Yes", "No"]
    assert phone() == OLD
    talk.says("yes")
    assert phone() == NEW


def test_what_customers_may_not_change_here_goes_to_a_person(talk: Talk) -> None:
    SkillSettings.objects.create(name="contact_data", policy={"parts": ["address"]})
    talk.proven(CAROL)
    talk.model_calls("contact_data", part="phone", phone=NEW)
    talk.says(ASKS)
    assert talk.control == "queue"
    assert talk.handover is not None
    assert "wants to change: telephone" in talk.handover.reason
    assert (phone(), talk.actions) == (OLD, [])


def test_somebody_elses_data_stay_after_a_wrong_code(talk: Talk) -> None:
    Person.objects.create(email="erna@example.org", phone=OLD)
    talk.model_calls("contact_data", email="erna@example.org", part="phone", phone=NEW)
    talk.says("Please change my phone number to +44 20 7946 0958, my address is erna@example.org")
    assert talk.form == "code"
    assert OLD not in talk.said
    talk.says("000000")
    assert {one.phone for one in Person.objects.all()} == {OLD}
    assert not talk.actions
