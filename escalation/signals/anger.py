"""Signal: the customer is angry or frustrated, with its course over the conversation."""

from __future__ import annotations

import re

from escalation.hearing import Heard, Signal
from escalation.signals.sensing import Reading, Sensor, since_a_person, strongest
from escalation.signals.wording import plain_wording

NAME = "anger"
SENSOR = Sensor(NAME)

_CALM = re.compile(
    r"\b(?:thanks?|thank you|cheers|perfect|great|brilliant|that (?:worked|works|helps?|helped|fixed|solved|sorted)|"
    r"all (?:good|sorted|fine)|appreciate|no worries|sorry (?:for|about) (?:my|being|that)|got it|understood|"
    r"resolved)\b"
)
FADING = 0.85  # how much of an earlier line's anger is left at each later one
BUILDING = 0.35  # how much of the room above the newest line earlier anger may fill


def sense(heard: Heard) -> Signal:
    """The customer's anger now: the newest line, lifted by earlier anger that nothing has calmed."""
    lines = since_a_person(heard)
    readings = [SENSOR.read(line, vector) for line, vector in lines]
    if not readings:
        return SENSOR.signal(strongest(readings))
    mood, telling = 0.0, readings[0]
    for (line, _), reading in zip(lines, readings, strict=True):
        calm = reading.value < 0.5 and _CALM.search(plain_wording(line.text).plain) is not None
        before = 0.0 if calm else mood * FADING
        built = reading.value + BUILDING * before * (1.0 - reading.value)
        telling = reading if reading.value >= before else telling
        mood = max(built, before)
    return SENSOR.signal(Reading(mood, telling.evidence))
