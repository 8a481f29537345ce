"""Qualifying a lead: what is asked and what is not, the score, and who learns of a good one."""

import pytest
from django.conf import LazySettings
from django.core import mail

from agents.models import Team
from assistant.models import Lead, Product, SkillSettings
from conversations import tasks
from tenants.jobs import Lease
from tenants.models import Job
from tests.stories.talk import Talk


def ask(talk: Talk, text: str = "We need 20 bikes for our company, can you make an offer?") -> str:
    """Carol asks for an offer."""
    talk.model_calls("qualify_lead")
    talk.says(text)
    return talk.said


def runs_the_job(kind: str) -> None:
    """A worker does what was written."""
    job = Job.objects.filter(kind=kind).latest("created_at")
    tasks.WORK[kind](Lease(job.id, job.id, "acme", kind, job.ids, attempt=1))


def tells(talk: Talk, *answers: str) -> None:
    """Carol answers what she is asked."""
    for answer in answers:
        talk.says(answer)


@pytest.fixture(autouse=True)
def policy(talk: Talk) -> None:
    """Good from 40 points, for the team Sales."""
    Team.objects.create(name="Sales")
    SkillSettings.objects.create(name="qualify_lead", policy={"team": "Sales", "notify": "sales@example.com"})


def test_a_good_lead_is_kept_and_goes_to_the_team(talk: Talk) -> None:
    ask(talk)
    assert talk.said == "When would you need it?"
    tells(talk, "In March")
    lead = Lead.objects.get()
    assert lead.told["need"] == "We need 20 bikes for our company, can you make an offer?"
    assert (lead.score, lead.good, lead.email, lead.told["quantity"]) == (40, True, "carol@example.org", "20")
    assert "Our team will write to you" in talk.said
    assert "I pass this on to a colleague" in talk.said
    assert lead.conversation == str(talk.row.id)
    runs_the_job("lead_kept")
    assert talk.control == "queue"
    assert talk.row.team is not None
    assert talk.row.team.name == "Sales"
    assert talk.handover is not None
    assert talk.handover.reason.startswith("A good lead with 40 points: How many is at least 10 (+40)")


def test_a_good_lead_is_told_by_mail(talk: Talk, settings: LazySettings) -> None:
    settings.MAIL_LEAVES = True
    ask(talk)
    tells(talk, "In March")
    runs_the_job("lead_kept")
    runs_the_job("lead_letter")
    (letter,) = mail.outbox
    assert letter.to == ["sales@example.com"]
    assert "We need 20 bikes" in letter.body


def test_a_small_lead_is_kept_and_stays_with_the_assistant(talk: Talk) -> None:
    ask(talk, "I'd like a quote for a larger quantity")
    assert talk.said == "Gladly. What do you need, in a sentence or two?"
    tells(talk, "Two bikes for the office", "2", "Soon")
    assert Lead.objects.get().good is False
    assert not Job.objects.filter(kind="lead_kept").exists()
    assert talk.control == "assistant"


def test_nothing_is_asked_that_is_known(talk: Talk) -> None:
    asked = []
    ask(talk, "I'd like a quote for a larger quantity")
    for answer in ("City bikes", "20", "In March"):
        asked.append(talk.said)
        talk.says(answer)
    assert not any("e-mail" in question for question in asked)
    assert Lead.objects.exists()


def test_a_correction_counts(talk: Talk) -> None:
    ask(talk)
    talk.says("Sorry, please write to office@example.org instead")
    assert talk.said.endswith("When would you need it?")
    talk.says("In March")
    assert Lead.objects.get().email == "office@example.org"


def test_a_question_in_between_is_answered(talk: Talk) -> None:
    ask(talk)
    talk.says("Which payment methods do you accept?")
    assert "PayPal" in talk.said
    assert not Lead.objects.exists()
    assert talk.said.endswith("When would you need it?")
    tells(talk, "In March")
    assert Lead.objects.get().told["when"] == "In March"


def test_who_calls_it_off_leaves_nothing(talk: Talk) -> None:
    ask(talk)
    talk.says("never mind")
    assert not Lead.objects.exists()
    assert talk.control == "assistant"


def test_the_same_wish_twice_is_one_lead_for_each_time(talk: Talk) -> None:
    ask(talk, "I'd like a quote for a larger quantity")
    tells(talk, "Two bikes", "2", "Soon")
    assert Lead.objects.count() == 1
    assert len(talk.actions) == 1


def test_what_the_opening_words_say_is_not_asked(talk: Talk) -> None:
    SkillSettings.objects.update(policy={"fields": ["need", "quantity", "budget", "when", "email"]})
    Product.objects.create(sku="B1", name="Mill Lane", category="City bikes", price=649, stock=4, currency="GBP")
    ask(talk, "Do you sell company bikes? We'd need about 25 of them for our staff by May, for 9000 pounds")
    lead = Lead.objects.get()
    assert {name: lead.told[name] for name in ("quantity", "budget", "when")} == {
        "quantity": "25", "budget": "9000", "when": "by May",
    }  # fmt: skip
    assert lead.told["need"].startswith("Do you sell company bikes?")
    assert "£9,000.00" in talk.said
