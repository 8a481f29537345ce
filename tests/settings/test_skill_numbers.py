"""How often skills were used, how it ended, and the conversations behind each number."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assistant.models import Action
from assistant.skills.task import Task
from conversations.models import Conversation, Customer, Decision, Message
from tests import cast
from tests.settings.sending import API, get, refused


def decided(customer: Customer, *turns: tuple[str, str, bool], days_ago: int = 1) -> Conversation:
    """A conversation with a decision for each (skill, action, over)."""
    at = timezone.now() - timedelta(days=days_ago)
    conversation = Conversation.objects.create(customer=customer, due_at=at, seq=1, last_text="Thank you")
    Message.objects.create(conversation=conversation, seq=1, author_kind="customer", text="Hello")
    for number, (skill, action, over) in enumerate(turns, start=1):
        task = Task(skill, over=over).to_json()
        told = {"rules_version": 1, "facts": {}, "answer_seq": 2, "created_at": at, "task": task}
        Decision.objects.create(conversation=conversation, asked_seq=number, action=action, skill=skill, **told)
    return conversation


def numbers(client: Client, name: str) -> dict[str, int]:
    """The numbers of a skill in the list."""
    found: dict[str, int] = next(one["used"] for one in get(client, "skills")["data"] if one["name"] == name)
    return found


def test_each_conversation_counts_once_by_how_the_skill_ended_in_it(admin: Client) -> None:
    carol = cast.customer()
    decided(carol, ("recommend", "answer", False), ("recommend", "answer", True))
    handed_over = decided(carol, ("recommend", "answer", False), ("recommend", "handover", True))
    decided(carol, ("recommend", "answer", False), ("follow_up", "answer", True))
    decided(carol, ("recommend", "answer", True), days_ago=31)
    Action.objects.create(skill="recommend", kind="x", key="x", subject="x", because="x")
    assert numbers(admin, "recommend") == {
        "days": 30,
        "used": 3,
        "finished": 1,
        "handed_over": 1,
        "open": 1,
        "acts": 1,
    }
    assert numbers(admin, "follow_up")["finished"] == 1
    assert numbers(admin, "qualify_lead")["used"] == 0
    assert get(admin, "skills/recommend")["used"]["used"] == 3
    behind = get(admin, "skills/recommend/conversations?outcome=handed_over")["data"]
    assert [(one["id"], one["customer"], one["last_text"]) for one in behind] == [
        (handed_over.id, "Carol", "Thank you")
    ]


def test_an_outcome_that_there_is_not_is_named(admin: Client) -> None:
    assert refused(admin.get(f"{API}/skills/recommend/conversations?outcome=lost")) == (422, "outcome")


def test_the_list_asks_as_often_however_much_was_done(
    admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    carol = cast.customer()
    for _ in range(5):
        decided(carol, ("recommend", "answer", True))
    with django_assert_max_num_queries(10):
        get(admin, "skills")
