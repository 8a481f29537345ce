"""Sums a conversation up in sentences that stand in it, each with its message; pure, nothing in other words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant import card, promising, social
from assistant.answering import Line

LONGEST = 220  # letters of a sentence
MOST_OF_A_KIND = 4


@dataclass(frozen=True)
class Point:
    """One point of a summary: what it is, its words, and the message that it stands in (0: in several)."""

    label: str
    text: str
    seq: int = 0


def summarise(lines: Sequence[Line]) -> list[Point]:
    """What the customer wants, what is known, what was answered and promised, and what is open; in that order."""
    drawn = card.draw(lines)
    points = [Point("Wants", _short(drawn.wants))] if drawn.wants else []
    points += [Point(fact.label, fact.value, fact.seq) for fact in drawn.facts]
    promised = list(_promised(lines))
    told = [(text, seq) for text, seq in drawn.tried if text not in {one.text for one in promised}]
    points += [Point("Told", _short(text), seq) for text, seq in told[-MOST_OF_A_KIND:]]
    points += promised[-MOST_OF_A_KIND:]
    points += list(_open(lines))
    return points


def as_text(points: Sequence[Point]) -> str:
    """The summary in lines, as a note or a brief has it."""
    return "\n".join(f"{point.label}: {point.text}" for point in points)


def _promised(lines: Sequence[Line]) -> Iterator[Point]:
    for line in lines:
        if line.role == "customer":
            continue
        for sentence in promising.promises(line.text):
            yield Point("Promised", _short(sentence), line.seq)


def _open(lines: Sequence[Line]) -> Iterator[Point]:
    """What the customer wrote since anybody replied, but for thanks."""
    for line in reversed(lines):
        if line.role != "customer":
            return
        if social.reply_to(line.text) is None:
            yield Point("Open", _short(" ".join(line.text.split())), line.seq)


def _short(text: str) -> str:
    plain = " ".join(text.replace("**", "").split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"
