"""The demo's reports are true to its data: five figures worked out once more, from nothing but the raw messages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise
from statistics import mean, median

from conversations.insights import figuring, marks, pricing
from conversations.insights.asking import Asked, zone
from conversations.insights.intervals import Figure
from conversations.insights.periods import Period
from conversations.models import Message
from tenants.models import Tenant
from tests.demo.conftest import NOW

DAYS = 28


@dataclass(frozen=True)
class Talk:
    """A conversation from the customer's first words until it was resolved: who wrote when."""

    said: tuple[tuple[str, datetime], ...]
    ended: datetime | None

    def wait(self, author: str) -> float | None:
        """Seconds from the customer's first words until the author's first ones after them."""
        asked = next(at for who, at in self.said if who == "customer")
        return next(((at - asked).total_seconds() for who, at in self.said if who == author and at >= asked), None)

    @property
    def turns(self) -> int:
        """How often the customer wrote after somebody else, or first of all."""
        authors = ["", *(who for who, _ in self.said)]
        return sum(now == "customer" != before for before, now in pairwise(authors))

    @property
    def authors(self) -> set[str]:
        """Who wrote to the customer."""
        return {who for who, _ in self.said} - {"customer"}


def talks() -> Iterator[Talk]:
    """All of them, read from the log alone; what the assistant says as it passes on is no answer."""
    rows = Message.objects.order_by("conversation_id", "seq").values_list(
        "conversation_id", "kind", "author_kind", "data", "created_at"
    )
    for _, entries in groupby(rows, key=lambda row: row[0]):
        said: list[tuple[str, datetime]] = []
        for _, kind, author, data, at in entries:
            if kind == "text" and not data.get("farewell"):
                said.append((author, at))
            elif kind == "status" and data.get("status") == "resolved":
                yield Talk(tuple(said), at)
                said = []
        if said:
            yield Talk(tuple(said), None)


def test_five_figures_are_what_the_messages_say(in_demo: Tenant) -> None:
    here = zone()
    last = NOW.astimezone(here).date()
    first = last - timedelta(days=DAYS - 1)

    def within(moment: datetime | None) -> bool:
        return moment is not None and first <= moment.astimezone(here).date() <= last

    begun = [one for one in talks() if within(one.said[0][1])]
    ended = [one for one in talks() if within(one.ended)]
    answered = [one for one in ended if one.authors]
    by_hand = {
        "volume": len(begun),
        "customer_turns": mean(one.turns for one in ended),
        "first_reply_assistant": median(w for w in (one.wait("assistant") for one in begun) if w is not None),
        "first_reply_agent": median(w for w in (one.wait("agent") for one in begun) if w is not None),
        "assistant_share": mean(one.authors == {"assistant"} for one in answered),
    }
    asked = Asked(Period(first, last, here), NOW)
    told = figuring.figures(asked, [*by_hand])
    assert len(begun) > 400, "a month of a shop"
    for key, expected in by_hand.items():
        found = told[key]
        assert found is not None
        tolerance = 1.0 if key.startswith("first_reply") else 1e-9  # whole seconds
        assert abs(found.value - expected) <= tolerance, (key, found, expected)


def test_the_charts_begin_where_the_shop_began(in_demo: Tenant) -> None:
    """A note says on which day the first customer wrote: before it there is nothing, on it there is something."""
    day = date.fromisoformat(min(one.said[0][1] for one in talks()).astimezone(zone()).date().isoformat())
    noted = marks.within(Period(day - timedelta(days=7), day + timedelta(days=7), zone()))
    assert [(one["kind"], one["at"][:10]) for one in noted if one["kind"] == "note"] == [("note", day.isoformat())]
    before = Asked(Period(day - timedelta(days=30), day - timedelta(days=1), zone()), NOW)
    assert figuring.figures(before, ["volume"])["volume"] == Figure(0, None, None, 0)
    on = figuring.figures(Asked(Period(day, day, zone()), NOW), ["volume"])["volume"]
    assert on is not None
    assert on.value > 0


def test_what_a_resolution_costs_is_there_to_see(in_demo: Tenant) -> None:
    last = NOW.astimezone(zone()).date()
    asked = Asked(Period(last - timedelta(days=DAYS - 1), last, zone()), NOW, rates=pricing.rates())
    cost = figuring.figures(asked, ["cost_per_resolution"])["cost_per_resolution"]
    assert cost is not None
    assert 0 < cost.value < 20
