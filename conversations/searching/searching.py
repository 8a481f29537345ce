"""The search: conversations that have what is asked, the best first."""

import uuid
from collections.abc import Sequence

from django.db.models import QuerySet

from agents.models import Agent
from agents.tokens import Token
from conversations.access import Reader
from conversations.models import Conversation, Customer, Message, Note
from conversations.searching import asked, hits, names, wanted
from conversations.searching.asked import Asked, Term
from conversations.searching.hits import Bounds, Hit
from conversations.searching.wanted import Wanted
from tenants import ids
from tenants.current import connection

FEW = 10  # with fewer conversations, words that stand apart from each other are looked for, too
ANCHORS = 100  # conversations that are looked at for the other words
SCORE_APART = 0.3
LANGUAGES = ("en",)
APART = f"""
SELECT talk.id FROM unnest(%s::uuid[]) AS talk(id)
WHERE EXISTS (SELECT FROM {Message._meta.db_table} AS it WHERE it.conversation_id = talk.id AND it.kind = 'text'
              AND {hits.WORDS.format(table="it")} @@ %s::tsquery)
   OR EXISTS (SELECT FROM {Note._meta.db_table} AS it WHERE it.conversation_id = talk.id
              AND {hits.WORDS.format(table="it")} @@ %s::tsquery)
"""  # noqa: S608


def languages_of(reader: Reader) -> Sequence[str]:
    """The languages in which the reader's words are stemmed."""
    if isinstance(reader, Token):
        return LANGUAGES
    return [*reader.languages, *LANGUAGES] if isinstance(reader, Agent) else LANGUAGES


def search(
    typed: str, *, base: QuerySet[Conversation], whole: bool, languages: Sequence[str] = LANGUAGES
) -> tuple[list[Hit], Wanted | None]:
    """The best conversations of `base`, and what was looked for, to mark it; `whole` says that `base` is all of them.

    At most `hits.MOST` of each kind are weighed, the newest.
    """
    read = asked.read(typed)
    if not read:
        return [], None
    looked = wanted.of(read, languages=languages)
    if not looked:
        return [], None
    bounds = Bounds.of(None if whole else base)
    found = [
        *hits.said(looked, bounds=bounds),
        *hits.noted(looked, bounds=bounds),
        *names.found(read, base=base),
    ]
    ranked = hits.best(found)
    if len(ranked) < FEW and len(looked.groups) > 1 and not read.without:
        known = {hit.conversation_id for hit in ranked}
        ranked += [hit for hit in _apart(read, looked, base=base, bounds=bounds) if hit.conversation_id not in known]
    return ranked, looked


def _apart(read: Asked, looked: Wanted, *, base: QuerySet[Conversation], bounds: Bounds) -> list[Hit]:
    """Conversations in which the words stand in several entries, or some of them in the customer's name."""
    named = [_of_customers(group, base) for group in read.groups]
    said = [_saying(group, bounds) for group in looked.groups]
    rarest = min(said, key=len)
    kept = list(dict.fromkeys([*(talk for talks in named for talk in talks), *rarest]))
    for group, with_name, with_words in zip(looked.groups, named, said, strict=True):
        sure = {*with_name, *with_words}
        having = {*sure, *_having([talk for talk in kept if talk not in sure], group)}
        kept = [talk for talk in kept if talk in having]
    return [Hit(talk, SCORE_APART, "apart") for talk in kept]


def _of_customers(group: Sequence[Term], base: QuerySet[Conversation]) -> list[uuid.UUID]:
    """Conversations with customers of whom one of these is the name."""
    who: list[Customer] = [one for term in group for one in names.customers([term.words], most=ANCHORS)]
    if not who:
        return []
    newest = base.filter(customer__in=who).order_by("-id").values_list("pk", flat=True)[:ANCHORS]
    return [ids.decode("conv", key) for key in newest]


def _saying(group: str, bounds: Bounds) -> list[uuid.UUID]:
    found = hits.said(wanted.alone(group), bounds=bounds, most=ANCHORS)
    return list(dict.fromkeys(hit.conversation_id for hit in found))


def _having(talks: Sequence[uuid.UUID], group: str) -> list[uuid.UUID]:
    """Those of the conversations in which somebody said or noted it."""
    if not talks:
        return []
    with connection.cursor() as cursor:
        cursor.execute(APART, [list(talks), group, group])
        return [talk for (talk,) in cursor.fetchall()]
