"""A company's plan: whatever happens at Stripe, told twice, late, out of order or not at all, the row ends as Stripe
has it.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from billing import arriving, catalogue, following, stripe_client
from billing.arrivals.models import StripeEvent
from billing.errors import ForgedEventError, PaymentServiceError
from billing.models import Subscription
from billing.sandbox.world import public
from billing.stripe_objects import FoundSubscription
from conversations import tasks
from conversations.arrivals import reconciling
from tenants import jobs
from tenants.jobs import Lease
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests.billing import lives
from tests.billing import sandbox as sandboxes
from tests.billing.lives import Life
from tests.billing.sandbox import CARD, Sandbox
from tests.properties.playing import RolledBack, play

SECRET = "whsec_of_the_machine"
OWN = {"plan", "interval"}  # of the row, where Stripe has no subscription that says so
KEPT = {"began_at", "overage", "overage_limit_cents"}  # of the row, whatever Stripe has now
SHOWN = ("plan", "standing", "seats")
LAST_DAY = 700  # that the machine lives to see
Fields = dict[str, Any]


class Plans(RolledBack):
    """One company at the sandbox, all that Stripe ever had of it, and the events that nobody was told of yet."""

    tenant: Tenant  # given by the test
    sandbox: Sandbox
    silent: bool  # whether Stripe answers nobody

    def __init__(self) -> None:
        super().__init__()
        self.life = Life.begun(self.sandbox, self.tenant, secret=SECRET)
        self.day = 0
        self.was: list[Fields] = [self.wanted()]
        self.told: set[str] = set(self.events())

    @initialize()
    def begins(self) -> None:
        self.life.subscribes(seats=2)
        self.happened()

    @precondition(lambda self: not self.lives_on())
    @rule(seats=st.integers(1, 9))
    def subscribes(self, seats: int) -> None:
        self.life.changes_card(CARD)
        self.life.subscribes(seats=seats)
        self.happened()

    @precondition(lambda self: self.lives_on())
    @rule(seats=st.integers(1, 9))
    def has_other_seats(self, seats: int) -> None:
        items: Any = {"items": [{"id": self.life.found().seat_item, "quantity": seats}]}
        self.sandbox.client.v1.subscriptions.update(self.life.found().id, items)
        self.happened()

    @precondition(lambda self: self.lives_on())
    @rule(wanted=st.booleans())
    def leaves_or_thinks_better_of_it(self, wanted: bool) -> None:  # noqa: FBT001  hypothesis names it
        self.sandbox.client.v1.subscriptions.update(self.life.found().id, {"cancel_at_period_end": wanted})
        self.happened()

    @precondition(lambda self: self.lives_on())
    @rule()
    def ends_at_once(self) -> None:
        self.sandbox.client.v1.subscriptions.cancel(self.life.found().id)
        self.happened()

    @rule(number=st.sampled_from([CARD, lives.FAILS_LATER]))
    def has_another_card(self, number: str) -> None:
        self.life.changes_card(number)
        self.happened()

    @precondition(lambda self: self.day < LAST_DAY)
    @rule(days=st.sampled_from([1, 3, 14, 31]))
    def time_passes(self, days: int) -> None:
        self.day += days
        self.life.until(self.day)
        self.happened()

    @rule(place=st.integers(0, 40))
    def some_event_comes(self, place: int) -> None:
        """Any of the newest, whether it came before or not."""
        newest = self.events()[:40]
        if newest:
            self.comes(newest[place % len(newest)])

    @rule()
    def all_events_come_backwards(self) -> None:
        for name in [name for name in self.events() if name not in self.told]:
            self.comes(name)

    @rule()
    def a_forged_event_comes(self) -> None:
        forged = self.life.signed({"id": f"evt_{uuid4().hex}", "type": "invoice.paid"}, secret="whsec_of_another")
        with pytest.raises(ForgedEventError):
            arriving.take(forged.body, forged.signature)
        assert not StripeEvent.objects.filter(pk=forged.id).exists()

    @rule()
    def an_old_event_is_sent_again_by_somebody(self) -> None:
        old = self.life.signed({"id": f"evt_{uuid4().hex}", "type": "invoice.paid"}, age=stripe_client.TOLERANCE + 9)
        with pytest.raises(ForgedEventError):
            arriving.take(old.body, old.signature)

    @rule()
    def a_worker_does_what_is_due(self) -> None:
        self.works()

    @rule()
    def a_worker_finds_stripe_silent(self) -> None:
        type(self).silent = True
        try:
            self.works()
        finally:
            type(self).silent = False

    def works(self) -> None:
        """A worker does one job."""
        found = Job.objects.filter(kind__startswith="stripe_", state="ready", run_at__lte=timezone.now()).first()
        if found is not None:
            jobs.run(found.pk, tasks.work)

    @rule(late=st.integers(0, 3))
    def a_slow_answer_comes_in(self, late: int) -> None:
        """Somebody asked a while ago, and others have asked and answered since."""
        row = Subscription.objects.filter(pk=1).first()
        if row is not None and row.applied_ticket > late and self.lives_on():
            before = lives.row()
            following.apply(None if late else self.life.found(), ticket=row.applied_ticket - late)
            assert lives.row() == before

    @rule()
    def all_settles(self) -> None:
        self.settle()

    @invariant()
    def the_row_is_what_stripe_had_at_some_time(self) -> None:
        if Subscription.objects.filter(pk=1).exists():
            assert self.plain(lives.row()) in self.was

    @invariant()
    def each_change_is_on_record(self) -> None:
        steps = [one.changes for one in AuditEntry.objects.filter(action="subscription.changed").order_by("pk")]
        row = Subscription.objects.filter(pk=1).first()
        for name in SHOWN if row is not None else ():
            line = [step[name] for step in steps if name in step]
            assert all(one[1] == other[0] for one, other in pairwise(line)), (name, line)
            if line and row is not None:
                assert line[-1][1] == following._shown(row)[name]

    def teardown(self) -> None:
        """However it went, it ends as Stripe has it."""
        try:
            self.settle()
        finally:
            super().teardown()

    def settle(self) -> None:
        """What nobody told is found within the hour, and all that is due is done."""
        reconciling.look(Lease(uuid4(), uuid4(), "public", reconciling.LOOK, {}, 1))
        Job.objects.filter(kind__startswith="stripe_").update(run_at=timezone.now() - timedelta(seconds=1))
        lives.does_all()
        assert self.plain(lives.row()) == self.wanted()
        # The sandbox's newest events may be of a customer of the play before, who is nobody now.
        assert set(lives.problems().values()) <= {"", arriving.NOBODY}
        assert not StripeEvent.objects.filter(handled_at=None).exists()

    def comes(self, name: str) -> None:
        """Stripe posts it."""
        with self.sandbox.world.store.changing():
            event = self.life.signed(public(self.sandbox.world.store.get(name, "event")))
        arriving.take(event.body, event.signature)
        self.told.add(name)

    def events(self) -> list[str]:
        """Their ids, the newest first."""
        with self.sandbox.world.store.changing():
            return [one["id"] for one in self.sandbox.world.store.newest("event", 60)]

    def lives_on(self) -> bool:
        """Whether there is a subscription that is not over."""
        found = stripe_client.subscription_of(self.life.who.id)
        return found is not None and found.status in following.STANDINGS

    def wanted(self) -> Fields:
        """What the row says once it equals what Stripe has."""
        return self.plain(lives.as_written(stripe_client.subscription_of(self.life.who.id), self.tenant))

    def happened(self) -> None:
        """Remember what Stripe has now."""
        self.was.append(self.wanted())

    def plain(self, row: Fields) -> Fields:
        """Without what the company keeps of earlier subscriptions."""
        return {
            name: value
            for name, value in row.items()
            if name not in (KEPT if row["stripe_subscription"] else KEPT | OWN)
        }


@pytest.fixture
def sandbox(in_acme: Tenant, settings: Any) -> Iterator[Sandbox]:
    """A sandbox that sells Baton's plans, and bills acme."""
    with sandboxes.running() as fresh:
        made = fresh()
        settings.STRIPE_API_KEY, settings.STRIPE_API_BASE = "sk_test_sandbox", made.origin
        settings.STRIPE_WEBHOOK_SECRET = SECRET
        catalogue.set_up()
        yield made


def test_the_plan_ends_as_stripe_has_it(sandbox: Sandbox, in_acme: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    real = stripe_client.subscription_of

    def perhaps(customer: str) -> FoundSubscription | None:
        if Plans.silent:
            raise PaymentServiceError("silence")
        return real(customer)

    monkeypatch.setattr(stripe_client, "subscription_of", perhaps)
    Plans.sandbox, Plans.tenant, Plans.silent = sandbox, in_acme, False
    play(Plans, share=0.25)
