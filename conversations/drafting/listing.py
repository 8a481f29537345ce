"""Pages of the drafts that wait, each with the words that it answers, in one query."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext

from conversations.drafting import drafts
from conversations.models import Draft, Message
from tenants import cursors
from tenants.errors import ParameterError


def page(*, kind: str | None, limit: int, cursor: str) -> tuple[list[Draft], str | None]:
    """A page of at most `limit` drafts and the cursor of the next page, or None at the end."""
    found = with_asked(drafts.waiting())
    if kind is not None:
        found = found.filter(kind=kind)
    begin = _place(cursor)
    rows = list(found[begin : begin + limit + 1])
    return rows[:limit], str(begin + limit) if len(rows) > limit else None


def with_asked(found: QuerySet[Draft]) -> QuerySet[Draft]:
    """The same drafts, each with the customer's words, as `showing.row` shows them."""
    asked = Message.objects.filter(conversation=OuterRef("conversation"), seq=OuterRef("asked_seq"))
    return found.annotate(asked_text=Subquery(asked.values("text")[:1]))


def _place(cursor: str) -> int:
    """What waits for minutes is a short list: a place in it will do."""
    if not cursor:
        return 0
    if not cursor.isdecimal() or int(cursor) > 100_000:
        raise ParameterError(gettext(cursors.NOT_OURS), param="cursor")
    return int(cursor)
