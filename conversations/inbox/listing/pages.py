"""Pages of the list: a view, narrowed by a filter, in its order; or the best of what a search finds in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext

from conversations import log, reach
from conversations.access import Reader
from conversations.inbox.listing import filters, orders, views
from conversations.inbox.listing.filters import Filter
from conversations.models import Conversation
from conversations.rows import ConversationRow, row
from conversations.searching import excerpts, searching
from conversations.searching.excerpts import SearchHit
from tenants import cursors, ids
from tenants.errors import ParameterError

RANKED = "ranked"


@dataclass(frozen=True)
class Page:
    """Some rows, what the search found in each by the row's id, and the cursor of the next page; None on the last."""

    rows: list[Conversation]
    next_cursor: str | None
    found: Mapping[str, SearchHit] = field(default_factory=dict)


class ListedConversation(ConversationRow):
    """A conversation as a list shows it, with what a search found in it."""

    found: SearchHit | None
    """Null where nothing was searched."""


def shown(page: Page) -> list[ListedConversation]:
    """The page as clients read it."""
    return [{**row(one), "found": page.found.get(one.id)} for one in page.rows]


def page(reader: Reader, *, view: str, wanted: Filter, limit: int, cursor: str) -> Page:
    """A page of at most `limit` conversations.

    Waiting conversations come in the order in which they should be taken, those with clocks by what is due next, all
    others newest first; what a search found, the best first.
    """
    if wanted.q:
        return _found(reader, view, wanted, limit=limit, cursor=cursor)
    order = views.VIEWS[view].order
    ordered = order.of(rows_of(reader, view, wanted).select_related(*log.LOADED), order.read(cursor))
    rows = list(ordered[: limit + 1])
    return Page(rows[:limit], order.cursor(rows[limit - 1]) if len(rows) > limit else None)


def rows_of(reader: Reader, view: str, wanted: Filter) -> QuerySet[Conversation]:
    """What the view holds of what the filter lets through and the plan shows, the words aside.

    "all" means what is not over, unless the filter names states or something is searched.
    """
    return reach.within(_rows(reader, view, wanted))


def _rows(reader: Reader, view: str, wanted: Filter) -> QuerySet[Conversation]:
    everything = view == "all" and bool(wanted.status or wanted.q)
    rows = Conversation.objects.all() if everything else views.VIEWS[view].rows(reader)
    return rows.filter(filters.condition(wanted, reader))


def ids_of(reader: Reader, *, view: str, wanted: Filter, most: int) -> list[str]:
    """The ids of all that a list shows, at most `most`, in its order."""
    if wanted.q:
        return [ids.encode("conv", hit.conversation_id) for hit in _ranked(reader, view, wanted)[0][:most]]
    ordered = views.VIEWS[view].order.of(rows_of(reader, view, wanted), None)
    return list(ordered.values_list("pk", flat=True)[:most])


def _ranked(reader: Reader, view: str, wanted: Filter) -> Any:
    since, rows = reach.begins(), _rows(reader, view, wanted)
    return searching.search(
        wanted.q,
        base=rows if since is None else rows.filter(reach.shown(since)),
        whole=since is None and view == "all" and not wanted.without_words(),
        languages=searching.languages_of(reader),
    )


def _found(reader: Reader, view: str, wanted: Filter, *, limit: int, cursor: str) -> Page:
    skipped = _skipped(cursor)
    hits, looked = _ranked(reader, view, wanted)
    shown = hits[skipped : skipped + limit]
    by_id = {
        row.id: row
        for row in Conversation.objects.select_related(*log.LOADED).filter(
            pk__in=[ids.encode("conv", hit.conversation_id) for hit in shown]
        )
    }
    rows = [by_id[key] for hit in shown if (key := ids.encode("conv", hit.conversation_id)) in by_id]
    marked = excerpts.of(shown, looked) if looked else {}
    found = {ids.encode("conv", key): excerpt for key, excerpt in marked.items()}
    more = len(hits) > skipped + limit
    return Page(rows, orders.pack(RANKED, [skipped + limit]) if more else None, found)


def _skipped(cursor: str) -> int:
    if not cursor:
        return 0
    values = orders.unpack(RANKED, cursor)
    if len(values) != 1 or not isinstance(values[0], int) or values[0] < 0:
        raise ParameterError(gettext(cursors.NOT_OURS), param="cursor")
    return values[0]
