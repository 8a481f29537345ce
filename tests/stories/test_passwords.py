"""A forgotten password: the steps, whether they worked, a lost mailbox; never whether there is an account."""

from uuid import uuid4

import pytest
from django.conf import LazySettings

from assistant.models import Action, SkillSettings
from assistant.skills.passwords.policy import SYSTEM
from conversations import tasks
from conversations.models import Message
from tenants.jobs import Lease
from tests.connector_server.serving import serving
from tests.connector_server.setting import use
from tests.stories.talk import Talk


def ask(talk: Talk, text: str = "I forgot my password") -> str:
    """Carol cannot sign in."""
    talk.model_calls("password_reset")
    talk.says(text)
    return talk.said


def test_the_steps_are_told_and_help(talk: Talk) -> None:
    SkillSettings.objects.create(name="password_reset", policy={"page": "https://acme.example/sign-in"})
    said = ask(talk)
    assert "https://acme.example/sign-in" in said
    assert said.endswith("Did it work?")
    assert len(talk.choices) == 2
    talk.says(talk.choices[0])
    assert talk.said.startswith("Good, you are in again")
    assert talk.task is None
    assert talk.control == "assistant"


def test_the_companys_own_steps_are_told_as_they_stand(talk: Talk) -> None:
    SkillSettings.objects.create(name="password_reset", policy={"steps": "Press the red button twice.", "asks": False})
    assert ask(talk, "Wie kann ich mein Passwort zurücksetzen?") == "Press the red button twice."
    assert talk.task is None


def test_who_was_not_helped_gets_a_person(talk: Talk) -> None:
    ask(talk)
    talk.says("No, it did not")
    assert talk.control == "queue"
    assert talk.handover is not None
    assert "did not work" in talk.handover.reason
    assert "I'm sorry that the steps did not help." in talk.said
    assert "can't decide" not in talk.said
    assert "exception" not in talk.said
    told = {one["label"]: one["value"] for one in talk.handover.card["facts"]}
    assert told["Did the steps to a new password help"] == "No, it did not"


def test_a_lost_mailbox_is_for_a_person(talk: Talk) -> None:
    ask(talk)
    talk.model_calls("password_reset", mailbox="I no longer have that email address")
    talk.says("I no longer have that email address")
    assert talk.control == "queue"
    assert talk.handover is not None
    assert "mailbox" in talk.handover.reason


def test_a_question_in_between_is_answered_and_the_open_one_comes_back(talk: Talk) -> None:
    ask(talk)
    talk.says("When are you open on Saturday?")
    assert "Saturday" in talk.said
    assert "Did it work?" in talk.said
    talk.says("Yes, it worked")
    assert talk.said.startswith("Good, you are in again")


def test_a_password_in_the_words_is_never_kept(talk: Talk) -> None:
    ask(talk, "I forgot my password, the old password was Hunter2!")
    assert not Message.objects.filter(text__contains="Hunter2").exists()
    assert "Did it work?" in talk.said


@pytest.mark.parametrize("address", ["carol@example.org", "nobody@example.org"])
def test_without_a_connector_no_letter_is_promised(talk: Talk, address: str) -> None:
    SkillSettings.objects.create(name="password_reset", policy={"how": SYSTEM})
    ask(talk)
    talk.model_calls("password_reset", email=address)
    talk.says(address)
    assert talk.control == "queue"
    assert talk.actions == []
    assert "on its way" not in talk.said


@pytest.mark.parametrize("address", ["carol@example.org", "nobody@example.org"])
def test_the_companys_system_sends_the_letter_with_the_same_words_for_everybody(
    talk: Talk, settings: LazySettings, address: str
) -> None:
    SkillSettings.objects.create(name="password_reset", policy={"how": SYSTEM})
    with serving() as service:
        use(service, settings, acts=["password_reset"])
        ask(talk)
        talk.model_calls("password_reset", email=address)
        talk.says(address)
        (action,) = talk.actions
        assert action.state == "pending"
        lease = Lease(uuid4(), uuid4(), "acme", "connector_act", {"action_id": str(action.id)}, 1)
        tasks.WORK["connector_act"](lease)
        ((_path, asked),) = [one for one in service.requests if "password_reset" in one[0]]
    assert asked["data"]["request"]["email"] == address
    notice = talk.row.messages.filter(kind="status").latest("seq")
    assert notice.text.startswith(f"If there is an account under {address}, a letter")
    assert talk.control == "assistant"


def test_nobody_is_flooded_with_letters(talk: Talk) -> None:
    SkillSettings.objects.create(name="password_reset", policy={"how": SYSTEM})
    for number in range(3):
        Action.objects.create(
            skill="password_reset", kind="password_reset", key=str(number), subject="victim@example.org", because="x"
        )
    ask(talk)
    talk.model_calls("password_reset", email="Victim@example.org")
    talk.says("Victim@example.org")
    assert talk.control == "queue"
    assert talk.actions == []
