"""Fits the weights of retrieval and confidence on benches, and measures them on groups that were left out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.encoders import minilm, use
from assistant.evaluation.bench import Ask, Bench
from assistant.evaluation.figures import Outcome
from assistant.knowledge import confidence
from assistant.knowledge.index import Index, build
from assistant.knowledge.views import FEATURES, Encoded, Query
from assistant.knowledge.weights import Weights, apart

Numbers = NDArray[np.float64]
Vectors = NDArray[np.float32]
RIDGE = 2e-4
SHRINKAGE = 1e-3
SHRINKAGE_OF_QUESTION = 1e-3  # of the weights of a question's vectors, of which there are many
PARTS = 7  # of the groups, when they are measured; a fit for each company alone takes four times as long
ANSWERABLE_COUNTS = 0.8  # that an article answers at all, beside that the first hit is the right one


@dataclass(frozen=True)
class Family:
    """What may be looked at for the questions of some languages."""

    name: str
    views: tuple[str, ...]
    signs: tuple[str, ...]
    reads_minilm: bool


ENGLISH = Family("en", FEATURES, confidence.SIGNS, reads_minilm=True)
# What is left for a language that MiniLM does not read.
OTHER = Family(
    "other",
    tuple(name for name in FEATURES if name.startswith(("use", "letters"))),
    tuple(name for name in confidence.SIGNS if name != "minilm"),
    reads_minilm=False,
)


@dataclass(frozen=True)
class Seen:
    """A bench as retrieval saw it: for each question the similarities to all articles, and the right one (or -1)."""

    bench: Bench
    index: Index
    queries: tuple[Query, ...]
    similarities: NDArray[np.float32]
    gold: NDArray[np.int64]


@dataclass
class Eyes:
    """Sees benches; a text that stands in several of them is encoded once."""

    articles: dict[str, Encoded] = field(default_factory=dict)
    questions: dict[str, tuple[Vectors, Vectors, Vectors]] = field(default_factory=dict)

    def see(self, bench: Bench) -> Seen:
        """Search the questions of `bench` in an index of its articles."""
        index = build(bench.articles, known=self.articles)
        if index.views is None:
            raise ValueError(f"the bench {bench.name} has no articles")
        self.articles |= index.views.known()
        texts = [index.mend(asked.text, language=bench.language) for asked in bench.asked]
        self._read(texts)
        queries = tuple(self._query(text, bench.language) for text in texts)
        number = {article.id: place for place, article in enumerate(index.articles)}
        gold = [number[asked.article] if asked.article else -1 for asked in bench.asked]
        similarities = np.stack([index.views.similarities(query)[0] for query in queries])
        return Seen(bench, index, queries, similarities, np.array(gold, dtype=np.int64))

    def _read(self, texts: Sequence[str]) -> None:
        new = list(dict.fromkeys(text for text in texts if text not in self.questions))
        near, halfway = minilm.encode_twice(new)
        self.questions |= dict(zip(new, zip(near, use.encode(new), halfway, strict=True), strict=True))

    def _query(self, text: str, language: str) -> Query:
        near, far, halfway = self.questions[text]
        query = Query(text, near, far, language)
        vars(query)["halfway"] = halfway  # else each of them would be encoded again
        return query


def fit(seen: Sequence[Seen], family: Family) -> Weights:
    """Weights for what `family` may look at, zero for all else."""
    views = _fit_views(seen, [FEATURES.index(name) for name in family.views]).astype(np.float32)
    found = [_signs(one, views) for one in seen]
    middle = _middle(seen) if family.reads_minilm else np.zeros(minilm.DIMENSIONS, dtype=np.float32)
    rows = zip(seen, found, strict=True)
    features = np.concatenate([_features(one, signs, family, middle) for one, (signs, _) in rows])
    right = np.concatenate([flags for _, flags in found])
    answerable = np.concatenate([one.gold >= 0 for one in seen])
    each = np.concatenate([np.full(len(one.gold), one.bench.counts / len(one.gold)) for one in seen])
    each /= each.sum()
    aim = ANSWERABLE_COUNTS * answerable + (1 - ANSWERABLE_COUNTS) * right
    fitted = _fit_certainty(features, aim, each, family)
    usual = each * np.concatenate([np.full(len(one.gold), one.bench.ask is Ask.WRITTEN) for one in seen])
    slope, offset = _calibrated(features @ fitted, right, usual / usual.sum())
    fitted = fitted * slope
    signs = np.zeros(len(confidence.SIGNS), dtype=np.float32)
    signs[_columns(family)] = fitted[: len(family.signs)]
    of_question = fitted[len(family.signs) :].astype(np.float32)
    none = np.zeros(minilm.DIMENSIONS, dtype=np.float32)
    near, halfway = np.split(of_question[use.DIMENSIONS :], 2) if family.reads_minilm else (none, none)
    return Weights(views, signs, near, of_question[: use.DIMENSIONS], offset, halfway, middle)


def left_out(groups: Sequence[str]) -> list[frozenset[str]]:
    """`groups` in PARTS parts: each is measured by a fit that saw none of its part."""
    named = list(dict.fromkeys(groups))
    return [frozenset(named[part::PARTS]) for part in range(min(PARTS, len(named)))]


def outcomes(seen: Seen, weights: Weights) -> list[Outcome]:
    """What `weights` make of a bench."""
    signs, right = _signs(seen, weights.views)
    return [
        Outcome(weights.probability(row, query), bool(flag), bool(gold >= 0))
        for row, query, flag, gold in zip(signs, seen.queries, right, seen.gold, strict=True)
    ]


def _columns(family: Family) -> list[int]:
    return [confidence.SIGNS.index(name) for name in family.signs]


def _features(one: Seen, signs: Vectors, family: Family, middle: Vectors) -> Numbers:
    """The signs of each question, then the vectors of the question itself."""
    parts = [signs[:, _columns(family)], np.stack([query.use for query in one.queries])]
    if family.reads_minilm:
        parts.append(np.stack([query.minilm for query in one.queries]))
        parts.append(apart(np.stack([query.halfway for query in one.queries]), middle))
    return np.hstack(parts).astype(np.float64)


def _middle(seen: Sequence[Seen]) -> Vectors:
    """What the questions of all benches have in common halfway."""
    return np.asarray(np.mean([query.halfway for one in seen for query in one.queries], axis=0), dtype=np.float32)


def _fit_certainty(features: Numbers, aim: Numbers, each: Numbers, family: Family) -> Numbers:
    """Logistic regression, without its bias; whatever speaks for a hit may not speak against it."""
    count = len(family.signs)
    spread = np.append(features[:, :count].std(axis=0), np.ones(features.shape[1] - count))
    scaled = np.hstack([features / spread, np.ones((len(features), 1))]).astype(np.float32)
    ridge = np.full(scaled.shape[1], SHRINKAGE_OF_QUESTION)
    ridge[:count], ridge[-1] = SHRINKAGE, 0.0

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        scores = (scaled @ weights.astype(np.float32)).astype(np.float64)
        chances = 1.0 / (1.0 + np.exp(-scores))
        value = float(each @ (np.logaddexp(0.0, scores) - aim * scores)) + float(ridge @ weights**2)
        slope = scaled.T @ (each * (chances - aim)).astype(np.float32)
        return value, slope.astype(np.float64) + 2 * ridge * weights

    bounds = [(None, None) if name == "length" else (0.0, None) for name in family.signs]
    bounds += [(None, None)] * (scaled.shape[1] - count)
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds).x
    return np.asarray(found[:-1] / spread)


def _calibrated(certainty: Numbers, right: NDArray[np.bool_], each: Numbers) -> tuple[float, float]:
    """Slope and offset that turn certainty into the odds that the first hit is right (Platt 1999)."""

    def loss(line: Numbers) -> tuple[float, Numbers]:
        scores = line[0] * certainty + line[1]
        off = each * (1.0 / (1.0 + np.exp(-scores)) - right)
        return float(each @ (np.logaddexp(0.0, scores) - right * scores)), np.array([off @ certainty, off.sum()])

    slope, offset = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B").x
    return float(slope), float(offset)


def _signs(seen: Seen, views: Vectors) -> tuple[Vectors, NDArray[np.bool_]]:
    scores = seen.similarities @ views
    rows = zip(seen.queries, seen.similarities, scores, strict=True)
    return np.stack([seen.index.signs(*row) for row in rows]), scores.argmax(axis=1) == seen.gold


def _fit_views(seen: Sequence[Seen], columns: list[int]) -> Numbers:
    """Conditional logit: the right article against all others of its bench; no weight below zero."""
    packs = []
    for one in seen:
        answerable = one.gold >= 0
        packs.append((one.bench.counts, one.similarities[answerable][:, :, columns], one.gold[answerable]))
    total = sum(counts for counts, _, _ in packs)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        value, slope = RIDGE * float(weights @ weights), 2 * RIDGE * weights
        for counts, similarities, gold in packs:
            scores = similarities @ weights
            chances = np.exp(scores - scores.max(axis=1, keepdims=True))
            chances /= chances.sum(axis=1, keepdims=True)
            rows = np.arange(len(gold))
            value -= counts / total * float(np.log(chances[rows, gold] + 1e-12).mean())
            expected = np.einsum("qa,qaf->qf", chances, similarities)
            slope = slope - counts / total * (similarities[rows, gold] - expected).mean(axis=0)
        return value, slope

    found = minimize(loss, np.ones(len(columns)), jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(columns))
    weights = np.zeros(len(FEATURES))
    weights[columns] = found.x
    return weights
