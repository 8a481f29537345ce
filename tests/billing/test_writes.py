"""What is changed at Stripe is done once, whoever hears of it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from billing import arriving, stripe_client, stripe_connection, writes
from billing.arrivals.models import StripeCustomer
from billing.errors import PaymentRefusedError, PaymentServiceError
from billing.models import StripeWrite, WriteState
from billing.plans import BUSINESS, TEAM, Interval
from billing.writes import Kind
from conversations import tasks
from tenants import jobs
from tenants.models import Job
from tests.billing import lives, swallowing
from tests.billing.lives import Life
from tests.billing.sandbox import Sandbox
from tests.billing.swallowing import Line

PAGES = {"success": "http://baton.example/ok", "cancel": "http://baton.example/no"}
DETAILS = {
    "name": "Acme GmbH",
    "email": "b@acme.example",
    "line1": "Weg 1",
    "line2": "",
    "postal_code": "10115",
    "city": "Berlin",
    "country": "DE",
}


@pytest.fixture
def line(stripe_settings: Sandbox, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Baton speaks to the sandbox by a line that may lose answers."""
    monkeypatch.setattr(stripe_connection, "TRIES_AGAIN", 0)
    with swallowing.line(stripe_settings.origin) as found:
        settings.STRIPE_API_BASE = found.url
        yield found


def test_whatever_stripe_did_and_nobody_heard_of_is_asked_again_and_done_once(line: Line, life: Life) -> None:
    StripeCustomer.objects.all().delete()
    _lost(line, life, lambda: writes.ensure_customer(name="Acme", email="pay@acme.example", by="agent_1"))
    known = StripeCustomer.objects.get().stripe_id
    assert writes.ensure_customer(name="Another", email="x@acme.example", by="agent_2") == known
    StripeCustomer.objects.update(stripe_id=life.who.id)  # who has a clock goes on

    found = life.subscribes()
    invoice = found.invoice
    assert invoice is not None
    deeds: list[tuple[Kind, Callable[[], Any]]] = [
        (Kind.CHECKOUT, lambda: _opens_checkout(life.who.id)),
        (Kind.CHANGE, lambda: writes.change(found, plan=BUSINESS, interval=Interval.MONTH, seats=5, at=None, by="a")),
        (Kind.REFUND, lambda: _asks(Kind.REFUND, invoice=invoice.id, cents=900, reason="too slow")),
        (Kind.DETAILS, lambda: _asks(Kind.DETAILS, customer=life.who.id, details=DETAILS)),
        (
            Kind.TAX_ID,
            lambda: _carries(Kind.TAX_ID, {"customer": life.who.id, "kind": "eu_vat", "value": "DE123456789"}),
        ),
        (Kind.TAX_ID_GONE, lambda: _asks(Kind.TAX_ID_GONE, customer=life.who.id, id=_tax_id(life))),
        (Kind.CANCEL, lambda: _asks(Kind.CANCEL, subscription=found.id, wanted=True, reason="unused")),
        (Kind.END, lambda: _asks(Kind.END, subscription=found.id)),
    ]
    for kind, deed in deeds:
        row = _lost(line, life, deed)
        assert row.kind == kind
    assert {one for one, _ in deeds} | {Kind.CUSTOMER, Kind.PAY} == set(Kind)


def test_a_payment_that_nobody_heard_of_is_taken_once(line: Line, life: Life) -> None:
    life.subscribes()
    life.changes_card(lives.FAILS_LATER)
    life.until(32)
    owed = life.found().owed
    assert owed is not None
    life.changes_card("4242 4242 4242 4242")
    _lost(line, life, lambda: _asks(Kind.PAY, invoice=owed.id))
    assert stripe_client.invoice(owed.id).status == "paid"


def test_what_is_wanted_next_waits_until_the_last_is_known(line: Line, life: Life) -> None:
    found = life.subscribes()
    line.swallows = True
    with pytest.raises(PaymentServiceError):
        writes.change(found, plan=TEAM, interval=Interval.MONTH, seats=4, at=None, by="agent_1")
    with pytest.raises(PaymentServiceError):
        _asks(Kind.CANCEL, subscription=found.id, wanted=True, reason="unused")
    assert list(StripeWrite.objects.values_list("kind", "state")) == [("change", "asked")]
    line.swallows = False
    _asks(Kind.CANCEL, subscription=found.id, wanted=True, reason="unused")
    states = StripeWrite.objects.order_by("asked_at").values_list("kind", "state")
    assert list(states) == [("change", "done"), ("cancel", "done")]
    assert life.found().seats == 4
    assert life.found().ends_at is not None


def test_who_asks_for_the_same_again_does_it_with_the_same_key(line: Line, life: Life) -> None:
    invoice = life.subscribes().invoice
    assert invoice is not None
    line.swallows = True
    for _ in range(2):
        with pytest.raises(PaymentServiceError):
            _asks(Kind.REFUND, invoice=invoice.id, cents=900, reason="too slow")
    line.swallows = False
    _asks(Kind.REFUND, invoice=invoice.id, cents=900, reason="too slow")
    assert StripeWrite.objects.get().state == WriteState.DONE
    assert _made(life, "credit_note") == 1
    _asks(Kind.REFUND, invoice=invoice.id, cents=900, reason="too slow")  # another one, now that the first is known
    assert _made(life, "credit_note") == 2


def test_what_stripe_refuses_is_said_and_wanted_no_more(life: Life) -> None:
    invoice = life.subscribes().invoice
    assert invoice is not None
    with pytest.raises(PaymentRefusedError):
        _asks(Kind.REFUND, invoice=invoice.id, cents=9_999_999, reason="greed")
    row = StripeWrite.objects.get()
    assert row.state == WriteState.REFUSED
    assert row.problem
    assert not writes.open_ones()
    assert _made(life, "credit_note") == 0


def test_a_card_that_is_declined_leaves_the_subscription_as_it_was(life: Life) -> None:
    found = life.subscribes()
    life.changes_card(lives.FAILS_LATER)
    before = life.found()
    with pytest.raises(PaymentRefusedError) as refused:
        writes.change(before, plan=BUSINESS, interval=Interval.MONTH, seats=9, at=None, by="agent_1")
    assert refused.value.status == 402
    after = life.found()
    assert (after.plan, after.seats, after.status) == (found.plan, found.seats, "active")
    assert StripeWrite.objects.get().state == WriteState.REFUSED


def test_what_is_unknown_for_a_day_is_left_to_people(line: Line, life: Life) -> None:
    found = life.subscribes()
    line.swallows = True
    with pytest.raises(PaymentServiceError):
        _asks(Kind.CANCEL, subscription=found.id, wanted=True, reason="unused")
    job = Job.objects.get(kind=writes.AGAIN)
    jobs.run(_due(job), tasks.work)
    later = Job.objects.get(kind=writes.AGAIN)
    assert later.run_at - timezone.now() > timedelta(minutes=5)  # asked, unknown still
    StripeWrite.objects.update(asked_at=timezone.now() - writes.REMEMBERED)
    jobs.run(_due(later), tasks.work)
    row = StripeWrite.objects.get()
    assert (row.state, row.problem) == (WriteState.ASKED, writes.UNKNOWN)
    assert not Job.objects.filter(kind=writes.AGAIN).exists()


def _lost(line: Line, life: Life, deed: Callable[[], Any]) -> StripeWrite:
    """The deed is done and nobody hears of it; then its job asks again. Nothing is done twice."""
    Job.objects.filter(kind__in=[writes.AGAIN, arriving.FOLLOW]).delete()
    events = len(life.sandbox.told())
    line.swallows = True
    with pytest.raises(PaymentServiceError):
        deed()
    line.swallows = False
    row = StripeWrite.objects.latest("asked_at")
    assert row.state == WriteState.ASKED
    done = _everything(life)
    assert len(life.sandbox.told()) > events or row.kind == Kind.CHECKOUT
    jobs.run(_due(Job.objects.get(kind=writes.AGAIN)), tasks.work)
    row.refresh_from_db()
    assert row.state == WriteState.DONE, row.problem
    assert row.result
    assert _everything(life) == done
    assert Job.objects.filter(kind=arriving.FOLLOW).exists()
    return row


def _due(job: Job) -> Any:
    Job.objects.filter(pk=job.pk).update(run_at=timezone.now())
    return job.pk


def _asks(kind: Kind, **wanted: Any) -> str:
    return _carries(kind, wanted)


def _carries(kind: Kind, wanted: dict[str, Any]) -> str:
    return writes.carry_out(kind, wanted, by="agent_1")


def _opens_checkout(customer: str) -> str:
    return writes.open_checkout(
        customer=customer, plan=TEAM, interval=Interval.YEAR, seats=2, trial_end=None, by="agent_1", **PAGES
    )


def _tax_id(life: Life) -> str:
    return stripe_client.details(life.who.id).tax_ids[0].id


def _made(life: Life, kind: str) -> int:
    with life.sandbox.world.store.changing():
        return len(life.sandbox.world.store.all(kind))


def _everything(life: Life) -> list[str]:
    """Every object that the sandbox has, by id, and so every event."""
    with life.sandbox.world.store.changing():
        return [one for (one,) in life.sandbox.world.store._db.execute("SELECT id FROM objects ORDER BY id")]
