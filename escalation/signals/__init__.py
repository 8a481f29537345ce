"""The signals, each in a module of its own: `sense(heard) -> Signal` with value, threshold and quoted words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from escalation.hearing import Heard, Signal
from escalation.signals import anger, asks_human, distress

SIGNALS: Mapping[str, Callable[[Heard], Signal]] = {
    asks_human.NAME: asks_human.sense,
    anger.NAME: anger.sense,
    distress.NAME: distress.sense,
}
