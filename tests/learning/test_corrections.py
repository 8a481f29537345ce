"""An agent corrects what the assistant said; it becomes a proposal, and published, the knowledge."""

import pytest
from django.test import Client

from agents.models import Agent, Role
from assistant.models import Article, ArticleVersion
from conversations.learning.gaps import looking
from conversations.models import Conversation, Customer, GapQuestion, Message, Proposal
from tests import cast
from tests.clients import HostClient
from tests.learning.working import article, send

DELIVERY = "How long does delivery take?"
BETTER = "Parcels arrive within 3 to 5 working days."


@pytest.fixture
def answered(carol: Customer) -> Conversation:
    return cast.answered(carol, "How many days until delivery?")


@pytest.fixture
def desk(bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(HostClient("acme.localhost"), "bob@example.com")


def corrected(desk: Client, talk: Conversation, text: str = BETTER) -> str:
    return str(send(desk, "post", f"conversations/{talk.id}/corrections", 201, seq=2, text=text)["id"])


def test_a_correction_proposes_other_words_for_the_quoted_passage(desk: Client, answered: Conversation) -> None:
    before = article(DELIVERY).body
    said = Message.objects.get(conversation=answered, seq=2)
    proposal = Proposal.objects.get(pk=corrected(desk, answered))
    assert (proposal.cause, proposal.state, str(proposal.article)) == ("correction", "open", DELIVERY)
    assert proposal.body == before.replace(said.sources[0]["passage"], BETTER)
    assert proposal.questions == article(DELIVERY).questions
    assert (proposal.message, proposal.correction) == (said, BETTER)
    assert article(DELIVERY).body == before
    assert Message.objects.get(pk=said.pk).text == said.text


def test_a_published_correction_changes_the_article(desk: Client, supervisor: Client, answered: Conversation) -> None:
    proposal_id = corrected(desk, answered)
    published = send(supervisor, "post", f"proposals/{proposal_id}/publish", 200)
    assert (published["state"], published["decided_by"]["name"]) == ("published", "Sue Example")
    changed = article(DELIVERY)
    assert BETTER in changed.body
    assert ArticleVersion.objects.filter(article=changed, number=changed.version).get().cause == "correction"
    assert send(supervisor, "post", f"proposals/{proposal_id}/publish", 409)["error"]["code"] == "decided_already"


def test_words_can_be_put_right_before_they_are_published(
    desk: Client, supervisor: Client, answered: Conversation
) -> None:
    proposal_id = corrected(desk, answered)
    changed = send(supervisor, "patch", f"proposals/{proposal_id}", 200, body="Four days.")
    assert changed["body"] == "Four days."
    send(supervisor, "post", f"proposals/{proposal_id}/publish", 200, title="Delivery")
    assert Article.objects.get(title="Delivery").body == "Four days."


def test_an_answer_without_a_source_becomes_a_new_article(desk: Client, supervisor: Client, carol: Customer) -> None:
    talk = cast.answered(carol, "Can you gift wrap my order?")
    proposal_id = corrected(desk, talk, "We wrap every order for 4 euros.")
    shown = send(supervisor, "get", f"proposals/{proposal_id}", 200)
    assert (shown["article"], shown["title"]) == (None, "Can you gift wrap my order?")
    send(supervisor, "post", f"proposals/{proposal_id}/publish", 200)
    assert article("Can you gift wrap my order?").body == "We wrap every order for 4 euros."


def test_a_second_correction_replaces_the_open_one(desk: Client, answered: Conversation) -> None:
    first, second = corrected(desk, answered), corrected(desk, answered, "Two weeks.")
    assert first == second
    assert Proposal.objects.get().correction == "Two weeks."


def test_a_dismissed_one_can_be_opened_again(desk: Client, supervisor: Client, answered: Conversation) -> None:
    proposal_id = corrected(desk, answered)
    assert send(supervisor, "post", f"proposals/{proposal_id}/dismiss", 200)["state"] == "dismissed"
    listed = send(supervisor, "get", "proposals", 200)
    assert (listed["data"], listed["counts"]) == ([], {"open": 0, "published": 0, "dismissed": 1})
    send(supervisor, "post", f"proposals/{proposal_id}/publish", 409)
    assert send(supervisor, "post", f"proposals/{proposal_id}/reopen", 200)["state"] == "open"


def test_a_corrected_answer_counts_as_a_gap(desk: Client, answered: Conversation) -> None:
    corrected(desk, answered)
    looking.look()
    question = GapQuestion.objects.get()
    assert (question.outcome, question.harm, question.asked_seq) == ("corrected", 1.0, 1)


@pytest.mark.parametrize(
    ("seq", "text", "status", "param"), [(1, "x", 404, "seq"), (9, "x", 404, "seq"), (2, " ", 422, "text")]
)
def test_only_an_answer_of_the_assistant_can_be_corrected(
    desk: Client, answered: Conversation, seq: int, text: str, status: int, param: str
) -> None:
    error = send(desk, "post", f"conversations/{answered.id}/corrections", status, seq=seq, text=text)["error"]
    assert error["param"] == param
    assert not Proposal.objects.exists()


def test_a_viewer_corrects_nothing(answered: Conversation) -> None:
    cast.agent("vic", Role.VIEWER)
    browser = cast.signed_in(HostClient("acme.localhost"), "vic@example.com")
    send(browser, "post", f"conversations/{answered.id}/corrections", 403, seq=2, text=BETTER)
    assert not Proposal.objects.exists()
