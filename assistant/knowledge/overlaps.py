"""Articles that repeat or contradict others, by what their passages and sentences mean; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.knowledge import contradictions
from assistant.knowledge.contradictions import Said, contradict
from assistant.knowledge.index import Index
from assistant.knowledge.passages import ArticleText, Kind, Piece, cut
from assistant.knowledge.views import Vectors, encode
from assistant.models import OverlapKind

USE_COUNTS = 0.7
MOST_PASSAGES = 8  # of a draft that are encoded to find out what it resembles
MOST_SENTENCES = 24
MOST_COMPARED = 30  # nearest articles that one is held against
MOST_PAIRS = 40  # of their sentences
LOOKED_AT = 0.45  # cosine of two articles' middles from which their sentences are held against each other
ALIKE = 0.74  # cosine of two middles from which articles repeat each other; unlike ones of one shop stay below 0.70
TWINS = 0.82  # mean cosine of the sentences of each with the nearest of the other, for the same


@dataclass(frozen=True)
class Resemblance:
    """An article that says nearly the same."""

    article_id: str
    score: float  # 0..1


@dataclass(frozen=True)
class Found:
    """Two articles by their places in the index, and the sentences that show what is the matter."""

    kind: OverlapKind
    other: int
    quote: str
    other_quote: str
    score: float


def of_article(number: int, index: Index, theirs: Vectors) -> list[Found]:
    """What is the matter between the article at the place `number` and others; `theirs` are the middles of all."""
    texts, ours = sentences(index, number)
    scores = theirs @ theirs[number]
    scores[number] = -1.0
    nearest = [int(other) for other in np.argsort(-scores)[:MOST_COMPARED] if scores[other] >= LOOKED_AT]
    found: list[Found] = []
    for other in nearest:
        other_texts, vectors = sentences(index, other)
        if not texts or not other_texts:
            continue
        between = ours @ vectors.T
        against = _contradiction((index.articles[number], texts), (index.articles[other], other_texts), between)
        alike = likeness(float(scores[other]), ours, vectors)
        if against is not None:
            found.append(Found(OverlapKind.CONTRADICTION, other, *against))
        elif alike is not None:
            mine, its = np.unravel_index(int(np.argmax(between)), between.shape)
            found.append(Found(OverlapKind.DUPLICATE, other, texts[mine], other_texts[its], alike))
    return found


def _contradiction(
    first: tuple[ArticleText, list[str]], second: tuple[ArticleText, list[str]], between: Vectors
) -> tuple[str, str, float] | None:
    """The nearest two sentences that cannot both be true."""
    (article, texts), (other, other_texts) = first, second
    order = np.argsort(-between, axis=None)
    for flat in order[:MOST_PAIRS]:
        mine, its = np.unravel_index(int(flat), between.shape)
        near = float(between[mine, its])
        if near < contradictions.NEAR:
            return None
        ours, theirs = Said(texts[mine], article.title, article.body), Said(other_texts[its], other.title, other.body)
        if contradict(ours, theirs, nearness=near):
            return texts[mine], other_texts[its], min(near, 1.0)
    return None


def resembling(drafts: Sequence[ArticleText], index: Index) -> list[Resemblance | None]:
    """The article of `index` that each draft nearly repeats; those with the draft's own title are left out."""
    if index.views is None or not drafts:
        return [None] * len(drafts)
    theirs = middles(index)
    return [_nearest(draft, index, theirs) for draft in drafts]


def middles(index: Index) -> Vectors:
    """What the passages of each article mean together: one row each, of length one, both encoders side by side."""
    views = index.views
    if views is None:
        return np.zeros((0, 1), dtype=np.float32)
    whole = views.whole[:, None]
    near, far = (np.add.reduceat(vectors * whole, views.starts, axis=0) for vectors in (views.minilm, views.use))
    return _of_length_one(np.hstack([near, USE_COUNTS * far]))


def sentences(index: Index, number: int) -> tuple[list[str], Vectors]:
    """The sentences of an article, or its passages where it has none, with their vectors."""
    views = index.views
    pieces = list(views.of_article(number)) if views else []
    for kind in (Kind.SENTENCE, Kind.WHOLE):
        found = [(place, piece.text) for place, piece in pieces if piece.kind is kind][:MOST_SENTENCES]
        if found and views:
            places = [place for place, _ in found]
            both = np.hstack([views.minilm[places], USE_COUNTS * views.use[places]])
            return [text for _, text in found], _of_length_one(both)
    return [], np.zeros((0, 1), dtype=np.float32)


def likeness(middle: float, ours: Vectors, theirs: Vectors) -> float | None:
    """How much two articles repeat each other, 0..1, by their middles and their sentences; None when they do not."""
    between = ours @ theirs.T
    twins = float(min(between.max(axis=1).mean(), between.max(axis=0).mean())) if between.size else 0.0
    if middle < ALIKE and twins < TWINS:
        return None
    return min(max(middle, twins), 1.0)


def _nearest(draft: ArticleText, index: Index, theirs: Vectors) -> Resemblance | None:
    pieces = cut(draft)[1]
    middle = _of_length_one(_vectors(pieces, Kind.WHOLE, MOST_PASSAGES).sum(axis=0, keepdims=True))[0]
    ours = _of_length_one(_vectors(pieces, Kind.SENTENCE, MOST_SENTENCES))
    scores = theirs @ middle
    found = []
    for number in np.flatnonzero(scores >= LOOKED_AT):
        article = index.articles[number]
        alike = likeness(float(scores[number]), ours, sentences(index, int(number))[1])
        if alike is not None and article.title != draft.title:
            found.append(Resemblance(article.id, alike))
    return max(found, key=lambda one: one.score, default=None)


def _vectors(pieces: Sequence[Piece], kind: Kind, most: int) -> Vectors:
    texts = [piece.text for piece in pieces if piece.kind is kind][:most] or [piece.text for piece in pieces][-1:]
    return np.stack([np.hstack([one.minilm, USE_COUNTS * one.use]) for one in encode(texts, {})])


def _of_length_one(rows: Vectors) -> Vectors:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)
