"""In which language a customer writes: by their words, whoever has the conversation; short ones change nothing."""

import pytest
from django.test import Client

from agents.models import Agent
from conversations import control, log, tasks
from conversations.models import Conversation, Customer
from conversations.translating import common_words, speaking
from tenants import jobs
from tenants.models import Job
from tests import cast

GERMAN = "Guten Tag, ich habe eine Frage zu meiner Rechnung vom letzten Monat."


def hear() -> int:
    """Let the jobs that tell a language run; gives how many there were."""
    found = list(Job.objects.filter(kind="language"))
    for job in found:
        jobs.run(job.pk, tasks.work)
    return len(found)


@pytest.fixture
def held(carol: Customer, bob: Agent) -> Conversation:
    """Carol's conversation in bob's hand, in English so far."""
    with log.writing(str(cast.says(carol, "Hello").id)) as conversation:
        control.take(conversation, bob)
    return conversation


def test_while_a_person_has_it_the_language_follows_the_customers_words(
    held: Conversation, carol: Customer, desk: Client
) -> None:
    for text, jobs_written, language in (
        ("Where is my order? It was due on Monday.", 0, "en"),
        ("Ok danke", 0, "en"),
        (GERMAN, 1, "de"),
        ("Ok thanks", 0, "de"),
        ("Ich warte noch auf die Antwort.", 0, "de"),
        ("Sorry, I will write to you in English from now on.", 1, "en"),
        ("AC-10442 AC-10443 lamp broken", 1, "en"),
    ):
        cast.says(carol, text)
        assert hear() == jobs_written, text
        assert desk.get(f"/api/v1/conversations/{held.id}").json()["language"] == language, text


def test_the_assistants_turn_tells_it_by_itself(carol: Customer) -> None:
    cast.says(carol, GERMAN)
    assert not Job.objects.filter(kind="language").exists()


@pytest.mark.parametrize(
    ("text", "language", "may"),
    [
        ("Where is my parcel please", "en", False),
        ("Wo ist meine Bestellung geblieben", "en", True),
        ("I am still waiting for it", "de", True),
        ("Ich warte auf mein Paket", "de", False),
        ("Bonjour je voudrais savoir", "en", True),
        ("Где моя посылка, я жду", "en", True),
        ("Ok", "de", False),
        ("", "en", False),
    ],
)
def test_a_cheap_look_lets_the_ordinary_message_pass(text: str, language: str, *, may: bool) -> None:
    assert common_words.may_be_another(text, language) is may


def test_who_named_no_language_speaks_that_of_the_console_or_the_company(bob: Agent) -> None:
    bob.languages = []
    assert (speaking.spoken(bob), speaking.read_by(bob)) == (["en"], "en")
    bob.language = "de"
    assert (speaking.spoken(bob), speaking.read_by(bob)) == (["de"], "de")
    bob.languages = ["fr", "en"]
    assert (speaking.spoken(bob), speaking.read_by(bob)) == (["fr", "en"], "fr")
