"""Details that are taken down, and guides that are walked: where both end with a person, and whom they ask nothing."""

import pytest

from assistant.models import Guide, Person, SkillSettings
from conversations.models import OneTimeCode
from tests.skills.test_guides import BRAKES
from tests.stories.talk import Talk

ERNA = "erna@example.org"


@pytest.fixture
def guide(talk: Talk) -> Guide:
    """The guide about squealing brakes, on."""
    examples = ["My brakes squeal", "There is a loud noise when I brake", "Meine Bremsen quietschen"]
    return Guide.objects.create(title="Squealing brakes", examples=examples, steps=BRAKES, on=True)


def test_fields_that_cannot_be_read_give_the_wish_to_a_person(talk: Talk) -> None:
    SkillSettings.objects.create(name="collect_information", policy={"fields": [{"label": "Age", "kind": "smell"}]})
    talk.model_calls("collect_information")
    talk.says("I want to leave my contact details")
    assert talk.control == "queue"
    assert not talk.actions


def test_an_address_of_somebody_else_is_written_down_and_opens_nothing(talk: Talk) -> None:
    Person.objects.create(email=ERNA, name="Erna Schmidt", phone="+441632960111")
    before = list(Person.objects.values())
    talk.model_calls("collect_information")
    talk.says("My name is Carol Miller and I want to leave my contact details")
    talk.says(ERNA)
    talk.says("A quote for ten city bikes")
    assert "Erna" not in talk.said
    assert "441632" not in talk.said
    talk.says("yes")
    assert talk.actions[0].request["E-mail"] == ERNA
    assert (talk.actions[0].email, talk.actions[0].proven_how) == ("", "")
    assert list(Person.objects.values()) == before


def test_a_guide_asks_nobody_who_they_are(talk: Talk, guide: Guide) -> None:
    talk.model_calls(str(guide.id))
    talk.says("My brakes squeal, what can I do?")
    assert talk.said == "Which brake squeals?"
    talk.says(f"The front one, and I am {ERNA}")
    talk.says("yes")
    assert talk.said.startswith("Then it is only water")
    assert not OneTimeCode.objects.exists()
    assert not talk.actions
