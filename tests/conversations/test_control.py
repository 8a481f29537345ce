"""The doors of control over REST: each has one winner, whom the loser is told; who may; what bad input gets."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agents.models import Agent, Role, Team
from conversations.commitments.handing_back import Brief
from conversations.inbox import writes
from conversations.models import Conversation
from tenants import current
from tenants.models import Tenant
from tests import cast, stored
from tests.conversations.doors import ACTIONS, act, error

each_action = pytest.mark.parametrize("action", ACTIONS)


@each_action
def test_who_was_slower_is_told_who_won_and_changes_nothing(
    desk: Client, bobs: Conversation, alice: Agent, action: str
) -> None:
    writes.take_over(str(bobs.id), alice, epoch=bobs.epoch)
    before = stored.everything()
    reply = act(desk, bobs, action)
    assert error(reply) == (409, "stale_epoch", "epoch")
    assert reply.json()["error"]["message"] == "Alice Example holds this conversation now."
    assert stored.everything() == before


def test_who_was_slower_than_a_hand_back_or_a_transfer_is_told_so(desk: Client, bobs: Conversation, bob: Agent) -> None:
    back = writes.hand_back(str(bobs.id), bob, epoch=bobs.epoch, brief=Brief())
    assert act(desk, bobs, "resolve").json()["error"]["message"] == "The assistant holds this conversation now."
    writes.transfer(str(bobs.id), bob, epoch=back.epoch, to=None, team=None, note="")
    assert act(desk, bobs, "resolve").json()["error"]["message"] == "The queue holds this conversation now."


def test_an_epoch_that_never_was_is_refused_like_one_that_is_over(desk: Client, bobs: Conversation) -> None:
    before = stored.everything()
    for epoch in (bobs.epoch + 1, 10**30):
        assert error(act(desk, bobs, "resolve", epoch=epoch)) == (409, "stale_epoch", "epoch")
    assert stored.everything() == before


def test_taking_over_what_one_holds_changes_nothing_whatever_the_epoch(desk: Client, bobs: Conversation) -> None:
    before = stored.everything()
    reply = act(desk, bobs, "takeover", epoch=1)
    assert (reply.status_code, reply.json()["control"]["epoch"]) == (200, bobs.epoch)
    assert stored.everything() == before


# Who may


@each_action
def test_a_viewer_may_change_nothing(acme_client: Client, bobs: Conversation, action: str) -> None:
    cast.agent("victor", Role.VIEWER)
    viewer = cast.signed_in(acme_client, "victor@example.com")
    before = stored.everything()
    assert error(act(viewer, bobs, action)) == (403, "forbidden", None)
    assert stored.everything() == before


@each_action
def test_who_is_not_signed_in_may_change_nothing(acme_client: Client, bobs: Conversation, action: str) -> None:
    before = stored.everything()
    assert error(act(acme_client, bobs, action)) == (401, "unauthenticated", None)
    assert stored.everything() == before


@each_action
def test_another_companys_agent_finds_nothing_to_change(
    globex: Tenant, globex_client: Client, bobs: Conversation, action: str
) -> None:
    with current.entered(globex):
        cast.agent("dave")
    dave = cast.signed_in(globex_client, "dave@example.com")
    before = stored.everything()
    assert error(act(dave, bobs, action)) == (404, "not_found", "conversation_id")
    assert stored.everything() == before


# Bad input


@each_action
def test_an_epoch_that_is_none_is_named(desk: Client, bobs: Conversation, action: str) -> None:
    before = stored.everything()
    none: list[object] = [None, 0, -1, 1.5, "two", [], ""]
    for wrong in none:
        assert error(act(desk, bobs, action, epoch=wrong)) == (422, "parameter_invalid", "epoch")
    assert stored.everything() == before


def test_a_time_to_wake_at_that_makes_no_sense_is_named(desk: Client, bobs: Conversation) -> None:
    before, now = stored.everything(), timezone.now()
    ahead_of_a_year, past = (now + timedelta(days=367)).isoformat(), (now - timedelta(seconds=1)).isoformat()
    of_no_calendar: list[object] = ["tomorrow", "2026-13-01T00:00:00Z", "2026-11-22", "", None, 12, [], {"at": "noon"}]
    of_the_edges = ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"]
    for wrong in [past, ahead_of_a_year, *of_no_calendar, *of_the_edges]:
        assert error(act(desk, bobs, "snooze", until=wrong)) == (422, "parameter_invalid", "until")
    assert stored.everything() == before


def test_nobody_but_a_colleague_who_takes_conversations_can_be_the_receiver(
    desk: Client, bobs: Conversation, globex: Tenant
) -> None:
    viewer, gone = cast.agent("victor", Role.VIEWER), cast.agent("gone")
    Agent.objects.filter(pk=gone.pk).update(is_active=False)
    with current.entered(globex):
        stranger = cast.agent("dave")
    before = stored.everything()
    unknown = "agt_00000000000000000000000000"
    no_ids: list[object] = [unknown, bobs.id, "dave", "agt_\x00", "x" * 41, "", 7, {}]
    for wrong in [viewer.id, gone.id, stranger.id, *no_ids]:
        assert error(act(desk, bobs, "assignments", agent_id=wrong)) == (422, "parameter_invalid", "agent_id")
    assert stored.everything() == before


def test_no_team_but_one_of_the_company_can_receive(desk: Client, bobs: Conversation, globex: Tenant) -> None:
    with current.entered(globex):
        elsewhere = Team.objects.create(name="Roasting")
    before = stored.everything()
    no_ids: list[object] = ["team_00000000000000000000000000", bobs.agent_id, "care", "", []]
    for wrong in [elsewhere.id, *no_ids]:
        assert error(act(desk, bobs, "assignments", team_id=wrong)) == (422, "parameter_invalid", "team_id")
    assert stored.everything() == before


def test_a_note_or_brief_that_is_too_long_is_named(desk: Client, bobs: Conversation) -> None:
    before = stored.everything()
    assert error(act(desk, bobs, "assignments", note="x" * 2001)) == (422, "parameter_invalid", "note")
    assert error(act(desk, bobs, "handback", brief="x" * 2001)) == (422, "parameter_invalid", "brief")
    assert stored.everything() == before


@each_action
def test_a_conversation_that_is_none_is_a_404(desk: Client, action: str) -> None:
    for wrong in ("conv_00000000000000000000000000", "agt_1", "1"):
        assert error(act(desk, Conversation(id=wrong), action)) == (404, "not_found", "conversation_id")
