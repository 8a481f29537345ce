"""Cancelling with the end of what is paid for, and taking that back."""

from collections.abc import Collection

from agents.models import Agent
from billing import changing, standing, writes
from billing.changing import Loss, Wanted
from billing.models import Subscription
from billing.plans import FREE
from billing.writes import Kind
from conversations.arrivals import following as arrivals
from conversations.subscribing import company, in_use
from tenants.trail.audit import Actor

OTHER = "other"
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


def _ask(row: Subscription, *, wanted: bool, reason: str, by: Agent) -> None:
    asked = {"subscription": row.stripe_subscription, "wanted": wanted, "reason": reason}
    writes.carry_out(Kind.CANCEL, asked, by=str(by.id))
