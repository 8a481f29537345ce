"""The current index of a tenant, kept in this process until its knowledge changes."""

import hashlib
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from django.db.models import Count, Max

from assistant.encoders import minilm, use
from assistant.knowledge import lexical
from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText, cut
from assistant.knowledge.views import Encoded, encode
from assistant.models import Article, EncodedText, KnowledgeVersion

MOST_TENANTS = 64  # of which a process keeps the index
ENCODERS = f"{minilm.MODEL_SHA256} {use.VERSION}"


@dataclass
class _Shelf:
    """One tenant's index, and the lock under which it is rebuilt."""

    state: tuple[object, ...] = ()
    index: Index | None = None
    building: threading.Lock = field(default_factory=threading.Lock)


_shelves: dict[str, _Shelf] = {}
_finding = threading.Lock()


def current_index(schema: str) -> Index:
    """The index of the tenant `schema`, rebuilt when its knowledge changed; to be called inside that tenant."""
    shelf = _shelf(schema)
    with shelf.building:
        state = _state()
        if shelf.index is None or shelf.state != state:
            shelf.index = _rebuilt(shelf.index)
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


def _rebuilt(previous: Index | None) -> Index:
    rows = Article.objects.order_by("id").values_list("id", "title", "body", "questions")
    articles = [ArticleText(str(key), title, body, tuple(questions)) for key, title, body, questions in rows]
    texts = {piece.text for article in articles for piece in cut(article)[1]}
    known = previous.views.known() if previous and previous.views else {}
    known |= _stored(texts - known.keys())
    EncodedText.objects.exclude(pk__in=[_digest(text) for text in texts]).delete()  # what was erased is erased here
    index = build(articles, known=known)
    if index.views is not None:
        _store({text: encoded for text, encoded in index.views.known().items() if text not in known})
    return index


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
