"""What the desk sees of surveys: lists with what stands behind each figure, replies, settings."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from conversations.models import AuthorKind, Conversation, Customer, Holder, Survey, SurveySettings
from conversations.surveys import answering, listing
from conversations.surveys.answering import Rating
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.surveys import told

RATINGS = (None, Rating(1, 2, "Bad."), Rating(2), Rating(4, 5), Rating(5, 5, "Great!"), Rating(5))


@pytest.fixture
def rated(bob: Agent) -> list[Survey]:
    """Six customers were asked, three of the assistant and three of Bob; five answered."""
    made = []
    for number, rating in enumerate(RATINGS):
        customer = cast.customer(f"customer{number}")
        if number % 2:
            told.by_person(customer, bob)
        else:
            told.by_assistant(customer)
        survey = told.asked(customer)
        made.append(survey if rating is None else answering.give(survey, rating))
    return made


def figures(desk: Client, **among: str) -> Any:
    """The figures as the desk reads them."""
    return desk.get("/api/v1/surveys/figures", among).json()


def test_the_figures_say_who_answered_and_how(desk: Client, rated: list[Survey]) -> None:
    """6 asked, 5 answered: 5/6. Of the five 3 gave 4 or 5: 3/5. Effort 2, 5, 5: 4. By people: 1, 4 and 5 of 3 asked."""
    told_of = figures(desk)
    assert (told_of["asked"], told_of["answered"], told_of["unanswered"]) == (6, 5, 1)
    assert told_of["response"]["value"] == pytest.approx(5 / 6)
    assert told_of["csat"]["value"] == pytest.approx(3 / 5)
    assert 0 < told_of["csat"]["low"] < 3 / 5 < told_of["csat"]["high"] < 1
    assert (told_of["low"], told_of["low_open"], told_of["commented"]) == (2, 2, 2)
    assert told_of["satisfaction"] == [1, 1, 0, 1, 2]
    assert told_of["mean"] == {"satisfaction": pytest.approx(17 / 5), "effort": pytest.approx(4), "efforts": 3}
    assert told_of["by_holder"]["agent"]["asked"] == 3
    assert told_of["by_holder"]["agent"]["csat"]["value"] == pytest.approx(2 / 3)
    assert told_of["by_channel"]["mail"] == {"asked": 0, "answered": 0, "response": None, "csat": None}


def test_where_nobody_was_asked_there_is_no_share(desk: Client) -> None:
    told_of = figures(desk)
    assert (told_of["asked"], told_of["response"], told_of["csat"]) == (0, None, None)
    assert told_of["mean"] == {"satisfaction": None, "effort": None, "efforts": 0}


def test_behind_each_figure_stands_its_list(desk: Client, rated: list[Survey]) -> None:
    told_of = figures(desk, holder="agent")
    listed = {which: desk.get("/api/v1/surveys", {"which": which, "holder": "agent"}).json() for which in listing.WHICH}
    assert {which: len(page["data"]) for which, page in listed.items()} == {which: told_of[which] for which in listed}


def test_a_list_goes_on_by_its_cursor_at_the_same_cost(
    desk: Client, rated: list[Survey], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = desk.get("/api/v1/surveys", {"limit": "4"}).json()
    assert [row["id"] for row in first["data"]] == [survey.id for survey in reversed(rated[2:])]
    rest = desk.get("/api/v1/surveys", {"limit": "4", "cursor": first["next_cursor"]}).json()
    assert (len(rest["data"]), rest["has_more"]) == (2, False)
    with django_assert_num_queries(3):  # the first enters the company anew
        listing.page(listing.Among(), "asked", satisfaction=None, limit=30, cursor="")
    with django_assert_num_queries(5):
        listing.figures(listing.Among())
    (row,) = desk.get("/api/v1/surveys", {"conversation_id": rated[1].conversation_id}).json()["data"]
    assert (row["satisfaction"], row["effort"], row["comment"], row["low"]) == (1, 2, "Bad.", True)


def test_what_is_no_id_here_is_an_error_that_names_it(desk: Client) -> None:
    for field in ("conversation_id", "team_id", "agent_id"):
        refused = desk.get("/api/v1/surveys", {field: "nonsense"})
        assert (refused.status_code, refused.json()["error"]["param"]) == (422, field)
    assert desk.get("/api/v1/surveys", {"customer_id": "nonsense"}).status_code == 404


def test_a_reply_opens_the_conversation_in_the_hand_of_who_wrote(desk: Client, bob: Agent, rated: list[Survey]) -> None:
    survey, client_id = rated[2], str(cast.new_id())
    body = {"text": "I am sorry. I look into it.", "client_id": client_id}
    for _ in range(2):
        replied = desk.post(f"/api/v1/surveys/{survey.id}/reply", body, content_type="application/json")
        assert replied.status_code == 201
    talk = Conversation.objects.get(pk=survey.conversation_id)
    assert (talk.holder, talk.agent) == (Holder.AGENT, bob)
    assert talk.messages.filter(author_kind=AuthorKind.AGENT, text=body["text"]).count() == 1
    assert replied.json()["replied_by"] == {"id": bob.id, "name": bob.name}
    assert figures(desk)["low_open"] == 1


def test_nobody_replies_into_the_hands_of_a_colleague(desk: Client, sue: Agent, rated: list[Survey]) -> None:
    survey = rated[1]
    customer = Customer.objects.get(conversations=survey.conversation_id)
    told.again(customer, sue)
    cast.says(customer, "Hello?")
    Conversation.objects.filter(pk=survey.conversation_id).update(holder="agent", agent=sue)
    before = Conversation.objects.values().get(pk=survey.conversation_id)
    body = {"text": "Me, too.", "client_id": str(cast.new_id())}
    refused = desk.post(f"/api/v1/surveys/{survey.id}/reply", body, content_type="application/json")
    assert refused.status_code == 409
    assert Conversation.objects.values().get(pk=survey.conversation_id) == before
    assert Survey.objects.get(pk=survey.pk).replied_at is None


def test_settings_are_for_admins_and_on_record(alice: Agent, desk: Client) -> None:
    address = "/api/v1/settings/survey"
    assert desk.patch(address, {"by_mail": True}, content_type="application/json").status_code == 403
    assert not SurveySettings.objects.exists()
    admin = cast.signed_in(HostClient("acme.localhost"), alice.email)
    assert admin.get(address).json() == {
        "in_widget": True,
        "by_mail": False,
        "mail_after": 60,
        "every_days": 30,
        "asks_effort": True,
        "low_from": 2,
        "alerts": True,
        "reopens": False,
        "not_tagged": ["spam"],
        "can_mail": False,
    }
    changed = admin.patch(address, {"every_days": 7, "reopens": True}, content_type="application/json").json()
    assert (changed["every_days"], changed["reopens"], changed["not_tagged"]) == (7, True, ["spam"])
    entry = AuditEntry.objects.get(action="surveys.changed")
    assert entry.changes == {"every_days": [30, 7], "reopens": [False, True]}
    assert admin.patch(address, {"mail_after": 1}, content_type="application/json").status_code == 422
