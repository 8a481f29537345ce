"""How customers answer in the widget: once, with ten minutes to change it, and nobody but themselves."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from conversations.models import Customer, Survey, SurveySettings, ToMeasure
from tenants.models import Job, Tenant
from tests import cast, stored
from tests.surveys import told
from tests.surveys.told import Widget


@pytest.fixture
def widget(carol: Customer, acme_client: Client) -> Widget:
    """Carol's widget, with a conversation that is over."""
    told.by_assistant(carol)
    return Widget(acme_client, carol)


def question(widget: Widget) -> Any:
    """The question that it shows."""
    return widget.ask().json()["survey"]


def test_the_question_then_the_answer_with_what_can_still_be_changed(widget: Widget) -> None:
    asked = question(widget)
    assert asked == {"id": asked["id"], "asks": ["satisfaction", "effort"], "given": None}
    given = widget.give(asked["id"], satisfaction=4, effort=5, comment=" Quick.  My password is hunter2secret ")
    assert given.status_code == 200
    kept = Survey.objects.get()
    assert (kept.satisfaction, kept.effort) == (4, 5)
    assert "hunter2secret" not in kept.comment
    assert given.json()["survey"]["given"]["satisfaction"] == 4
    assert question(widget)["given"]["comment"] == kept.comment


def test_a_company_may_ask_for_satisfaction_alone(widget: Widget) -> None:
    SurveySettings.objects.create(asks_effort=False)
    assert question(widget)["asks"] == ["satisfaction"]


def test_an_answer_may_be_changed_for_ten_minutes(widget: Widget) -> None:
    asked = question(widget)
    widget.give(asked["id"], satisfaction=1)
    assert widget.give(asked["id"], satisfaction=2, comment="Late.").status_code == 200
    first = Survey.objects.get().answered_at
    assert first is not None
    Survey.objects.update(answered_at=first - timedelta(minutes=10, seconds=1))
    refused = widget.give(asked["id"], satisfaction=5)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "survey_over")
    assert Survey.objects.get().satisfaction == 2
    assert question(widget) is None


def test_a_question_of_two_weeks_ago_is_over(widget: Widget) -> None:
    asked = question(widget)
    Survey.objects.update(expires_at=timezone.now())
    assert widget.give(asked["id"], satisfaction=5).status_code == 409
    assert Survey.objects.get().answered_at is None
    assert question(widget) is None


def test_what_is_put_away_is_not_shown_again(widget: Widget) -> None:
    asked = question(widget)
    assert widget.put_away(asked["id"]).status_code == 204
    assert question(widget) is None
    assert Survey.objects.get().answered_at is None


def test_reports_and_the_desk_hear_of_it_once_it_stands(widget: Widget) -> None:
    asked = question(widget)
    ToMeasure.objects.all().delete()
    before = timezone.now()
    widget.give(asked["id"], satisfaction=3)
    assert ToMeasure.objects.count() == 1
    (job,) = Job.objects.filter(kind="survey_heard")
    assert timedelta(minutes=1, seconds=59) < job.run_at - before < timedelta(minutes=2, seconds=5)
    widget.give(asked["id"], satisfaction=3)
    assert ToMeasure.objects.count() == 1  # the same again is nothing new
    widget.give(asked["id"], satisfaction=3, comment="It took long.")
    (job,) = Job.objects.filter(kind="survey_heard")
    assert job.run_at - before < timedelta(minutes=1)


@pytest.mark.parametrize(
    "rating",
    [
        {},
        {"satisfaction": 0},
        {"satisfaction": 6},
        {"satisfaction": "good"},
        {"satisfaction": 5, "effort": 6},
        {"satisfaction": 5, "comment": "a" * 2001},
    ],
)
def test_what_is_no_rating_is_refused(widget: Widget, rating: dict[str, Any]) -> None:
    asked = question(widget)
    refused = widget.give(asked["id"], **rating)
    assert (refused.status_code, refused.json()["error"]["type"]) == (422, "invalid_request_error")
    assert Survey.objects.get().answered_at is None


def test_nobody_answers_for_somebody_else(widget: Widget, acme_client: Client, globex: Tenant) -> None:
    asked = question(widget)
    dan = cast.customer("dan")
    before = stored.everything()
    other = Widget(acme_client, dan)
    assert other.give(asked["id"], satisfaction=1).status_code == 404
    assert other.put_away(asked["id"]).status_code == 404
    assert other.give("srv_nonsense", satisfaction=1).status_code == 404
    survey = Survey.objects.get()
    assert (survey.answered_at, survey.dismissed_at) == (None, None)
    assert stored.everything() == before
