"""Runs of the bench: by hand, by themselves after a change, and with a change that is not published."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assistant.bench import cases, runs, soon
from assistant.knowledge import articles, store
from assistant.models import Article, AssistantSettings, BenchCase, BenchResult, BenchRun, EncodedText, Expected
from conversations.learning.bench import asking, running
from conversations.models import Conversation
from tenants.models import Job, Tenant
from tests.learning.working import article, run_jobs, send

DELIVERY, HOURS, RETURNS = "How long does delivery take?", "What are your opening hours?", "How do I return something?"


def asked(question: str, title: str) -> BenchCase:
    lines = [{"role": "customer", "text": question}]
    return cases.create({"lines": lines, "expected": Expected.ARTICLE, "article": article(title)})


@pytest.fixture
def bench(company: Tenant) -> list[BenchCase]:
    """Three questions that their articles answer, and one that nothing does."""
    made = [
        asked("How many days until delivery?", DELIVERY),
        asked("Are you open on Saturday?", HOURS),
        asked("How do returns work?", RETURNS),
    ]
    unknown = {"lines": [{"role": "customer", "text": "Who won the tour last year?"}], "expected": Expected.UNSURE}
    return [*made, cases.create(unknown)]


def finished(client: Client, **body: Any) -> dict[str, Any]:
    begun = send(client, "post", "bench/runs", 201, **body)
    run_jobs("bench_run")
    return send(client, "get", f"bench/runs/{begun['id']}", 200)


def test_a_run_asks_every_case_and_stores_no_conversation(supervisor: Client, bench: list[BenchCase]) -> None:
    run = finished(supervisor)
    assert (run["state"], run["total"], run["done"], run["passed"]) == ("done", 4, 4, 4)
    assert run["counts"]["new"] == 4
    assert {result["now"]["outcome"] for result in run["results"]} == {"article", "unsure"}
    assert not Conversation.objects.exists()


def test_a_change_that_is_not_published_shows_what_it_would_break(supervisor: Client, bench: list[BenchCase]) -> None:
    returns = str(article(RETURNS).id)
    before = list(Article.objects.values_list("body", "version"))
    run = finished(supervisor, change={"article_id": returns, "removed": True})
    assert (run["cause"], run["passed_before"]) == ("draft", 4)
    assert run["passed"] == 4 - run["counts"]["worse"]
    broken = {one["case"]["question"]: one for one in run["results"] if one["verdict"] == "worse"}
    assert broken["How do returns work?"]["before"]["article"]["title"] == RETURNS
    assert run["results"][0]["verdict"] == "worse"
    assert list(Article.objects.values_list("body", "version")) == before


def test_a_change_that_is_not_published_shows_what_it_would_mend(supervisor: Client, company: Tenant) -> None:
    hours = article(HOURS)
    asked("Do you repair punctured tyres?", HOURS)
    body = f"We repair punctured tyres while you wait.\n\n{hours.body}"
    fields = {"body": body, "questions": [*hours.questions, "Do you repair punctured tyres?", "flat tyre repair"]}
    run = finished(supervisor, change={"article_id": str(hours.id), "fields": fields})
    assert (run["counts"]["better"], run["passed"], run["passed_before"]) == (1, 1, 0)
    assert article(HOURS).questions == hours.questions


def test_a_new_article_is_tried_before_it_is_there(supervisor: Client, bench: list[BenchCase]) -> None:
    fields = {"title": "Who won the tour last year?", "body": "We know a lot about bicycles, but not that."}
    run = finished(supervisor, change={"fields": fields})
    assert run["counts"]["worse"] == 1
    assert run["results"][0]["now"]["text"].startswith("We know a lot")
    assert not Article.objects.filter(title=fields["title"]).exists()


def test_a_draft_for_agents_alone_answers_no_customer(supervisor: Client, bench: list[BenchCase]) -> None:
    change = {"article_id": str(article(HOURS).id), "fields": {"audience": "desk"}}
    assert finished(supervisor, change=change)["counts"]["worse"] == 1


def test_another_threshold_is_tried(supervisor: Client, bench: list[BenchCase]) -> None:
    run = finished(supervisor, change={"settings": {"threshold": 1.0}})
    assert run["counts"]["worse"] == 3
    assert not AssistantSettings.objects.exclude(threshold=None).exists()


def test_the_live_run_before_a_draft_is_used_again_while_nothing_changed(
    supervisor: Client, bench: list[BenchCase]
) -> None:
    run_jobs("bench_due", "bench_run")
    change = {"article_id": str(article(RETURNS).id), "removed": True}
    finished(supervisor, change=change)
    finished(supervisor, change=change)
    assert BenchRun.objects.filter(change={}).count() == 1
    articles.change(article(HOURS), {"body": "Open every day."})
    finished(supervisor, change=change)
    assert BenchRun.objects.filter(change={}).count() == 2


@pytest.mark.parametrize(
    ("change", "param"),
    [
        ({}, "change.fields"),
        ({"removed": True}, "change.article_id"),
        ({"fields": {"title": "Without words"}}, "body"),
        ({"settings": {"threshold": 2}}, "change.settings.threshold"),
    ],
)
def test_a_change_that_says_nothing_is_refused(
    supervisor: Client, bench: list[BenchCase], change: dict[str, Any], param: str
) -> None:
    assert send(supervisor, "post", "bench/runs", 422, change=change)["error"]["param"] == param
    assert not BenchRun.objects.exists()


def test_it_runs_by_itself_a_minute_after_the_last_change_of_the_knowledge(bench: list[BenchCase]) -> None:
    run_jobs("bench_due", "bench_run")
    for body in ("Open at night.", "Open at noon."):
        articles.change(article(HOURS), {"body": body})
    waiting = Job.objects.get(kind=soon.KIND)
    assert timedelta(seconds=50) < waiting.run_at - timezone.now() <= soon.QUIET_FOR
    run_jobs("bench_due", "bench_run")
    newest = BenchRun.objects.first()
    assert newest is not None
    assert (newest.cause, newest.state) == ("knowledge", "done")


def test_without_cases_no_change_writes_a_job(company: Tenant) -> None:
    articles.change(article(HOURS), {"body": "Open at noon."})
    assert not Job.objects.filter(kind=soon.KIND).exists()


def test_a_long_run_goes_on_in_another_job(bench: list[BenchCase]) -> None:
    run = running.ask("asked")
    runs.keep(run, bench[0], asking.ask(bench[0], index=_index(), settings=None))
    assert [case.id for case in runs.open_cases(run)] == [case.id for case in bench[1:]]
    assert run_jobs("bench_run") == 1
    run.refresh_from_db()
    assert (run.state, run.done) == ("done", 4)


def test_a_case_asked_twice_counts_once(bench: list[BenchCase]) -> None:
    run = running.ask("asked")
    came = asking.ask(bench[0], index=_index(), settings=None)
    for _ in range(2):
        runs.keep(run, bench[0], came)
    run.refresh_from_db()
    assert (run.done, BenchResult.objects.count()) == (1, 1)


def test_a_run_that_fails_again_and_again_says_so(supervisor: Client, bench: list[BenchCase]) -> None:
    begun = send(supervisor, "post", "bench/runs", 201)
    Job.objects.filter(kind="bench_run").update(attempts=running.TRIES)
    run_jobs("bench_run")
    run = send(supervisor, "get", f"bench/runs/{begun['id']}", 200)
    assert (run["state"], run["problem"]) == ("failed", running.FAILED)


def test_old_runs_go(bench: list[BenchCase]) -> None:
    for _ in range(runs.KEPT_LIVE + 2):
        runs.end(runs.begin("asked"))
    assert BenchRun.objects.count() == runs.KEPT_LIVE


def test_the_list_of_runs_costs_the_same_however_many(
    supervisor: Client, bench: list[BenchCase], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        finished(supervisor)
    with django_assert_num_queries(5):  # who asks, runs, what waits
        listed = send(supervisor, "get", "bench/runs", 200)
    assert [run["passed"] for run in listed["data"]] == [4, 4, 4]
    with django_assert_num_queries(6):  # who asks, the run, its results, those before
        send(supervisor, "get", f"bench/runs/{listed['data'][0]['id']}", 200)


def test_an_unpublished_text_leaves_no_vectors_behind(supervisor: Client, bench: list[BenchCase]) -> None:
    run_jobs("bench_due", "bench_run")
    before = EncodedText.objects.count()
    finished(supervisor, change={"fields": {"title": "Secret plans", "body": "We shall sell boats."}})
    assert EncodedText.objects.count() == before


def _index() -> Any:
    return store.current_index("acme")
