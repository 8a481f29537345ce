"""What a customer wants, among the tenant's topics: fitted from its intents, kept in this process until they change."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from django.db.models import Count, Max

from assistant import examples, intents
from assistant.intents import USE_COUNTS, Intents, Numbers, Pair
from assistant.models import Intent
from assistant.reading import Reading, vectors_of

FEWEST_EXAMPLES = 3  # a topic with less is not looked for
A_HANDFUL = 8  # topics up to which nearness alone tells them apart: they are too few for a softmax to learn from
NEIGHBOURS = 2  # examples that a text is held against
NEAR = 0.46  # their mean cosine; on BANKING77 it takes 91% with 4 examples and 97% with 10, and of siblings a third
MOST_FOR_RIDGE = 3000  # examples for which a worker has room: a table of 36 MB
MOST_TENANTS = 64  # of which a process keeps the topics


@dataclass(frozen=True)
class Topic:
    """An intent of the tenant; `mode` is empty where the topic goes as the whole assistant does."""

    id: str
    name: str
    mode: str


class Finder(Protocol):
    """Finds the place of a topic, or None."""

    def find(self, text: str, read: Pair) -> int | None:
        """The topic's place for a text with these vectors, of one row each."""


@dataclass(frozen=True)
class Nearest:
    """The topic whose nearest examples are near enough."""

    read: Pair
    of: tuple[int, ...]  # the topic of each example

    def find(self, _text: str, read: Pair) -> int | None:
        """The topic with the nearest examples."""
        cosines = (self.read[0] @ read[0][0] + USE_COUNTS**2 * (self.read[1] @ read[1][0])) / (1 + USE_COUNTS**2)
        places = np.array(self.of)
        near = [float(np.sort(cosines[places == place])[-NEIGHBOURS:].mean()) for place in range(max(self.of) + 1)]
        best = int(np.argmax(near))
        return best if near[best] >= NEAR else None


@dataclass(frozen=True)
class Fitted:
    """The topic that a fitted model is sure of."""

    model: Intents
    places: tuple[str, ...]  # the label of each topic

    def find(self, text: str, read: Pair) -> int | None:
        """The topic that the model accepts."""
        guess = self.model.guess([text], read=read)[0]
        return self.places.index(guess.label) if guess.accepted else None


@dataclass(frozen=True)
class Topics:
    """The tenant's topics, ready to be looked for."""

    topics: tuple[Topic, ...] = ()
    finder: Finder | None = None

    def topic_of(self, read: Reading) -> Topic | None:
        """The topic of the newest text that was read; None when it is none of them."""
        if self.finder is None or not len(read.vectors):
            return None
        place = self.finder.find(read.newest, (read.vectors[-1:], read.vectors_use[-1:]))
        return None if place is None else self.topics[place]


@dataclass
class _Shelf:
    """One tenant's topics, and the lock under which they are fitted."""

    state: tuple[object, ...] | None = None
    topics: Topics = field(default_factory=Topics)
    fitting: threading.Lock = field(default_factory=threading.Lock)


_shelves: dict[str, _Shelf] = {}
_finding = threading.Lock()


def current(schema: str) -> Topics:
    """The topics of the tenant `schema`, fitted anew when they changed; to be called inside that tenant."""
    shelf = _shelf(schema)
    with shelf.fitting:
        state = _state()
        if shelf.state != state:
            shelf.topics = fit(list(Intent.objects.order_by("id")))
            shelf.state = state
        return shelf.topics


def fit(rows: Sequence[Intent]) -> Topics:
    """Learn the topics that have examples enough."""
    known = [row for row in rows if len(row.examples) >= FEWEST_EXAMPLES]
    if not known:
        return Topics()
    pairs = [examples.vectors_of(row) for row in known]
    read = (_below([near for near, _ in pairs]), _below([far for _, far in pairs]))
    of = tuple(place for place, row in enumerate(known) for _ in row.examples)
    topics = tuple(Topic(str(row.id), row.name, row.mode) for row in known)
    if len(known) <= A_HANDFUL:
        return Topics(topics, Nearest(read, of))
    texts, names = [text for row in known for text in row.examples], [row.name for row in known]
    ids = tuple(topic.id for topic in topics)
    labels = [*(ids[place] for place in of), *ids]
    near, far = vectors_of(names)
    together = _below([read[0], near]), _below([read[1], far])
    fitted = intents.fit([*texts, *names], labels, read=together, most_for_ridge=MOST_FOR_RIDGE)
    return Topics(topics, Fitted(fitted, ids))


def _below(parts: Sequence[Numbers]) -> Numbers:
    return np.vstack(parts)


def _shelf(schema: str) -> _Shelf:
    """The shelf of `schema`; the one used longest ago makes room."""
    with _finding:
        shelf = _shelves.pop(schema, None) or _Shelf()
        _shelves[schema] = shelf
        if len(_shelves) > MOST_TENANTS:
            del _shelves[next(iter(_shelves))]
        return shelf


def _state() -> tuple[object, ...]:
    found = Intent.objects.aggregate(count=Count("pk"), newest=Max("updated_at"))
    return found["count"], found["newest"]
