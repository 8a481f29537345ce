"""Cases of the bench: written by hand, or made of a conversation by one click."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent
from assistant.models import BenchCase, BenchResult
from conversations.models import Customer
from tenants.models import Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.clients import HostClient
from tests.learning.working import article, run_jobs, send

DELIVERY = "How long does delivery take?"


def test_a_question_with_the_article_that_should_answer(supervisor: Client) -> None:
    expected = article(DELIVERY)
    body = {"question": "When will it arrive?", "expected": "article", "article_id": str(expected.id)}
    made = send(supervisor, "post", "bench/cases", 201, **body, note="Asked every day")
    assert made["lines"] == [{"role": "customer", "text": "When will it arrive?"}]
    assert (made["expected"], made["article"]["title"], made["note"]) == ("article", DELIVERY, "Asked every day")
    changed = send(supervisor, "patch", f"bench/cases/{made['id']}", 200, expected="handover", trigger="anger")
    assert (changed["article"], changed["trigger"]) == (None, "anger")
    send(supervisor, "delete", f"bench/cases/{made['id']}", 204)
    assert not BenchCase.objects.exists()
    actions = AuditEntry.objects.filter(object_kind="bench_case").values_list("action", flat=True)
    assert list(actions) == ["bench.case_removed", "bench.case_changed", "bench.case_added"]


def test_a_case_of_a_conversation_expects_what_came_of_it(supervisor: Client, carol: Customer) -> None:
    answered = cast.answered(carol, "How many days until delivery?")
    made = send(supervisor, "post", "bench/cases", 201, conversation_id=str(answered.id), asked_seq=1)
    assert (made["expected"], made["article"]["title"]) == ("article", DELIVERY)
    assert made["from_conversation"] == str(answered.id)
    assert made["question"] == "How many days until delivery?"


def test_a_case_of_a_handover_expects_its_trigger(supervisor: Client, carol: Customer, bob: Agent) -> None:
    handed = cast.answered(carol, "I want to talk to a real person please")
    made = send(supervisor, "post", "bench/cases", 201, conversation_id=str(handed.id), asked_seq=1)
    assert (made["expected"], made["trigger"]) == ("handover", "asks_human")


def test_the_expectation_can_be_another_than_what_came_of_it(supervisor: Client, carol: Customer) -> None:
    answered = cast.answered(carol, "How many days until delivery?")
    other = str(article("How do I return something?").id)
    body = {"conversation_id": str(answered.id), "asked_seq": 1, "expected": "article", "article_id": other}
    assert send(supervisor, "post", "bench/cases", 201, **body)["article"]["id"] == other


@pytest.mark.parametrize(
    ("body", "status", "param"),
    [
        ({}, 422, "question"),
        ({"question": "Hello?"}, 422, "expected"),
        ({"question": "Hello?", "expected": "article"}, 422, "article_id"),
        ({"question": "Hello?", "expected": "article", "article_id": "art_nothing"}, 404, "article_id"),
        ({"question": "Hello?", "expected": "wonders"}, 422, "expected"),
        ({"lines": [{"role": "assistant", "text": "Hi"}], "expected": "unsure"}, 422, "lines"),
        ({"lines": [], "expected": "unsure"}, 422, "lines"),
        ({"conversation_id": "conv_nothing", "asked_seq": 1}, 404, "conversation_id"),
        ({"conversation_id": "conv_nothing"}, 422, "asked_seq"),
    ],
)
def test_what_does_not_say_enough_is_refused_by_its_field(
    supervisor: Client, body: dict[str, object], status: int, param: str
) -> None:
    error = send(supervisor, "post", "bench/cases", status, **body)["error"]
    assert error["param"].split(".")[0] == param
    assert not BenchCase.objects.exists()


def test_a_message_of_the_assistant_is_no_question(supervisor: Client, carol: Customer) -> None:
    answered = cast.answered(carol, "How many days until delivery?")
    body = {"conversation_id": str(answered.id), "asked_seq": 2}
    assert send(supervisor, "post", "bench/cases", 404, **body)["error"]["param"] == "asked_seq"
    assert not BenchCase.objects.exists()


def test_an_agent_reads_the_bench_and_does_not_write_it(company: Tenant, bob: Agent) -> None:
    browser = cast.signed_in(HostClient("acme.localhost"), "bob@example.com")
    assert send(browser, "get", "bench/cases", 200)["data"] == []
    send(browser, "post", "bench/cases", 403, question="Hello?", expected="unsure")
    assert not BenchCase.objects.exists()


def test_the_list_shows_what_came_of_each_case_last(
    supervisor: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for title, question in ((DELIVERY, "delivery time"), ("What are your opening hours?", "Are you open on Sunday?")):
        body = {"question": question, "expected": "article", "article_id": str(article(title).id)}
        send(supervisor, "post", "bench/cases", 201, **body)
    assert {row["last"] for row in send(supervisor, "get", "bench/cases", 200)["data"]} == {None}
    run_jobs("bench_due", "bench_run")
    with django_assert_num_queries(6):  # two for the session and the agent, tenant, cases, the newest run, results
        rows = send(supervisor, "get", "bench/cases", 200)["data"]
    assert [row["last"]["passed"] for row in rows] == [True, True]
    page = send(supervisor, "get", "bench/cases", 200, limit=1)
    rest = send(supervisor, "get", "bench/cases", 200, limit=1, cursor=page["next_cursor"])
    assert [page["data"][0]["question"], rest["data"][0]["question"]] == ["Are you open on Sunday?", "delivery time"]
    assert (page["has_more"], rest["has_more"]) == (True, False)


def test_a_case_with_another_expectation_forgets_what_came_of_it(supervisor: Client) -> None:
    made = send(supervisor, "post", "bench/cases", 201, question="Hello?", expected="unsure")
    run_jobs("bench_due", "bench_run")
    send(supervisor, "patch", f"bench/cases/{made['id']}", 200, note="Just a note")
    assert BenchResult.objects.count() == 1
    send(supervisor, "patch", f"bench/cases/{made['id']}", 200, question="Hi there")
    assert not BenchResult.objects.exists()


def test_a_change_of_the_lines_names_all_of_each(supervisor: Client) -> None:
    made = send(supervisor, "post", "bench/cases", 201, question="Hello?", expected="unsure")
    answer = send(supervisor, "patch", f"bench/cases/{made['id']}", 422, lines=[{"role": "customer"}])
    assert answer["error"]["param"].startswith("lines")
    assert send(supervisor, "get", f"bench/cases/{made['id']}", 200)["question"] == "Hello?"
