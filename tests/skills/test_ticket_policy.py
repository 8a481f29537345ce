"""When words go on a ticket, and when a person should look, by tables of states and ages."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.records.contract import TicketSeen
from assistant.skills.tickets.policy import TicketPolicy, describe, is_overdue, may_add
from tests.skills import shelf

USUAL = TicketPolicy()


def ticket(state: str, days: float) -> TicketSeen:
    """A ticket without news for so many days."""
    at = shelf.NOW - timedelta(days=days)
    return TicketSeen("T-1", shelf.CAROL, "Brake", state, at, at)


@pytest.mark.parametrize(
    ("state", "days", "policy", "may"),
    [
        ("open", 100, USUAL, True),
        ("waiting", 100, USUAL, True),
        ("solved", 14, USUAL, True),
        ("solved", 14.1, USUAL, False),
        ("solved", 0.1, replace(USUAL, reopen_days=0), False),
        ("closed", 0, USUAL, False),
        ("open", 0, replace(USUAL, adds=False), False),
    ],
)
def test_words_go_on_a_ticket_or_not(state: str, days: float, policy: TicketPolicy, may: object) -> None:
    assert may_add(ticket(state, days), policy, shelf.NOW) is may


@pytest.mark.parametrize(
    ("state", "days", "policy", "overdue"),
    [
        ("open", 7, USUAL, False),
        ("open", 7.1, USUAL, True),
        ("waiting", 30, USUAL, False),  # it waits for the customer
        ("solved", 30, USUAL, False),
        ("open", 300, replace(USUAL, silent_days=0), False),
    ],
)
def test_a_person_looks_after_too_long(state: str, days: float, policy: TicketPolicy, overdue: object) -> None:
    assert is_overdue(ticket(state, days), policy, shelf.NOW) is overdue


def test_the_policy_is_put_in_sentences() -> None:
    assert "Who has no ticket gets a person." in describe(replace(USUAL, opens=False))
    assert "Takes a solved ticket up again within 14 days." in describe(USUAL)
