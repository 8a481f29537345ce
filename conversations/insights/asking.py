"""What somebody asks of the reports: which days, which episodes, as of which moment, at which prices."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from billing.errors import NotInPlanError
from conversations.insights import dimensions
from conversations.insights.dimensions import DIMENSIONS
from conversations.insights.measures import UNPRICED, Cost, Measure, Rates
from conversations.insights.metric import BEGUN, OVER, SETTLES, Clock, Metric
from conversations.insights.periods import Compared, Period
from conversations.models import Episode
from tenants import current

USUAL_DAYS = 28
TOO_FAR = gettext_noop(
    "These days lie further back than your plan shows. They are kept, and another plan shows them again."
)
Filters = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Asked:
    """A question to the reports; `filters` are keys of parts by dimension, one of which an episode must be in.

    `reaches` is the first day that the company's plan shows, None where it shows all.
    """

    period: Period
    now: datetime
    filters: Filters = field(default_factory=dict)
    rates: Rates = UNPRICED
    reaches: date | None = None

    def before(self, how: Compared) -> "Asked | None":
        """The same of the period that this one is compared with; None where the plan does not show all of that."""
        period = self.period.compared(how)
        if period is None or (self.reaches is not None and period.first < self.reaches):
            return None
        return replace(self, period=period)

    def reaching(self, first: date) -> "Asked":
        """The same of the days from `first` on; NotInPlanError where it asks for none of them."""
        if self.period.last < first:
            raise NotInPlanError(gettext(TOO_FAR), param="to")
        shown = replace(self.period, first=max(self.period.first, first))
        return replace(self, period=shown, reaches=first)

    def within(self, period: Period) -> "Asked":
        """The same of other days."""
        return replace(self, period=period)

    def episodes(self, clock: Clock) -> QuerySet[Episode]:
        """Those of the period by this clock, in no order, without what went on elsewhere by merging."""
        return self.filtered(clock).filter(self._when(clock))

    def filtered(self, clock: Clock) -> QuerySet[Episode]:
        """Those of any time that the filters leave, in no order."""
        found = Episode.objects.order_by()
        for name, wanted in self.filters.items():
            dimension = DIMENSIONS[name]
            if not dimension.field:
                found = found.alias(**{name: self.telling(name, clock)})
            found = found.filter(dimensions.condition(dimension, wanted))
        return found

    def telling(self, dimension: str, clock: Clock) -> object:
        """The expression that tells the parts of a dimension apart."""
        return dimensions.expression(DIMENSIONS[dimension], moment(clock), self.period.zone)

    def settled(self, metric: Metric) -> Q:
        """Which episodes the metric may count already."""
        return Q(ended_at__lte=self.now - SETTLES) if metric.settled else Q()

    def measure(self, metric: Metric) -> Measure:
        """How the metric is worked out, with the company's prices."""
        return replace(metric.measure, rates=self.rates) if isinstance(metric.measure, Cost) else metric.measure

    @property
    def at(self) -> datetime:
        """The end of the period, or now if that is still to come."""
        return min(self.period.ends, self.now)

    def _when(self, clock: Clock) -> Q:
        if clock == Clock.OPEN:
            return Q(began_at__lt=self.at) & (Q(ended_at__isnull=True) | Q(ended_at__gte=self.at))
        within = Q(**{f"{clock}__gte": self.period.begins, f"{clock}__lt": self.period.ends})
        return within & (OVER if clock == Clock.ENDED else BEGUN)


def moment(clock: Clock) -> str:
    """The field by which the clock reads weekdays and hours, and by which episodes are listed."""
    return Clock.BEGAN.value if clock == Clock.OPEN else clock.value


def zone() -> ZoneInfo:
    """The company's time zone."""
    return ZoneInfo(current.tenant().time_zone)


def asked(
    *, first: date | None = None, last: date | None = None, filters: Filters | None = None, rates: Rates = UNPRICED
) -> Asked:
    """A question as of now; without days the last four weeks until today, in the company's zone."""
    here, now = zone(), timezone.now()
    until = last or now.astimezone(here).date()
    since = first or until - timedelta(days=USUAL_DAYS - 1)
    return Asked(Period(since, until, here), now, filters or {}, rates)
