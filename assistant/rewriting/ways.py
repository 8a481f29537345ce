"""In which ways words can be rewritten, and what each asks of the language model."""

from collections.abc import Mapping
from dataclasses import dataclass

TIDY, TRANSLATE = "tidy", "translate"


@dataclass(frozen=True)
class Way:
    """One of them; without `asks` no model is needed."""

    name: str
    label: str
    asks: str = ""


WAYS: Mapping[str, Way] = {
    way.name: way
    for way in (
        Way(TIDY, "Tidy up", ""),
        Way("shorter", "Shorter", "Say it in fewer words. Leave out no fact, no number and no request."),
        Way("friendlier", "Friendlier", "Say it warmer and more friendly, in about as many words."),
        Way("formal", "More formal", "Say it politely and formally, in about as many words."),
        Way("spelling", "Fix spelling", "Correct spelling, grammar and punctuation. Change nothing else."),
        Way(TRANSLATE, "Translate", "Translate it into the language that the data names. Add and leave out nothing."),
    )
}
