"""The current index of a tenant, kept in this process until its knowledge changes."""

import hashlib
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

import numpy as np
from django.db.models import Count, Max
from django.utils import timezone

from assistant.encoders import minilm, use
from assistant.encoders.memory import give_back
from assistant.knowledge import lexical
from assistant.knowledge.index import Index, build, cut_of
from assistant.knowledge.passages import ArticleText, cut
from assistant.knowledge.views import Encoded, encode
from assistant.models import Article, Audience, EncodedText, KnowledgeVersion

MOST_TENANTS = 64  # of which a process keeps the index
ENCODERS = f"{minilm.MODEL_SHA256} {use.VERSION}"


@dataclass
class _Shelf:
    """One tenant's index, and the lock under which it is rebuilt."""

    state: tuple[object, ...] = ()
    index: Index | None = None
    texts: frozenset[str] = frozenset()  # of all articles, those that are not valid now included
    until: datetime | None = None  # when the next article becomes valid, or ceases to be
    building: threading.Lock = field(default_factory=threading.Lock)


_shelves: dict[str, _Shelf] = {}
_finding = threading.Lock()


def current_index(schema: str) -> Index:
    """The index of the tenant `schema`, rebuilt when its knowledge changed; to be called inside that tenant."""
    shelf = _shelf(schema)
    with shelf.building:
        state, now = _state(), timezone.now()
        passed = shelf.until is not None and shelf.until <= now
        if shelf.index is None or shelf.state != state or passed:
            shelf.index = _renew(shelf, now)
            shelf.state = state
        return shelf.index


def encode_ahead(articles: Iterable[ArticleText]) -> None:
    """Encode what these articles of the tenant say, so that the next index is built without waiting for it."""
    texts = list(dict.fromkeys(piece.text for article in articles for piece in cut(article)[1]))
    known = _stored(texts)
    new = [text for text in texts if text not in known]
    _store(dict(zip(new, encode(new, {}), strict=True)))


def _shelf(schema: str) -> _Shelf:
    """The shelf of `schema`; the one used longest ago makes room."""
    with _finding:
        shelf = _shelves.pop(schema, None) or _Shelf()
        _shelves[schema] = shelf
        if len(_shelves) > MOST_TENANTS:
            del _shelves[next(iter(_shelves))]
        return shelf


def _state() -> tuple[object, ...]:
    """What changes with the knowledge: its number, and should nobody have raised that, the articles' last change."""
    number = KnowledgeVersion.objects.values_list("number", flat=True).first()
    articles = Article.objects.aggregate(count=Count("pk"), newest=Max("updated_at"))
    return number, articles["count"], articles["newest"]


class _Row(NamedTuple):
    """An article as far as the index looks at it."""

    text: ArticleText
    audience: str
    valid_from: datetime | None
    valid_until: datetime | None

    def may_be_quoted(self, now: datetime) -> bool:
        """Whether it is for customers, and valid `now`."""
        begun = self.valid_from is None or self.valid_from <= now
        return self.audience == Audience.EVERYONE and begun and (self.valid_until is None or now < self.valid_until)

    def next_change(self, now: datetime) -> list[datetime]:
        """When its validity begins or ends, as far as that is to come."""
        return [moment for moment in (self.valid_from, self.valid_until) if moment is not None and moment > now]


def _renew(shelf: _Shelf, now: datetime) -> Index:
    """The index of the articles that customers may read `now`; the vectors of all others are kept beside it."""
    rows = _rows()
    before = shelf.index
    known = before.views.known() if before and before.views else {}
    index = before or Index((), (), None)
    shown = [row.text for row in rows if row.may_be_quoted(now)]
    texts = frozenset(piece.text for row in rows for piece in cut_of(row.text, index))
    known |= _stored(texts - known.keys())
    _forget(texts, shelf.texts)
    built = build(shown, known=known, before=before)
    if built.views is not None:
        _store({text: encoded for text, encoded in built.views.known().items() if text not in known})
    give_back()  # what building it took
    shelf.texts = texts
    shelf.until = min((moment for row in rows for moment in row.next_change(now)), default=None)
    return built


def _rows() -> Sequence[_Row]:
    found = Article.objects.order_by("id").values_list(
        "id", "title", "body", "questions", "audience", "valid_from", "valid_until"
    )
    return [
        _Row(ArticleText(str(key), title, body, tuple(questions)), audience, begins, ends)
        for key, title, body, questions, audience, begins, ends in found
    ]


def _forget(texts: frozenset[str], before: frozenset[str]) -> None:
    """What was erased is erased here; a process that looks for the first time looks at all that is stored."""
    if before:
        gone = [_digest(text) for text in before - texts]
        if gone:
            EncodedText.objects.filter(pk__in=gone).delete()
    else:
        EncodedText.objects.exclude(pk__in=[_digest(text) for text in texts]).delete()


def _stored(texts: Iterable[str]) -> dict[str, Encoded]:
    """Those of `texts` that some process has encoded before."""
    by_digest = {_digest(text): text for text in texts}
    found = {}
    for row in EncodedText.objects.filter(pk__in=list(by_digest)):
        text = by_digest[row.digest]
        near = np.frombuffer(row.minilm, dtype=np.float16).astype(np.float32)
        far = np.frombuffer(row.use, dtype=np.float16).astype(np.float32)
        found[text] = Encoded(near, far, lexical.words(text), lexical.letters(text))
    return found


def _store(encoded: dict[str, Encoded]) -> None:
    EncodedText.objects.bulk_create(
        (
            EncodedText(
                digest=_digest(text),
                minilm=one.minilm.astype(np.float16).tobytes(),
                use=one.use.astype(np.float16).tobytes(),
            )
            for text, one in encoded.items()
        ),
        ignore_conflicts=True,
        batch_size=500,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(f"{ENCODERS}\n{text}".encode()).hexdigest()
