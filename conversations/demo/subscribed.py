"""The shop's subscription at the sandbox: begun before the past that the demo shows, with invoices that are paid.

It is made in the way in which any company subscribes, only that time begins earlier there. What the shop's assistant
resolved in its past counts as if it had been counted on its day.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from agents.models import Agent, Role
from billing import ledger, periods, standing, stripe_client
from billing.changing import Wanted
from billing.models import Credit, Resolution
from billing.periods import Period
from billing.plans import BUSINESS, Interval
from conversations.arrivals import following as arrivals
from conversations.demo import till
from conversations.demo.content import company as shop
from conversations.subscribing import beginning, company, details, moving
from tenants import current, origins
from tenants.models import Tenant
from tenants.trail.audit import Actor
from tenants.trail.models import ActorKind

PAST = 2  # months that are over
INTO = timedelta(days=20)  # how far the month is that goes on
TRIED = timedelta(days=15)  # before they subscribed
GREW = timedelta(days=12)  # after which they took one seat more
A_MOMENT = timedelta(hours=2)  # within which what is due is invoiced and paid
LATEST_DAY = 28  # that every month has
CAME_BACK = timedelta(days=2)
VAT = "GB987654321"
BUYER = {
    "name": "Larkfield Cycles Ltd",
    "email": "accounts@larkfield.example",
    "line1": "14 Mill Lane",
    "city": "Hartsbridge",
    "postal_code": "HB1 4LC",
    "country": "GB",
}


@dataclass(frozen=True)
class Story:
    """When things happened; `months` are those that are over and the one that goes on."""

    months: tuple[Period, ...]

    @property
    def began(self) -> datetime:
        """When they subscribed."""
        return self.months[0].start

    @property
    def open(self) -> Period:
        """The month that goes on."""
        return self.months[-1]


def story(now: datetime) -> Story:
    """The months as they lie before this moment. Pure."""
    start = (now - INTO).replace(hour=9, minute=12, second=0, microsecond=0)
    start = start.replace(day=min(start.day, LATEST_DAY))
    here = Period(start, (start + timedelta(days=32)).replace(day=start.day))
    past: list[Period] = []
    for _ in range(PAST):
        end = past[-1].start if past else start
        past.append(periods.earlier(here, end - timedelta(seconds=1)))
    return Story((*reversed(past), here))


def load(now: datetime) -> bool:
    """Subscribe, unless the shop is subscribed already or nobody is billed by a sandbox; whether it was done."""
    tenant = Tenant.objects.get(schema_name=shop().slug)
    if not (stripe_client.is_on() and stripe_client.is_sandbox()):
        return False
    with current.entered(tenant):
        row = standing.row()
        if row is not None and row.stripe_subscription:
            return False
    told = story(now)
    tenant.created_at = told.began - TRIED
    tenant.save(update_fields=["created_at"])
    with current.entered(tenant):
        customer = _subscribe(told)
        _live(customer, told)
        arrivals.now()
        count(told)
    return True


def _subscribe(told: Story) -> str:
    """Through the page on which anybody subscribes; Stripe's id of the shop."""
    owner, seats = Agent.objects.filter(role=Role.OWNER).order_by("pk")[0], _seats()
    by = Actor(ActorKind.AGENT, id=str(owner.id), name=owner.name)
    customer = company.ensured(owner)
    till.begin_earlier(customer, told.began)
    details.change(BUYER, by=owner, actor=by)
    details.add_tax_id(kind="gb_vat", value=VAT, by=owner, actor=by)
    wanted = Wanted(BUSINESS, Interval.MONTH, seats)
    origin = origins.of_tenant(current.tenant(), seen_from=settings.ORIGIN)
    page = beginning.open_page(wanted, accepts=(), by=owner, actor=by, origin=origin)
    till.fill(page, number=till.CARD, **BUYER)
    arrivals.now()
    till.go_on(customer, told.began + GREW)
    more = Wanted(BUSINESS, Interval.MONTH, seats + 1)
    moving.change(more, at=moving.told(more).preview.at, accepts=(), by=owner, actor=by)
    return customer


def _seats() -> int:
    return Agent.objects.filter(is_active=True).exclude(role=Role.VIEWER).count()


def _live(customer: str, told: Story) -> None:
    """The months that are over, each with what was used in it, until now."""
    for month in told.months[:-1]:
        last = month.end - A_MOMENT
        till.go_on(customer, last)
        used = _used(month)
        if used > 0:
            identifier = f"demo-{month.start:%Y-%m-%d}"
            stripe_client.push_usage(customer=customer, value=used, identifier=identifier, at=last)
        till.go_on(customer, month.end + A_MOMENT)
    till.arrive(customer)


def _used(month: Period) -> int:
    ended = Resolution.objects.filter(ended_at__gte=month.start, ended_at__lt=month.end)
    return ended.filter(credit=None).count()


@transaction.atomic
def count(told: Story) -> None:
    """Each resolution counts, and is credited, in the month that it belongs to; those of months past are told."""
    ledger.lock()
    for month in told.months:
        pushed_at = None if month == told.open else month.end - A_MOMENT  # as `_live` told it
        within = {"ended_at__gte": month.start, "ended_at__lt": month.end}
        fields = {"period_start": month.start, "billable": True}
        units = Resolution.objects.filter(**within)
        units.update(**fields, free_because="", counted_at=F("ended_at"), pushed_at=pushed_at)
        credited = Credit.objects.filter(**{f"resolution__{name}": value for name, value in within.items()})
        credited.update(**fields, pushed_at=pushed_at)
    for credit in Credit.objects.select_related("resolution"):
        Credit.objects.filter(pk=credit.pk).update(at=min(credit.resolution.ended_at + CAME_BACK, credit.at))
    ledger.push_soon()
