"""Signal: the customer is angry or frustrated, with its course over the conversation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from escalation.signals.sensing import Judged, Reading, strongest
from escalation.signals.wording import plain_wording

NAME = "anger"

_CALM = re.compile(
    r"\b(?:thanks?|thank you|cheers|perfect|great|brilliant|that (?:worked|works|helps?|helped|fixed|solved|sorted)|"
    r"all (?:good|sorted|fine)|appreciate|no worries|sorry (?:for|about) (?:my|being|that)|got it|understood|"
    r"resolved)\b"
)
FADING = 0.85  # how much of an earlier line's anger is left at each later one
BUILDING = 0.35  # how much of the room above the newest line earlier anger may fill


def read(judged: Sequence[Judged]) -> Reading:
    """The customer's anger now: the newest line, lifted by earlier anger that nothing has calmed."""
    readings = [each.reading(NAME) for each in judged]
    if not readings:
        return strongest(readings)
    mood, telling = 0.0, readings[0]
    for each, reading in zip(judged, readings, strict=True):
        calm = reading.value < 0.5 and _CALM.search(plain_wording(each.line.text).plain) is not None
        before = 0.0 if calm else mood * FADING
        built = reading.value + BUILDING * before * (1.0 - reading.value)
        telling = reading if reading.value >= before else telling
        mood = max(built, before)
    return Reading(mood, telling.evidence)
