"""What was learnt from a conversation goes with it."""

import pytest

from agents.models import Agent
from assistant.bench import cases
from assistant.models import Article, BenchCase, Expected
from conversations.erasing import removing
from conversations.inbox import writes
from conversations.learning.gaps import looking
from conversations.learning.proposals import writing
from conversations.models import Conversation, Customer, Gap, GapQuestion, Proposal
from tenants.models import Tenant
from tenants.trail import audit
from tests import cast

WRAP = "Can you gift wrap my order please?"


@pytest.fixture
def talks(company: Tenant, bob: Agent) -> list[Conversation]:
    """Two customers who asked the same, and a reply to each."""
    made = [cast.answered(cast.customer(name), WRAP) for name in ("carol", "erin")]
    for talk in made:
        writes.reply(str(talk.id), bob, "We wrap every order for 4 euros.", client_id=cast.new_id())
    looking.look()
    return made


def gone(talk: Conversation) -> None:
    removing.remove(str(talk.id))


def test_its_question_goes_and_the_gap_stays_while_others_asked(talks: list[Conversation]) -> None:
    assert Proposal.objects.count() == 1
    gone(talks[0])
    gap = Gap.objects.get()
    assert (gap.questions_count, gap.title) == (1, WRAP)
    assert GapQuestion.objects.get().conversation_id == talks[1].id
    assert not Proposal.objects.exists(), "the draft held words of that conversation"


def test_the_gap_goes_with_its_last_conversation(talks: list[Conversation]) -> None:
    for talk in talks:
        gone(talk)
    assert not Gap.objects.exists()


def test_a_published_gap_keeps_the_companys_own_title(talks: list[Conversation], bob: Agent) -> None:
    proposal = Proposal.objects.get()
    writing.publish(proposal, {"title": "Gift wrapping"}, by=bob, actor=audit.by_system())
    for talk in talks:
        gone(talk)
    gap = Gap.objects.get()
    assert (gap.title, gap.questions_count, gap.state) == ("Gift wrapping", 0, "published")
    assert Article.objects.filter(title="Gift wrapping").exists()


def test_its_bench_cases_go_and_others_stay(talks: list[Conversation]) -> None:
    lines = [{"role": "customer", "text": WRAP}]
    cases.create({"lines": lines, "expected": Expected.UNSURE, "from_conversation": str(talks[0].id)})
    other = cases.create({"lines": lines, "expected": Expected.UNSURE})
    gone(talks[0])
    assert [case.id for case in BenchCase.objects.all()] == [other.id]


def test_a_correction_goes_with_the_answer(company: Tenant, carol: Customer, bob: Agent) -> None:
    talk = cast.answered(carol, "How long does delivery take?")
    writing.correct(talk, 2, "A week.", by=bob, actor=audit.by_system())
    gone(talk)
    assert not Proposal.objects.exists()
