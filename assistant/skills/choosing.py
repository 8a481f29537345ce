"""Which skill a customer's words ask for: softmax regression over what the encoders have read already, and the words.

Its classes are Baton's own skills, and "none of them", which is learned from what only sounds like a skill and from
plain questions that articles answer. It learns from the examples that admins see and from more ways to ask, in
`ways.txt`. A tenant's guides are found by the nearest of their examples.
"""

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant import softmax
from assistant.encoders import minilm, use
from assistant.intents import USE_COUNTS
from assistant.knowledge import lexical
from assistant.reading import Reading
from assistant.skills.configured import Configured
from assistant.skills.contract import Skill
from assistant.skills.registry import ALL
from assistant.softmax import Softmax

Numbers = NDArray[np.float32]

SURE = 0.55  # chance from which a skill is meant
ANOTHERS = 0.6  # cosine from which what should be no wish is like one
NEIGHBOURS, NEAR, MARGIN = (
    2,
    0.52,
    0.02,
)  # of a guide: examples, their mean cosine, and its near misses
FAR_COUNTS, WORDS_COUNT = 1.6, 0.4  # beside the English vectors
PROJECTED = 1024  # columns that the hashed words and letters are summed into, with signs
STRENGTH = 200.0  # inverse of the regularisation
WEIGHTS = Path(__file__).parent / "choosing.npz"
PLAIN = Path(__file__).parent / "plain_questions.txt"
WAYS = Path(__file__).parent / "ways.txt"
NO_SKILL = "none"  # the section of ways that ask for none

_encoding = threading.Lock()
_vectors: dict[str, tuple[Numbers, Numbers]] = {}


@dataclass(frozen=True)
class Chosen:
    """The skill, and the chance that it is meant."""

    name: str
    chance: float


@dataclass(frozen=True)
class Model:
    """Fitted weights: a column for each of `names`, the last one for no skill; the frequencies of words and letters."""

    names: tuple[str, ...]
    regression: Softmax
    words: Numbers
    letters: Numbers

    def chances(self, text: str, near: Numbers, far: Numbers) -> Numbers:
        """How likely each of `names` is, and none of them."""
        row = _features([text], near[None], far[None], (self.words, self.letters))
        return np.asarray(np.exp(self.regression.log_chances(row))[0], dtype=np.float32)


def choose(text: str, reading: Reading, skills: Mapping[str, Configured], *, row: int = -1) -> Chosen | None:
    """The skill that `text` asks for, whose vectors stand in this row of the reading; None for none that is on."""
    if not len(reading.vectors):
        return None
    own = _own(text, reading, skills, row)
    return own if own is not None else _guide(reading, skills, row)


def _own(text: str, reading: Reading, skills: Mapping[str, Configured], row: int) -> Chosen | None:
    known = model()
    chances = known.chances(text, reading.vectors[row], reading.vectors_use[row])
    best = int(np.argmax(chances))
    if best == len(known.names) or chances[best] < SURE:
        return None
    one = skills.get(known.names[best])
    return Chosen(known.names[best], float(chances[best])) if one is not None and one.on else None


def _guide(reading: Reading, skills: Mapping[str, Configured], row: int) -> Chosen | None:
    """The guide whose examples are nearest, if near enough."""
    own = {skill.name for skill in ALL}
    best: Chosen | None = None
    for name, one in skills.items():
        if one.on and name not in own and one.skill.examples:
            near = _nearness(reading, one.skill, row)
            if near is not None and (best is None or near > best.chance):
                best = Chosen(name, near)
    return best


def _nearness(reading: Reading, skill: Skill[Any], row: int) -> float | None:
    cosines = _cosines(reading, skill.examples, row)
    near = float(np.sort(cosines)[-NEIGHBOURS:].mean())
    misses = _cosines(reading, skill.near_misses, row) if skill.near_misses else np.zeros(1)
    return near if near >= NEAR and float(cosines.max()) >= float(misses.max()) + MARGIN else None


def _cosines(reading: Reading, texts: Sequence[str], row: int) -> Numbers:
    near, far = vectors_of(texts)
    cosines = near @ reading.vectors[row] + USE_COUNTS**2 * (far @ reading.vectors_use[row])
    return np.asarray(cosines / (1 + USE_COUNTS**2), dtype=np.float32)


def vectors_of(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The vectors of examples in both views, made once for each process."""
    with _encoding:
        for text in texts:
            if text not in _vectors:
                _vectors[text] = minilm.encode([text])[0], use.encode([text])[0]
        pairs = [_vectors[text] for text in texts]
    return np.vstack([pair[0] for pair in pairs]), np.vstack([pair[1] for pair in pairs])


@cache
def model() -> Model:
    """The weights as they were trained; fitted now, which takes seconds, where the examples changed since."""
    kept = stored()
    return kept if kept is not None else fit()


def stored() -> Model | None:
    """The weights of the file; None when they were trained on other examples."""
    with np.load(WEIGHTS, allow_pickle=False) as file:
        if str(file["digest"]) != digest():
            return None
        regression = Softmax(file["weights"].astype(np.float32), file["bias"])
        return Model(tuple(file["names"].tolist()), regression, file["words"], file["letters"])


def store(known: Model) -> None:
    """Write the weights into the file."""
    np.savez_compressed(
        WEIGHTS,
        digest=np.array(digest()),
        names=np.array(known.names),
        weights=known.regression.weights.astype(np.float16),
        bias=known.regression.bias,
        words=known.words,
        letters=known.letters,
    )


def digest() -> str:
    """Of all that the weights are learned from."""
    told = [str((skill.name, skill.examples, skill.near_misses)) for skill in ALL]
    more = [f"{name}: {text}" for name, texts in ways().items() for text in texts]
    return hashlib.sha256("\n".join([minilm.MODEL_SHA256, use.VERSION, *told, *plain(), *more]).encode()).hexdigest()


def fit() -> Model:
    """Learn from the examples of all skills and the other ways to ask for them."""
    return fit_to(lessons())


def lessons() -> list[tuple[str, int]]:
    """Texts with the place of their skill, that of none being one more than there are skills."""
    none = len(ALL)
    asked = {skill.name: (*skill.examples, *ways().get(skill.name, ())) for skill in ALL}
    pairs = [(text, place) for place, skill in enumerate(ALL) for text in asked[skill.name]]
    for skill in ALL:  # what only sounds like it, and is no other skill's either
        others = [text for other in ALL if other is not skill for text in other.examples]
        pairs += [(text, none) for text in _nobodys(skill.near_misses, others)]
    pairs += [(text, none) for text in _nobodys(plain(), [text for text, _ in pairs])]
    return [*pairs, *((text, none) for text in ways().get(NO_SKILL, ()))]


def fit_to(pairs: Sequence[tuple[str, int]]) -> Model:
    """Learn from these lessons."""
    names = tuple(skill.name for skill in ALL)
    texts = [text for text, _ in pairs]
    frequencies = (
        lexical.view([lexical.words(text) for text in texts]).idf,
        lexical.view([lexical.letters(text) for text in texts]).idf,
    )
    rows = _features(texts, *vectors_of(texts), frequencies)
    of = np.array([place for _, place in pairs])
    return Model(names, softmax.fit(rows, of, classes=len(names) + 1, strength=STRENGTH), *frequencies)


def _nobodys(texts: Sequence[str], wishes: Sequence[str]) -> list[str]:
    """The texts that are like none of these wishes."""
    if not texts or not wishes:
        return list(texts)
    (near, far), (their_near, their_far) = vectors_of(texts), vectors_of(wishes)
    cosines = (near @ their_near.T + USE_COUNTS**2 * (far @ their_far.T)) / (1 + USE_COUNTS**2)
    return [text for text, like in zip(texts, cosines.max(axis=1), strict=True) if like < ANOTHERS]


@cache
def plain() -> tuple[str, ...]:
    """Questions and remarks that ask for no skill."""
    lines = PLAIN.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def ways() -> Mapping[str, tuple[str, ...]]:
    """More ways to ask for each skill, and under NO_SKILL for none, by the sections of the file."""
    found: dict[str, list[str]] = {}
    for line in WAYS.read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            of = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            of.append(line)
    return {name: tuple(texts) for name, texts in found.items()}


def _features(texts: Sequence[str], near: Numbers, far: Numbers, frequencies: tuple[Numbers, Numbers]) -> Numbers:
    return np.hstack([near, FAR_COUNTS * far, _projected(texts, frequencies)]).astype(np.float32)


def _projected(texts: Sequence[str], frequencies: tuple[Numbers, Numbers]) -> Numbers:
    """TF-IDF of words and letters, summed by hash into PROJECTED columns (Weinberger et al. 2009)."""
    rows = np.zeros((len(texts), PROJECTED), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for terms, idf in zip((lexical.words(text), lexical.letters(text)), frequencies, strict=True):
            weights = (1.0 + np.log(terms.counts)) * idf[terms.ids]
            weights /= max(float(np.linalg.norm(weights)), 1e-9)
            signs = np.where((terms.ids >> 10) & 1, 1.0, -1.0)
            np.add.at(row, (terms.ids * 31 + terms.ids // PROJECTED) % PROJECTED, weights * signs)
    return WORDS_COUNT * rows
