"""What becomes of an answer: supervisors hear of low ones, and where the company wants it, the team has it again."""

import pytest

from agents.models import Agent, Role
from conversations import log, tasks
from conversations.models import Alert, AlertKind, Conversation, Customer, Holder, Note, Status, Survey, SurveySettings
from conversations.surveys import answering, showing
from conversations.surveys.answering import Rating
from tenants import jobs
from tenants.models import Job
from tests import cast
from tests.surveys import told


@pytest.fixture
def survey(carol: Customer, bob: Agent, sue: Agent) -> Survey:
    """Carol was helped by Bob, and is asked."""
    told.by_person(carol, bob)
    return told.asked(carol)


def heard(survey: Survey, rating: Rating) -> Survey:
    """The customer answers, and the desk hears of it."""
    answering.give(survey, rating)
    Job.objects.filter(kind="survey_heard").update(run_at=survey.created_at)
    assert jobs.run(Job.objects.get(kind="survey_heard").id, tasks.work)
    return showing.loaded().get()


def test_a_low_rating_tells_those_who_lead_the_team_with_its_words(survey: Survey, sue: Agent) -> None:
    cast.agent("stranger", Role.SUPERVISOR).teams.clear()
    heard(survey, Rating(2, comment="Nobody read what I wrote."))
    alert = Alert.objects.get(kind=AlertKind.LOW_RATING)
    assert (alert.agent, alert.text) == (sue, "Nobody read what I wrote.")
    assert alert.subject == "Carol rated 2 of 5"
    assert alert.conversation_id == survey.conversation_id
    assert Conversation.objects.get().status == Status.RESOLVED


def test_a_rating_that_is_not_low_tells_nobody(survey: Survey) -> None:
    assert heard(survey, Rating(3, comment="It was all right.")).heard_at is not None
    assert not Alert.objects.filter(kind=AlertKind.LOW_RATING).exists()


def test_where_wanted_a_low_rating_brings_the_conversation_back_to_its_team(survey: Survey, bob: Agent) -> None:
    SurveySettings.objects.create(reopens=True, alerts=False)
    heard(survey, Rating(1, comment="Still no parcel."))
    talk = Conversation.objects.get()
    assert (talk.status, talk.holder, talk.team) == (Status.OPEN, Holder.QUEUE, bob.teams.get())
    assert (talk.trigger, talk.priority, talk.offered_to) == ("low_rating", "high", bob)
    note = Note.objects.get(author=None)
    assert note.text == "Opened again, since the customer rated it 1 of 5: “Still no parcel.”"
    assert not Alert.objects.filter(kind=AlertKind.LOW_RATING).exists()


def test_what_went_on_since_is_left_as_it_is(survey: Survey, carol: Customer) -> None:
    SurveySettings.objects.create(reopens=True)
    cast.says(carol, "Where is it?")
    epoch = Conversation.objects.get().epoch
    heard(survey, Rating(1))
    talk = Conversation.objects.get()
    assert (talk.holder, talk.epoch) == (Holder.ASSISTANT, epoch)
    assert Alert.objects.filter(kind=AlertKind.LOW_RATING).exists()


def test_hearing_twice_brings_it_back_once(survey: Survey) -> None:
    SurveySettings.objects.create(reopens=True)
    first = heard(survey, Rating(1))
    with log.writing(str(survey.conversation_id)) as talk:
        epoch = talk.epoch
    again = heard(first, Rating(1, comment="And rude."))
    assert again.heard_at == first.heard_at
    assert Conversation.objects.get().epoch == epoch
    assert Alert.objects.get(kind=AlertKind.LOW_RATING).text == "And rude."


def test_what_programs_will_be_told_is_stored(survey: Survey, bob: Agent) -> None:
    event = showing.received(heard(survey, Rating(4, 5, "Thanks")))
    assert (event["type"], event["id"]) == ("csat.received", survey.id)
    assert event["timestamp"] is not None
    told_of = {name: event["data"][name] for name in ("satisfaction", "effort", "comment", "holder", "channel")}
    assert told_of == {
        "satisfaction": 4,
        "effort": 5,
        "comment": "Thanks",
        "holder": "agent",
        "channel": "widget",
    }
    assert event["data"]["agent"] == {"id": bob.id, "name": bob.name}
