"""How near a sentence is to what it may rest on, and to what anybody may say, in any of sixteen languages."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.encoders import use
from assistant.engines.checks.grounds import Grounds

# Cosines of the multilingual encoder: on sentences written for it, honest paraphrases and translations of a passage
# were at .33 and above but for one, and inventions, leaks and other topics at .24 and below.
# Long ones were at .58 and above, and words of the shop in no order at .34 and below.
RESTS = 0.28
LONG, LONG_RESTS = 10, 0.42
POLITE = 0.45
POLITE_QUESTION = 0.41  # a question back states nothing
LIKE_INSTRUCTIONS = 0.62  # a translation of an instruction is nearer to it than to any passage

_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
_POLITE = (
    "Thank you for your message.", "I'm happy to help.", "I am sorry to hear that.", "You are welcome.", "Of course.",
    "Is there anything else I can help you with?", "Could you tell me a little more?",
    "Could you tell me what it is about?", "Could you tell me your order number?", "Good question!",
    "Would you like me to connect you with a person?",
    "I understand that this is frustrating.", "Here is what you can do.", "Here is how it works.", "I hope this helps.",
    "Let me know if you have any other questions.", "Have a nice day!", "Hello, how can I help you?",
    "I do not have information about that.", "A person can help you with that.", "Which one do you mean?",
    "Could you tell me which product you mean?",
)  # fmt: skip

MOST_KEPT = 128  # grounds and sentences of answers under way

Vectors = NDArray[np.float32]


def rests_on(sentence: str, grounds: Grounds) -> bool:
    """Whether `sentence` is about what the cited passages or the tools say."""
    said = _remembered((sentence,))[0]
    texts = _texts(grounds)
    least = LONG_RESTS if len(sentence.split()) >= LONG else RESTS
    return bool(texts) and float((_remembered(texts) @ said).max()) >= least


def is_polite(sentence: str) -> bool:
    """Whether `sentence` is one that anybody may say: a greeting, regret, a question back."""
    least = POLITE_QUESTION if sentence.rstrip().endswith("?") else POLITE
    return float((_remembered(_POLITE) @ _remembered((sentence,))[0]).max()) >= least


def like_instructions(sentence: str, secret: str, grounds: Grounds) -> bool:
    """Whether `sentence` says, in whatever words or language, what the instructions say and no passage does."""
    said = _remembered((sentence,))[0]
    near = float((_remembered(_cut([secret])) @ said).max())
    texts = _texts(grounds)
    return near >= LIKE_INSTRUCTIONS and (not texts or near > float((_remembered(texts) @ said).max()))


def _texts(grounds: Grounds) -> tuple[str, ...]:
    return _cut([*(f"{one.title}\n{one.text}" for one in grounds.passages), *grounds.told])


def _cut(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts and their sentences."""
    pieces = [piece.strip() for text in texts for piece in _SENTENCE.split(text)]
    return tuple(dict.fromkeys(piece for piece in [*texts, *pieces] if piece))


@lru_cache(maxsize=MOST_KEPT)
def _remembered(texts: tuple[str, ...]) -> Vectors:
    """The vectors of `texts`; those of an answer under way are worked out once."""
    return use.encode(list(texts))
