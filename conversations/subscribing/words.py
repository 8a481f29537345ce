"""Plans and seats in words."""

from django.utils.translation import ngettext

from billing.changing import Wanted
from tenants import figures, speaking


def of(wanted: Wanted) -> str:
    """Such as `Team, 5 seats, by the month`; in English, for the audit log."""
    if wanted.interval is None:
        return wanted.plan.name
    with speaking.in_language(speaking.ENGLISH):
        return f"{wanted.plan.name}, {seats(wanted.seats_limit)}, by the {wanted.interval}"


def seats(number: int) -> str:
    """Such as `1 seat` or `1,200 seats`."""
    return ngettext("{count} seat", "{count} seats", number).format(count=figures.whole(number))
