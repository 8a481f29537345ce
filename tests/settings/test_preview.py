"""A question is tried by the code of the live turn, and nothing of it is stored."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assistant.models import Article, AssistantSettings, Tone
from conversations.models import Conversation, Customer, Decision, Message
from tenants.models import Job
from tests import cast
from tests.settings.sending import get, patch, post, refused


@pytest.fixture(autouse=True)
def _equipped(admin: Client) -> None:
    cast.rules()
    cast.knowledge()


def test_an_answer_comes_with_its_sources_and_signals(admin: Client) -> None:
    shown = post(admin, "assistant/preview", question="How long does delivery take?").json()
    assert "2 to 4 working days" in shown["answer"]["text"]
    assert shown["answer"]["sources"][0]["title"] == "How long does delivery take?"
    assert 0.5 < shown["answer"]["confidence"] <= 1
    assert shown["decision"] is None
    signals = {signal["name"]: signal for signal in shown["signals"]}
    assert {"anger", "asks_human", "distress", "low_confidence"} <= set(signals)
    assert signals["anger"]["value"] < signals["anger"]["threshold"]


def test_a_handover_says_its_rule_and_its_evidence(admin: Client) -> None:
    shown = post(admin, "assistant/preview", question="I want to talk to a human!").json()
    assert shown["decision"]["hand_over"] is True
    assert shown["decision"]["rule"]
    asks = next(signal for signal in shown["signals"] if signal["name"] == "asks_human")
    assert asks["value"] >= asks["threshold"]
    assert "human" in asks["evidence"][0]["text"]


def test_what_it_does_not_know_it_says(admin: Client) -> None:
    shown = post(admin, "assistant/preview", question="What is the airspeed of an unladen swallow?").json()
    assert shown["decision"]["hand_over"] in {False, True}
    assert "sure" in shown["decision"]["reason"] or shown["decision"]["hand_over"]


def test_the_same_words_decide_the_same_live(admin: Client) -> None:
    asked = "Can I return something that I have used?"
    shown = post(admin, "assistant/preview", question=asked).json()
    conversation = cast.answered(cast.customer(), asked)
    decision = Decision.objects.get(conversation=conversation)
    assert (decision.action == "handover") == bool(shown["decision"] and shown["decision"]["hand_over"])
    assert decision.confidence == shown["answer"]["confidence"]
    live = {name: signal["value"] for name, signal in decision.facts["signals"].items()}
    assert live == {signal["name"]: signal["value"] for signal in shown["signals"]}


def test_nothing_is_stored_but_the_count(admin: Client) -> None:
    for _ in range(3):
        assert post(admin, "assistant/preview", question="I want a human!").status_code == 200
    for stored in (Conversation, Customer, Message, Decision, Job):
        assert not stored.objects.exists()
    assert AssistantSettings.objects.get().tried_questions == 3


@pytest.mark.parametrize("question", ["", "   ", "x" * 2001, None])
def test_a_wrong_question_is_named_and_not_counted(admin: Client, question: str | None) -> None:
    assert refused(post(admin, "assistant/preview", question=question)) == (422, "question")
    assert not AssistantSettings.objects.exists()


def test_agents_may_not(desk: Client) -> None:
    assert refused(post(desk, "assistant/preview", question="Hi")) == (403, None)


@pytest.mark.parametrize(
    ("question", "language"),
    [("Hello", "en"), ("Guten Tag", "de"), ("Bonjour", "fr"), ("Hola", "es"), ("Buongiorno", "it"), ("Olá", "pt")],
)
def test_the_tone_changes_the_assistants_own_words(admin: Client, question: str, language: str) -> None:
    said = set()
    for tone in Tone.values:
        patch(admin, "workspace", tone=tone)
        said.add(post(admin, "assistant/preview", question=question).json()["answer"]["text"])
    assert len(said) == 3
    assert all("IA" in text or "AI" in text or "KI" in text for text in said)


def test_a_live_turn_speaks_in_the_tone(admin: Client) -> None:
    patch(admin, "workspace", tone="formal")
    conversation = cast.answered(cast.customer(), "Thanks, bye!")
    assert conversation.messages.order_by("-seq")[0].text == "Thank you for contacting us. We wish you a pleasant day."
    unsure = cast.answered(cast.customer("erin"), "What is the airspeed of an unladen swallow?")
    last = unsure.messages.filter(author_kind="assistant")[0]
    assert "I regret" in last.text or not last.data.get("offers_person")


def test_articles_are_quoted_as_they_are_in_any_tone(admin: Client) -> None:
    answers = set()
    for tone in Tone.values:
        patch(admin, "workspace", tone=tone)
        answers.add(post(admin, "assistant/preview", question="What are your opening hours?").json()["answer"]["text"])
    assert len(answers) == 1


def test_a_preview_costs_few_queries(admin: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    post(admin, "assistant/preview", question="When are you open?")
    # search path, session, agent, rules, settings, index, topics, skills and guides, the count
    with django_assert_num_queries(14):
        post(admin, "assistant/preview", question="When are you open?")
    assert get(admin, "workspace")["tone"] == "warm"


def test_a_draft_is_tried_as_if_it_were_published_and_nothing_of_it_stays(admin: Client) -> None:
    article = Article.objects.get(title="How long does delivery take?")
    asked, draft = "How long does delivery take?", {"title": article.title, "body": "Parcels arrive within 9 days."}
    shown = post(admin, "assistant/preview", question=asked, draft=draft, article_id=str(article.id)).json()
    assert "within 9 days" in shown["answer"]["text"]
    fresh = {"title": "Do you rent out tents?", "body": "We rent out tents for 12 pounds a night."}
    shown = post(admin, "assistant/preview", question="Do you rent out tents?", draft=fresh).json()
    assert "12 pounds" in shown["answer"]["text"]
    hidden = {**draft, "audience": "desk"}
    shown = post(admin, "assistant/preview", question=asked, draft=hidden, article_id=str(article.id)).json()
    assert shown["answer"] is None or "delivery" not in shown["answer"]["sources"][0]["title"]
    shown = post(admin, "assistant/preview", question=asked).json()
    assert "2 to 4 working days" in shown["answer"]["text"]
    assert Article.objects.count() == len(cast.ARTICLES)
    assert refused(post(admin, "assistant/preview", question=asked, draft={"title": "x"})) == (422, "draft.body")


def test_a_whole_talk_is_tried_with_what_is_known_of_the_customer(admin: Client) -> None:
    turns = [
        {"role": "customer", "text": "Where is my parcel?"},
        {"role": "assistant", "text": "It is on its way."},
        {"role": "customer", "text": "This is the third time I ask! You are useless, I am furious!!"},
    ]
    shown = post(admin, "assistant/preview", turns=turns, customer={"plan": "business"}).json()
    assert (shown["decision"]["hand_over"], shown["decision"]["trigger"]) == (True, "anger")
    assert shown["decision"]["say"]
    anger = next(signal for signal in shown["signals"] if signal["name"] == "anger")
    assert {quote["seq"] for quote in anger["evidence"]} == {3}
    assert shown["considered"]["fired"][0]["trigger"]["name"] == "anger"
    assert {"signals", "retrieval", "engine"} <= {one["name"] for one in shown["models"]}
    assert (shown["rules_version"], shown["language"]) == (1, "en")
    assert not Conversation.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({}, "question"),
        ({"question": "Hi", "turns": [{"role": "customer", "text": "Hi"}]}, "question"),
        ({"turns": []}, "turns"),
        ({"turns": [{"role": "assistant", "text": "Hi"}]}, "turns"),
        ({"question": "Hi", "customer": {"plan": ["a", "list"]}}, "customer"),
    ],
)
def test_what_is_no_talk_is_named(admin: Client, wrong: dict[str, object], named: str) -> None:
    status, param = refused(post(admin, "assistant/preview", **wrong))
    assert (status, str(param).partition("[")[0].partition(".")[0]) == (422, named)
    assert not AssistantSettings.objects.exists()
