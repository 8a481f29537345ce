"""How companies stand with their plans: read from all their schemas at once, some hundred companies to a question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from billing import entitlements, periods, standing
from billing.arrivals.models import StripeCustomer
from billing.entitlements import SELF_HOSTED, Entitlements, Place
from billing.models import Standing, Subscription
from billing.periods import Period
from billing.plans import Interval
from billing.quotes import Quote, Wanted
from tenants import migrating
from tenants.current import connection
from tenants.models import Tenant

AT_ONCE = 200  # schemas in one question: each costs the server some locks
FIELDS = [field.attname for field in Subscription._meta.concrete_fields]
ROWS = f"""
SELECT %s, (SELECT count(*) FROM {{schema}}.agents_agent WHERE is_active AND role <> 'viewer'),
    {", ".join(f"s.{field.column}" for field in Subscription._meta.concrete_fields)}
FROM (SELECT 1) AS always LEFT JOIN {{schema}}.billing_subscription s ON s.id = 1
"""  # noqa: S608  the names of the model's own columns
UNITS = """
SELECT %s, (SELECT count(*) FROM {schema}.billing_resolution WHERE period_start = %s),
    (SELECT count(*) FROM {schema}.billing_credit WHERE period_start = %s),
    (SELECT count(*) FROM {schema}.billing_resolution WHERE period_start = %s AND billable)
    - (SELECT count(*) FROM {schema}.billing_credit WHERE period_start = %s AND billable)
"""
PAYING = frozenset({Standing.ACTIVE, Standing.PAST_DUE})


@dataclass(frozen=True)
class Account:
    """A company, and how it stands at this moment."""

    tenant: Tenant
    customer: str
    """Stripe's id; empty before it wanted to subscribe."""
    people: int
    """With a seat."""
    found: Subscription | None
    place: Place
    allowed: Entitlements
    period: Period
    is_billed: bool

    @property
    def standing(self) -> Standing:
        """As it is now: a trial that is over is the free plan, whatever the row still says."""
        return entitlements.standing_now(self.place, self.allowed) if self.is_billed else self.place.standing

    @property
    def state(self) -> str:
        """The same in a word or two."""
        if not self.is_billed:
            return "not billed"
        if self.standing == Standing.TRIAL and self.found is not None and self.found.stripe_subscription:
            return "trial, subscribed"
        return self.standing.replace("_", " ")

    @property
    def month_cents(self) -> int:
        """What its seats bring in a month: a year's as a twelfth, without discounts and tax; 0 unless it pays."""
        if not self.is_billed or self.standing not in PAYING or self.found is None or not self.found.interval:
            return 0
        wanted = Wanted(self.found.seats or 0, 0, Interval(self.found.interval))
        return Quote(self.place.plan, wanted).seats_cents

    @property
    def overdue_since(self) -> datetime | None:
        """Since when something is unpaid."""
        return self.place.unpaid_since

    @property
    def is_over_seats(self) -> bool:
        """Whether it has more people than seats."""
        return self.allowed.seats is not None and self.people > self.allowed.seats


@dataclass(frozen=True)
class Usage:
    """Resolutions of a company in the period under way."""

    counted: int
    credited: int
    charged: int
    """After credits; the bundle among them."""

    @property
    def net(self) -> int:
        """What counts toward the bundle."""
        return max(0, self.counted - self.credited)

    def beyond(self, account: Account) -> int:
        """Those that are paid one by one."""
        included = account.allowed.included
        return 0 if included is None or not account.place.overage else max(0, self.charged - included)


def of(tenants: Sequence[Tenant]) -> list[Account]:
    """How companies stand, in their order; those whose schema is not of this version are left out.

    One question for every 200 of them, and one for their names at Stripe.
    """
    known = {str(one.schema_name): one for one in tenants if not migrating.is_behind(one.schema_version)}
    customers = dict(StripeCustomer.objects.filter(tenant__in=known.values()).values_list("tenant_id", "stripe_id"))
    rows = {
        row[0]: (row[1], None if row[2] is None else Subscription.from_db("default", FIELDS, row[2:]))
        for row in asked(ROWS, [(schema, ()) for schema in known])
    }
    now = timezone.now()
    return [_account(one, customers.get(one.pk, ""), *rows[schema], now) for schema, one in known.items()]


def usage(accounts: Sequence[Account]) -> Mapping[str, Usage]:
    """What each used in its period, by schema. One question for every 200 of them."""
    wanted = [(str(one.tenant.schema_name), (one.period.start,) * 4) for one in accounts]
    return {schema: Usage(*numbers) for schema, *numbers in asked(UNITS, wanted)}


def asked(question: str, schemas: Sequence[tuple[str, tuple[Any, ...]]]) -> Iterator[tuple[Any, ...]]:
    """The answers of many schemas to one question, whose first parameter is the schema's name; in no order."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for start in range(0, len(schemas), AT_ONCE):
            some = schemas[start : start + AT_ONCE]
            told = " UNION ALL ".join(f"({question.format(schema=quote(schema))})" for schema, _ in some)
            cursor.execute(told, [given for schema, more in some for given in (schema, *more)])
            yield from cursor.fetchall()


def _account(tenant: Tenant, customer: str, people: int, found: Subscription | None, now: datetime) -> Account:
    place, billed = standing.place_of(tenant, found), standing.is_billed(tenant)
    return Account(
        tenant=tenant,
        customer=customer,
        people=people,
        found=found,
        place=place,
        allowed=entitlements.allowed(place, now=now) if billed else SELF_HOSTED,
        period=periods.current(found, company_began=tenant.created_at, now=now),
        is_billed=billed,
    )
