"""The current index of a tenant, kept in this process until its knowledge changes."""

import threading
from dataclasses import dataclass, field

from assistant.knowledge.index import Index, build
from assistant.knowledge.passages import ArticleText
from assistant.models import Article, KnowledgeVersion

MOST_TENANTS = 64  # of which a process keeps the index


@dataclass
class _Shelf:
    """One tenant's index, and the lock under which it is rebuilt."""

    version: int = 0
    index: Index | None = None
    building: threading.Lock = field(default_factory=threading.Lock)


_shelves: dict[str, _Shelf] = {}
_finding = threading.Lock()


def current_index(schema: str) -> Index:
    """The index of the tenant `schema`, rebuilt when its knowledge changed; to be called inside that tenant."""
    shelf = _shelf(schema)
    with shelf.building:
        version = KnowledgeVersion.objects.values_list("number", flat=True).first() or 0
        if shelf.index is None or shelf.version != version:
            shelf.index = build(_articles(), previous=shelf.index)
            shelf.version = version
        return shelf.index


def _shelf(schema: str) -> _Shelf:
    """The shelf of `schema`; the one used longest ago makes room."""
    with _finding:
        shelf = _shelves.pop(schema, None) or _Shelf()
        _shelves[schema] = shelf
        if len(_shelves) > MOST_TENANTS:
            del _shelves[next(iter(_shelves))]
        return shelf


def _articles() -> list[ArticleText]:
    rows = Article.objects.order_by("id").values_list("id", "title", "body", "questions")
    return [ArticleText(str(key), title, body, tuple(questions)) for key, title, body, questions in rows]
