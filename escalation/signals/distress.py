"""Signal: the customer is in distress or in a vulnerable situation."""

from __future__ import annotations

from escalation.hearing import Heard, Signal
from escalation.signals.sensing import Sensor, since_a_person, strongest

NAME = "distress"
SENSOR = Sensor(NAME)


def sense(heard: Heard) -> Signal:
    """The gravest of the customer's lines that no person has dealt with yet: distress does not pass by itself."""
    return SENSOR.signal(strongest(SENSOR.read(line, vector) for line, vector in since_a_person(heard)))
