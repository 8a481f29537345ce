"""What was found in a text, and the masking of what was understood already."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A day or a time in a customer's words.

    `value` is ISO 8601: "2026-11-24", a span of days "2026-11-30/2026-12-06", a time "14:30", a span of the day
    "12:00-17:00", or a moment "2026-11-24T14:30:00+01:00"; `text` are the customer's own words, from `start` on.
    """

    value: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.text)


def without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with blanks in place of these parts; all others keep their place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
