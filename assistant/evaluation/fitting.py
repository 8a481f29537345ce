"""Fits the weights of retrieval and confidence on benches, and measures them on groups that were left out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.encoders import minilm, use
from assistant.evaluation.bench import Bench
from assistant.evaluation.figures import Outcome
from assistant.knowledge import confidence
from assistant.knowledge.index import Index, build
from assistant.knowledge.views import FEATURES, Query
from assistant.knowledge.weights import Weights

Numbers = NDArray[np.float64]
RIDGE = 2e-4
SHRINKAGE = 1e-3

# What is left of the views for a language that MiniLM does not read.
READ_BY_ALL = tuple(name for name in FEATURES if name.startswith(("use", "letters")))
SIGNS_FOR_ALL = tuple(name for name in confidence.SIGNS if name != "minilm")


@dataclass(frozen=True)
class Seen:
    """A bench as retrieval saw it: for each question the similarities to all articles, and the right one (or -1)."""

    bench: Bench
    index: Index
    queries: tuple[Query, ...]
    similarities: NDArray[np.float32]
    gold: NDArray[np.int64]


def see(bench: Bench) -> Seen:
    """Search the questions of `bench` in an index of its articles."""
    index = build(bench.articles)
    if index.views is None:
        raise ValueError(f"the bench {bench.name} has no articles")
    texts = [index.mend(asked.text, language=bench.language) for asked in bench.asked]
    queries = tuple(
        Query(text, near, far, bench.language)
        for text, near, far in zip(texts, minilm.encode(texts), use.encode(texts), strict=True)
    )
    number = {article.id: place for place, article in enumerate(index.articles)}
    gold = [number[asked.article] if asked.article else -1 for asked in bench.asked]
    return Seen(
        bench,
        index,
        queries,
        np.stack([index.views.similarities(query)[0] for query in queries]),
        np.array(gold, dtype=np.int64),
    )


def fit(seen: Sequence[Seen], *, views: Sequence[str], signs: Sequence[str]) -> Weights:
    """Weights for the named `views` and `signs`, zero for the others."""
    weights = _fit_views(seen, [FEATURES.index(name) for name in views])
    found = [_signs(one, weights) for one in seen]
    features = np.concatenate([numbers for numbers, _ in found])
    right = np.concatenate([flags for _, flags in found])
    each = np.concatenate(
        [np.full(len(flags), one.bench.counts / len(flags)) for one, (_, flags) in zip(seen, found, strict=True)]
    )
    columns = [confidence.SIGNS.index(name) for name in signs]
    fitted, bias = _fit_signs(features[:, columns].astype(np.float64), right, each / each.sum(), signs)
    scattered = np.zeros(len(confidence.SIGNS), dtype=np.float32)
    scattered[columns] = fitted
    return Weights(weights.astype(np.float32), scattered, bias)


def _fit_signs(
    features: Numbers, right: NDArray[np.bool_], each: Numbers, signs: Sequence[str]
) -> tuple[Numbers, float]:
    """Logistic regression in which whatever speaks for a hit may not speak against it."""
    spread = features.std(axis=0)
    scaled = np.hstack([features / spread, np.ones((len(features), 1))])

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        scores = scaled @ weights
        chances = 1.0 / (1.0 + np.exp(-scores))
        shrunk = np.append(weights[:-1], 0.0)
        value = float(each @ (np.logaddexp(0.0, scores) - right * scores)) + SHRINKAGE * float(shrunk @ shrunk)
        return value, scaled.T @ (each * (chances - right)) + 2 * SHRINKAGE * shrunk

    free = {"length"}
    bounds = [(None, None) if name in free else (0.0, None) for name in signs] + [(None, None)]
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds).x
    return found[:-1] / spread, float(found[-1])


def outcomes(seen: Seen, weights: Weights) -> list[Outcome]:
    """What `weights` make of a bench."""
    signs, right = _signs(seen, weights.views)
    return [
        Outcome(confidence.probability(row, weights=weights.signs, bias=weights.bias), bool(flag), bool(gold >= 0))
        for row, flag, gold in zip(signs, right, seen.gold, strict=True)
    ]


def _signs(seen: Seen, views: Numbers | NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    scores = seen.similarities @ views.astype(np.float32)
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
