"""Thanks ask for nothing, however much they sound like a wish; what is asked after them is answered."""

from agents.models import Agent
from tests.stories.talk import Talk


def test_thanks_to_a_person_begin_no_task_when_the_assistant_is_back(talk: Talk, bob: Agent) -> None:
    talk.says("Which payment methods do you accept?")
    talk.is_taken_over(bob)
    talk.says("Thank you, that helps!")
    talk.is_handed_back(bob)
    talk.says("How do I return something?")
    assert talk.decision.skill == ""
    assert "within 30 days" in talk.said
