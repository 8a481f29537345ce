"""The views of the list, filters that narrow them, and filters kept under a name."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role, Team
from conversations import mentions, tagging
from conversations.inbox import writes
from conversations.inbox.listing import counts, filters
from conversations.models import Conversation, DeskTask, Note, SavedFilter, Teamwork
from tenants.errors import ParameterError
from tests import cast
from tests.lists.conftest import Get

FILTERS = "/api/v1/filters"


@pytest.fixture
def others() -> list[Conversation]:
    """Two more conversations, with the assistant."""
    return [cast.says(cast.customer(name), "Good morning") for name in ("dora", "emil")]


def ids(page: Any) -> list[str]:
    return [row["id"] for row in page["data"]]


def post(client: Client, path: str, **body: Any) -> Any:
    return client.post(path, body, content_type="application/json")


def test_unassigned_is_what_waits_and_is_offered_to_nobody(listed: Get, waiting: Conversation) -> None:
    Conversation.objects.update(offered_to=None, offered_until=None)
    assert ids(listed(view="unassigned")) == ids(listed(view="waiting")) == [waiting.id]
    Conversation.objects.update(offered_to=Agent.objects.first())
    assert ids(listed(view="unassigned")) == []


def test_mentions_are_one_s_own_and_counted_until_seen(listed: Get, desk: Client, asked: Any, bob: Agent) -> None:
    alice = cast.agent("alice", Role.ADMIN)
    for who in (alice, bob):
        note = Note.objects.create(conversation=asked, author=alice, text="Look", client_id=uuid4())
        mentions.write(note, asked, by=alice, to=[who])
    assert ids(listed(view="mentions")) == [asked.id]
    assert desk.get("/api/v1/conversations/counts").json()["mentions"] == 1
    mentions.see(asked, bob)
    assert ids(listed(view="mentions")) == [asked.id]
    assert desk.get("/api/v1/conversations/counts").json()["mentions"] == 0


def test_clocks_come_by_what_is_due_next(listed: Get, asked: Conversation, others: list[Conversation]) -> None:
    now = timezone.now()
    for place, one in enumerate([others[1], asked]):
        Conversation.objects.filter(pk=one.pk).update(sla_due_at=now + timedelta(minutes=2 * place - 1))
    assert ids(listed(view="sla")) == [others[1].id, asked.id]
    first = listed(view="sla", limit=1)
    assert ids(listed(view="sla", limit=1, cursor=first["next_cursor"])) == [asked.id]
    assert ids(listed(view="all", sla="breached")) == [others[1].id]


def test_tasks_are_mine_or_my_teams_while_nobody_owns_them(listed: Get, bobs: Conversation, bob: Agent) -> None:
    work = Teamwork.objects.create(conversation=bobs, begun_by=bob)
    task = DeskTask.objects.create(
        conversation=bobs,
        teamwork=work,
        title="Check",
        team=bob.teams.first(),
        due_at=timezone.now(),
        created_by=bob,
        client_id=uuid4(),
    )
    Conversation.objects.update(tasks_open=1)
    assert ids(listed(view="tasks")) == [bobs.id]
    DeskTask.objects.filter(pk=task.pk).update(owner=cast.agent("zoe"))
    assert ids(listed(view="tasks")) == []


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"tag": ["lost", "late"]}, "asked"),
        ({"priority": "high"}, "asked"),
        ({"holder": "agent"}, "bobs"),
        ({"agent": "me"}, "bobs"),
        ({"agent": "none"}, "rest"),
        ({"team": "mine"}, "team"),
        ({"team": "none"}, "all but team"),
        ({"language": "de"}, "asked"),
        ({"channel": "email"}, "none"),
        ({"status": ["resolved"]}, "none"),
        ({"since": "2999-01-01"}, "none"),
        ({"until": "2999-01-01"}, "all"),
        ({"trigger": "anger"}, "asked"),
    ],
)
def test_a_filter_narrows_the_list(
    listed: Get, others: list[Conversation], bob: Agent, narrowed: dict[str, Any], found: str
) -> None:
    one, mine = others
    rest = cast.says(cast.customer("gus"), "Hello")
    writes.reply(str(mine.id), bob, "Hello", client_id=cast.new_id())
    tagging.set_tags(str(one.id), bob, ["lost"])
    Conversation.objects.filter(pk=one.pk).update(priority="high", language="de", trigger="anger")
    Conversation.objects.filter(pk=mine.pk).update(team=bob.teams.first())
    every = {one.id, mine.id, rest.id}
    wanted = {
        "asked": {one.id},
        "bobs": {mine.id},
        "rest": {one.id, rest.id},
        "team": {mine.id},
        "all but team": {one.id, rest.id},
        "none": set(),
        "all": every,
    }
    assert set(ids(listed(**narrowed))) == wanted[found]


@pytest.mark.parametrize(
    ("given", "param"),
    [
        ({"colour": ["red"]}, "filter.colour"),
        ({"status": ["closed"]}, "filter.status"),
        ({"status": {"a": 1}}, "filter.status"),
        ({"agent": ["bob"]}, "filter.agent"),
        ({"tag": ["x" * 41]}, "filter.tag"),
        ({"tag": ["x"] * 21}, "filter.tag"),
        ({"since": "yesterday"}, "filter.since"),
        ({"q": 7}, "filter.q"),
        ([], "filter"),
    ],
)
def test_a_filter_is_read_strictly(given: Any, param: str) -> None:
    with pytest.raises(ParameterError) as refused:
        filters.read(given, place="filter")
    assert refused.value.param == param


def test_a_filter_is_written_as_it_is_read() -> None:
    given = {"status": ["open"], "agent": ["me"], "tag": ["late"], "since": "2026-01-01", "q": "parcel"}
    assert filters.read(given).json() == given


def test_a_foreign_cursor_is_refused(desk: Client, asked: Conversation) -> None:
    for view in ("all", "waiting", "sla"):
        reply = desk.get("/api/v1/conversations", {"view": view, "cursor": "bm90aGluZw=="})
        assert (reply.status_code, reply.json()["error"]["param"]) == (422, "cursor")


def test_the_list_and_its_counts_ask_a_fixed_number_of_questions(
    listed: Get, desk: Client, others: list[Conversation], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(4):
        assert len(listed(view="all")["data"]) == 2
    for number in range(4):
        cast.says(cast.customer(f"i{number}"), "Hello")
    with django_assert_num_queries(4):
        assert len(listed(view="all")["data"]) == 6
    with django_assert_num_queries(4):
        assert desk.get("/api/v1/conversations/counts").json()["all"] == 6


def test_nothing_is_counted_further_than_it_is_read(bob: Agent, others: list[Conversation]) -> None:
    assert counts.counts(bob)["all"] == 2
    assert counts.MOST == 1000


def test_a_kept_filter_is_one_s_own_until_it_is_shared(desk: Client, bob: Agent) -> None:
    made = post(desk, FILTERS, name="Late", filter={"tag": ["late"]}, view="all").json()
    assert (made["mine"], made["shared"], made["filter"]) == (True, False, {"tag": ["late"]})
    zoe = cast.agent("zoe")
    hers = SavedFilter.objects.create(owner=zoe, name="Hers", filter={"tag": ["x"]})
    shared = SavedFilter.objects.create(owner=zoe, name="Ours", filter={"tag": ["y"]}, shared=True)
    assert [one["name"] for one in desk.get(FILTERS).json()["data"]] == ["Late", "Ours"]
    for one, status in ((hers, 404), (shared, 404)):
        assert desk.delete(f"{FILTERS}/{one.id}").status_code == status
    assert SavedFilter.objects.count() == 3
    changed = desk.patch(f"{FILTERS}/{made['id']}", {"shared": True}, content_type="application/json").json()
    assert (changed["shared"], changed["name"]) == (True, "Late")
    assert desk.delete(f"{FILTERS}/{made['id']}").status_code == 204


def test_a_name_is_taken_once_and_what_cannot_be_read_is_not_kept(desk: Client) -> None:
    assert post(desk, FILTERS, name="Late", filter={"tag": ["late"]}).status_code == 201
    again = post(desk, FILTERS, name="Late", filter={"tag": ["x"]})
    assert (again.status_code, again.json()["error"]["code"]) == (409, "name_taken")
    wrong = post(desk, FILTERS, name="Wrong", filter={"holder": ["nobody"]})
    assert (wrong.status_code, wrong.json()["error"]["param"]) == (422, "filter.holder")
    assert SavedFilter.objects.count() == 1


def test_an_admin_minds_shared_filters_of_others(acme_client: Client, bob: Agent, alice: Agent) -> None:
    shared = SavedFilter.objects.create(owner=bob, name="Ours", filter={"tag": ["y"]}, shared=True)
    browser = cast.signed_in(acme_client, "alice@example.com")
    assert browser.delete(f"{FILTERS}/{shared.id}").status_code == 204
    assert Team.objects.exists()
