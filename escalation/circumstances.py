"""Where and when a message was written: its topic and channel, the mode, the company's clock, and who is at work."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CHANNELS = ("widget", "email", "api")
MODES = ("autopilot", "supervised", "copilot", "off")
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")  # as "08:30"; texts of this form sort as the times do
_TEXTS = ("topic", "channel", "mode", "weekday", "clock")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All of it as it was at the message; None for what is not known, as in a file of cases.

    `topic` is "" where there is none. `weekday` and `clock` ("08:30") are those of the company's time zone. `open` says
    of each team, by its name, whether it is at work.
    """

    topic: str | None = None
    channel: str | None = None
    mode: str | None = None
    weekday: str | None = None
    clock: str | None = None
    open: Mapping[str, bool] = field(default_factory=dict)

    def is_open(self, team: str) -> bool | None:
        """Whether the team is at work, or with "" whether anybody is; None when that is not known."""
        if team:
            return self.open.get(team)
        return any(self.open.values()) if self.open else None

    def to_json(self) -> dict[str, Any]:
        """A JSON object from which `from_json` makes equal circumstances again."""
        return {**{name: getattr(self, name) for name in _TEXTS}, "open": dict(sorted(self.open.items()))}

    @classmethod
    def from_json(cls, stored: object) -> Circumstances:
        """The circumstances that were stored; ValueError or TypeError for anything else."""
        if not isinstance(stored, dict) or set(stored) != {*_TEXTS, "open"}:
            raise ValueError(f"circumstances have the fields {', '.join(_TEXTS)}, open")
        texts = {name: _text(stored[name], name) for name in _TEXTS}
        if texts["clock"] is not None and not CLOCK.fullmatch(texts["clock"]):
            raise ValueError(f"{texts['clock']!r} is not a time such as 08:30")
        if texts["weekday"] is not None and texts["weekday"] not in WEEKDAYS:
            raise ValueError(f"{texts['weekday']!r} is not a weekday")
        return cls(**texts, open={str(name): _truth(value) for name, value in stored["open"].items()})


UNKNOWN = Circumstances()


def _text(value: object, name: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} is {value!r} and no text")
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value
