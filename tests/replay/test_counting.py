"""`POST /rules/count`: what rules would change, from stored facts, with both sides replayed."""

from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conversations.models import Customer
from conversations.rules_replay import shelf
from escalation.defaults import DEFAULT_RULES
from tenants import current
from tenants.current import connection
from tenants.models import Tenant
from tests import cast
from tests.replay import stored
from tests.replay.conftest import posted

WELCOME = {
    "name": "gold",
    "trigger": "own",
    "label": "A gold customer",
    "when": {"fact": "customer.plan", "operator": "is", "value": "gold"},
    "team": "Customer care",
    "priority": "high",
    "say": {"en": "One moment."},
    "reason": "Gold customers talk to people.",
}


def without(*triggers: str) -> dict[str, Any]:
    document = deepcopy(DEFAULT_RULES)
    document["rules"] = [rule for rule in document["rules"] if rule["trigger"] not in triggers]
    return document


def with_rule(rule: dict[str, Any]) -> dict[str, Any]:
    document = deepcopy(DEFAULT_RULES)
    document["rules"] = [*document["rules"], rule]
    return document


def count(client: Client, document: Any, days: int = 30) -> Any:
    answer = posted(client, "rules/count", {"document": document, "days": days})
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.fixture
def carol(company: Tenant) -> Customer:
    return cast.customer()


def yesterday() -> datetime:
    return timezone.now() - timedelta(days=1)


def test_the_same_rules_change_nothing_whatever_was_done_in_truth(alice: Client, carol: Customer) -> None:
    angry = stored.facts(anger=stored.HIGH)
    stored.conversation(carol, [stored.facts(), angry], at=yesterday())
    stored.conversation(carol, [stored.facts()], at=yesterday())
    told = count(alice, DEFAULT_RULES)
    assert (told["conversations"], told["decisions"], told["unchanged"]) == (2, 3, 2)
    assert told["before"] == told["after"] == {"handed_over": 1, "approvals": 0}
    assert [told[change]["count"] for change in ("newly", "no_longer", "earlier", "later", "target")] == [0] * 5


def test_what_a_new_rule_catches_is_new_with_who_asked_what(alice: Client, carol: Customer) -> None:
    gold = stored.facts(customer={"plan": "Gold"})
    talk = stored.conversation(carol, [stored.facts(), gold], at=yesterday())
    stored.conversation(carol, [stored.facts()], at=yesterday())
    told = count(alice, with_rule(WELCOME))
    assert told["newly"]["count"] == 1
    (row,) = told["newly"]["conversations"]
    assert row["id"] == talk.id
    assert row["customer"] == "Carol"
    assert row["asked"] == {"seq": 3, "text": "Where is my parcel?"}
    assert (row["rule"], row["trigger"]) == ("gold", "own")
    assert (row["before"], row["after"]) == ("Stays with the assistant", "To Customer care, high")
    assert {"rule": "gold", "was": 0, "now": 1} in told["by_rule"]
    assert sum(hour["after"] for hour in told["by_hour"]) == 1
    assert sum(hour["before"] for hour in told["by_hour"]) == 0


def test_a_rule_left_out_lets_go_and_says_where_nobody_can_tell(alice: Client, carol: Customer) -> None:
    at = yesterday()
    stored.conversation(carol, [stored.facts(anger=stored.HIGH)], at=at)
    stored.conversation(carol, [stored.facts(anger=stored.HIGH, confidence=None)], at=at)
    told = count(alice, without("anger"))
    assert told["no_longer"]["count"] == 2
    assert told["cannot_tell"] == 1  # where anger came first, nobody asked how sure the assistant was


def test_a_conversation_may_go_earlier_later_or_elsewhere(alice: Client, carol: Customer) -> None:
    gold = {"plan": "gold"}
    angry = stored.facts(anger=stored.HIGH, customer=gold)
    stored.conversation(carol, [stored.facts(customer=gold), angry], at=yesterday())
    assert count(alice, with_rule(WELCOME))["earlier"]["count"] == 1
    document = deepcopy(DEFAULT_RULES)
    for rule in document["rules"]:
        rule["priority"] = "urgent"
    assert count(alice, document)["target"]["count"] == 1


def test_answers_held_for_a_yes_are_counted_apart(alice: Client, carol: Customer) -> None:
    talk = stored.conversation(carol, [stored.facts(customer={"plan": "gold"})], at=yesterday())
    told = count(alice, with_rule({**WELCOME, "does": "ask_approval"}))
    assert told["after"] == {"handed_over": 0, "approvals": 1}
    assert [row["id"] for row in told["approval_added"]["conversations"]] == [talk.id]


def test_only_the_days_that_are_asked_for_count(alice: Client, carol: Customer) -> None:
    stored.conversation(carol, [stored.facts()], at=timezone.now() - timedelta(days=20))
    stored.conversation(carol, [stored.facts()], at=yesterday())
    assert [count(alice, DEFAULT_RULES, days)["conversations"] for days in (7, 30, 7)] == [1, 2, 1]


def test_what_comes_in_is_counted_at_the_next_look_and_what_was_erased_no_more(alice: Client, carol: Customer) -> None:
    first = stored.conversation(carol, [stored.facts()], at=yesterday())
    assert count(alice, DEFAULT_RULES)["conversations"] == 1
    stored.conversation(carol, [stored.facts()], at=timezone.now() - timedelta(minutes=1))
    assert count(alice, DEFAULT_RULES)["conversations"] == 2
    first.delete()
    assert count(alice, DEFAULT_RULES)["conversations"] == 1


def test_what_a_process_keeps_is_of_one_company_alone(alice: Client, carol: Customer, globex: Tenant) -> None:
    stored.conversation(carol, [stored.facts(customer={"plan": "gold"})], at=yesterday())
    assert count(alice, with_rule(WELCOME))["conversations"] == 1
    with current.entered(globex):
        assert len(shelf.window(30, now=timezone.now()).order.seqs) == 0
    assert count(alice, with_rule(WELCOME))["newly"]["count"] == 1


def test_looking_again_reads_no_facts(company: Tenant, alice: Client, carol: Customer) -> None:
    for _ in range(3):
        stored.conversation(carol, [stored.facts(customer={"plan": "gold"})], at=yesterday())
    count(alice, with_rule(WELCOME))
    with CaptureQueriesContext(connection) as asked:
        count(alice, with_rule(WELCOME))
    read = [query["sql"] for query in asked.captured_queries if "facts::text" in query["sql"]]
    assert len(read) == 1  # for what is newer, and there is nothing
    assert len(asked) <= 12


def test_facts_that_cannot_be_read_are_said_and_change_nothing(alice: Client, carol: Customer) -> None:
    talk = stored.conversation(carol, [stored.facts(), stored.facts()], at=yesterday())
    talk.decisions.filter(asked_seq=1).update(facts={"format": 1})
    told = count(alice, with_rule(WELCOME))
    assert (told["unreadable"], told["unchanged"]) == (1, 1)


def test_a_document_that_is_no_book_names_the_place(alice: Client, company: Tenant) -> None:
    broken = with_rule({**WELCOME, "priority": "soon"})
    answer = posted(alice, "rules/count", {"document": broken})
    assert answer.status_code == 422
    assert answer.json()["error"]["param"] == f"document.rules[{len(DEFAULT_RULES['rules'])}].priority"
    assert posted(alice, "rules/count", {"document": None}).status_code == 422  # there is no draft


def test_with_too_many_the_newest_count_and_it_is_said(company: Tenant, carol: Customer) -> None:
    now = timezone.now()
    for hour in (1, 2, 3):
        stored.conversation(carol, [stored.facts()], at=now - timedelta(hours=hour))
    assert shelf.window(30, now=now).since < now - timedelta(days=29)
    shelf.forget()
    seen = shelf.window(30, now=now, most=2)
    assert len(seen.order.seqs) == 2
    assert seen.since == now - timedelta(hours=2)
