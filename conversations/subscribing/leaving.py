"""Cancelling with the end of what is paid for, and taking that back."""

from collections.abc import Collection
from datetime import datetime, timedelta

from agents.models import Agent
from billing import changing, standing, writes
from billing.changing import Loss, Wanted
from billing.models import Subscription
from billing.plans import FREE
from billing.writes import Kind
from conversations.arrivals import following as arrivals
from conversations.subscribing import company, in_use
from tenants import current, jobs
from tenants.jobs import Lease
from tenants.models import Job
from tenants.trail.audit import Actor

OTHER = "other"
CLOSED, GONE = "subscription_closed", "subscription_gone"
BEFORE = timedelta(hours=1)
LONGEST = 500  # letters that somebody says of why


def losses() -> tuple[Loss, ...]:
    """What the company loses once it is on the free plan."""
    free = Wanted(FREE)
    return changing.losses(standing.allowed(), free, in_use.found(free))


def cancel(*, reason: str, words: str, accepts: Collection[str], by: Agent, actor: Actor) -> Subscription:
    """Let it end with what is paid for; `reason` is one of Stripe's words. Already so: nothing happens.

    Raises NotPossibleNowError without a subscription, LossesError.
    """
    row = company.subscribed()
    if row.ends_at is not None:
        return row
    changing.check(losses(), accepts=accepts)
    told = {"reason": (None, reason), "words": (None, words)} if words else {"reason": (None, reason)}
    company.record("subscription.cancellation_requested", actor=actor, name=row.plan, changes=told)
    _ask(row, wanted=True, reason=reason, by=by)
    return arrivals.now() or row


def resume(*, by: Agent, actor: Actor) -> Subscription:
    """Let it go on after all. Raises NotPossibleNowError where it is over."""
    row = company.subscribed()
    if row.ends_at is None:
        return row
    company.record("subscription.resumption_requested", actor=actor, name=row.plan)
    _ask(row, wanted=False, reason="", by=by)
    return arrivals.now() or row


def workspace_closed(*, ends: datetime) -> None:
    """Nothing more is charged for a workspace that was closed, and what is left ends a moment before it goes.

    In the transaction of the closing; whoever opens it again takes the cancellation back by themselves.
    """
    if company.subscription() is not None:
        jobs.write(CLOSED, {}, key=CLOSED)
        jobs.write(GONE, {}, key=GONE, run_at=ends - BEFORE)


def workspace_opened() -> None:
    """What waits for the end of a workspace that is opened again waits no longer."""
    Job.objects.filter(schema_name=current.schema_name(), kind__in=[CLOSED, GONE]).delete()


def close(_held: Lease) -> None:
    """Cancel with the end of what is paid for, as a job asks, since the workspace was closed."""
    row = company.subscription()
    if row is not None and row.ends_at is None and current.tenant().closing_at is not None:
        _ask(row, wanted=True, reason=OTHER, by=None)
        arrivals.now()


def end(_held: Lease) -> None:
    """End what is left at once, as a job asks, since the workspace goes."""
    row = company.subscription()
    if row is not None and current.tenant().closing_at is not None:
        writes.carry_out(Kind.END, {"subscription": row.stripe_subscription}, by="")


def _ask(row: Subscription, *, wanted: bool, reason: str, by: Agent | None) -> None:
    asked = {"subscription": row.stripe_subscription, "wanted": wanted, "reason": reason}
    writes.carry_out(Kind.CANCEL, asked, by="" if by is None else str(by.id))
