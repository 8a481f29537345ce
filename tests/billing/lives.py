"""What happens to a company at Stripe, step by step, with the events that Stripe tells of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Self
from uuid import uuid4

from django.utils import timezone

from billing import following, stripe_client
from billing.arrivals.models import StripeCustomer, StripeEvent
from billing.models import Subscription
from billing.plans import BUSINESS, TEAM, Interval
from billing.sandbox import portal, webhooks
from billing.sandbox.world import public
from billing.stripe_objects import FoundSubscription
from conversations import tasks
from tenants import jobs
from tenants.models import Job, Tenant
from tests.billing.sandbox import CARD, DAY, NEW_YEAR, Sandbox

FAILS_LATER = "4000 0000 0000 0341"
BORN = datetime.fromtimestamp(NEW_YEAR, UTC) - timedelta(days=4)


@dataclass(frozen=True)
class Sent:
    """An event as Stripe posts it."""

    id: str
    body: bytes
    signature: str


@dataclass(frozen=True)
class Moment:
    """Something happened: what Stripe has since then, and what it tells of it."""

    told: Sent
    found: FoundSubscription


@dataclass
class Life:
    """A company and its customer."""

    sandbox: Sandbox
    who: Any
    secret: str

    @classmethod
    def begun(cls, sandbox: Sandbox, tenant: Tenant, *, secret: str) -> Self:
        """It exists since shortly before New Year, so that its trial ends in January."""
        Tenant.objects.filter(pk=tenant.pk).update(created_at=BORN)
        tenant.refresh_from_db()
        who = sandbox.customer()
        StripeCustomer.objects.create(tenant=tenant, stripe_id=who.id)
        return cls(sandbox, who, secret)

    def subscribes(self, *, seats: int = 3, number: str = CARD, trial_days: int = 0) -> FoundSubscription:
        """To Team, monthly."""
        page = stripe_client.open_checkout(
            customer=self.who.id,
            plan=TEAM,
            interval=Interval.MONTH,
            seats=seats,
            trial_end=datetime.fromtimestamp(NEW_YEAR + trial_days * DAY, UTC) if trial_days else None,
            success="http://baton.example/ok",
            cancel="http://baton.example/no",
            key=f"checkout {uuid4()}",
        )
        self.sandbox.pays(self.sandbox.client.v1.checkout.sessions.retrieve(page.id), number=number)
        return self.found()

    def changes_card(self, number: str) -> None:
        """On Stripe's own page."""
        session = self.sandbox.client.v1.billing_portal.sessions.create({"customer": self.who.id})
        with self.sandbox.world.store.changing():
            portal.change_card(self.sandbox.world, session.id, number=number, name="A")

    def until(self, day: int) -> None:
        """So many days after New Year, and the two hours in which what is due is paid."""
        self.sandbox.goes_on(self.who, NEW_YEAR + day * DAY + 7_200)

    def found(self) -> FoundSubscription:
        """As Stripe has it now."""
        found = stripe_client.subscription_of(self.who.id)
        assert found is not None
        return found

    def tells(self, kind: str, **changes: Any) -> Sent:
        """The newest event of a kind as it would be posted now; `changes` are made before it is signed."""
        with self.sandbox.world.store.changing():
            event = next(one for one in self.sandbox.world.store.all("event") if one["type"] == kind)
        return self.signed({**public(event), **changes})

    def signed(self, event: Any, *, secret: str | None = None, age: int = 0) -> Sent:
        """Any event, signed so many seconds ago."""
        body = json.dumps(event).encode()
        at = int(datetime.now(UTC).timestamp()) - age
        return Sent(event["id"], body, webhooks.signature(body, secret or self.secret, at=at))


def whole(life: Life) -> list[Moment]:
    """Five things that happen: it subscribes in its trial, is paid, grows, fails to pay, and recovers."""
    steps: list[tuple[Callable[[], Any], str]] = [
        (lambda: life.subscribes(trial_days=7), "customer.subscription.created"),
        (lambda: life.until(7), "invoice.paid"),
        (lambda: _grows(life), "customer.subscription.updated"),
        (lambda: _fails(life), "invoice.payment_failed"),
        (lambda: _recovers(life), "customer.subscription.updated"),
    ]
    moments = []
    for number, (step, kind) in enumerate(steps):
        step()
        moments.append(Moment(life.tells(kind, id=f"evt_{number}"), life.found()))
    return moments


def _grows(life: Life) -> None:
    stripe_client.change(life.found(), plan=BUSINESS, interval=Interval.MONTH, seats=5, at=None, key="grows")


def _fails(life: Life) -> None:
    life.changes_card(FAILS_LATER)
    life.until(39)


def _recovers(life: Life) -> None:
    owed = life.found().owed
    assert owed is not None
    life.changes_card(CARD)
    stripe_client.pay(owed.id, key="pays")


def as_written(found: FoundSubscription | None, tenant: Tenant) -> dict[str, Any]:
    """What the row says once it equals what Stripe has, of a company that was on its trial before."""
    from_trial = Subscription(standing="trial", plan="business")
    ends = tenant.created_at + timedelta(days=14)
    return {name: plain(value) for name, value in following.fields(found, row=from_trial, trial_ends_at=ends).items()}


def row() -> dict[str, Any]:
    """The row of the company entered now, as far as Stripe decides it."""
    return as_told(Subscription.objects.get(pk=1))


def as_told(row: Subscription) -> dict[str, Any]:
    """What a row says, as far as Stripe decides it."""
    own = {"id", "ticket", "applied_ticket", "applied_at", "over_seats_since", "overage", "overage_limit_cents"}
    found = {field.attname: field.value_from_object(row) for field in Subscription._meta.concrete_fields}
    return {name: plain(value) for name, value in found.items() if name not in own}


def plain(value: Any) -> Any:
    """A value of a choice as its text."""
    return str(value) if isinstance(value, str) else value


def does_all() -> int:
    """Do every job that is due now of what Stripe tells; how many there were."""
    done = 0
    due = Job.objects.filter(kind__startswith="stripe_", state="ready").order_by("created_at")
    while found := due.filter(run_at__lte=timezone.now()).first():
        assert jobs.run(found.pk, tasks.work)
        done += 1
    return done


def problems() -> dict[str, str]:
    """What is wrong with each event that came."""
    return dict(StripeEvent.objects.values_list("id", "problem"))


def younger(found: FoundSubscription, **changes: Any) -> FoundSubscription:
    """The same with other fields."""
    return replace(found, **changes)
