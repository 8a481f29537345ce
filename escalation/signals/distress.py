"""Signal: the customer is in distress or in a vulnerable situation."""

from __future__ import annotations

from collections.abc import Sequence

from escalation.signals.sensing import Judged, Reading, strongest

NAME = "distress"


def read(judged: Sequence[Judged]) -> Reading:
    """The gravest of the customer's lines that no person has dealt with yet: distress does not pass by itself."""
    return strongest(each.reading(NAME) for each in judged)
