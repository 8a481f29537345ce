"""Cursors of short lists whose order is no moment: how many rows came before."""

from tenants.errors import ParameterError


def read(cursor: str) -> int:
    """How many rows to leave out; ParameterError for a cursor that no list gave out."""
    if cursor and not cursor.isdecimal():
        raise ParameterError("cursor: not one that this list gave out.", param="cursor")
    return int(cursor or 0)
