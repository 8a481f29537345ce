"""How near a question is to each article, seen by two encoders, by words and by letters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.encoders import minilm, use
from assistant.knowledge import lexical
from assistant.knowledge.passages import Kind, Piece
from assistant.reading import halfway_of

Vectors = NDArray[np.float32]

ENGLISH = "en"  # the language that MiniLM reads

# minilm and use: the encoders; words and letters: TF-IDF.
# best: the nearest text of an article; whole: its nearest passage with the title; asked, mean: the middle of its titles
# and questions, and of its passages
FEATURES = (
    "minilm_best", "minilm_whole", "use_best", "use_whole",
    "words_best", "words_whole", "letters_best", "letters_whole",
    "minilm_asked", "minilm_mean", "use_asked", "use_mean",
)  # fmt: skip


@dataclass(frozen=True)
class Query:
    """A question with its vectors."""

    text: str
    minilm: Vectors
    use: Vectors
    language: str = ENGLISH

    @cached_property
    def halfway(self) -> Vectors:
        """What MiniLM held of the text halfway."""
        return halfway_of(self.text)


@dataclass(frozen=True)
class Encoded:
    """A text in all views, kept so that a rebuild encodes only what is new."""

    minilm: Vectors
    use: Vectors
    words: lexical.Terms
    letters: lexical.Terms


@dataclass(frozen=True)
class Views:
    """All pieces of all articles, ordered by article."""

    pieces: tuple[Piece, ...]
    starts: NDArray[np.int64]  # first piece of each article
    whole: NDArray[np.bool_]  # which pieces are WHOLE
    middles: tuple[Vectors, ...]  # one row per article for each of the last four FEATURES
    minilm: Vectors
    use: Vectors
    terms: tuple[tuple[lexical.Terms, lexical.Terms], ...]  # words and letters of each piece
    worded: NDArray[np.int64]  # numbers of the pieces in the lexical views: all but sentences
    words: lexical.LexicalView
    letters: lexical.LexicalView

    def known(self) -> dict[str, Encoded]:
        """The texts in here, for the next rebuild."""
        rows = zip(self.pieces, self.minilm, self.use, self.terms, strict=True)
        return {piece.text: Encoded(near, far, *terms) for piece, near, far, terms in rows}

    def of_article(self, number: int) -> Iterator[tuple[int, Piece]]:
        """The pieces of an article with their places."""
        end = int(self.starts[number + 1]) if number + 1 < len(self.starts) else len(self.pieces)
        for place in range(int(self.starts[number]), end):
            yield place, self.pieces[place]

    def own_questions(self, most: int) -> list[tuple[int, int]]:
        """Article and place of at most `most` questions, evenly drawn, that have a body to be found by without them."""
        found = []
        for number in range(len(self.starts)):
            pieces = list(self.of_article(number))
            if any(piece.passage >= 0 for _, piece in pieces):
                found += [(number, place) for place, piece in pieces[1:] if piece.kind is Kind.SHORT]
        step = max(1, -(-len(found) // most))
        return found[::step]

    def similarities(self, query: Query) -> tuple[Vectors, Vectors]:
        """Of `query` to each article, one column for each of FEATURES; and to each piece, by both encoders."""
        return self._similarities(query, without=None)

    def without(self, place: int) -> tuple[Query, Vectors, Vectors]:
        """The piece at `place` as a query, and its similarities as if it did not stand in its article."""
        query = Query(self.pieces[place].text, self.minilm[place], self.use[place])
        return query, *self._similarities(query, without=place)

    def _similarities(self, query: Query, without: int | None) -> tuple[Vectors, Vectors]:
        near = self.minilm @ query.minilm
        far = self.use @ query.use
        words, letters = np.zeros_like(near), np.zeros_like(near)
        words[self.worded] = self.words.similarity(lexical.words(query.text))
        letters[self.worded] = self.letters.similarity(lexical.letters(query.text))
        columns = []
        for view in (near, far, words, letters):
            if without is not None:
                view[without] = -1.0
            columns.append(np.maximum.reduceat(view, self.starts))
            columns.append(np.maximum.reduceat(np.where(self.whole, view, -1.0), self.starts))
        middles = self.middles if without is None else self._middles_without(without)
        for middle, vector in zip(middles, (query.minilm, query.minilm, query.use, query.use), strict=True):
            columns.append(middle @ vector)
        return np.stack(columns, axis=1).astype(np.float32), np.stack([near, far], axis=1)

    def _middles_without(self, place: int) -> tuple[Vectors, ...]:
        """The middles as they were if the question at `place` did not stand in its article."""
        number = int(np.searchsorted(self.starts, place, side="right")) - 1
        others = [other for other, piece in self.of_article(number) if piece.kind is Kind.SHORT and other != place]
        minilm_asked, use_asked = self.middles[0].copy(), self.middles[2].copy()
        minilm_asked[number] = _middle(self.minilm[others])
        use_asked[number] = _middle(self.use[others])
        return minilm_asked, self.middles[1], use_asked, self.middles[3]


def _middle(vectors: Vectors) -> Vectors:
    """The direction in which `vectors` point together; zeros when there are none."""
    summed = vectors.sum(axis=0)
    return np.asarray(summed / max(float(np.linalg.norm(summed)), 1e-9), dtype=np.float32)


def _middles(vectors: Vectors, articles: Sequence[Sequence[Piece]], kind: Kind) -> Vectors:
    place, rows = 0, []
    for article in articles:
        rows.append(_middle(vectors[[place + number for number, piece in enumerate(article) if piece.kind is kind]]))
        place += len(article)
    return np.stack(rows)


def arrange(articles: Sequence[Sequence[Piece]], known: Mapping[str, Encoded]) -> Views:
    """The views of `articles`, each given as its pieces (at least one each); `known` texts are not encoded again."""
    pieces = tuple(piece for article in articles for piece in article)
    encoded = encode([piece.text for piece in pieces], known)
    worded = [number for number, piece in enumerate(pieces) if piece.kind is not Kind.SENTENCE]
    near, far = np.stack([one.minilm for one in encoded]), np.stack([one.use for one in encoded])
    return Views(
        pieces=pieces,
        starts=np.cumsum([0, *(len(article) for article in articles[:-1])]).astype(np.int64),
        whole=np.array([piece.kind is Kind.WHOLE for piece in pieces]),
        middles=tuple(
            _middles(vectors, articles, kind) for vectors in (near, far) for kind in (Kind.SHORT, Kind.WHOLE)
        ),
        minilm=near,
        use=far,
        terms=tuple((one.words, one.letters) for one in encoded),
        worded=np.array(worded, dtype=np.int64),
        words=lexical.view([encoded[number].words for number in worded]),
        letters=lexical.view([encoded[number].letters for number in worded]),
    )


def encode(texts: Sequence[str], known: Mapping[str, Encoded]) -> list[Encoded]:
    """`texts` in all views, taking those that are `known` from there."""
    new = list(dict.fromkeys(text for text in texts if text not in known))
    rows = zip(new, minilm.encode(new), use.encode(new), strict=True)
    made = {text: Encoded(near, far, lexical.words(text), lexical.letters(text)) for text, near, far in rows}
    return [made[text] if text in made else known[text] for text in texts]
