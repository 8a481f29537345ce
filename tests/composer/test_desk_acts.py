"""Acts of the desk: read strictly, done all or none, and taken back unless somebody else went on."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from agents.models import Agent, Team
from conversations import desk_acts, log
from conversations.desk_acts.acts import ME, AddNote, Assign, Reopen, Reply, Resolve, SetPriority, Snooze, Tag
from conversations.errors import NothingToDoError
from conversations.inbox import writes
from conversations.models import Conversation, Holder, Message, Note, Priority, Status
from tenants.errors import ParameterError
from tests import cast

ALL: list[dict[str, Any]] = [
    {"do": "tag", "add": ["vip"], "remove": ["new"]},
    {"do": "priority", "priority": "high"},
    {"do": "assign", "team_id": None, "agent_id": "me"},
    {"do": "reply", "text": "Done."},
    {"do": "note", "text": "Called them."},
    {"do": "snooze", "minutes": 60},
]


def test_acts_are_read_and_written_alike() -> None:
    acts = desk_acts.parse(ALL)
    assert acts == (
        Tag(("vip",), ("new",)),
        SetPriority("high"),
        Assign(agent_id=ME),
        Reply("Done."),
        AddNote("Called them."),
        Snooze(timedelta(hours=1)),
    )
    assert desk_acts.as_json(acts) == ALL
    assert desk_acts.parse([{"do": "reopen"}, {"do": "resolve"}]) == (Reopen(), Resolve())


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({}, "acts"),
        ([], "acts"),
        (["resolve"], "acts[0]"),
        ([{"do": "resolve"}, {"do": "shout"}], "acts[1].do"),
        ([{"do": ["resolve"]}], "acts[0].do"),
        ([{"do": "resolve", "softly": True}], "acts[0].softly"),
        ([{"do": "tag"}], "acts[0].add"),
        ([{"do": "tag", "add": ["a\nb"]}], "acts[0].add"),
        ([{"do": "tag", "add": ["a"], "remove": ["a"]}], "acts[0].remove"),
        ([{"do": "priority", "priority": "soon"}], "acts[0].priority"),
        ([{"do": "priority", "priority": ["high"]}], "acts[0].priority"),
        ([{"do": "assign"}], "acts[0].team_id"),
        ([{"do": "assign", "agent_id": "bob"}], "acts[0].agent_id"),
        ([{"do": "snooze", "minutes": True}], "acts[0].minutes"),
        ([{"do": "snooze", "minutes": 5, "until": "2026-11-22T09:00:00Z"}], "acts[0].minutes"),
        ([{"do": "snooze", "until": "tomorrow"}], "acts[0].until"),
        ([{"do": "snooze", "until": "2026-13-45T09:00:00Z"}], "acts[0].until"),
        ([{"do": "note", "text": " "}], "acts[0].text"),
        ([{"do": "reply", "text": "x" * 8001}], "acts[0].text"),
        ([{"do": "reply", "text": "a"}, {"do": "reply", "text": "b"}], "acts[0].do"),
        ([{"do": "resolve"}, {"do": "reply", "text": "b"}], "acts[1].do"),
        ([{"do": "note", "text": "a"}] * 11, "acts"),
    ],
)
def test_what_is_wrong_is_named_by_its_place(given: object, place: str) -> None:
    with pytest.raises(ParameterError) as refused:
        desk_acts.parse(given)
    assert refused.value.param == place


def do(conversation: Conversation, agent: Agent, *acts: dict[str, Any]) -> desk_acts.Applied:
    return desk_acts.apply(desk_acts.parse(list(acts)), str(conversation.id), agent, key=cast.new_id())


def state(conversation: Conversation) -> dict[str, Any]:
    names = ("status", "holder", "agent_id", "team_id", "priority", "tags", "snoozed_until", "unanswered_since")
    return {name: getattr(Conversation.objects.get(pk=conversation.id), name) for name in names}


@pytest.mark.parametrize("hand", ["asked", "waiting", "bobs"])
@pytest.mark.parametrize(
    "acts",
    [
        [{"do": "tag", "add": ["vip"]}, {"do": "priority", "priority": "urgent"}],
        [{"do": "resolve"}],
        [{"do": "assign", "agent_id": "me"}],
        [{"do": "assign", "agent_id": "me"}, {"do": "note", "text": "Mine."}, {"do": "snooze", "minutes": 60}],
        [{"do": "tag", "add": ["vip"]}, {"do": "assign", "agent_id": "me"}, {"do": "resolve"}],
    ],
)
def test_what_was_done_can_be_taken_back(
    request: pytest.FixtureRequest, alice: Agent, hand: str, acts: list[dict[str, Any]]
) -> None:
    conversation: Conversation = request.getfixturevalue(hand)
    before = state(conversation)
    done = do(conversation, alice, *acts)
    assert state(conversation) != before
    desk_acts.undo(done.undo, str(conversation.id), alice)
    assert state(conversation) == before
    assert not Note.objects.exists()


def test_all_are_done_in_their_order(bobs: Conversation, bob: Agent) -> None:
    Conversation.objects.filter(pk=bobs.id).update(tags=["new"])
    done = do(bobs, bob, *ALL)
    assert (done.conversation.tags, done.conversation.priority) == (["vip"], Priority.HIGH)
    assert done.conversation.status == Status.SNOOZED
    assert Note.objects.get().text == "Called them."
    assert Message.objects.filter(text="Done.").count() == 1


def test_one_that_cannot_be_done_undoes_the_others(asked: Conversation, bob: Agent) -> None:
    before = state(asked)
    with pytest.raises(NothingToDoError):
        do(asked, bob, {"do": "tag", "add": ["vip"]}, {"do": "note", "text": "Later."}, {"do": "snooze", "minutes": 5})
    assert state(asked) == before
    assert not Note.objects.exists()


def test_the_same_key_says_nothing_twice(asked: Conversation, bob: Agent) -> None:
    acts, key = (
        desk_acts.parse([{"do": "reply", "text": "Hello"}, {"do": "note", "text": "Said hello."}]),
        cast.new_id(),
    )
    for _ in range(2):
        desk_acts.apply(acts, str(asked.id), bob, key=key)
    assert (Message.objects.filter(text="Hello").count(), Note.objects.count()) == (1, 1)


def test_what_somebody_else_did_since_stays(bobs: Conversation, bob: Agent, alice: Agent) -> None:
    done = do(bobs, bob, {"do": "tag", "add": ["vip"]}, {"do": "snooze", "minutes": 60})
    writes.take_over(str(bobs.id), alice, epoch=done.conversation.epoch)
    before = state(bobs)
    with pytest.raises(NothingToDoError):
        desk_acts.undo(done.undo, str(bobs.id), bob)
    assert state(bobs) == before


def test_tags_and_priority_of_others_survive_an_undo(bobs: Conversation, bob: Agent) -> None:
    done = do(bobs, bob, {"do": "tag", "add": ["vip"]}, {"do": "priority", "priority": "high"})
    with log.writing(str(bobs.id)) as held:
        held.tags, held.priority = [*held.tags, "theirs"], Priority.URGENT
    desk_acts.undo(done.undo, str(bobs.id), bob)
    after = state(bobs)
    assert (after["tags"], after["priority"]) == (["theirs"], Priority.URGENT)


def test_who_left_meanwhile_leaves_it_to_the_queue(bobs: Conversation, bob: Agent, alice: Agent) -> None:
    done = do(bobs, alice, {"do": "assign", "agent_id": "me"})
    Agent.objects.filter(pk=bob.pk).update(is_active=False)
    desk_acts.undo(done.undo, str(bobs.id), alice)
    assert state(bobs)["holder"] == Holder.QUEUE


def test_a_team_gets_what_is_assigned_to_it(bobs: Conversation, bob: Agent) -> None:
    done = do(bobs, bob, {"do": "assign", "team_id": str(Team.objects.get().id)})
    assert (done.conversation.holder, done.conversation.team) == (Holder.QUEUE, Team.objects.get())
    desk_acts.undo(done.undo, str(bobs.id), bob)
    assert state(bobs)["agent_id"] == bob.id
    assert timezone.now() > done.conversation.held_since
