"""Conversations found by what stands beside the words: names and addresses, order numbers, tags, subjects."""

from collections.abc import Sequence

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet

from assistant.models import Order
from conversations.models import Conversation, Customer
from conversations.models.conversation import NAMED
from conversations.searching import asked
from conversations.searching.asked import Asked
from conversations.searching.hits import Hit
from tenants import ids

MOST_CUSTOMERS = 200
MOST = 500  # conversations
SHORTEST_NUMBER = 4  # letters and digits of an order number
SCORES = {"order": 1.4, "customer": 1.0, "tag": 0.9, "subject": 0.8}


def customers(words: Sequence[str], *, most: int = MOST_CUSTOMERS) -> QuerySet[Customer]:
    """Customers in whose name or address each of the words begins a word."""
    found = Customer.objects.annotate(named=NAMED)
    for word in words:
        found = found.filter(named=SearchQuery(_beginning(word), search_type="raw", config="simple"))
    return found.order_by("-id")[:most]


def found(read: Asked, *, base: QuerySet[Conversation]) -> list[Hit]:
    """The conversations of `base` that have all that is asked in one of these places."""
    words = asked.plain_words(read)
    if read.without or any(len(group) > 1 for group in read.groups):
        return []  # who leaves out or offers words searches in what was said
    return [
        *_hits("customer", base.filter(customer__in=list(customers(words).values_list("pk", flat=True)))),
        *_hits("order", _by_orders(words, base)),
        *_by_row(words, base),
    ]


def _by_orders(words: Sequence[str], base: QuerySet[Conversation]) -> QuerySet[Conversation]:
    number = words[0] if len(words) == 1 else ""
    if len(number) < SHORTEST_NUMBER or not any(letter.isdigit() for letter in number):
        return base.none()
    mails = Order.objects.filter(number__istartswith=number).exclude(email="").values_list("email", flat=True)
    return base.filter(customer__email__in=list(mails[:MOST_CUSTOMERS]))


def _by_row(words: Sequence[str], base: QuerySet[Conversation]) -> list[Hit]:
    """By tag or subject, in one go: no index holds either, since every message would write it."""
    tag = " ".join(words).lower()
    subject = ~Q(subject="")
    for word in words:
        subject &= Q(subject__icontains=word)
    newest = base.filter(Q(tags__contains=[tag]) | subject).order_by("-id").values_list("pk", "tags")[:MOST]
    return [_hit("tag" if tag in tags else "subject", key, place) for place, (key, tags) in enumerate(newest)]


def _hits(where: str, rows: QuerySet[Conversation]) -> list[Hit]:
    if rows.query.is_empty():
        return []
    newest = rows.order_by("-id").values_list("pk", flat=True)[:MOST]
    return [_hit(where, key, place) for place, key in enumerate(newest)]


def _hit(where: str, key: str, place: int) -> Hit:
    return Hit(ids.decode("conv", key), SCORES[where] / (1 + place / MOST), where)


def _beginning(word: str) -> str:
    quoted = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}':*"
