"""What each change of control leaves: in the log, on the row, in timers, offers and notes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from agents.models import Agent
from conversations import deadlines, queries
from conversations.errors import ClientIdReusedError
from conversations.inbox import writes
from conversations.models import Conversation, Customer, Holder, Note
from tests import cast, stored
from tests.conversations.doors import API, act, entries, error, say, team_of, timer


def test_accepting_from_the_queue_says_so_and_takes_the_offer_away(
    desk: Client, waiting: Conversation, bob: Agent
) -> None:
    row = act(desk, waiting, "takeover").json()
    assert entries(waiting, waiting.seq) == [("control", "accepted")]
    assert (row["control"]["holder"], row["control"]["epoch"]) == ("agent", waiting.epoch + 1)
    assert (row["offered_to"], row["waiting_since"]) == (None, None)
    waiting.refresh_from_db()
    assert waiting.unanswered_since is not None
    assert waiting.due_at == waiting.held_since + deadlines.REPLY
    assert timer(waiting).run_at <= waiting.due_at
    said = waiting.messages.get(seq=waiting.seq)
    assert said.text == "Bob from Customer care has read everything above."


def test_taking_over_from_a_colleague_or_the_assistant_is_no_acceptance(
    desk: Client, asked: Conversation, alice: Agent
) -> None:
    held = writes.take_over(str(asked.id), alice, epoch=asked.epoch)
    row = act(desk, held, "takeover").json()
    assert row["control"]["agent"]["name"] == "Bob Example"
    assert entries(asked, asked.seq) == [("control", "taken_over"), ("control", "taken_over")]


def test_handing_back_keeps_the_brief_for_the_desk_alone(desk: Client, bobs: Conversation, bob: Agent) -> None:
    row = act(desk, bobs, "handback", brief="Refund is on its way.").json()
    assert (row["control"]["holder"], row["control"]["reason"], row["trigger"]) == ("assistant", "handed_back", None)
    assert entries(bobs, bobs.seq) == [("control", "handed_back")]
    note = Note.objects.get()
    assert (note.text, note.author) == ("Refund is on its way.", bob)
    act(desk, bobs, "takeover", epoch=row["control"]["epoch"])
    act(desk, bobs, "handback", epoch=row["control"]["epoch"] + 1, brief="  ")
    assert Note.objects.count() == 1


def test_only_who_holds_it_can_hand_it_back_or_snooze_it(desk: Client, waiting: Conversation) -> None:
    before = stored.everything()
    for action in ("handback", "snooze"):
        assert error(act(desk, waiting, action)) == (409, "not_possible_now", None)
    assert stored.everything() == before


def test_resolving_frees_it_and_ends_its_deadline(desk: Client, bobs: Conversation) -> None:
    row = act(desk, bobs, "resolve").json()
    assert (row["status"], row["control"]["holder"], row["due_at"]) == ("resolved", "assistant", None)
    assert (row["unanswered_since"], row["needs_reply"]) == (None, False)
    assert entries(bobs, bobs.seq) == [("status", "resolved"), ("control", "resolved")]


def test_resolving_what_the_assistant_holds_moves_no_baton(desk: Client, asked: Conversation) -> None:
    row = act(desk, asked, "resolve").json()
    assert row["control"]["epoch"] == asked.epoch
    assert entries(asked, asked.seq) == [("status", "resolved")]


def test_what_makes_no_sense_for_a_resolved_conversation_is_refused(desk: Client, bobs: Conversation) -> None:
    done = writes.resolve(str(bobs.id), epoch=bobs.epoch)
    before = stored.everything()
    for action in ("takeover", "handback", "resolve", "snooze", "assignments"):
        assert error(act(desk, done, action)) == (409, "not_possible_now", None)
    assert error(say(desk, done)) == (409, "not_possible_now", None)
    assert stored.everything() == before


def test_a_reply_repeated_after_the_end_gives_the_stored_one(desk: Client, bobs: Conversation) -> None:
    sent = {"client_id": str(uuid4()), "text": "One more thing."}
    first = say(desk, bobs, **sent).json()
    writes.resolve(str(bobs.id), epoch=bobs.epoch)
    again = say(desk, bobs, **sent)
    assert (again.status_code, again.json()["seq"]) == (201, first["seq"])


def test_reopening_puts_it_into_the_hand_of_who_did(desk: Client, bobs: Conversation, bob: Agent) -> None:
    done = writes.resolve(str(bobs.id), epoch=bobs.epoch)
    row = act(desk, done, "reopen").json()
    assert (row["status"], row["control"]["agent"]["id"]) == ("open", bob.id)
    assert entries(done, done.seq) == [("status", "open"), ("control", "taken_over")]
    done.refresh_from_db()
    assert done.due_at is not None
    assert timer(done).run_at <= done.due_at


def test_what_is_open_cannot_be_reopened(desk: Client, bobs: Conversation) -> None:
    before = stored.everything()
    assert error(act(desk, bobs, "reopen")) == (409, "not_possible_now", None)
    assert stored.everything() == before


# Snooze


def test_snoozing_shows_the_desk_a_time_and_the_customer_no_words(desk: Client, bobs: Conversation) -> None:
    row = act(desk, bobs, "snooze").json()
    assert (row["status"], row["control"]["epoch"]) == ("snoozed", bobs.epoch)
    assert row["due_at"] == row["snoozed_until"]
    bobs.refresh_from_db()
    assert bobs.snoozed_until is not None
    assert timer(bobs).run_at <= bobs.snoozed_until
    (event,), _ = queries.events_after(bobs, bobs.seq - 1)
    assert event["type"] == "status.changed"
    assert (event["data"]["status"], event["data"]["text"]) == ("snoozed", "")
    assert row["snoozed_until"] not in str(event)
    assert [one["id"] for one in desk.get(f"{API}?view=snoozed").json()["data"]] == [bobs.id]


def test_a_snooze_may_be_moved(desk: Client, bobs: Conversation) -> None:
    act(desk, bobs, "snooze")
    sooner = (timezone.now() + timedelta(hours=1)).isoformat().replace("+00:00", "Z")
    row = act(desk, bobs, "snooze", until=sooner).json()
    assert row["snoozed_until"] == row["due_at"] == sooner
    bobs.refresh_from_db()
    assert bobs.due_at is not None
    assert timer(bobs).run_at <= bobs.due_at


def test_the_agents_reply_wakes_a_snoozed_one(desk: Client, bobs: Conversation) -> None:
    act(desk, bobs, "snooze")
    say(desk, bobs, "I found it.")
    assert entries(bobs, bobs.seq + 1) == [("status", "open"), ("text", "I found it.")]


def test_a_colleagues_reply_wakes_and_takes_over_in_one_step_or_not_at_all(
    acme_client: Client, bobs: Conversation, bob: Agent, alice: Agent
) -> None:
    writes.snooze(str(bobs.id), bob, epoch=bobs.epoch, until=timezone.now() + timedelta(hours=1))
    alices = cast.signed_in(acme_client, "alice@example.com")
    before = stored.everything()
    refused = say(alices, bobs, "I'll do it.", attachments=["att_00000000000000000000000000"])
    assert error(refused) == (422, "parameter_invalid", "attachments")
    assert stored.everything() == before
    say(alices, bobs, "I'll do it.")
    wanted = [("status", "open"), ("control", "taken_over"), ("text", "I'll do it.")]
    assert entries(bobs, bobs.seq + 1) == wanted


def test_reopening_wakes_a_snoozed_one(desk: Client, bobs: Conversation, bob: Agent) -> None:
    act(desk, bobs, "snooze")
    row = act(desk, bobs, "reopen").json()
    assert (row["status"], row["snoozed_until"], row["control"]["agent"]["id"]) == ("open", None, bob.id)
    assert row["control"]["epoch"] == bobs.epoch


# Transfers


def test_a_transfer_to_a_team_is_offered_to_the_best_person_there_and_not_to_the_giver(
    desk: Client, bobs: Conversation, bob: Agent
) -> None:
    busy, free = cast.agent("busy"), cast.agent("free")
    away = cast.agent("away", online=False)
    workshop = team_of("Workshop", bob, busy, free, away)
    other = cast.says(cast.customer("erin"), "Hello")
    writes.take_over(str(other.id), busy, epoch=other.epoch)
    row = act(desk, bobs, "assignments", team_id=workshop.id, note="Brakes.").json()
    assert row["offered_to"]["id"] == free.id
    assert (row["control"]["holder"], row["control"]["team"]["name"]) == ("queue", "Workshop")
    assert (row["control"]["reason"], row["control"]["epoch"]) == ("transferred", bobs.epoch + 1)
    assert entries(bobs, bobs.seq) == [("control", "transferred")]
    assert Note.objects.get().text == "Brakes."
    bobs.refresh_from_db()
    assert bobs.waiting_since is not None
    assert bobs.due_at == bobs.waiting_since + deadlines.FIRST_STEPS[0]
    assert timer(bobs).run_at <= bobs.due_at
    said = bobs.messages.get(seq=bobs.seq).text
    assert said == "You are being passed to Workshop, who can read everything above. Your place is kept."


def test_a_transfer_to_a_team_whose_only_person_is_the_giver_is_offered_to_nobody(
    desk: Client, bobs: Conversation, bob: Agent
) -> None:
    row = act(desk, bobs, "assignments", team_id=team_of("Workshop", bob).id).json()
    assert (row["offered_to"], row["control"]["holder"]) == (None, "queue")
    bobs.refresh_from_db()
    assert bobs.holder == Holder.QUEUE


def test_a_transfer_to_a_person_waits_in_that_persons_team(desk: Client, bobs: Conversation, alice: Agent) -> None:
    row = act(desk, bobs, "assignments", agent_id=alice.id, note="").json()
    assert (row["offered_to"]["id"], row["control"]["team"]["name"]) == (alice.id, "Customer care")
    assert (row["control"]["holder"], row["control"]["agent"]) == ("queue", None)
    assert not Note.objects.exists()


def test_a_transfer_wakes_a_snoozed_one(desk: Client, bobs: Conversation) -> None:
    act(desk, bobs, "snooze")
    row = act(desk, bobs, "assignments", note="").json()
    assert (row["status"], row["snoozed_until"]) == ("open", None)
    assert entries(bobs, bobs.seq + 1) == [("status", "open"), ("control", "transferred")]


def test_a_refused_transfer_keeps_no_note(desk: Client, bobs: Conversation) -> None:
    done = writes.resolve(str(bobs.id), epoch=bobs.epoch)
    assert act(desk, done, "assignments", note="Secret").status_code == 409
    assert not Note.objects.exists()


def test_a_handover_that_was_resolved_unaccepted_is_not_accepted_by_a_later_takeover(
    desk: Client, carol: Customer, bob: Agent
) -> None:
    cast.rules()
    cast.knowledge()
    asked = cast.answered(carol, "I want to talk to a person")
    act(desk, asked, "resolve")
    cast.says(carol, "One more thing")
    asked.refresh_from_db()
    writes.take_over(str(asked.id), bob, epoch=asked.epoch)
    assert asked.handovers.get().accepted_by is None


def test_a_colleague_who_repeats_anothers_client_id_is_refused(bobs: Conversation, bob: Agent, alice: Agent) -> None:
    client_id = uuid4()
    writes.reply(str(bobs.id), bob, "Here you are.", client_id=client_id)
    with pytest.raises(ClientIdReusedError):
        writes.reply(str(bobs.id), alice, "Here you are.", client_id=client_id)
