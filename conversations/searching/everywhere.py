"""The best few conversations, customers and articles, for the command palette."""

from collections.abc import Collection, Sequence

from django.db.models import Q
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Right
from assistant.models import Article
from conversations.inbox.listing import pages
from conversations.inbox.listing.filters import Filter
from conversations.inbox.listing.pages import ListedConversation
from conversations.rows import CustomerBrief
from conversations.searching import asked, names

MOST = 5


class ArticleTitle(TypedDict):
    """An article by its title."""

    id: str
    title: str


class SearchResults(TypedDict):
    """The best few of each kind that whoever asks may read."""

    conversations: list[ListedConversation]
    customers: list[CustomerBrief]
    articles: list[ArticleTitle]


def found(typed: str, agent: Agent, *, reads: Collection[Right]) -> SearchResults:
    """At most five conversations with what was found in them, and of customers and articles where `reads` says so."""
    words = asked.plain_words(asked.read(typed))
    return {
        "conversations": _conversations(typed, agent) if words else [],
        "customers": _customers(words) if words and Right.READ_CUSTOMERS in reads else [],
        "articles": _articles(words) if words and Right.READ_KNOWLEDGE in reads else [],
    }


def _conversations(typed: str, agent: Agent) -> list[ListedConversation]:
    found = pages.page(agent, view="all", wanted=Filter(q=typed.strip()), limit=MOST, cursor="")
    return pages.shown(found)


def _customers(words: Sequence[str]) -> list[CustomerBrief]:
    return [{"id": one.id, "name": one.name, "email": one.email or None} for one in names.customers(words, most=MOST)]


def _articles(words: Sequence[str]) -> list[ArticleTitle]:
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
