"""What people say and do later changes an episode; what is removed leaves its figures alone."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from agents.models import Agent, Role
from conversations import log
from conversations.authors import ByCustomer
from conversations.commitments import writing as commitments
from conversations.commitments.writing import Said
from conversations.erasing import removing
from conversations.insights import measuring
from conversations.merging import joining, threads
from conversations.models import (
    AuthorKind,
    Conversation,
    Customer,
    Decision,
    Episode,
    Handover,
    HandoverLabel,
    Kind,
    Message,
    Promise,
    PromiseState,
    Review,
    ReviewRound,
    Status,
)
from conversations.quality import labelling, reviewing
from tenants import ids
from tenants.models import Tenant
from tenants.trail import audit
from tests import cast

NOW = timezone.now()


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin."""
    return cast.agent("alice", Role.ADMIN)


def ago(days: float) -> datetime:
    """A moment so many days ago."""
    return NOW - timedelta(days=days)


def talk(who: Customer, days: float, topic: str = "delivery", action: str = "answer") -> Conversation:
    """A conversation of an hour's length, so many days ago, about this; resolved since nobody wrote any more."""
    at, later = ago(days), ago(days) + timedelta(hours=1)
    made = Conversation.objects.create(
        customer=who, created_at=at, updated_at=timezone.now(), seq=3, last_customer_seq=1, status=Status.RESOLVED
    )
    says = [
        Message(seq=1, author_kind=AuthorKind.CUSTOMER, text="Where is it?", created_at=at),
        Message(seq=2, author_kind=AuthorKind.ASSISTANT, text="Here.", created_at=at),
        Message(
            seq=3,
            kind=Kind.STATUS,
            author_kind=AuthorKind.SYSTEM,
            data={"status": "resolved", "by": "silence"},
            created_at=later,
        ),
    ]
    for entry in says:
        entry.conversation = made
    Message.objects.bulk_create(says)
    Decision.objects.create(
        conversation=made, asked_seq=1, answer_seq=2, action=action, topic=topic, rules_version=1, facts={}
    )
    return made


def handed_over(conversation: Conversation) -> Handover:
    """It was handed over."""
    (decision,) = conversation.decisions.all()
    return Handover.objects.create(conversation=conversation, decision=decision, reason="Anger", card={})


def episode(conversation: Conversation) -> Episode:
    """Its only one, measured."""
    measuring.catch_up()
    return Episode.objects.get(conversation=conversation)


def test_a_label_and_its_undoing(alice: Agent) -> None:
    handover = handed_over(talk(cast.customer(), 3))
    assert episode(handover.conversation).needless is None
    labelling.label(handover, verdict="needless", trigger="", by=alice)
    assert episode(handover.conversation).needless is True
    labelling.take_back(handover, by=alice)
    assert episode(handover.conversation).needless is None
    assert HandoverLabel.objects.count() == 1


def test_a_verdict_on_a_drawn_conversation(alice: Agent) -> None:
    conversation = talk(cast.customer(), 3)
    drawn = ReviewRound.objects.create(begins_at=ago(4), ends_at=ago(2), conversations=4, drawn=1)
    review = Review.objects.create(
        conversation=conversation, drawn_in=drawn, probability=0.25, doubt=0.4, rules_version=1, began_at=ago(3)
    )
    assert episode(conversation).missed is None
    reviewing.judge(review, verdict="missed", trigger="anger", at_seq=1, by=alice)
    found = episode(conversation)
    assert (found.missed, found.needed_person, found.review_weight) == (True, True, 4.0)
    reviewing.open_again(review)
    assert episode(conversation).missed is None


def test_a_promise_and_what_became_of_it(alice: Agent) -> None:
    conversation = talk(cast.customer(), 3)
    promise = commitments.promise(conversation, alice, Said("A call", 2), due_at=NOW + timedelta(hours=1))
    assert (episode(conversation).promises, episode(conversation).promises_broken) == (1, 0)
    Promise.objects.filter(pk=promise.pk).update(due_at=ago(0.5))
    measuring.touch(str(conversation.id))
    assert episode(conversation).promises_broken == 1
    commitments.close(promise, alice, state=PromiseState.RELEASED)
    assert episode(conversation).promises_broken == 0


@pytest.mark.parametrize(
    ("topic", "days", "again"),
    [("delivery", 4.0, True), ("refund", 4.0, False), ("", 4.0, False), ("delivery", 2.9, False)],
)
def test_who_comes_again_on_the_topic_within_a_week(in_acme: Tenant, topic: str, days: float, again: bool) -> None:  # noqa: FBT001
    """The first ended 9.96 days ago; a week later is 2.96 days ago."""
    carol = cast.customer()
    first = talk(carol, 10, topic="" if topic == "" else "delivery")
    assert episode(first).repeat_at is None
    second = talk(carol, days, topic=topic)
    assert episode(second).repeat_at is None
    assert (episode(first).repeat_at == ago(days)) is again


def test_another_customer_does_not_come_again_until_both_are_one(alice: Agent) -> None:
    carol, twin = cast.customer(), cast.customer("carola")
    first, second = talk(carol, 10), talk(twin, 8)
    assert episode(first).repeat_at is None
    merge = joining.merge(carol, twin, by=alice, actor=audit.by_system())
    assert episode(first).repeat_at == ago(8)
    assert episode(second).customer_key == ids.decode("cus", str(carol.id))
    joining.undo(merge, by=alice, actor=audit.by_system())
    assert episode(first).repeat_at is None
    assert episode(second).customer_key == ids.decode("cus", str(twin.id))


def test_a_conversation_that_is_opened_again_counts_as_that_alone(in_acme: Tenant) -> None:
    carol = cast.customer()
    first = talk(carol, 10)
    talk(carol, 8)
    assert episode(first).repeat_at == ago(8)
    opened = {"kind": Kind.STATUS, "author_kind": AuthorKind.SYSTEM, "data": {"status": "open"}, "created_at": ago(7)}
    Message.objects.create(conversation=first, seq=4, **opened)
    Conversation.objects.filter(pk=first.pk).update(seq=4, status=Status.OPEN, due_at=NOW, updated_at=timezone.now())
    measuring.catch_up()
    before, after = Episode.objects.filter(conversation=first).order_by("number")
    assert (before.reopened_at, before.repeat_at) == (ago(7), None)
    assert (after.number, after.began_at) == (2, ago(7))


def test_closed_into_another_it_is_merged_and_no_contact_of_its_own(alice: Agent) -> None:
    carol = cast.customer()
    first = talk(carol, 2)
    source, target = log.create(carol), talk(carol, 1.5, topic="refund")
    with log.writing(str(source.id)) as written:
        log.append(written, ByCustomer(carol), "Hello?")
    Conversation.objects.filter(pk=target.pk).update(status=Status.OPEN, due_at=NOW)
    merged = threads.merge(str(source.id), alice, into=str(target.id), epoch=source.epoch)
    found = episode(merged)
    assert (found.ended_by, found.part) == ("merged", "nobody")
    assert episode(first).repeat_at is None


def test_what_is_removed_leaves_figures_without_conversation_and_customer(in_acme: Tenant) -> None:
    """It was measured never, was open, and is measured as it goes."""
    conversation = cast.says(cast.customer(), "Where is my parcel?")
    measuring.touch(str(conversation.id))
    removing.remove(str(conversation.id))
    left = Episode.objects.get()
    assert not left.conversation_id
    assert not left.customer_key
    assert left.ended_by == "removed"
    assert (left.customer_messages, left.part) == (1, "nobody")
    measuring.catch_up()
    assert measuring.until().waiting == 0
    assert Episode.objects.count() == 1


def test_a_removed_conversation_is_no_longer_a_contact(in_acme: Tenant) -> None:
    carol = cast.customer()
    first, second = talk(carol, 10), talk(carol, 8)
    measuring.catch_up()
    removing.remove(str(first.id))
    assert Episode.objects.get(conversation=None).repeat_at == ago(8)
    assert episode(second).repeat_at is None
