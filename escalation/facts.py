"""What a rule may look at, measured once and stored as it was, so that a decision can be replayed exactly."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, TypeAlias

from escalation.circumstances import UNKNOWN, Circumstances
from escalation.hearing import Attribute, Heard, Line, Quote, Signal
from escalation.signals import COURSES, hear

__all__ = [
    "COURSES",
    "Attribute",
    "Circumstances",
    "Facts",
    "FactsError",
    "Heard",
    "Line",
    "Quote",
    "Signal",
    "measure",
]

FORMAT = 2
_FIELDS = {
    "format", "signals", "confidence", "confidence_threshold", "language", "customer", "counts", "skill",
    "circumstances", "course",
}  # fmt: skip

Course: TypeAlias = tuple[
    tuple[int, float], ...
]  # seq of a customer's line, and the signal's value when it was written


class FactsError(ValueError):
    """Stored facts are not in the form that this version writes."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Signals by name, the answer's confidence once there is one, and what is known of customer and thread.

    `skill` has the `name` of the skill that took the task, and its `outcome` where it gave the task up; empty without.
    `course` tells for the signals that have a memory how they went over the customer's lines that no person dealt with
    yet (the last six at most).
    """

    signals: Mapping[str, Signal]
    confidence: float | None
    confidence_threshold: float | None
    language: str
    customer: Mapping[str, Attribute]
    counts: Mapping[str, int]
    skill: Mapping[str, str] = field(default_factory=dict)
    circumstances: Circumstances = UNKNOWN
    course: Mapping[str, Course] = field(default_factory=dict)

    def rise(self, name: str) -> float | None:
        """How much the signal rose since the first line of its course, within -1..1; None where it has no course."""
        course, signal = self.course.get(name), self.signals.get(name)
        if course is None or signal is None:
            return None
        return round(signal.value - course[0][1], 6) if len(course) > 1 else 0.0

    def with_skill(self, name: str, outcome: str) -> Facts:
        """The same facts after a skill took the task; `outcome` is why it left it to a person, or ""."""
        return replace(self, skill={"name": name, "outcome": outcome} if outcome else {"name": name})

    def with_confidence(self, confidence: float, threshold: float) -> Facts:
        """The same facts after the assistant tried: both numbers within 0..1; below the threshold counts as unsure."""
        if not (0.0 <= confidence <= 1.0 and 0.0 <= threshold <= 1.0):
            raise ValueError(f"confidence {confidence} and threshold {threshold} must lie within 0..1")
        unsure = confidence < threshold
        row = self.counts.get("unsure_in_a_row", 0) + 1 if unsure else 0
        total = self.counts.get("unsure", 0) + unsure
        doubt = Signal("low_confidence", _doubt(confidence, threshold), 0.5)
        return replace(
            self,
            confidence=confidence,
            confidence_threshold=threshold,
            signals={**self.signals, doubt.name: doubt},
            counts={**self.counts, "unsure": total, "unsure_in_a_row": row},
        )

    def to_json(self) -> dict[str, Any]:
        """A JSON object from which `from_json` makes equal facts again."""
        return {
            "format": FORMAT,
            "signals": {name: asdict(signal) for name, signal in sorted(self.signals.items())},
            "confidence": self.confidence,
            "confidence_threshold": self.confidence_threshold,
            "language": self.language,
            "customer": dict(sorted(self.customer.items())),
            "counts": dict(sorted(self.counts.items())),
            "skill": dict(sorted(self.skill.items())),
            "circumstances": self.circumstances.to_json(),
            "course": {name: [list(step) for step in steps] for name, steps in sorted(self.course.items())},
        }

    @classmethod
    def from_json(cls, stored: object) -> Facts:
        """The facts that were stored; raises FactsError for anything else."""
        try:
            return _read(stored)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise FactsError(f"stored facts cannot be read: {error}") from error


def measure(heard: Heard, circumstances: Circumstances = UNKNOWN) -> Facts:
    """Every signal of the conversation as it stands, before the assistant answers."""
    said = hear(heard)
    return Facts(
        signals=said.signals,
        confidence=None,
        confidence_threshold=None,
        language=heard.language,
        customer=dict(heard.customer),
        counts=_counts(heard),
        circumstances=circumstances,
        course=said.courses,
    )


def _counts(heard: Heard) -> dict[str, int]:
    recent = [line for line in heard.lines if line.seq > heard.handed_back_at]
    unsure = [line.unsure for line in recent if line.role == "assistant"]
    row = 0
    for was_unsure in reversed(unsure):
        if not was_unsure:
            break
        row += 1
    return {
        "customer_messages": sum(line.role == "customer" for line in heard.lines),
        "assistant_messages": sum(line.role == "assistant" for line in heard.lines),
        "agent_messages": sum(line.role == "agent" for line in heard.lines),
        "unsure": sum(unsure),
        "unsure_in_a_row": row,
    }


def _doubt(confidence: float, threshold: float) -> float:
    """Doubt within 0..1 that is over one half exactly where the confidence is below its threshold."""
    if confidence < threshold:
        return max(math.nextafter(0.5, 1.0), 1.0 - 0.5 * confidence / threshold)
    share = (confidence - threshold) / (1.0 - threshold) if threshold < 1.0 else 0.0
    return min(math.nextafter(0.5, 0.0), 0.5 * (1.0 - share))


def _read(stored: object) -> Facts:
    if not isinstance(stored, dict) or set(stored) != _FIELDS or stored["format"] != FORMAT:
        raise ValueError(f"expected format {FORMAT} with the fields {sorted(_FIELDS)}")
    signals = {name: _read_signal(name, value) for name, value in stored["signals"].items()}
    return Facts(
        signals=signals,
        confidence=_share(stored["confidence"]),
        confidence_threshold=_share(stored["confidence_threshold"]),
        language=_text(stored["language"]),
        customer={_text(key): _attribute(value) for key, value in stored["customer"].items()},
        counts={_text(key): _count(value) for key, value in stored["counts"].items()},
        skill={_text(key): _text(value) for key, value in stored["skill"].items()},
        circumstances=Circumstances.from_json(stored["circumstances"]),
        course={_text(key): tuple(_step(*step) for step in steps) for key, steps in stored["course"].items()},
    )


def _read_signal(name: str, stored: Mapping[str, Any]) -> Signal:
    if stored["name"] != name:
        raise ValueError(f"the signal {name} is stored under another name")
    value, threshold = _share(stored["value"]), _share(stored["threshold"])
    if value is None or threshold is None:
        raise ValueError(f"the signal {name} has no value")
    return Signal(name, value, threshold, tuple(Quote(**quote) for quote in stored["evidence"]))


def _step(seq: object, value: object) -> tuple[int, float]:
    share = _share(value)
    if share is None:
        raise ValueError(f"the course has no value at {seq!r}")
    return _count(seq), share


def _share(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        raise ValueError(f"{value!r} is not a number within 0..1")
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def _attribute(value: object) -> Attribute:
    if not isinstance(value, str | int | float | bool):
        raise TypeError(f"{value!r} is not a text, a number or a truth value")
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{value!r} is not a whole number")
    return value
