"""Leads that do not go the easy way: below the mark, a policy nobody can read, and somebody else's address."""

import pytest

from assistant.models import Lead, Person, SkillSettings
from tenants.models import Job
from tests.stories.talk import Talk

ERNA = "erna@example.org"


def ask(talk: Talk, *answers: str) -> None:
    """Carol asks for an offer, and answers."""
    talk.model_calls("qualify_lead")
    talk.says("I'd like a quote for a larger quantity")
    for answer in answers:
        talk.says(answer)


def test_one_below_the_mark_is_kept_and_bothers_nobody(talk: Talk) -> None:
    SkillSettings.objects.create(name="qualify_lead", policy={"threshold": 500})
    ask(talk, "City bikes", "20", "In March")
    lead = Lead.objects.get()
    assert (lead.good, lead.score) == (False, 40)
    assert not Job.objects.filter(kind="lead_kept").exists()
    assert talk.control == "assistant"
    assert "colleague" not in talk.said


def test_a_policy_that_cannot_be_read_gives_it_to_a_person(talk: Talk) -> None:
    SkillSettings.objects.create(name="qualify_lead", policy={"threshold": "many"})
    ask(talk)
    assert talk.control == "queue"
    assert not Lead.objects.exists()
    assert not talk.actions


@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_somebody_elses_address_opens_nothing_of_theirs(talk: Talk, known: object) -> None:
    """The same words whether the company knows the address or not, and the record under it stays as it is."""
    if known:
        Person.objects.create(email=ERNA, name="Erna Schmidt", phone="+441632960111")
    before = list(Person.objects.values())
    ask(talk, "City bikes", "20")
    talk.says(f"Sorry, please write to {ERNA} instead")
    talk.says("In March")
    assert talk.said.startswith(
        "Thank you, Carol. I have noted: Wish: City bikes, How many: 20, When: In March, E-mail: erna@example.org."
    )
    assert "Schmidt" not in talk.said
    assert Lead.objects.get().name == "Carol"
    assert list(Person.objects.values()) == before
