"""The same acts on many conversations: what can be done is done, the rest says why, and all of it is taken back."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from agents.models import Agent
from conversations import tasks
from conversations.bulk import beginning
from conversations.inbox import writes
from conversations.models import BulkItem, BulkRun, Conversation, Status
from tenants import jobs
from tenants.models import Job
from tests import cast

BULK = "/api/v1/conversations/bulk"
TAG = [{"do": "tag", "add": ["spring"]}]


@pytest.fixture
def talks() -> list[Conversation]:
    """Three conversations with the assistant."""
    return [cast.says(cast.customer(name), "Good morning") for name in ("dora", "emil", "fay")]


def post(client: Client, path: str, **body: Any) -> Any:
    return client.post(path, body, content_type="application/json")


def tagged() -> int:
    return Conversation.objects.filter(tags__contains=["spring"]).count()


def test_some_are_done_at_once_and_taken_back(desk: Client, talks: list[Conversation]) -> None:
    keys = [one.id for one in talks[:2]]
    run = post(desk, BULK, ids=keys, acts=[*TAG, {"do": "resolve"}]).json()
    assert (run["state"], run["done"], run["failed"]) == ("done", 2, [])
    assert Conversation.objects.filter(status=Status.RESOLVED, pk__in=keys).count() == tagged() == 2
    back = post(desk, f"/api/v1/bulk/{run['id']}/undo").json()
    assert (back["state"], back["undone"], back["failed"]) == ("undone", 2, [])
    assert (tagged(), Conversation.objects.filter(status=Status.OPEN).count()) == (0, 3)
    assert post(desk, f"/api/v1/bulk/{run['id']}/undo").status_code == 409


def test_what_cannot_be_done_says_why_and_the_rest_is_done(desk: Client, talks: list[Conversation]) -> None:
    writes.resolve(str(talks[0].id), epoch=1)
    run = post(desk, BULK, ids=[one.id for one in talks], acts=[{"do": "resolve"}]).json()
    assert (run["done"], run["failed_count"]) == (2, 1)
    assert run["failed"] == [{"id": talks[0].id, "why": "This conversation is resolved already."}]


def test_a_filter_chooses_all_that_the_list_shows(desk: Client, talks: list[Conversation], bob: Agent) -> None:
    writes.reply(str(talks[0].id), bob, "Hello", client_id=uuid4())
    assert post(desk, BULK, filter={"holder": ["assistant"]}, acts=TAG).json()["done"] == 2
    assert post(desk, BULK, filter={}, view="mine", acts=TAG).json()["done"] == 1
    assert post(desk, BULK, filter={"q": "morning"}, acts=TAG).json()["done"] == 3


def test_many_are_a_job_with_progress(desk: Client, bob: Agent) -> None:
    carol = cast.customer()
    talks = [Conversation(customer=carol, due_at=carol.created_at) for _ in range(beginning.AT_ONCE + 1)]
    Conversation.objects.bulk_create(talks)
    run = post(desk, BULK, filter={}, acts=TAG).json()
    assert (run["state"], run["done"], run["waiting"]) == ("waiting", 0, len(talks))
    jobs.run(Job.objects.get(kind="bulk").id, tasks.work)
    told = desk.get(f"/api/v1/bulk/{run['id']}").json()
    assert (told["state"], told["done"], tagged()) == ("done", len(talks), len(talks))
    post(desk, f"/api/v1/bulk/{run['id']}/undo")
    jobs.run(Job.objects.get(kind="bulk", state="ready").id, tasks.work)
    assert (BulkRun.objects.get().state, tagged()) == ("undone", 0)


def test_taking_back_what_is_under_way_stops_it(desk: Client, bob: Agent) -> None:
    carol = cast.customer()
    Conversation.objects.bulk_create(
        Conversation(customer=carol, due_at=carol.created_at) for _ in range(beginning.AT_ONCE + 1)
    )
    run = post(desk, BULK, filter={}, acts=TAG).json()
    back = post(desk, f"/api/v1/bulk/{run['id']}/undo").json()
    jobs.run(Job.objects.get(kind="bulk").id, tasks.work)
    assert (back["state"], back["failed_count"], tagged()) == ("undone", beginning.AT_ONCE + 1, 0)


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({"acts": TAG}, "ids"),
        ({"acts": TAG, "ids": []}, "ids"),
        ({"acts": TAG, "ids": ["conv_x"]}, "ids"),
        ({"acts": TAG, "ids": [], "filter": {}}, "ids"),
        ({"acts": TAG, "filter": {"x": 1}}, "filter.x"),
        ({"acts": [], "filter": {}}, "acts"),
        ({"acts": [{"do": "sing"}], "filter": {}}, "acts[0].do"),
    ],
)
def test_what_cannot_be_read_changes_nothing(
    desk: Client, talks: list[Conversation], body: dict[str, Any], param: str
) -> None:
    reply = post(desk, BULK, **body)
    assert (reply.status_code, reply.json()["error"]["param"]) == (422, param)
    assert (BulkRun.objects.count(), BulkItem.objects.count(), tagged()) == (0, 0, 0)


def test_a_run_is_its_agent_s_own(desk: Client, talks: list[Conversation]) -> None:
    run = BulkRun.objects.create(agent=cast.agent("zoe"), acts=TAG)
    assert desk.get(f"/api/v1/bulk/{run.id}").status_code == 404
    assert post(desk, f"/api/v1/bulk/{run.id}/undo").status_code == 404
    assert BulkRun.objects.get().state == "waiting"


def test_priority_is_set_at_the_state_that_one_saw(desk: Client, waiting: Conversation) -> None:
    at = f"/api/v1/conversations/{waiting.id}/priority"
    stale = desk.put(at, {"priority": "urgent", "epoch": 999}, content_type="application/json")
    assert (stale.status_code, Conversation.objects.get().priority) == (409, waiting.priority)
    reply = desk.put(at, {"priority": "urgent"}, content_type="application/json").json()
    assert (reply["priority"], Conversation.objects.get().priority) == ("urgent", "urgent")
    wrong = desk.put(at, {"priority": "soon"}, content_type="application/json")
    assert (wrong.status_code, wrong.json()["error"]["param"]) == (422, "priority")
