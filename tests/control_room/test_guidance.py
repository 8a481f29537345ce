"""A supervisor guides the next answer privately: the turn obeys once, and says so to the desk alone."""

from typing import Any

import pytest
from django.test import Client

from agents.models import Agent, Team
from assistant.models import Article
from conversations import queries, turn
from conversations.carrying_out import write
from conversations.models import (
    ActState,
    AuthorKind,
    Conversation,
    Customer,
    Decision,
    Draft,
    DraftState,
    Handover,
    Holder,
    OversightAct,
)
from conversations.speech import Speech
from tenants.models import Job
from tests import cast

QUESTION = "How many days does the delivery take?"
OTHER = "Which payment methods do you accept?"


def guide(room: Client, talk: Conversation, kind: str, text: str = "", **body: Any) -> Any:
    asked = {"epoch": talk.epoch, "kind": kind, "text": text, **body}
    return room.post(f"/api/v1/conversations/{talk.id}/guidance", asked, content_type="application/json")


def newest(talk: Conversation) -> str:
    """What the assistant said last."""
    return talk.messages.filter(author_kind=AuthorKind.ASSISTANT).latest("seq").text


def test_it_says_what_it_is_told_once(room: Client, carol: Customer, talk: Conversation) -> None:
    told = guide(room, talk, "say", "Two days, since you live nearby.")
    assert (told.status_code, told.json()["state"], told.json()["by"]["name"]) == (201, "waiting", "Maya Example")
    cast.answered(carol, QUESTION)
    assert newest(talk) == "Two days, since you live nearby."
    act = OversightAct.objects.get()
    assert act.state == ActState.FOLLOWED
    assert talk.messages.get(author_kind=AuthorKind.ASSISTANT, seq=act.answer_seq or 0).text == newest(talk)
    guided = Decision.objects.latest("asked_seq").guided
    assert guided is not None
    assert (guided["by"]["name"], guided["kind"], guided["unfollowed"]) == ("Maya Example", "say", "")
    cast.answered(carol, OTHER)
    assert newest(talk).startswith("We accept cards")
    assert Decision.objects.latest("asked_seq").guided is None


def test_it_rests_on_the_article_that_is_named(room: Client, carol: Customer, talk: Conversation) -> None:
    article = Article.objects.get(title="How do I return something?")
    guide(room, talk, "article", article_id=str(article.id))
    cast.answered(carol, QUESTION)
    assert newest(talk).startswith("You can return anything unused within 30 days.")
    said = talk.messages.latest("seq")
    assert [source["article_id"] for source in said.sources] == [article.id]


def test_it_asks_for_what_it_is_told_in_the_customers_language(room: Client, equipped: Any) -> None:
    klaus = Customer.objects.create(name="Klaus", language="de")
    talk = cast.answered(klaus, "Welche Zahlungsarten akzeptieren Sie?")
    guide(room, talk, "ask_for", "Ihre Postleitzahl")
    cast.answered(klaus, "Wie lange dauert die Lieferung zu mir nach Hause?")
    assert newest(talk) == "Damit ich Ihnen helfen kann, nennen Sie mir bitte: Ihre Postleitzahl."


def test_it_passes_on_to_the_team_that_is_named(room: Client, maya: Agent, carol: Customer, talk: Conversation) -> None:
    team = Team.objects.create(name="Workshop")
    guide(room, talk, "pass_on", "She needs the mechanic", team_id=str(team.id))
    cast.answered(carol, QUESTION)
    talk.refresh_from_db()
    assert (talk.holder, talk.team) == (Holder.QUEUE, team)
    assert Handover.objects.get().reason == "Maya passed this on. “She needs the mechanic”"
    assert "mechanic" not in str(list(talk.messages.values("text", "data")))
    assert OversightAct.objects.get().state == ActState.ENDED


def test_free_words_are_searched_with(room: Client, carol: Customer, talk: Conversation) -> None:
    guide(room, talk, "words", "tell her about returns: can she send it back?")
    cast.answered(carol, "What about the helmet?")
    assert newest(talk).startswith("You can return anything unused")
    assert OversightAct.objects.get().state == ActState.FOLLOWED


def test_what_cannot_be_followed_waits_with_why(room: Client, carol: Customer, talk: Conversation) -> None:
    guide(room, talk, "words", "mention the quarterly zeppelin parade")
    before = newest(talk)
    cast.answered(carol, QUESTION)
    draft = Draft.objects.get()
    assert newest(talk) == before
    assert draft.reason.startswith("Maya guided this answer, and it could not be followed: Baton's own engine")
    assert draft.text.startswith("Parcels arrive")
    row = room.get("/api/v1/control_room").json()["data"][0]
    assert (row["guidance"]["state"], row["state"]) == ("failed", "draft_waits")
    assert "guidance" in [reason["kind"] for reason in row["reasons"]]
    room.post(f"/api/v1/drafts/{draft.id}/approve", {}, content_type="application/json")
    act = OversightAct.objects.get()
    assert (act.state, act.ended_at is not None) == (ActState.FAILED, True)


def test_a_draft_that_waits_is_made_anew(room: Client, carol: Customer, talk: Conversation) -> None:
    room.put(f"/api/v1/conversations/{talk.id}/hold", {"epoch": talk.epoch}, content_type="application/json")
    talk = cast.answered(carol, QUESTION)
    guide(room, talk, "say", "Two days.")
    assert Job.objects.filter(kind="turn").exists()
    turn.take(str(talk.id), talk.last_customer_seq)
    first, second = Draft.objects.order_by("created_at")
    assert (first.state, second.state, second.text) == (DraftState.SUPERSEDED, DraftState.WAITING, "Two days.")
    assert Decision.objects.filter(asked_seq=talk.last_customer_seq).count() == 1
    assert OversightAct.objects.get(kind="guidance").state == ActState.DRAFTED
    assert sum("looks at the" in one.text for one in talk.messages.all()) == 1, (
        "the customer hears once that it is checked"
    )
    room.post(f"/api/v1/drafts/{second.id}/approve", {}, content_type="application/json")
    assert newest(talk) == "Two days."
    assert {act.state for act in OversightAct.objects.all()} == {ActState.FOLLOWED}


def test_a_turn_under_way_thinks_again(room: Client, carol: Customer, talk: Conversation) -> None:
    talk = cast.says(carol, QUESTION)
    question = queries.question(str(talk.id), talk.last_customer_seq)
    assert question is not None
    speech = Speech(str(talk.id), question.epoch, question.asked_seq)
    decided, before = turn.decide(question, speech=speech), newest(talk)
    guide(room, talk, "say", "Two days.")
    write(question, decided, speech)
    assert newest(talk) == before
    turn.take(str(talk.id), talk.last_customer_seq)
    assert newest(talk) == "Two days."


def test_it_survives_a_customer_who_writes_on(room: Client, carol: Customer, talk: Conversation) -> None:
    room.put(f"/api/v1/conversations/{talk.id}/hold", {"epoch": talk.epoch}, content_type="application/json")
    guide(room, talk, "say", "Two days.")
    cast.answered(carol, QUESTION)
    cast.answered(carol, "Hello? I need to know how long the delivery takes.")
    draft = Draft.objects.get(state=DraftState.WAITING)
    assert draft.text == "Two days."


def test_taken_back_the_turn_goes_as_usual(room: Client, carol: Customer, talk: Conversation) -> None:
    guide(room, talk, "say", "Two days.")
    assert room.delete(f"/api/v1/conversations/{talk.id}/guidance").status_code == 204
    assert room.delete(f"/api/v1/conversations/{talk.id}/guidance").status_code == 409
    cast.answered(carol, QUESTION)
    assert newest(talk).startswith("Parcels arrive")


def test_the_rules_come_before_it(room: Client, carol: Customer, talk: Conversation) -> None:
    guide(room, talk, "say", "Two days.")
    cast.answered(carol, "I want to talk to a human being now, please")
    talk.refresh_from_db()
    assert talk.holder == Holder.QUEUE
    assert "Two days." not in str(list(talk.messages.values("text", "data")))
    assert Decision.objects.latest("asked_seq").guided is None


def test_another_conversation_hears_nothing_of_it(room: Client, talk: Conversation) -> None:
    guide(room, talk, "say", "Two days.")
    other = cast.answered(cast.customer("dora"), QUESTION)
    assert newest(other).startswith("Parcels arrive")
    assert OversightAct.objects.get().state == ActState.WAITING


@pytest.mark.parametrize(
    ("kind", "body", "param"),
    [
        ("say", {"text": "  "}, "text"),
        ("words", {}, "text"),
        ("article", {"text": "this one"}, "article_id"),
        ("article", {"article_id": "art_nothing"}, "article_id"),
        ("pass_on", {"team_id": "team_nothing"}, "team_id"),
        ("sing", {"text": "la"}, "kind"),
        ("say", {"text": "x" * 1001}, "text"),
    ],
)
def test_a_guidance_that_asks_for_nothing_is_refused(
    room: Client, talk: Conversation, kind: str, body: dict[str, str], param: str
) -> None:
    refused = guide(room, talk, kind, **body)
    assert (refused.status_code, refused.json()["error"]["param"]) == (422, param)
    assert not OversightAct.objects.exists()
