"""A decision guide walked in the chat: to the end, a step back, to a person, and only when it is on."""

import pytest

from assistant.models import Guide
from tests.skills.test_guides import BRAKES
from tests.stories.talk import Talk


@pytest.fixture
def guide(talk: Talk) -> Guide:
    """The guide about squealing brakes, on."""
    examples = ["My brakes squeal", "There is a loud noise when I brake", "Meine Bremsen quietschen"]
    return Guide.objects.create(title="Squealing brakes", examples=examples, steps=BRAKES, on=True)


def ask(talk: Talk, guide: Guide, text: str = "My brakes squeal, what can I do?") -> str:
    """Carol tells of the trouble."""
    talk.model_calls(str(guide.id))
    talk.says(text)
    return talk.said


def test_it_asks_until_the_cause_is_found(talk: Talk, guide: Guide) -> None:
    assert ask(talk, guide) == "Which brake squeals?"
    assert talk.choices == ["The front one", "The rear one"]
    talk.says("The front one")
    assert talk.said == "Is it only when it is wet?"
    talk.says("yes")
    assert talk.said.startswith("Then it is only water")
    assert talk.task is None
    assert talk.control == "assistant"
    assert talk.decision.skill == str(guide.id)


def test_one_step_back(talk: Talk, guide: Guide) -> None:
    ask(talk, guide)
    talk.says("the front one")
    talk.says("One step back")
    assert talk.said == "Which brake squeals?"
    talk.says("The front one")
    assert talk.said == "Is it only when it is wet?"


def test_a_person_gets_the_way_that_was_gone(talk: Talk, guide: Guide) -> None:
    ask(talk, guide)
    talk.says("front")
    talk.says("No")
    assert talk.control == "queue"
    assert talk.handover is not None
    assert "Which brake squeals: The front one" in talk.handover.reason


def test_what_is_not_understood_is_asked_once_more_then_a_person_helps(talk: Talk, guide: Guide) -> None:
    ask(talk, guide)
    talk.says("purple bananas everywhere")
    assert "I could not tell which of the answers you mean" in talk.said
    talk.says("still purple bananas")
    assert talk.control == "queue"


def test_a_question_in_between_is_answered(talk: Talk, guide: Guide) -> None:
    ask(talk, guide)
    talk.says("When are you open on Saturday?")
    assert "Saturday" in talk.said
    talk.says("The front one")
    assert talk.said == "Is it only when it is wet?"


def test_a_guide_that_is_off_is_not_used(talk: Talk, guide: Guide) -> None:
    Guide.objects.update(on=False)
    talk.says("My brakes squeal, what can I do?")
    assert talk.task is None
