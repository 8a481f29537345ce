"""A little of the load of replays in the ordinary suite: every way runs."""

from conversations.models import ReplayedConversation
from conversations.rules_replay import shelf
from tenants.models import Tenant
from tests import cast
from tests.load import replay


def test_every_way_runs(in_acme: Tenant) -> None:
    cast.rules()
    figures = replay.measure(80, counts=2)
    shelf.forget()
    assert figures.decisions == 240
    assert "whole replay" in figures.table()
    assert ReplayedConversation.objects.exists()
