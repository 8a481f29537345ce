"""A tenant's intents: which of its kinds of request a text is, learned from examples.

Softmax regression over both encoders and projected TF-IDF, together with the nearest examples and kernel ridge
regression. How sure it is comes from all of them, since a softmax alone is sure of anything.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant import ridge, softmax
from assistant.encoders import minilm, use
from assistant.knowledge import lexical
from assistant.ridge import Ridge
from assistant.softmax import Softmax

Numbers = NDArray[np.float32]
Pair = tuple[Numbers, Numbers]  # MiniLM and USE, one row for each text

USE_COUNTS, LEXICAL_COUNTS = 0.7, 0.5
PROJECTED = 1024  # columns that the hashed words and letters are summed into, with signs
NEIGHBOURS = 3
COUNTS = (0.1, 1.0, 3.3)  # of log probability, cosine of the nearest examples and ridge score, in their sum
MOST_FOR_RIDGE = 12_000  # examples; its table grows with their square: 400 MB while 10,000 are learned
FEW_EXAMPLES = 25  # of a label: up to here its name is worth an example
STRENGTH = 20.0  # inverse of the regularisation
CURVE_STRENGTH = 0.5  # of the curve from certainty to confidence
HELD_OUT = 0.2
FLATTEST = 0.5  # slope of the curve of confidence: a handful of examples may say anything about it
LEAST_SPREAD = (0.2, 0.05, 0.1)  # of log probability, nearness and ridge, for the same reason
REFUSED_SHARE = 0.05  # of the tenant's own examples
SEED = 7

_WORDS = re.compile(r"[^\W_]+")
_WORD_OF_THREE = re.compile(r"[^\W\d_]{3}")


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
    regression: Softmax
    ridge: Ridge | None
    examples: Numbers
    of: NDArray[np.int64]  # label of each example

    def scores(self, features: Numbers) -> tuple[Numbers, ...]:
        """Log probability and nearness of each text to each label, and the ridge regression's score."""
        chances = self.regression.log_chances(features)
        vectors, words = _unit(features)
        cosines = vectors @ self.examples.T
        near = np.empty_like(chances)
        for number in range(len(self.labels)):
            own = np.sort(cosines[:, self.of == number], axis=1)
            near[:, number] = own[:, -NEIGHBOURS:].mean(axis=1)
        return (chances, near, self.ridge.scores(vectors, words)) if self.ridge else (chances, near)


@dataclass(frozen=True)
class Intents:
    """The fitted intents of a tenant."""

    heads: _Heads
    lexicon: _Lexicon
    scale: NDArray[np.float64]  # mean and spread of each of the scores, on held-out examples
    slope: float
    offset: float
    threshold: float

    def guess(self, texts: Sequence[str], *, read: Pair | None = None) -> list[Guess]:
        """The intent of each text; `read` are their vectors where somebody has them already."""
        best, certainty = _decide(self.heads.scores(_features(texts, read, self.lexicon)), self.scale)
        confidence = 1.0 / (1.0 + np.exp(-(self.slope * certainty + self.offset)))
        return [
            Guess(self.heads.labels[number], float(sure), bool(sure >= self.threshold))
            for number, sure in zip(best, confidence, strict=True)
        ]


def fit(
    texts: Sequence[str], labels: Sequence[str], *, read: Pair | None = None, most_for_ridge: int = MOST_FOR_RIDGE
) -> Intents:
    """Learn from examples; a fifth of them is held out once to learn how sure to be.

    `read` are their vectors where somebody has them already. Beyond `most_for_ridge` examples the ridge regression is
    left out, which costs about .003 of accuracy and saves its table.
    """
    names = tuple(sorted(set(labels)))
    number = {name: place for place, name in enumerate(names)}
    of = np.array([number[label] for label in labels])
    lexicon = _lexicon(texts)
    features = _features(texts, read, lexicon)
    held = _held_out(of)
    with_ridge = len(of) <= most_for_ridge
    calibrating = _fit_heads(features[~held], of[~held], names, with_ridge=with_ridge)
    scores = calibrating.scores(features[held])
    scale = _scale(scores)
    best, certainty = _decide(scores, scale)
    right = _not_all_one(best == of[held]).astype(np.int64)
    curve = softmax.fit(certainty[:, None].astype(np.float32), right, classes=2, strength=CURVE_STRENGTH)
    slope = max(float(curve.weights[0, 1] - curve.weights[0, 0]), FLATTEST)
    offset = float(curve.bias[1] - curve.bias[0])
    own = 1.0 / (1.0 + np.exp(-(slope * certainty + offset)))
    heads = _fit_heads(features, of, names, with_ridge=with_ridge, begin=calibrating.regression)
    return Intents(heads, lexicon, scale, slope, offset, float(np.quantile(own, REFUSED_SHARE)))


def in_words(label: str) -> str:
    """The words of a label such as "card_arrival", one more example of it; "" where it has none."""
    return " ".join(_WORDS.findall(label)) if _WORD_OF_THREE.search(label) else ""


def with_names(texts: Sequence[str], labels: Sequence[str]) -> tuple[list[str], list[str]]:
    """The examples with the names of their labels, which say in short what their author had in mind."""
    few = [label for label, count in sorted(Counter(labels).items()) if count <= FEW_EXAMPLES]
    said = {label: words for label in few if (words := in_words(label))}
    return [*texts, *said.values()], [*labels, *said]


def _fit_heads(
    features: Numbers,
    of: NDArray[np.int64],
    names: tuple[str, ...],
    *,
    with_ridge: bool,
    begin: Softmax | None = None,
) -> _Heads:
    regression = softmax.fit(features, of, classes=len(names), strength=STRENGTH, begin=begin)
    vectors, words = _unit(features)
    second = ridge.fit(vectors, words, of, classes=len(names)) if with_ridge else None
    return _Heads(names, regression, second, vectors, of)


def _unit(features: Numbers) -> Pair:
    """The vectors and the projected words of `features`, scaled to rows of length about one."""
    width = minilm.DIMENSIONS + use.DIMENSIONS
    return features[:, :width] / np.sqrt(1 + USE_COUNTS**2), features[:, width:] / (LEXICAL_COUNTS * np.sqrt(2))


def _lexicon(texts: Sequence[str]) -> _Lexicon:
    return _Lexicon(
        lexical.view([lexical.words(text) for text in texts]).idf,
        lexical.view([lexical.letters(text) for text in texts]).idf,
    )


def _features(texts: Sequence[str], read: Pair | None, lexicon: _Lexicon) -> Numbers:
    return np.hstack([_vectors(texts, read), _projected(texts, lexicon)])


def _vectors(texts: Sequence[str], read: Pair | None) -> Numbers:
    near, far = read or (minilm.encode(texts), use.encode(texts))
    return np.hstack([near, USE_COUNTS * far])


def _projected(texts: Sequence[str], lexicon: _Lexicon) -> Numbers:
    """TF-IDF of words and letters, summed by hash into PROJECTED columns (Weinberger et al. 2009)."""
    rows = np.zeros((len(texts), PROJECTED), dtype=np.float32)
    for number, text in enumerate(texts):
        for terms, idf in ((lexical.words(text), lexicon.words), (lexical.letters(text), lexicon.letters)):
            weights = (1.0 + np.log(terms.counts)) * idf[terms.ids]
            weights /= max(float(np.linalg.norm(weights)), 1e-9)
            signs = np.where((terms.ids >> 10) & 1, 1.0, -1.0)
            columns = (terms.ids * 31 + terms.ids // PROJECTED) % PROJECTED
            rows[number] += np.bincount(columns, weights * signs, PROJECTED)
    return LEXICAL_COUNTS * rows


def _held_out(of: NDArray[np.int64]) -> NDArray[np.bool_]:
    """A fixed draw of each label's examples; every label keeps at least one."""
    chance = np.random.default_rng(SEED)
    held = np.zeros(len(of), dtype=bool)
    for number in np.unique(of):
        places = chance.permutation(np.flatnonzero(of == number))
        held[places[: max(int(len(places) * HELD_OUT), 1 if len(places) > 1 else 0)]] = True
    return held


def _decide(scores: tuple[Numbers, ...], scale: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """The best label of each text, and how certain it is: all scores on one scale, added."""
    best = _best(scores)
    rows = np.arange(len(best))
    certainty = sum(
        (score[rows, best].astype(np.float64) - mean) / spread
        for score, (mean, spread) in zip(scores, scale, strict=True)
    )
    return best, np.asarray(certainty, dtype=np.float64)


def _best(scores: tuple[Numbers, ...]) -> NDArray[np.int64]:
    summed = np.sum([count * score for count, score in zip(COUNTS, scores, strict=False)], axis=0)
    return np.asarray(np.argmax(summed, axis=1), dtype=np.int64)


def _scale(scores: tuple[Numbers, ...]) -> NDArray[np.float64]:
    best = _best(scores)
    rows = np.arange(len(best))
    values = [score[rows, best] for score in scores]
    return np.array(
        [(value.mean(), max(float(value.std()), least)) for value, least in zip(values, LEAST_SPREAD, strict=False)]
    )


def _not_all_one(right: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """With few examples all may be right; a curve needs both outcomes, so the first counts as wrong then."""
    if right.all() or not right.any():
        right = right.copy()
        right[0] = not right[0]
    return right
