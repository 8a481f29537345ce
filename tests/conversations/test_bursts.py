"""A customer who writes several lines in a row gets one answer, once they have finished."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conversations import control, log, receive, tasks, turns
from conversations.models import AuthorKind, Conversation, Decision, Message
from tenants import jobs
from tenants.models import Job, Tenant
from tests import cast


@pytest.fixture
def company(in_acme: Tenant) -> Tenant:
    """Acme with rules and a few articles."""
    cast.rules()
    cast.knowledge()
    return in_acme


def _turn() -> Job:
    return Job.objects.get(kind=turns.KIND)


def _run_due(conversation: Conversation) -> None:
    Job.objects.filter(kind=turns.KIND).update(run_at=timezone.now())
    for job_id in Job.objects.filter(kind=turns.KIND).values_list("id", flat=True):
        jobs.run(job_id, tasks.work)


def _answers(conversation: Conversation) -> list[Message]:
    return list(conversation.messages.filter(author_kind=AuthorKind.ASSISTANT))


def test_four_lines_in_a_row_get_one_answer(company: Tenant) -> None:
    carol = cast.customer()
    for line in ("Hello", "I have a question", "about delivery", "How long does delivery take?"):
        conversation = cast.says(carol, line)
    _run_due(conversation)
    assert len(_answers(conversation)) == 1
    assert Decision.objects.get().asked_seq == conversation.last_customer_seq


def test_each_line_moves_the_one_waiting_turn_and_never_beyond_the_longest_hold(company: Tenant) -> None:
    carol = cast.customer()
    conversation = cast.says(carol, "Hello")
    first = _turn()
    cast.says(carol, "How long does delivery take?")
    assert _turn().id == first.id
    assert _turn().run_at > first.run_at
    Conversation.objects.update(unanswered_since=timezone.now() - turns.LONGEST_HOLD)
    cast.says(carol, "And when are you open?")
    assert _turn().run_at <= timezone.now()
    assert not _answers(conversation)


def test_the_turn_waits_while_the_customer_types_on(company: Tenant) -> None:
    conversation = cast.says(cast.customer(), "Hello")
    before = _turn().run_at
    assert turns.customer_types(str(conversation.id), active=True)
    assert _turn().run_at > before
    assert turns.customer_types(str(conversation.id), active=False)
    assert _turn().run_at <= timezone.now() + turns.SETTLE


def test_typing_holds_no_turn_longer_than_the_longest_hold(company: Tenant) -> None:
    conversation = cast.says(cast.customer(), "Hello")
    Job.objects.filter(kind=turns.KIND).update(created_at=timezone.now() - timedelta(seconds=7))
    turns.customer_types(str(conversation.id), active=True)
    assert _turn().run_at <= timezone.now() + timedelta(seconds=1.1)


def test_typing_without_a_waiting_turn_moves_nothing(company: Tenant) -> None:
    conversation = cast.answered(cast.customer(), "How long does delivery take?")
    Job.objects.all().delete()
    assert not turns.customer_types(str(conversation.id), active=True)


def test_who_presses_the_button_waits_for_no_settling(company: Tenant) -> None:
    receive.person_please(cast.customer(), client_id=cast.new_id())
    assert _turn().run_at <= timezone.now()


def test_no_turn_is_written_when_a_person_holds_the_baton(company: Tenant) -> None:
    carol, bob = cast.customer(), cast.agent("bob")
    conversation = cast.answered(carol, "How long does delivery take?")
    with log.writing(str(conversation.id)) as held:
        control.take(held, bob)
    Job.objects.all().delete()
    cast.says(carol, "Thank you, Bob")
    assert not Job.objects.filter(kind=turns.KIND).exists()


def test_a_turn_whose_conversation_was_resolved_meanwhile_says_nothing(company: Tenant) -> None:
    conversation = cast.says(cast.customer(), "How long does delivery take?")
    with log.writing(str(conversation.id)) as held:
        control.resolve(held)
    _run_due(conversation)
    assert not _answers(conversation)
