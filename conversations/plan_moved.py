"""What follows from another plan, other seats or a trial that ran out: it is made so wherever something keeps on."""

from agents import pausing, seats
from conversations.allowance import telling
from conversations.sla import books


def follow() -> None:
    """Let it be in the company entered now as its plan says; what is so already costs a few questions, no change."""
    seats.moved()
    pausing.follow()
    books.follow()
    telling.look()
