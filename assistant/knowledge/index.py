"""The search over a tenant's articles: one weighted score, one hit per article, and how sure the best one is."""

import re
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np

from assistant.knowledge import confidence, lexical, spelling, weights
from assistant.knowledge.passages import ArticleText, Kind, Piece, cut
from assistant.knowledge.views import ENGLISH, Encoded, Query, Vectors, Views, arrange

USUAL_THRESHOLD = 0.5
LOWEST_THRESHOLD, HIGHEST_THRESHOLD = 0.35, 0.65
FEWEST_QUESTIONS = 10  # own questions from which a threshold of the tenant's own is drawn
LEADS = 0.15  # similarity that the first passage of an article gets on top: it holds the main point
REFUSED_SHARE = 0.1  # of the tenant's own questions
MOST_QUESTIONS = 60

Cut = tuple[tuple[str, ...], tuple[Piece, ...]]

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Quote:
    """A passage in Markdown, and its sentence that is nearest to the question ("" when it has but one)."""

    passage: str
    sentence: str


@dataclass(frozen=True)
class Hit:
    """An article that may answer, with its passages, nearest first (none where the article has no body)."""

    article: ArticleText
    quotes: tuple[Quote, ...]
    score: float
    nearness: float  # cosine of its nearest text in the view that reads the question's language


@dataclass(frozen=True)
class Found:
    """The best hits, best first; `confidence` is the probability that the first one answers."""

    hits: tuple[Hit, ...]
    confidence: float


@dataclass(frozen=True)
class Index:
    """The knowledge of one tenant, ready to be searched; `threshold` is the confidence from which it may answer."""

    articles: tuple[ArticleText, ...]
    passages: tuple[tuple[str, ...], ...]
    views: Views | None  # None when there are no articles
    threshold: float = USUAL_THRESHOLD

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the articles, lower case."""
        pieces = self.views.pieces if self.views else ()
        return frozenset(word for piece in pieces for word in _WORD.findall(piece.text.lower()))

    @cached_property
    def _terms(self) -> tuple[frozenset[int], ...]:
        """Hashed single words of each article."""
        return tuple(
            frozenset(_hashes(f"{article.title} {' '.join(article.questions)} {article.body}"))
            for article in self.articles
        )

    @cached_property
    def cuts(self) -> Mapping[ArticleText, Cut]:
        """The articles as they are cut here: passages and pieces."""
        pieces = (
            [tuple(piece for _, piece in self.views.of_article(number)) for number in range(len(self.articles))]
            if self.views
            else []
        )
        return dict(zip(self.articles, zip(self.passages, pieces, strict=True), strict=True))

    def mend(self, text: str, *, language: str) -> str:
        """`text` with misspelled English words replaced by those of the articles."""
        return spelling.mend(text, self.words) if language == ENGLISH else text

    def search(self, query: Query, *, best: int = 10) -> Found:
        """The `best` articles for `query` and the confidence in the first."""
        if self.views is None:
            return Found((), 0.0)
        similarities, to_pieces = self.views.similarities(query)
        return self._found(query, similarities, to_pieces, best)

    def search_without(self, place: int) -> Found:
        """What the piece at `place` finds when it is asked and no longer stands in its article."""
        if self.views is None:
            return Found((), 0.0)
        query, similarities, to_pieces = self.views.without(place)
        return self._found(query, similarities, to_pieces, best=1)

    def _found(self, query: Query, similarities: Vectors, to_pieces: Vectors, best: int) -> Found:
        fitted = weights.of_language(query.language)
        scores = similarities @ fitted.views
        order = np.argsort(-scores)[:best]
        signs = self.signs(query, similarities, scores)
        sure = fitted.probability(signs, query)
        near = similarities[:, confidence.nearest_column(query.language)]
        hits = tuple(self._hit(int(number), float(scores[number]), float(near[number]), to_pieces) for number in order)
        return Found(hits, sure)

    def signs(self, query: Query, similarities: Vectors, scores: Vectors) -> Vectors:
        """What speaks for the best article (see `confidence.SIGNS`)."""
        asked = set(_hashes(query.text))
        return confidence.signs(
            similarities,
            scores,
            covered=self._covered(asked, self._terms[int(np.argmax(scores))]),
            length=len(asked),
        )

    def _covered(self, asked: set[int], stands: frozenset[int]) -> float:
        weight = {term: self._rarity.get(term, self._rarest) for term in asked}
        total = sum(weight.values())
        return sum(weight[term] for term in asked & stands) / total if total else 0.0

    @cached_property
    def _rarity(self) -> dict[int, float]:
        count: dict[int, int] = {}
        for terms in self._terms:
            for term in terms:
                count[term] = count.get(term, 0) + 1
        return {term: float(np.log((1 + len(self._terms)) / number)) for term, number in count.items()}

    @property
    def _rarest(self) -> float:
        return float(np.log(1 + len(self._terms)))

    def _hit(self, number: int, score: float, nearness: float, to_pieces: Vectors) -> Hit:
        """Passages by their nearest sentence, the passage as a whole counting half; the first of an article leads."""
        sentences: dict[int, list[tuple[float, str]]] = defaultdict(list)
        value: dict[int, float] = {}
        for place, piece in self.views.of_article(number) if self.views else ():
            near = float(to_pieces[place].sum())
            if piece.kind is Kind.WHOLE and piece.passage >= 0:
                value[piece.passage] = near / 2 + (LEADS if piece.passage == 0 else 0.0)
            elif piece.kind is Kind.SENTENCE:
                sentences[piece.passage].append((near, piece.text))
        for passage, found in sentences.items():
            value[passage] += max(found)[0]
        quotes = [
            Quote(
                self.passages[number][passage],
                max(sentences[passage])[1] if len(sentences[passage]) > 1 else "",
            )
            for passage in sorted(value, key=lambda passage: -value[passage])
        ]
        return Hit(self.articles[number], tuple(quotes), score, nearness)


def build(
    passages: Sequence[ArticleText],
    *,
    known: Mapping[str, Encoded] = MappingProxyType({}),
    before: Index | None = None,
) -> Index:
    """Index the articles; texts that are `known` (see `Views.known`) and articles cut `before` are not done again."""
    done = before.cuts if before else {}
    pieces_of = [done.get(article) or cut(article) for article in passages]
    kept = [number for number, (_, pieces) in enumerate(pieces_of) if any(piece.text for piece in pieces)]
    articles = tuple(passages[number] for number in kept)
    if not articles:
        return Index((), (), None)
    views = arrange([pieces_of[number][1] for number in kept], known)
    index = Index(articles, tuple(pieces_of[number][0] for number in kept), views)
    return replace(index, threshold=_own_threshold(index))


def cut_of(article: ArticleText, index: Index) -> tuple[Piece, ...]:
    """The pieces of `article`, from `index` if it stands there unchanged."""
    return (index.cuts.get(article) or cut(article))[1]


def _hashes(text: str) -> list[int]:
    return [zlib.crc32(word.encode()) % lexical.BUCKETS for word in _WORD.findall(text.lower())]


def _own_threshold(index: Index) -> float:
    """The confidence that all but REFUSED_SHARE of the tenant's own questions reach, each asked without itself."""
    sure: list[float] = []
    for article, place in index.views.own_questions(MOST_QUESTIONS) if index.views else ():
        found = index.search_without(place)
        sure.append(found.confidence if found.hits[0].article is index.articles[article] else 0.0)
    if len(sure) < FEWEST_QUESTIONS:
        return USUAL_THRESHOLD
    return float(np.clip(np.quantile(sure, REFUSED_SHARE), LOWEST_THRESHOLD, HIGHEST_THRESHOLD))
