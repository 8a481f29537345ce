"""The assistant takes down what an admin wants to know, and nothing twice."""

from assistant.models import SkillSettings
from tests.stories.talk import Talk


def test_it_asks_for_what_is_missing_says_it_back_and_keeps_it(talk: Talk) -> None:
    talk.model_calls("collect_information")
    talk.says("I want to leave my contact details")
    assert talk.said == "What is your name, please?"
    talk.says("Carol Miller")
    assert "e-mail" in talk.said
    talk.says("it's carol@example.org")
    assert "What is it about" in talk.said
    talk.says("A quote for ten city bikes")
    assert talk.form == "confirm"
    assert "- Name: Carol Miller" in talk.said
    assert not talk.actions
    talk.says("yes, that's right")
    (action,) = talk.actions
    told = {"Name": "Carol Miller", "E-mail": "carol@example.org", "About": "A quote for ten city bikes"}
    assert action.request == told
    assert talk.control == "assistant"


def test_nothing_is_asked_that_was_said(talk: Talk) -> None:
    talk.model_calls("collect_information")
    talk.says("Hi, my name is Carol Miller, carol@example.org, I want to leave my contact details")
    assert "What is it about" in talk.said


def test_a_correction_before_the_yes_is_what_is_kept(talk: Talk) -> None:
    talk.model_calls("collect_information")
    talk.says("My name is Carol Miller and I'd like to leave a message for your team")
    talk.says("carrol@example.org")
    talk.says("A quote for ten city bikes")
    talk.says("Sorry, carol@example.org")
    assert talk.form == "confirm"
    assert "carol@example.org" in talk.said
    talk.says("yes")
    assert talk.actions[0].request["E-mail"] == "carol@example.org"


def test_what_cannot_be_an_address_is_asked_once_more_and_then_a_person_comes(talk: Talk) -> None:
    talk.model_calls("collect_information")
    talk.says("My name is Carol Miller and I want to leave my contact details")
    talk.says("carol at home")
    assert talk.control == "assistant"
    talk.says("the usual one")
    assert (talk.control, talk.decision.trigger) == ("queue", "gave_up")
    assert talk.handover is not None
    assert "Carol Miller" in [fact["value"] for fact in talk.handover.card["facts"]]


def test_the_fields_are_the_admins(talk: Talk) -> None:
    fields = [{"label": "Frame number", "kind": "text", "question": "What is the frame number?"}]
    SkillSettings.objects.create(name="collect_information", policy={"fields": fields, "confirms": False})
    talk.model_calls("collect_information")
    talk.says("I want to leave my contact details")
    assert talk.said == "What is the frame number?"
    talk.says("WX 4711 B")
    assert talk.actions[0].request == {"Frame number": "WX 4711 B"}


def test_a_question_in_between_is_answered(talk: Talk) -> None:
    talk.model_calls("collect_information")
    talk.says("I want to leave my contact details")
    talk.says("Which payment methods do you accept?")
    assert "PayPal" in talk.said
    assert "What is your name" in talk.said
