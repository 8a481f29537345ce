"""Who has a seat: everybody who may do more than look. Nobody loses one by a smaller plan, but nobody gets one either.

Whoever gives a seat counts under one lock, so that of two who take the last one at the same moment one is refused.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from typing_extensions import TypedDict

from agents.models import Agent, Invitation, Role
from billing import standing
from billing.errors import SeatsFullError
from tenants import current

LOCK = "seats"
FULL = gettext_noop(
    "Every seat of your plan is taken ({taken} of {seats}). Add a seat under Billing, or switch somebody off first."
)


class Seats(TypedDict):
    """The seats of the plan; viewers take none."""

    limit: int
    taken: int
    invited: int
    """Open invitations that will take one."""


def taken() -> int:
    """How many people have one: those who are active and may do more than a viewer. One query."""
    return Agent.objects.filter(is_active=True).exclude(role=Role.VIEWER).count()


def open_invitations() -> int:
    """How many people may accept an invitation that takes a seat. One query."""
    open_ones = Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())
    return open_ones.exclude(role=Role.VIEWER).count()


def check_left(extra: int = 1) -> None:
    """SeatsFullError when fewer than `extra` seats are left; until the transaction ends nobody else takes them."""
    seats = standing.allowed().seats
    if seats is None:
        return
    with current.connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [current.lock_key(LOCK)])
    have = taken()
    if have + extra > seats:
        raise SeatsFullError(gettext(FULL).format(taken=have, seats=seats))


def shown() -> Seats | None:
    """How many there are and how many are taken; None where there is no limit. Three queries at most."""
    seats = standing.allowed().seats
    return None if seats is None else {"limit": seats, "taken": taken(), "invited": open_invitations()}


@transaction.atomic
def moved() -> None:
    """People or seats are others now: note since when there are more people than seats, or that there are no more."""
    if not standing.is_billed(current.tenant()):
        return
    seats = standing.allowed().seats
    over = seats is not None and taken() > seats
    found = standing.row()
    if over == (found is not None and found.over_seats_since is not None):
        return
    row = standing.held()
    row.over_seats_since = timezone.now() if over else None
    row.save(update_fields=["over_seats_since"])
