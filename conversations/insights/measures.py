"""How a metric becomes a number: which episodes it counts, and what the database adds up of them for its figure.

Each measure names its sums (`sums`), makes a figure of them (`figure`), and says for one episode whether it counts,
whether it is a hit, and its own value, so that the list behind a number is the number's own.
"""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg, RegrAvgX, RegrAvgY, RegrCount, RegrSXX, RegrSXY, RegrSYY
from django.db.models import (
    Aggregate,
    Avg,
    BinaryField,
    Case,
    Count,
    F,
    FloatField,
    Q,
    Sum,
    Value,
    Variance,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from conversations.insights import intervals
from conversations.insights.intervals import ANY, Figure, Moments, Pairs, Scale

Sums = dict[str, Aggregate]


class Row(Protocol):
    """What the database added up, by the names of the sums."""

    def __getitem__(self, name: str, /) -> Any:
        """One of them; 0 or None where there was nothing to add."""


@dataclass(frozen=True)
class Rates:
    """What work costs: an hour of an agent, and a million tokens; None where nobody said."""

    hour: float | None = None
    tokens: float | None = None
    currency: str = "EUR"


UNPRICED = Rates()


class Measure(Protocol):
    """What every measure can do."""

    @property
    def counted(self) -> Q:
        """Which episodes count."""

    @property
    def hit(self) -> Q:
        """Which of them are hits: the numerator of a share; of other measures those with more than nothing."""

    @property
    def value(self) -> Combinable:
        """The value of one episode."""

    def sums(self, also: Q) -> Sums:
        """What is added up of the episodes that count and meet `also`."""

    def figure(self, row: Row) -> Figure | None:
        """The figure of what was added up; None where nothing counts."""


@dataclass(frozen=True)
class Share:
    """The share of episodes that are hits."""

    counted: Q
    hit: Q

    @property
    def value(self) -> Combinable:
        """1 for a hit, else 0."""
        return Case(When(self.hit, then=Value(1.0)), default=Value(0.0), output_field=FloatField())

    def sums(self, also: Q) -> Sums:
        """How many count, and how many are hits."""
        counted = self.counted & also
        return {"of": Count("id", filter=counted), "hits": Count("id", filter=counted & self.hit)}

    def figure(self, row: Row) -> Figure | None:
        """The share."""
        return intervals.share(row["hits"], row["of"])


@dataclass(frozen=True)
class Parts:
    """The share of things of which an episode has several, such as promises: a hit has none that failed."""

    good: str
    bad: str

    @property
    def counted(self) -> Q:
        """Those that have any."""
        return Q(**{f"{self.good}__gt": 0}) | Q(**{f"{self.bad}__gt": 0})

    @property
    def hit(self) -> Q:
        """None failed."""
        return Q(**{self.bad: 0})

    @property
    def value(self) -> Combinable:
        """The share within the episode."""
        good, bad = (Cast(F(name), FloatField()) for name in (self.good, self.bad))
        return good / (good + bad)

    def sums(self, also: Q) -> Sums:
        """How many there are of both."""
        counted = self.counted & also
        return {"good": Sum(self.good, filter=counted, default=0), "bad": Sum(self.bad, filter=counted, default=0)}

    def figure(self, row: Row) -> Figure | None:
        """The share of all."""
        return intervals.share(row["good"], row["good"] + row["bad"])


@dataclass(frozen=True)
class Mean:
    """The mean of a value."""

    counted: Q
    of: Combinable
    scale: Scale = ANY

    @property
    def hit(self) -> Q:
        """More than nothing."""
        return Q(value__gt=0)

    @property
    def value(self) -> Combinable:
        """The value, as a fraction."""
        return Cast(self.of, FloatField())

    def sums(self, also: Q) -> Sums:
        """Number, mean and variance; the last two are one sum to PostgreSQL."""
        counted = self.counted & also
        return {
            "of": Count("id", filter=counted),
            "mean": Avg(self.value, filter=counted),
            "variance": Variance(self.value, sample=True, filter=counted),
        }

    def figure(self, row: Row) -> Figure | None:
        """The mean."""
        return intervals.mean(Moments(row["of"], row["mean"] or 0.0, row["variance"] or 0.0), self.scale)


class Packed(Aggregate):
    """All values as four bytes each, which are read a hundred times as fast as rows."""

    function = "string_agg"
    template = "%(function)s(int4send(%(expressions)s), ''::bytea)"
    output_field = BinaryField()


@dataclass(frozen=True)
class Median:
    """The median of a time in whole seconds."""

    counted: Q
    field: str

    @property
    def hit(self) -> Q:
        """More than nothing."""
        return Q(value__gt=0)

    @property
    def value(self) -> Combinable:
        """The seconds."""
        return Cast(F(self.field), FloatField())

    def sums(self, also: Q) -> Sums:
        """All of them."""
        return {"values": Packed(F(self.field), filter=self.counted & also)}

    def figure(self, row: Row) -> Figure | None:
        """The median."""
        return intervals.median(np.frombuffer(row["values"] or b"", dtype=">i4").astype(np.int64))


@dataclass(frozen=True)
class Number:
    """How many episodes there are."""

    counted: Q

    @property
    def hit(self) -> Q:
        """All."""
        return Q()

    @property
    def value(self) -> Combinable:
        """Each is one."""
        return Value(1.0, output_field=FloatField())

    def sums(self, also: Q) -> Sums:
        """Their number."""
        return {"of": Count("id", filter=self.counted & also)}

    def figure(self, row: Row) -> Figure:
        """The number, which may be none."""
        return intervals.counted(row["of"], of=row["of"])


@dataclass(frozen=True)
class Total:
    """All of something that episodes use."""

    counted: Q
    field: str

    @property
    def hit(self) -> Q:
        """More than nothing."""
        return Q(value__gt=0)

    @property
    def value(self) -> Combinable:
        """What one used."""
        return Cast(F(self.field), FloatField())

    def sums(self, also: Q) -> Sums:
        """Their number, and what they used."""
        counted = self.counted & also
        return {"of": Count("id", filter=counted), "total": Sum(self.field, filter=counted)}

    def figure(self, row: Row) -> Figure | None:
        """The total."""
        return intervals.counted(float(row["total"]), of=row["of"]) if row["of"] else None


@dataclass(frozen=True)
class Sampled:
    """The share of hits among all that a sample stands for; each case has a weight."""

    counted: Q
    hit: Q
    weight: str

    @property
    def value(self) -> Combinable:
        """1 for a hit, else 0."""
        return Case(When(self.hit, then=Value(1.0)), default=Value(0.0), output_field=FloatField())

    def sums(self, also: Q) -> Sums:
        """The weights of the hits, and of all."""
        counted = self.counted & also
        return {
            "of": Count("id", filter=counted),
            "weight": Sum(self.weight, filter=counted),
            "hits": ArrayAgg(self.weight, filter=counted & self.hit),
        }

    def figure(self, row: Row) -> Figure | None:
        """The share."""
        return intervals.sampled(row["hits"] or [], row["of"], weight=row["weight"] or 0.0)


@dataclass(frozen=True)
class Cost:
    """What all cost, by how many of them were worth it; nothing as long as nobody said what an hour costs."""

    among: Q
    gained: Q
    rates: Rates = UNPRICED

    @property
    def counted(self) -> Q:
        """Those among which the cost is shared; none while there is no price."""
        return Q(pk__in=[]) if self.rates.hour is None else self.among

    @property
    def hit(self) -> Q:
        """Those that were worth it."""
        return self.gained

    @property
    def value(self) -> Combinable:
        """What one cost: working time of people, and tokens."""
        hours = Cast(F("handle_seconds"), FloatField()) * Value((self.rates.hour or 0.0) / 3600)
        return hours + Cast(F("model_tokens"), FloatField()) * Value((self.rates.tokens or 0.0) / 1_000_000)

    def sums(self, also: Q) -> Sums:
        """Means, squares and products of cost and gain; all are one sum to PostgreSQL."""
        counted = self.counted & also
        gain = Case(When(self.gained, then=Value(1.0)), default=Value(0.0), output_field=FloatField())
        wanted = {"of": RegrCount, "x": RegrAvgX, "y": RegrAvgY, "sxx": RegrSXX, "syy": RegrSYY, "sxy": RegrSXY}
        return {name: one(self.value, gain, filter=counted) for name, one in wanted.items()}

    def figure(self, row: Row) -> Figure | None:
        """The cost of one that was worth it."""
        if not row["of"]:
            return None
        return intervals.ratio(Pairs(row["of"], row["x"], row["y"], row["sxx"], row["syy"], row["sxy"]))


def plus(*fields: str) -> Combinable:
    """The sum of fields."""
    first, *others = fields
    total: Combinable = F(first)
    for one in others:
        total = total + F(one)
    return total
