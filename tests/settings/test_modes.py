"""The modes and the threshold in the settings, and what another threshold would have done."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assistant.models import AssistantSettings, Intent
from conversations.models import Conversation, Customer, Decision, Message
from tenants.trail.models import AuditEntry
from tests import cast
from tests.settings.sending import get, patch, refused

FACTS = {"confidence_threshold": 0.5}


@pytest.fixture
def carol(admin: Client) -> Customer:
    """A customer of acme."""
    return cast.customer()


def asked(carol: Customer, text: str, confidence: float | None, action: str = "", **fields: Any) -> Conversation:
    """A question that was decided about with this confidence, when 0.5 was needed."""
    conversation = Conversation.objects.create(customer=carol, due_at=timezone.now(), seq=1)
    Message.objects.create(conversation=conversation, seq=1, author_kind="customer", text=text)
    did = action or ("answer" if (confidence or 0) >= FACTS["confidence_threshold"] else "unsure")
    more = {"answer_seq": 2, "rules_version": 1, "facts": FACTS, "confidence": confidence, **fields}
    Decision.objects.create(conversation=conversation, asked_seq=1, action=did, **more)
    return conversation


def test_the_modes_are_read_and_changed_with_a_trace(admin: Client) -> None:
    Intent.objects.create(name="Refunds", mode="copilot", examples=["a"])
    assert get(admin, "assistant/modes") == {
        "mode": "autopilot",
        "draft_minutes": 3,
        "threshold": None,
        "topics": [{"id": Intent.objects.get().id, "name": "Refunds", "mode": "copilot"}],
        "order_numbers": "",
        "order_numbers_found": [],
    }
    changed = patch(admin, "assistant/modes", mode="supervised", draft_minutes=5, threshold=0.7).json()
    assert (changed["mode"], changed["draft_minutes"], changed["threshold"]) == ("supervised", 5, 0.7)
    entry = AuditEntry.objects.get(action="assistant.changed")
    assert entry.changes["mode"] == ["autopilot", "supervised"]
    patch(admin, "assistant/modes", mode="supervised")
    assert AuditEntry.objects.filter(action="assistant.changed").count() == 1
    assert patch(admin, "assistant/modes", threshold=None).json()["threshold"] is None


@pytest.mark.parametrize(
    ("field", "value"),
    [("mode", "bot"), ("draft_minutes", 0), ("draft_minutes", 61), ("threshold", 1.1), ("threshold", "x")],
)
def test_a_wrong_value_is_named_and_changes_nothing(admin: Client, field: str, value: object) -> None:
    assert refused(patch(admin, "assistant/modes", **{field: value})) == (422, field)
    assert not AssistantSettings.objects.exists()


def test_agents_do_not_change_the_modes(desk: Client) -> None:
    assert refused(patch(desk, "assistant/modes", mode="off")) == (403, None)
    assert not AssistantSettings.objects.exists()


def test_another_threshold_shows_who_would_be_answered_and_who_not(admin: Client, carol: Customer) -> None:
    for confidence in (0.9, 0.8, 0.3):
        asked(carol, f"Sure {confidence}", confidence)
    nearly = asked(carol, "Nearly sure", 0.45)
    barely = asked(carol, "Barely sure", 0.55)
    given_up = asked(carol, "Given up", 0.48, "handover", trigger="low_confidence")
    asked(carol, "Angry", None, "handover", trigger="anger")
    asked(carol, "Hello", 1.0)
    lower = get(admin, "assistant/threshold?at=0.4")
    assert lower["questions"] == 6
    assert lower["newly_answered"]["count"] == 2
    assert [row["id"] for row in lower["newly_answered"]["conversations"]] == [given_up.id, nearly.id]
    assert lower["newly_answered"]["conversations"][1]["asked"] == {"seq": 1, "text": "Nearly sure"}
    assert lower["no_longer_answered"] == {"count": 0, "conversations": []}
    higher = get(admin, "assistant/threshold?at=0.6")
    assert [row["id"] for row in higher["no_longer_answered"]["conversations"]] == [barely.id]
    assert higher["tried"] == {"threshold": 0.6, "answered": pytest.approx(2 / 6), "right": pytest.approx(0.85)}
    assert [point["threshold"] for point in higher["curve"]][::10] == [0.0, 0.5, 1.0]


def test_older_decisions_do_not_count(admin: Client, carol: Customer) -> None:
    asked(carol, "Long ago", 0.7, created_at=timezone.now() - timedelta(days=31))
    found = get(admin, "assistant/threshold")
    assert (found["questions"], found["tried"]["answered"], found["tried"]["right"]) == (0, None, None)


def test_the_page_costs_few_queries(
    admin: Client, carol: Customer, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        asked(carol, "Nearly", 0.4 + number / 100)
    get(admin, "assistant/threshold")
    with django_assert_num_queries(13):  # search path, session, agent, settings, three of the index, six of decisions
        get(admin, "assistant/threshold?at=0.3")
