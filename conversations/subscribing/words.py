"""Plans, seats and numbers of them in words."""

from billing.changing import Wanted


def of(wanted: Wanted) -> str:
    """Such as `Team, 5 seats, by the month`."""
    if wanted.interval is None:
        return wanted.plan.name
    return f"{wanted.plan.name}, {count(wanted.seats_limit, 'seat', 'seats')}, by the {wanted.interval}"


def count(number: int, one: str, more: str) -> str:
    """Such as `1 seat` or `1,200 seats`."""
    return f"{number:,} {one if number == 1 else more}"
