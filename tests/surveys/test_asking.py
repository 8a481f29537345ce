"""Who is asked after a conversation: once for an episode, by one way, not too often, and only who was helped."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from agents.models import Agent
from conversations import control, log, notes
from conversations.authors import ByAgent
from conversations.merging import joining, threads
from conversations.models import AskedBy, Conversation, Customer, Holder, Survey, SurveySettings
from conversations.surveys import answering, asking
from conversations.surveys.answering import Rating
from tenants.models import Job
from tenants.trail import audit
from tests import cast
from tests.surveys import told

pytestmark = pytest.mark.usefixtures("in_acme")


def test_the_open_widget_asks_once_who_was_helped(carol: Customer) -> None:
    talk = told.by_assistant(carol)
    survey = told.asked(carol)
    assert (survey.conversation_id, survey.episode, survey.channel) == (talk.id, 1, AskedBy.WIDGET)
    assert told.asked(carol) == survey
    assert Survey.objects.count() == 1


def test_the_rating_is_of_whoever_had_it_at_the_end(carol: Customer, bob: Agent) -> None:
    told.by_assistant(carol)
    first = told.asked(carol)
    assert (first.holder, first.agent, first.team) == (Holder.ASSISTANT, None, None)
    dan = cast.customer("dan")
    told.by_person(dan, bob)
    second = told.asked(dan)
    assert (second.holder, second.agent, second.team) == (Holder.AGENT, bob, bob.teams.get())


def _nobody_replied(carol: Customer, _bob: Agent) -> None:
    with log.writing(str(cast.says(carol, "Hello?").id)) as held:
        control.resolve(held)


def _spam(carol: Customer, bob: Agent) -> None:
    with log.writing(str(told.by_person(carol, bob).id)) as held:
        held.tags = ["spam"]


def _reopened(carol: Customer, bob: Agent) -> None:
    told.by_person(carol, bob)
    cast.says(carol, "One more thing.")


def _only_the_desk_wrote_since(carol: Customer, bob: Agent) -> None:
    told.by_person(carol, bob)
    SurveySettings.objects.create(every_days=0)
    told.asked(carol)
    with log.writing(str(Conversation.objects.get().id)) as held:
        control.reopen(held)
        control.take(held, bob)
        log.append(held, ByAgent(bob), "By the way, it left.", client_id=cast.new_id())
        control.resolve(held)
    notes.of_baton(held, "Nothing of note.", client_id=cast.new_id())
    Survey.objects.update(asked_at=timezone.now() - timedelta(days=400), dismissed_at=timezone.now())


def _merged(carol: Customer, bob: Agent) -> None:
    source = told.by_person(carol, bob)
    with log.writing(str(source.id)) as held:
        control.reopen(held)
    with log.begin(carol) as locked:
        target = log.create(locked)
    threads.merge(str(source.id), bob, into=str(target.id), epoch=Conversation.objects.get(pk=source.pk).epoch)
    with log.writing(str(target.id)) as held:
        control.resolve(held)


def _switched_off(carol: Customer, bob: Agent) -> None:
    SurveySettings.objects.create(in_widget=False)
    told.by_person(carol, bob)


@pytest.mark.parametrize(
    "story", [_nobody_replied, _spam, _reopened, _only_the_desk_wrote_since, _merged, _switched_off]
)
def test_nobody_is_asked_who_should_not_be(
    story: Callable[[Customer, Agent], None], carol: Customer, bob: Agent
) -> None:
    story(carol, bob)
    before = Survey.objects.count()
    assert asking.in_widget(carol) is None
    assert Survey.objects.count() == before


def test_another_episode_asks_again_but_not_sooner_than_the_company_chose(carol: Customer, bob: Agent) -> None:
    told.by_assistant(carol)
    told.asked(carol)
    told.again(carol, bob)
    assert asking.in_widget(carol) is None
    Survey.objects.update(asked_at=timezone.now() - timedelta(days=31))
    second = told.asked(carol)
    assert (second.episode, second.holder) == (2, Holder.AGENT)


def test_records_of_one_person_are_asked_as_one(carol: Customer, bob: Agent) -> None:
    told.by_assistant(carol)
    told.asked(carol)
    other = Customer.objects.create(name="Carol", email=carol.email)
    joining.merge(carol, other, by=bob, actor=audit.by_system())
    other.refresh_from_db()
    told.by_assistant(other)
    assert asking.in_widget(other) is None
    assert Survey.objects.count() == 1


def test_who_wants_to_be_asked_no_more_is_not(carol: Customer, bob: Agent) -> None:
    told.by_assistant(carol)
    answering.refuse(told.asked(carol))
    SurveySettings.objects.create(every_days=0)
    told.again(carol, bob)
    assert asking.in_widget(carol) is None


def test_whichever_way_comes_first_is_the_only_one(carol: Customer, bob: Agent, settings: Settings) -> None:
    settings.MAIL_LEAVES, settings.ORIGIN = True, "https://baton.example"
    SurveySettings.objects.create(by_mail=True, every_days=0)
    talk = told.by_assistant(carol)
    mailed = asking.put(talk, by=AskedBy.MAIL, ended_seq=talk.seq)
    assert mailed is not None
    assert asking.in_widget(carol) is None
    talk = told.again(carol, bob)
    shown = told.asked(carol)
    assert asking.put(talk, by=AskedBy.MAIL) == shown
    assert (mailed.channel, shown.channel) == (AskedBy.MAIL, AskedBy.WIDGET)
    assert Survey.objects.count() == 2


def test_a_letter_of_an_episode_that_is_over_asks_nobody(carol: Customer, bob: Agent) -> None:
    SurveySettings.objects.create(by_mail=True)
    first = told.by_assistant(carol)
    ended = Conversation.objects.get().messages.filter(data__status="resolved").get().seq
    told.again(carol, bob)
    assert asking.put(first, by=AskedBy.MAIL, ended_seq=ended) is None
    assert not Survey.objects.exists()


def test_a_letter_is_expected_only_where_one_can_go(carol: Customer, bob: Agent, settings: Settings) -> None:
    told.by_assistant(carol)
    assert not Job.objects.filter(kind="survey_letter").exists()
    settings.MAIL_LEAVES, settings.ORIGIN = True, "https://baton.example"
    told.again(carol, bob)
    assert not Job.objects.filter(kind="survey_letter").exists()  # letters are off until somebody wants them
    SurveySettings.objects.create(by_mail=True, mail_after=120)
    before = timezone.now()
    told.again(carol, bob)
    (job,) = Job.objects.filter(kind="survey_letter")
    assert timedelta(minutes=119) < job.run_at - before < timedelta(minutes=121)
    told.again(carol, bob)
    assert Job.objects.filter(kind="survey_letter").count() == 1


def test_asking_costs_the_widget_few_questions(
    carol: Customer, bob: Agent, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    told.by_person(carol, bob)
    with django_assert_num_queries(16):  # of which 2 are the savepoint, and 3 are for who had it
        told.asked(carol)
    with django_assert_num_queries(7):
        told.asked(carol)
    answering.give(told.asked(carol), Rating(5))
    Survey.objects.update(answered_at=timezone.now() - timedelta(minutes=11))
    assert asking.in_widget(carol) is None
