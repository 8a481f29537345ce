"""What a customer reads when a skill gives their task to a person fits why it does."""

import pytest

from assistant.skills.contract import Why
from assistant.skills.outcomes import Left
from assistant.skills.task import Task
from conversations import farewells

LANGUAGES = {"en", "de", "fr", "es", "it", "pt", "nl"}


def left(why: Why, say: str = "") -> Left:
    return Left(why, "For the desk.", "refund", Task("refund"), say)


@pytest.mark.parametrize("why", Why)
def test_each_why_has_words_of_its_own_in_every_language(why: Why) -> None:
    assert set(farewells.OF_WHY[why]) == LANGUAGES
    for language in LANGUAGES:
        others = {farewells.words(left(one), language) for one in Why if one is not why}
        assert farewells.words(left(why), language) not in others
        assert "For the desk" not in farewells.words(left(why), language)


def test_the_skills_own_sentence_comes_first() -> None:
    told = left(Why.OUTSIDE_POLICY, "The parcel is already on its way.")
    assert farewells.words(told, "en").startswith("The parcel is already on its way. I'd rather have a person")
    assert farewells.words(told, "en", ruled="Bye.") == "The parcel is already on its way. Bye."


def test_the_words_of_a_rule_come_before_those_of_the_why() -> None:
    assert farewells.words(left(Why.GAVE_UP), "en", ruled="Bye.") == "Bye."
