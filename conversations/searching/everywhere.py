"""The best few conversations, customers and articles, for the command palette."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from agents.models import Agent
from agents.permissions import Right, rights_of
from assistant.models import Article
from conversations import rows
from conversations.inbox.listing import pages
from conversations.inbox.listing.filters import Filter
from conversations.searching import asked, names

Json = dict[str, Any]
MOST = 5


def found(typed: str, agent: Agent) -> Json:
    """At most five conversations with what was found in them, customers and articles; none where not allowed."""
    words = asked.plain_words(asked.read(typed))
    rights = rights_of(agent)
    return {
        "conversations": _conversations(typed, agent) if words else [],
        "customers": _customers(words) if words and Right.READ_CUSTOMERS in rights else [],
        "articles": _articles(words) if words and Right.READ_KNOWLEDGE in rights else [],
    }


def _conversations(typed: str, agent: Agent) -> list[Json]:
    page = pages.page(agent, view="all", wanted=Filter(q=typed.strip()), limit=MOST, cursor="")
    return [rows.row(row) | {"found": page.found.get(row.id)} for row in page.rows]


def _customers(words: Sequence[str]) -> list[Json]:
    return [{"id": one.id, "name": one.name, "email": one.email or None} for one in names.customers(words, most=MOST)]


def _articles(words: Sequence[str]) -> list[Json]:
    """Those with all words in the title before those with them in the text."""
    titled, written = Q(), Q()
    for word in words:
        titled &= Q(title__icontains=word)
        written &= Q(title__icontains=word) | Q(body__icontains=word)
    first = list(Article.objects.filter(titled).only("id", "title").order_by("-updated_at")[:MOST])
    if len(first) < MOST:
        others = Article.objects.filter(written).exclude(pk__in=[one.pk for one in first])
        first += others.only("id", "title").order_by("-updated_at")[: MOST - len(first)]
    return [{"id": one.id, "title": one.title} for one in first]
