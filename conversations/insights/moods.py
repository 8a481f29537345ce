"""How a customer sounds, from their words alone, in seven languages; pure.

The signals judge anger and distress better, but only where the assistant listens. The mood compares the beginning of an
episode with its end, which is often with a person: both are read with the same measure, or the difference would be that
of the measures.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "moods.txt"
OTHERWISE = "en"
WEIGHT: Mapping[str, float] = {"very_glad": 2.0, "glad": 1.0, "cross": -1.0, "very_cross": -2.0}
ROOM = 2.0  # one strong word is half of the way
TURNED = -0.5  # "not good" is half as bad as "good" is good
LOUD = 1.5
FACES: Mapping[str, float] = {
    **dict.fromkeys("😀😃😄😁😊🙂😍🥰😘🤗👍🙏🎉👏💪", 1.0),
    **dict.fromkeys("❤💚💙🥳🤩", 2.0),
    **dict.fromkeys("🙁😞😔😟😕😒🙄😩😫👎😢😭", -1.0),
    **dict.fromkeys("😠😡🤬💩🖕", -2.0),
}
_SMILE, _FROWN = re.compile(r"(?<!\w)[:;=]-?[)D](?!\w)"), re.compile(r"(?<!\w):-?\((?!\w)")
_GAP = r"[^\w,.;:!?]+"  # what turns words round does not reach beyond a comma
_LOUD = re.compile(r"!!|\b[A-ZÄÖÜÉÈÀÇÑÁÍÓÚ]{4,}\b")


@dataclass(frozen=True)
class _Language:
    telling: re.Pattern[str]
    turns: re.Pattern[str]


def of(text: str, language: str) -> float | None:
    """-1 (very cross) to 1 (very glad), 0 where nothing tells; None without any words."""
    if not text.strip():
        return None
    words = _languages().get(language[:2]) or _languages()[OTHERWISE]
    plain = text.casefold().replace("’", "'")
    total = _signs(text)
    for found in words.telling.finditer(plain):
        weight = WEIGHT[str(found.lastgroup)]
        before = plain[max(0, found.start() - 24) : found.start()]
        total += weight * TURNED if weight > 0 and words.turns.search(before) else weight
    if total < 0 and _LOUD.search(text):
        total *= LOUD
    return round(total / (abs(total) + ROOM), 3)


def _signs(text: str) -> float:
    if text.isascii():
        return len(_SMILE.findall(text)) - len(_FROWN.findall(text)) + 0.0
    return sum(FACES.get(letter, 0.0) for letter in text) + len(_SMILE.findall(text)) - len(_FROWN.findall(text))


@cache
def _languages() -> Mapping[str, _Language]:
    """The words of `moods.txt`, read once."""
    sections: dict[str, dict[str, list[str]]] = {}
    wanted: list[str] = []
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language, _, name = line.strip("[]").partition(" ")
            wanted = sections.setdefault(language, {}).setdefault(name.replace(" ", "_"), [])
        elif line and not line.startswith("#"):
            wanted.extend(line.split(", "))
    return {language: _compiled(words) for language, words in sections.items()}


def _compiled(words: Mapping[str, list[str]]) -> _Language:
    groups = "|".join(f"(?P<{name}>{_any(words[name])})" for name in sorted(WEIGHT, key=lambda one: -abs(WEIGHT[one])))
    turns = rf"(?:(?<!\w)(?:{_any(words['turns'])})|n't){_GAP}(?:\w+{_GAP}){{0,2}}$"
    return _Language(re.compile(rf"(?<!\w)(?:{groups})(?!\w)"), re.compile(turns))


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(words, key=len, reverse=True))
