"""A tenant's intents: which of its kinds of request a text is, learned from examples.

Softmax regression over both encoders and projected TF-IDF, together with the nearest examples. How sure it is comes
from both, since a softmax alone is sure of anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant import softmax
from assistant.encoders import minilm, use
from assistant.knowledge import lexical
from assistant.softmax import Softmax

Numbers = NDArray[np.float32]
Pair = tuple[Numbers, Numbers]  # MiniLM and USE, one row for each text

USE_COUNTS, LEXICAL_COUNTS = 0.7, 0.5
PROJECTED = 1024  # columns that the hashed words and letters are summed into, with signs
NEIGHBOURS = 3
LOGIT_COUNTS = 0.1  # of the log probability, beside the cosine of the nearest examples
STRENGTH = 20.0  # inverse of the regularisation
CURVE_STRENGTH = 0.5  # of the curve from certainty to confidence
HELD_OUT = 0.2
FLATTEST = 0.5  # slope of the curve of confidence: a handful of examples may say anything about it
LEAST_SPREAD = (0.2, 0.05)  # of log probability and nearness, for the same reason
REFUSED_SHARE = 0.05  # of the tenant's own examples
SEED = 7


@dataclass(frozen=True)
class Guess:
    """The intent of a text; `confidence` is the probability that it is right."""

    label: str
    confidence: float
    accepted: bool


@dataclass(frozen=True)
class _Lexicon:
    """Inverse document frequencies of the examples."""

    words: NDArray[np.float32]
    letters: NDArray[np.float32]


@dataclass(frozen=True)
class _Heads:
    """What is fitted on examples, without the confidence."""

    labels: tuple[str, ...]
    lexicon: _Lexicon
    regression: Softmax
    examples: Numbers
    of: NDArray[np.int64]  # label of each example

    def scores(self, texts: Sequence[str], vectors: Numbers) -> tuple[Numbers, Numbers]:
        """Log probability and nearness of each text to each label."""
        features = np.hstack([vectors, _projected(texts, self.lexicon)])
        chances = self.regression.log_chances(features)
        cosines = vectors @ self.examples.T / (1 + USE_COUNTS**2)
        near = np.empty_like(chances)
        for number in range(len(self.labels)):
            own = np.sort(cosines[:, self.of == number], axis=1)
            near[:, number] = own[:, -NEIGHBOURS:].mean(axis=1)
        return chances, near


@dataclass(frozen=True)
class Intents:
    """The fitted intents of a tenant."""

    heads: _Heads
    scale: NDArray[np.float64]  # mean and spread of the log probability and of the nearness, on held-out examples
    slope: float
    offset: float
    threshold: float

    def guess(self, texts: Sequence[str], *, read: Pair | None = None) -> list[Guess]:
        """The intent of each text; `read` are their vectors where somebody has them already."""
        best, certainty = _decide(*self.heads.scores(texts, _vectors(texts, read)), self.scale)
        confidence = 1.0 / (1.0 + np.exp(-(self.slope * certainty + self.offset)))
        return [
            Guess(self.heads.labels[number], float(sure), bool(sure >= self.threshold))
            for number, sure in zip(best, confidence, strict=True)
        ]


def fit(texts: Sequence[str], labels: Sequence[str], *, read: Pair | None = None) -> Intents:
    """Learn from examples; a fifth of them is held out once to learn how sure to be.

    `read` are their vectors where somebody has them already.
    """
    vectors = _vectors(texts, read)
    names = tuple(sorted(set(labels)))
    of = np.array([names.index(label) for label in labels])
    held = _held_out(of)
    calibrating = _fit_heads(
        [text for text, out in zip(texts, held, strict=True) if not out], vectors[~held], of[~held], names
    )
    chances, near = calibrating.scores([text for text, out in zip(texts, held, strict=True) if out], vectors[held])
    scale = _scale(chances, near)
    best, certainty = _decide(chances, near, scale)
    right = _not_all_one(best == of[held]).astype(np.int64)
    curve = softmax.fit(certainty[:, None].astype(np.float32), right, classes=2, strength=CURVE_STRENGTH)
    slope = max(float(curve.weights[0, 1] - curve.weights[0, 0]), FLATTEST)
    offset = float(curve.bias[1] - curve.bias[0])
    own = 1.0 / (1.0 + np.exp(-(slope * certainty + offset)))
    heads = _fit_heads(texts, vectors, of, names)
    return Intents(heads, scale, slope, offset, float(np.quantile(own, REFUSED_SHARE)))


def _fit_heads(texts: Sequence[str], vectors: Numbers, of: NDArray[np.int64], names: tuple[str, ...]) -> _Heads:
    lexicon = _Lexicon(
        lexical.view([lexical.words(text) for text in texts]).idf,
        lexical.view([lexical.letters(text) for text in texts]).idf,
    )
    features = np.hstack([vectors, _projected(texts, lexicon)])
    regression = softmax.fit(features, of, classes=len(names), strength=STRENGTH)
    return _Heads(names, lexicon, regression, vectors, of)


def _vectors(texts: Sequence[str], read: Pair | None) -> Numbers:
    near, far = read or (minilm.encode(texts), use.encode(texts))
    return np.hstack([near, USE_COUNTS * far])


def _projected(texts: Sequence[str], lexicon: _Lexicon) -> Numbers:
    """TF-IDF of words and letters, summed by hash into PROJECTED columns (Weinberger et al. 2009)."""
    rows = np.zeros((len(texts), PROJECTED), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for terms, idf in ((lexical.words(text), lexicon.words), (lexical.letters(text), lexicon.letters)):
            weights = (1.0 + np.log(terms.counts)) * idf[terms.ids]
            weights /= max(float(np.linalg.norm(weights)), 1e-9)
            signs = np.where((terms.ids >> 10) & 1, 1.0, -1.0)
            np.add.at(row, (terms.ids * 31 + terms.ids // PROJECTED) % PROJECTED, weights * signs)
    return LEXICAL_COUNTS * rows


def _held_out(of: NDArray[np.int64]) -> NDArray[np.bool_]:
    """A fixed draw of each label's examples; every label keeps at least one."""
    chance = np.random.default_rng(SEED)
    held = np.zeros(len(of), dtype=bool)
    for number in np.unique(of):
        places = chance.permutation(np.flatnonzero(of == number))
        held[places[: max(int(len(places) * HELD_OUT), 1 if len(places) > 1 else 0)]] = True
    return held


def _decide(
    chances: Numbers, near: Numbers, scale: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The best label of each text, and how certain it is: both views on one scale, added."""
    best = np.argmax(LOGIT_COUNTS * chances + near, axis=1)
    rows = np.arange(len(best))
    (chance_mean, chance_spread), (near_mean, near_spread) = scale
    certainty = (chances[rows, best] - chance_mean) / chance_spread + (near[rows, best] - near_mean) / near_spread
    return best, certainty.astype(np.float64)


def _scale(chances: Numbers, near: Numbers) -> NDArray[np.float64]:
    best = np.argmax(LOGIT_COUNTS * chances + near, axis=1)
    rows = np.arange(len(best))
    values = (chances[rows, best], near[rows, best])
    return np.array(
        [(value.mean(), max(float(value.std()), least)) for value, least in zip(values, LEAST_SPREAD, strict=True)]
    )


def _not_all_one(right: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """With few examples all may be right; a curve needs both outcomes, so the first counts as wrong then."""
    if right.all() or not right.any():
        right = right.copy()
        right[0] = not right[0]
    return right
