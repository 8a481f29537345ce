"""Gaps: what the assistant could not answer, put together by subject, drafted from replies, published and measured."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from assistant.models import Article, ArticleVersion
from conversations.inbox import writes
from conversations.learning.gaps import looking
from conversations.models import Conversation, Customer, Gap, GapQuestion, Proposal
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.learning.working import send

WRAP = ("Can you gift wrap my order please?", "do you offer gift wrapping", "is gift wrapping possible for a present?")
REPLY = (
    "Hi Carol, Bob here. We wrap every order as a gift for 4 euros. Choose the wrapping in the basket. I've added it."
)


@pytest.fixture
def asked(company: Tenant, bob: Agent) -> list[Conversation]:
    """Three customers who asked for the same, of whom two got a reply; and one who asked for something else."""
    talks = [
        cast.answered(cast.customer(name), text) for name, text in zip(("carol", "erin", "finn"), WRAP, strict=True)
    ]
    for talk in talks[:2]:
        writes.reply(str(talk.id), bob, REPLY, client_id=cast.new_id())
    other = cast.answered(cast.customer("gus"), "Who won the football match in Brazil yesterday?")
    return [*talks, other]


def the_gap() -> Gap:
    """The one of the wrapping."""
    return Gap.objects.get(questions_count=3)


def test_a_question_without_an_answer_writes_a_look(carol: Customer) -> None:
    cast.answered(carol, "How long does delivery take?")
    assert not Job.objects.filter(kind="gaps").exists()
    cast.answered(cast.customer("erin"), WRAP[0])
    waiting = Job.objects.get(kind="gaps")
    assert timedelta(minutes=4) < waiting.run_at - timezone.now() <= timedelta(minutes=5)


def test_questions_of_one_subject_are_one_gap(asked: list[Conversation]) -> None:
    looking.look()
    assert [gap.questions_count for gap in Gap.objects.all()] == [3, 1]
    gap = the_gap()
    assert gap.title in {f"{text[0].upper()}{text[1:]}" for text in WRAP}
    outcomes = gap.questions.order_by("asked_at").values_list("outcome", flat=True)
    assert list(outcomes) == ["handover", "handover", "unsure"]
    assert gap.harm == pytest.approx(0.4 + 0.4 + 0.5)


def test_a_second_look_changes_nothing(asked: list[Conversation]) -> None:
    looking.look()
    before = list(GapQuestion.objects.order_by("id").values()), list(Proposal.objects.values())
    looking.look()
    assert (list(GapQuestion.objects.order_by("id").values()), list(Proposal.objects.values())) == before
    assert Gap.objects.count() == 2


def test_a_later_question_joins_its_gap_and_a_later_reply_counts(asked: list[Conversation], bob: Agent) -> None:
    looking.look()
    late = cast.answered(cast.customer("hal"), "Could I have it gift wrapped?")
    writes.reply(str(asked[2].id), bob, REPLY, client_id=cast.new_id())
    looking.look()
    gap = Gap.objects.get(questions_count=4)
    assert gap.questions.filter(conversation=late).exists()
    assert gap.questions.get(conversation=asked[2]).outcome == "handover"


def test_who_left_without_an_answer_hurts_more(asked: list[Conversation]) -> None:
    Conversation.objects.filter(pk=asked[2].pk).update(last_at=timezone.now() - timedelta(hours=2))
    looking.look()
    left = GapQuestion.objects.get(conversation=asked[2])
    assert (left.outcome, left.harm) == ("left", 0.8)


def test_what_the_assistant_answers_is_no_gap(carol: Customer) -> None:
    cast.answered(carol, "How long does delivery take?")
    cast.answered(carol, "thank you!")
    looking.look()
    assert not Gap.objects.exists()


def test_the_draft_is_what_agents_replied_without_persons(asked: list[Conversation]) -> None:
    looking.look()
    draft = Proposal.objects.get(gap=the_gap())
    assert draft.body == "We wrap every order as a gift for 4 euros.\n\nChoose the wrapping in the basket."
    assert draft.title == the_gap().title
    assert len(draft.questions) == 2
    assert Article.objects.filter(title=draft.title).count() == 0


def test_one_click_publishes_and_the_gap_is_measured(supervisor: Client, asked: list[Conversation]) -> None:
    looking.look()
    proposal = Proposal.objects.get(gap=the_gap())
    published = send(supervisor, "post", f"proposals/{proposal.id}/publish", 200)
    article = Article.objects.get(pk=published["article"]["id"])
    assert article.body == proposal.body
    assert ArticleVersion.objects.get(article=article).cause == "gap"
    cast.answered(cast.customer("ida"), "do you offer gift wrapping?")
    gap = send(supervisor, "get", "gaps?state=published", 200)["data"][0]
    assert (gap["state"], gap["since"]) == ("published", {"asked": 1, "answered": 1})
    assert send(supervisor, "get", f"gaps/{gap['id']}/today", 200)["answer"]["sources"][0]["article_id"] == article.id
    actions = set(AuditEntry.objects.values_list("action", flat=True))
    assert "proposal.published" in actions


def test_a_published_gap_that_fails_again_says_so(supervisor: Client, asked: list[Conversation]) -> None:
    looking.look()
    gap = the_gap()
    send(supervisor, "post", f"proposals/{Proposal.objects.get(gap=gap).id}/publish", 200, body="Ask us.")
    article = Article.objects.get(body="Ask us.")
    Article.objects.filter(pk=article.pk).delete()
    Gap.objects.filter(pk=gap.pk).update(article=Article.objects.first())
    cast.answered(cast.customer("ida"), "could you gift wrap my order?")
    looking.look()
    shown = send(supervisor, "get", f"gaps/{gap.id}", 200)
    assert (shown["state"], shown["since"]) == ("published", {"asked": 1, "answered": 0})
    assert send(supervisor, "post", f"gaps/{gap.id}/reopen", 200)["state"] == "open"


def test_the_gap_shows_its_questions_with_the_replies(supervisor: Client, asked: list[Conversation]) -> None:
    looking.look()
    gap = send(supervisor, "get", f"gaps/{the_gap().id}", 200)
    assert gap["outcomes"] == {"handover": 2, "unsure": 1}
    replied = [question for question in gap["questions"] if question["reply"]]
    assert {question["reply"]["text"] for question in replied} == {REPLY}
    assert {question["conversation_id"] for question in gap["questions"]} == {talk.id for talk in asked[:3]}


def test_a_gap_is_dismissed_and_opened_again(supervisor: Client, asked: list[Conversation]) -> None:
    looking.look()
    gap = the_gap()
    assert send(supervisor, "post", f"gaps/{gap.id}/dismiss", 200, because="Not ours")["state"] == "dismissed"
    cast.answered(cast.customer("ida"), "could you gift wrap my order?")
    looking.look()
    gap.refresh_from_db()
    assert (gap.state, gap.questions_count, gap.dismissed_because) == ("dismissed", 4, "Not ours")
    assert send(supervisor, "post", f"gaps/{gap.id}/reopen", 200)["state"] == "open"


def test_a_draft_can_be_written_where_nobody_replied(supervisor: Client, asked: list[Conversation]) -> None:
    looking.look()
    alone = Gap.objects.get(questions_count=1)
    made = send(supervisor, "post", f"gaps/{alone.id}/draft", 201)
    assert (made["body"], made["gap"]["id"]) == ("", alone.id)
    error = send(supervisor, "post", f"proposals/{made['id']}/publish", 422)["error"]
    assert error["param"] == "body"
    alone.refresh_from_db()
    assert alone.state == "open"


def test_the_list_is_worst_first_and_costs_the_same(
    supervisor: Client, asked: list[Conversation], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    looking.look()
    with django_assert_num_queries(7):  # three for who asks, gaps, proposals, outcomes, counts
        listed = send(supervisor, "get", "gaps", 200)
    assert [row["questions_count"] for row in listed["data"]] == [3, 1]
    assert listed["counts"] == {"open": 2, "published": 0, "dismissed": 0}
    page = send(supervisor, "get", "gaps?limit=1", 200)
    rest = send(supervisor, "get", f"gaps?limit=1&cursor={page['next_cursor']}", 200)
    assert [row["id"] for row in page["data"] + rest["data"]] == [row["id"] for row in listed["data"]]
    assert send(supervisor, "get", "gaps?cursor=x", 422)["error"]["param"] == "cursor"


def test_an_agent_sees_gaps_and_decides_nothing(asked: list[Conversation], acme_client: Client) -> None:
    looking.look()
    browser = cast.signed_in(HostClient("acme.localhost"), "bob@example.com")
    gap: Any = send(browser, "get", "gaps", 200)["data"][0]
    send(browser, "post", f"gaps/{gap['id']}/dismiss", 403)
    send(browser, "post", f"proposals/{gap['proposal']['id']}/publish", 403)
    assert not Gap.objects.exclude(state="open").exists()
    assert not Article.objects.filter(title=gap["title"]).exists()
