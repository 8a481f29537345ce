"""Cursors of lists whose order is no moment: how many rows came before, or the number of the last one seen."""

from django.utils.translation import gettext

from tenants import cursors
from tenants.errors import ParameterError

LONGEST = 9  # digits


def read(cursor: str) -> int:
    """How many rows to leave out; ParameterError for a cursor that no list gave out."""
    if cursor and not cursor.isdecimal():
        raise ParameterError(gettext(cursors.NOT_OURS), param="cursor")
    return int(cursor or 0)
