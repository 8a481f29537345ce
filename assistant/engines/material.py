"""The passages that a model is given: it may cite these and nothing else."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant import answering, asking
from assistant.answering import Line
from assistant.engines.reply import Citation
from assistant.knowledge.index import Index
from assistant.knowledge.passages import ArticleText
from assistant.knowledge.views import Query
from assistant.reading import vectors_of
from assistant.settled import Settled

MOST_ARTICLES = 4  # of one search
MOST_QUOTES = 2  # of one article
LONGEST_PASSAGE = 1500  # letters
MOST_PASSAGES = 16
SHORTEST_QUOTE = 8  # letters: fewer stand in any text
DECIDED_SURE = 0.9  # of what a person decided for this customer
LESS_SURE = 0.6  # how the confidence in the best article carries over to those after it

_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Passage:
    """A piece of an article; `sure` is how sure the search is that its article answers."""

    id: str
    article_id: str
    title: str
    text: str
    sure: float


@dataclass
class Material:
    """What was found for this turn so far."""

    index: Index
    language: str
    passages: dict[str, Passage] = field(default_factory=dict)

    def look_up(self, lines: Sequence[Line]) -> None:
        """Find passages for the newest words of the customer."""
        for part in asking.parts(answering.said_in(lines)):
            for text in dict.fromkeys((part.text, part.in_context or part.text)):
                self.search(text)

    def lay_out(self, settled: Sequence[Settled]) -> None:
        """What people decided for this customer comes first: each is a passage with their name for a title."""
        for one in settled:
            self._give("", one.title, one.text[:LONGEST_PASSAGE], DECIDED_SURE)

    def lay_out_article(self, article_id: str) -> None:
        """What a person chose to rest on comes first, too."""
        for article, passages in zip(self.index.articles, self.index.passages, strict=True):
            if article.id == article_id:
                for text in passages[:MOST_ARTICLES]:
                    self._give(article.id, article.title, text[:LONGEST_PASSAGE], DECIDED_SURE)

    def title_of(self, article_id: str) -> str:
        """The title of an article that was laid out; "" for one that is not there."""
        return next((one.title for one in self.passages.values() if one.article_id == article_id), "")

    def search(self, text: str) -> list[Passage]:
        """Find passages for `text`; each keeps the id under which it was first given."""
        mended = self.index.mend(text, language=self.language)
        near, far = vectors_of([mended])
        found = self.index.search(Query(mended, near[0], far[0], self.language), best=MOST_ARTICLES)
        given = []
        for place, hit in enumerate(found.hits):
            sure = found.confidence * (LESS_SURE if place else 1.0)
            texts = [quote.passage for quote in hit.quotes[:MOST_QUOTES]] or [hit.article.title]
            given += [self._give(hit.article.id, hit.article.title, text[:LONGEST_PASSAGE], sure) for text in texts]
        return [passage for passage in given if passage is not None]

    def cited(self, citations: Sequence[Citation]) -> list[Passage]:
        """The passages of those citations whose quoted words stand in them; the others are no citations."""
        found = {}
        for one in citations:
            passage = self.passages.get(one.passage)
            quote = letters(one.quote)
            if passage and len(quote) >= SHORTEST_QUOTE and quote in letters(f"{passage.title} {passage.text}"):
                found[passage.id] = passage
        return list(found.values())

    def _give(self, article_id: str, title: str, text: str, sure: float) -> Passage | None:
        for known in self.passages.values():
            if (known.article_id, known.text) == (article_id, text):
                return known
        if len(self.passages) >= MOST_PASSAGES:
            return None
        made = Passage(f"p{len(self.passages) + 1}", article_id, title, text, sure)
        self.passages[made.id] = made
        return made


def nearest_passage(index: Index, article_id: str, question: str) -> tuple[ArticleText, str] | None:
    """The article with this id, and its passage that is nearest to the question; None where there is none."""
    for article, passages in zip(index.articles, index.passages, strict=True):
        if article.id != article_id:
            continue
        texts = [text for text in passages if text] or [article.title]
        near, far = vectors_of([question, *texts])
        closeness = near[1:] @ near[0] + far[1:] @ far[0]
        return article, texts[int(closeness.argmax())]
    return None


def letters(text: str) -> str:
    """`text` as its letters and digits alone, so that no sign, space or case tells two quotes apart."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text)).casefold()
