"""A task is done in a talk: in any order, with corrections and digressions, and nothing is asked that was said."""

import pytest

from agents.models import Agent
from assistant.models import Action, OrderState, SkillSettings
from assistant.skills import stepping
from conversations.identity import codes
from conversations.inbox import writes
from conversations.models import Customer, OneTimeCode
from tests import cast
from tests.stories.orders import CAROL, order
from tests.stories.talk import Talk

HOURS = "We are open Monday to Friday from 9 am to 6 pm and on Saturday from 10 am to 4 pm."


@pytest.fixture
def orders(shop: object) -> None:
    """Carol has two orders, somebody else has a third."""
    order("LC-104233", state=OrderState.SHIPPED)
    order("LC-104234")
    order("LC-104299", email="erna@example.org")


pytestmark = pytest.mark.usefixtures("orders")


def begin_refund(talk: Talk) -> None:
    """Carol, who proved her address, asks for her money back, and is shown what would be refunded."""
    talk.proven(CAROL)
    talk.model_calls("refund", order="LC-104234")
    talk.says("I would like a refund for order LC-104234")
    assert talk.form == "confirm"


def test_nothing_personal_is_said_before_the_code_and_then_it_goes_on_by_itself(talk: Talk) -> None:
    talk.model_calls("order_status", order="LC-104233")
    talk.says("Where is my order LC-104233?")
    assert (talk.form, talk.task and talk.task.asked) == ("code", "code")
    assert "c•••@example.org" in talk.said
    assert CAROL not in talk.said
    talk.types_the_code()
    assert "LC-104233" in talk.said
    assert "scarf" in talk.said
    assert (talk.task, talk.control) == (None, "assistant")


def test_a_question_in_between_is_answered_and_the_task_goes_on(talk: Talk) -> None:
    begin_refund(talk)
    talk.says("Wait, are you open on Saturday?")
    assert talk.said.startswith(HOURS)
    assert "LC-104234" in talk.said
    assert talk.choices == ["Yes", "No"]
    assert talk.reply is not None
    assert talk.reply.sources
    talk.says("yes")
    assert [action.kind for action in talk.actions] == ["refund"]


@pytest.mark.parametrize("words", ["LC-104234. Are you open on Saturday?", "LC-104234\nand are you open on saturday?"])
def test_a_question_beside_the_value_that_was_asked_is_answered_too(talk: Talk, words: str) -> None:
    talk.proven(CAROL)
    talk.model_calls("order_status")
    talk.says("Where is my order?")
    talk.says(words)
    answer, _, status = talk.said.partition("\n\n")
    assert answer.startswith(HOURS)
    assert "LC-104234" in status
    assert (talk.task, talk.control) == (None, "assistant")


def test_what_was_asked_goes_on_where_the_question_beside_it_has_no_answer(carol: Customer) -> None:
    talk = Talk(carol)
    talk.proven(CAROL)
    talk.says("Where is my order?")
    talk.says("LC-104234. What is the airspeed of an unladen swallow?")
    assert "LC-104234" in talk.said
    assert "scarf" in talk.said
    assert talk.control == "assistant"


def test_a_yes_that_adds_something_is_no_yes(talk: Talk) -> None:
    begin_refund(talk)
    for words in ("yes, but to my other card", "yes?"):
        talk.says(words)
        assert not talk.actions


def test_no_changes_nothing_and_ends_the_task(talk: Talk) -> None:
    begin_refund(talk)
    talk.says("No thanks")
    assert (talk.task, talk.actions, talk.control) == (None, [], "assistant")
    talk.says("yes")
    assert not talk.actions


def test_the_other_order_is_asked_for_when_the_first_was_not_meant(talk: Talk) -> None:
    begin_refund(talk)
    talk.says("No, the other order please")
    assert talk.choices == ["LC-104234", "LC-104233"]
    talk.says("LC-104234")
    assert talk.form == "confirm"


def test_a_number_named_in_between_takes_the_place_of_the_first(talk: Talk) -> None:
    order("LC-104240", price="12.00")
    begin_refund(talk)
    talk.says("Sorry, I meant LC-104240")
    assert talk.form == "confirm"
    assert "12.00" in talk.said
    talk.says("yes")
    assert [action.subject for action in talk.actions] == ["LC-104240"]


def test_never_mind_ends_it(talk: Talk) -> None:
    talk.model_calls("order_status")
    talk.says("Where is my order?")
    talk.says("Never mind")
    assert (talk.task, talk.control) == (None, "assistant")
    assert "changed nothing" in talk.said


def test_another_value_than_the_one_asked_is_taken_note_of_and_counts_as_no_try(talk: Talk) -> None:
    Customer.objects.filter(pk=talk.customer.pk).update(email="")
    talk.model_calls("shipping_address")
    talk.says("Please send my order to another address")
    assert (talk.task and talk.task.asked) == "email"
    asked = talk.said
    for words in ("LC-104234", "14 Mill Lane, HB1 4LC Hartsbridge"):
        talk.says(words)
        assert talk.said == f"Thank you, I have noted that. {asked}"
        assert talk.task is not None
        assert talk.task.tries == 1
    talk.says("hmm")
    assert (talk.control, talk.form) == ("assistant", "")
    talk.says(CAROL)
    assert talk.form == "code"


def test_a_value_told_while_a_code_is_awaited_sends_no_other_code(talk: Talk) -> None:
    talk.model_calls("order_status")
    talk.says("Where is my order?")
    talk.says("It is LC-104234")
    assert (talk.form, talk.said.startswith("Thank you, I have noted that.")) == ("code", True)
    assert OneTimeCode.objects.count() == 1
    talk.types_the_code()
    assert "LC-104234" in talk.said


def test_what_is_not_understood_is_asked_once_more_and_then_a_person_comes(talk: Talk) -> None:
    talk.proven(CAROL)
    order("LC-104240")
    talk.model_calls("order_status")
    talk.says("Where is my order?")
    assert len(talk.choices) == 3
    talk.says("hmm")
    assert talk.control == "assistant"
    assert len(talk.choices) == 3
    talk.says("dunno")
    assert (talk.control, talk.decision.trigger) == ("queue", "gave_up")
    assert "can't finish this by myself" in talk.said
    assert talk.handover is not None
    assert "Order number" in talk.handover.reason


def test_a_takeover_in_the_middle_does_nothing_and_afterwards_nothing_is_asked_again(talk: Talk, bob: Agent) -> None:
    begin_refund(talk)
    talk.is_taken_over(bob)
    cast.says(talk.customer, "yes")
    writes.reply(str(talk.row.id), bob, "Let me have a look.", client_id=cast.new_id())
    talk.is_handed_back(bob)
    talk.says("yes")
    assert not talk.actions
    talk.model_calls("refund")
    talk.says("I still want that refund, please")
    assert talk.form == "confirm"
    assert "LC-104234" in talk.said
    talk.says("yes")
    assert len(talk.actions) == 1


def test_what_was_asked_may_be_said_after_a_person_had_it(talk: Talk, bob: Agent) -> None:
    talk.proven(CAROL)
    talk.model_calls("order_status")
    talk.says("Where is my order?")
    talk.is_taken_over(bob)
    talk.is_handed_back(bob)
    talk.says("LC-104233")
    assert "on its way" in talk.said or "LC-104233" in talk.said
    assert talk.decision.skill == "order_status"


def test_a_stranger_learns_nothing_from_another_ones_number(talk: Talk) -> None:
    talk.proven(CAROL)
    talk.model_calls("order_status", order="LC-104299")
    talk.says("Where is order LC-104299?")
    theirs = talk.said
    talk.says("never mind")
    talk.model_calls("order_status", order="LC-104298")
    talk.says("Where is order LC-104298?")
    assert talk.said == theirs.replace("LC-104299", "LC-104298")
    assert not Action.objects.exists()


def test_whoever_asks_for_a_person_gets_one_in_the_middle_of_a_task(talk: Talk) -> None:
    begin_refund(talk)
    talk.says("I would rather talk to a person about this")
    assert (talk.control, talk.decision.trigger) == ("queue", "asks_human")
    assert not talk.actions


def test_a_code_may_be_wrong_as_often_as_one_code_bears_and_then_a_person_comes(talk: Talk) -> None:
    assert stepping.MOST_CODES == codes.MOST_TRIES
    talk.model_calls("order_status")
    talk.says("Where is my order?")
    for _ in range(codes.MOST_TRIES - 1):
        talk.says("000 000")
        assert (talk.control, talk.form) == ("assistant", "code")
    talk.says("000 000")
    assert (talk.control, talk.decision.trigger) == ("queue", "identity_unproven")
    assert "make sure that it is you" in talk.said
    assert not OneTimeCode.objects.exclude(used_at=None).exists()


def test_the_right_code_after_wrong_ones_goes_on(talk: Talk) -> None:
    talk.model_calls("order_status")
    talk.says("Where is my order LC-104233?")
    for _ in range(codes.MOST_TRIES - 1):
        talk.says("000 000")
    talk.types_the_code()
    assert "scarf" in talk.said


def test_cancel_it_is_a_yes_to_cancelling_and_cancel_alone_is_asked_about(talk: Talk) -> None:
    order("LC-104250", state=OrderState.PAID)
    talk.proven(CAROL)
    talk.model_calls("cancel_order", order="LC-104250")
    talk.says("Please cancel my order LC-104250")
    assert talk.form == "confirm"
    talk.model_calls("cancel_order", order="LC-104250")
    talk.says("cancel")
    assert (talk.form, talk.actions) == ("confirm", [])
    talk.says("Yes, cancel it")
    assert [action.kind for action in talk.actions] == ["cancel"]


def returning(talk: Talk) -> None:
    """A refund that comes once the goods are back, so that the assistant offers to register a return."""
    SkillSettings.objects.create(name="refund", policy={"states": ["returned"]})
    talk.proven(CAROL)
    talk.model_calls("refund", order="LC-104234")
    talk.says("I would like a refund for order LC-104234")
    assert len(talk.choices) == 1


def test_a_yes_to_the_only_thing_offered_means_it(talk: Talk) -> None:
    returning(talk)
    talk.model_calls("returns", order="LC-104234")
    talk.says("yes please")
    assert talk.decision.skill == "returns"
    assert "LC-104234" in talk.said


def test_a_yes_after_something_else_was_said_takes_no_offer(talk: Talk) -> None:
    returning(talk)
    talk.says("Are you open on Saturday?")
    talk.says("yes")
    assert talk.decision.skill != "returns"


def test_the_language_of_the_talk_is_kept(carol: Customer) -> None:
    talk = Talk(carol)
    talk.proven(CAROL)
    talk.says("Wo ist meine Bestellung LC-104233?")
    assert "Bestellung" in talk.said
    talk.says("Ich möchte mein Geld zurück für LC-104234")
    assert talk.choices == ["Ja", "Nein"]
    talk.says("Ja, gerne")
    assert len(talk.actions) == 1


def test_what_was_done_elsewhere_meanwhile_is_not_done_again_and_a_person_comes(talk: Talk) -> None:
    begin_refund(talk)
    assert talk.task is not None
    act = talk.task.confirming
    assert act is not None
    Action.objects.create(skill="refund", kind="refund", key=act.key, subject=act.subject, because="By hand.")
    talk.says("yes")
    assert (talk.control, talk.decision.trigger, talk.actions) == ("queue", "overtaken", [])
    assert talk.handover is not None
    assert act.key in talk.handover.reason
    assert [fact["value"] for fact in talk.handover.card["facts"]] == ["LC-104234"]
