"""Labels: one word on a handover, of whom and when; the newest counts, the others stay as its history."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agents.models import Agent, Role
from conversations.models import Handover, HandoverLabel
from tests import cast
from tests.clients import HostClient
from tests.quality import past
from tests.quality.past import ago, send


@pytest.fixture
def handover(bob: Agent) -> Handover:
    """A handover for anger."""
    return past.handed(ago(1))


def path(handover: Handover) -> str:
    return f"conversations/{handover.conversation_id}/handover/label"


def test_an_agent_says_what_the_handover_was(desk: Client, handover: Handover, bob: Agent) -> None:
    said = send(desk, "put", path(handover), 200, verdict="too_late", trigger="distress")
    assert said["handover_id"] == handover.id
    assert said["label"]["verdict"] == "too_late"
    assert said["label"]["trigger"] == {"name": "distress", "label": "Distress"}
    assert said["label"]["by"] == {"id": bob.id, "name": bob.name}
    shown = send(desk, "get", f"conversations/{handover.conversation_id}", 200)["handover"]
    assert shown["label"] == said["label"]


def test_the_trigger_that_it_was_is_no_other_one(desk: Client, handover: Handover) -> None:
    assert send(desk, "put", path(handover), 200, verdict="right", trigger="anger")["label"]["trigger"] is None


def test_the_newest_counts_and_the_others_stay(desk: Client, handover: Handover, alice: Agent) -> None:
    send(desk, "put", path(handover), 200, verdict="right")
    alices = cast.signed_in(HostClient("acme.localhost"), alice.email)
    send(alices, "put", path(handover), 200, verdict="needless")
    told = HandoverLabel.objects.order_by("made_at").values_list("verdict", "made_by__name", "ended_by__name")
    assert list(told) == [("right", "Bob Example", "Alice Example"), ("needless", "Alice Example", None)]


def test_saying_the_same_again_changes_nothing(desk: Client, handover: Handover) -> None:
    first = send(desk, "put", path(handover), 200, verdict="right")
    assert send(desk, "put", path(handover), 200, verdict="right") == first
    assert HandoverLabel.objects.count() == 1


def test_it_is_taken_back_and_stays_as_history(desk: Client, handover: Handover) -> None:
    send(desk, "put", path(handover), 200, verdict="right")
    for _ in range(2):
        assert send(desk, "delete", path(handover), 200)["label"] is None
    assert HandoverLabel.objects.get().ended_by is not None
    assert send(desk, "get", f"conversations/{handover.conversation_id}", 200)["handover"]["label"] is None


def test_an_earlier_handover_has_its_own(desk: Client, handover: Handover) -> None:
    later = past.handed(ago(0))
    Handover.objects.filter(pk=later.pk).update(conversation=handover.conversation_id)
    assert send(desk, "put", path(handover), 200, verdict="right")["handover_id"] == later.id
    of_first = send(desk, "put", path(handover), 200, verdict="needless", handover_id=handover.id)
    assert of_first["handover_id"] == handover.id
    assert HandoverLabel.objects.filter(ended_at=None).count() == 2


def test_half_a_word_is_refused(desk: Client, handover: Handover) -> None:
    wrong = [
        ({"verdict": "good"}, "verdict"),
        ({}, "verdict"),
        ({"verdict": "right", "trigger": "weather"}, "trigger"),
        ({"verdict": "needless", "trigger": "loop"}, "trigger"),
    ]
    for said, param in wrong:
        assert send(desk, "put", path(handover), 422, **said)["error"]["param"] == param
    assert not HandoverLabel.objects.exists()


def test_there_is_nothing_to_say_without_a_handover(desk: Client, handover: Handover) -> None:
    alone = past.alone(ago(1))
    send(desk, "put", f"conversations/{alone.id}/handover/label", 404, verdict="right")
    send(desk, "put", path(handover), 404, verdict="right", handover_id="hnd_x")
    assert not HandoverLabel.objects.exists()


def test_a_viewer_says_nothing(handover: Handover) -> None:
    cast.agent("vic", Role.VIEWER)
    vics = cast.signed_in(HostClient("acme.localhost"), "vic@example.com")
    send(vics, "put", path(handover), 403, verdict="right")
    assert not HandoverLabel.objects.exists()


def test_a_label_costs_a_known_number_of_queries(
    desk: Client, handover: Handover, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    send(desk, "put", path(handover), 200, verdict="right")
    # three for who asks, talk, handover, savepoint, lock, old one twice, what is measured anew, new one
    with django_assert_num_queries(12):
        send(desk, "put", path(handover), 200, verdict="too_late")
