"""Everything that is changed at Stripe: stored before it is asked, asked under its own id as idempotency key.

Where nobody knows whether it was done, it is asked again with the same key until that is known; what is wanted next
waits for that, so that nothing overtakes it.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction
from django.utils import timezone

from billing import stripe_client
from billing.arrivals.models import StripeCustomer
from billing.errors import NotAtStripeError, PaymentRefusedError
from billing.models import StripeWrite, WriteState
from billing.plans import PLANS, Interval, Plan, PlanKey
from billing.stripe_objects import BillingDetails, Bought
from tenants import current, jobs

Wanted = Mapping[str, Any]
AGAIN = "stripe_write"
AGAIN_AFTER = timedelta(seconds=30)
REMEMBERED = timedelta(hours=23)
"""How long the same key does the same thing once; Stripe says a day. What is older is for people to look at."""
UNKNOWN = "Nobody knows whether it was done; look at Stripe."


class Kind(StrEnum):
    """What may be changed."""

    CUSTOMER = "customer"
    CHECKOUT = "checkout"
    CHANGE = "change"
    CANCEL = "cancel"
    END = "end"
    PAY = "pay"
    REFUND = "refund"
    DETAILS = "details"
    TAX_ID = "tax_id"
    TAX_ID_GONE = "tax_id_gone"


def ensure_customer(*, name: str, email: str, by: str) -> str:
    """Stripe's id of the company entered now; it becomes a customer when it is none, once, whoever asks meanwhile."""
    known = StripeCustomer.objects.filter(tenant=current.tenant()).first()
    if known is not None:
        return known.stripe_id
    pk = uuid5(NAMESPACE_URL, f"baton:{current.schema_name()}:{current.tenant().created_at.isoformat()}")
    return _carried_out(_stored_once(pk, Kind.CUSTOMER, {"name": name, "email": email}, by=by))


def open_checkout(  # noqa: PLR0913  as the page at Stripe
    *,
    customer: str,
    plan: Plan,
    interval: Interval,
    seats: int,
    trial_end: datetime | None,
    success: str,
    cancel: str,
    by: str,
) -> str:
    """The id of a new checkout page."""
    wanted = {
        "customer": customer,
        "plan": plan.key.value,
        "interval": interval.value,
        "seats": seats,
        "trial_end": None if trial_end is None else trial_end.isoformat(),
        "success": success,
        "cancel": cancel,
    }
    return carry_out(Kind.CHECKOUT, wanted, by=by)


def change(bought: Bought, *, plan: Plan, interval: Interval, seats: int, at: datetime | None, by: str) -> None:
    """Another plan, interval or number of seats, prorated as of the moment that a preview named."""
    held = asdict(Bought(**{name: getattr(bought, name) for name in Bought.__dataclass_fields__}))
    wanted = {
        "bought": held,
        "plan": plan.key.value,
        "interval": interval.value,
        "seats": seats,
        "at": None if at is None else at.isoformat(),
    }
    carry_out(Kind.CHANGE, wanted, by=by)


def carry_out(kind: Kind, wanted: Wanted, *, by: str) -> str:
    """Do it at Stripe, after whatever is still unknown; the id of what came of it.

    Raises PaymentRefusedError, and PaymentServiceError where it is asked again later by itself. Not in a transaction.
    """
    settle(but=(kind, wanted))
    return _carried_out(_stored(kind, wanted, by=by))


def settle(*, but: tuple[Kind, Wanted] | None = None) -> None:
    """Ask again for all whose outcome nobody knows. Raises PaymentServiceError where it stays unknown."""
    for row in open_ones():
        if but is not None and (row.kind, row.wanted) == (but[0].value, dict(but[1])):
            continue
        with suppress(PaymentRefusedError):
            _carried_out(row)


def open_ones() -> list[StripeWrite]:
    """What is asked and not known to be done, the oldest first, as long as the same key may be asked."""
    since = timezone.now() - REMEMBERED
    return list(StripeWrite.objects.filter(state=WriteState.ASKED, asked_at__gt=since).order_by("asked_at"))


def ask_again(write_id: UUID) -> StripeWrite | None:
    """Ask for one that may be open still; the row as it is then. Raises PaymentServiceError where it stays unknown."""
    row = StripeWrite.objects.filter(pk=write_id, state=WriteState.ASKED).first()
    if row is None:
        return None
    if timezone.now() - row.asked_at > REMEMBERED:
        StripeWrite.objects.filter(pk=write_id, problem="").update(problem=UNKNOWN)
        return None
    with suppress(PaymentRefusedError):
        _carried_out(row)
    return StripeWrite.objects.get(pk=write_id)


@transaction.atomic
def _stored(kind: Kind, wanted: Wanted, *, by: str) -> StripeWrite:
    """The row of what is wanted, new unless the same is open already."""
    same = (one for one in open_ones() if (one.kind, one.wanted) == (kind.value, dict(wanted)))
    row = next(same, None) or StripeWrite.objects.create(kind=kind.value, wanted=dict(wanted), asked_by=by)
    _ask_again_soon(row)
    return row


@transaction.atomic
def _stored_once(pk: UUID, kind: Kind, wanted: Wanted, *, by: str) -> StripeWrite:
    """The one row with this id, as whoever came first wants it; one that was refused is wanted anew."""
    fresh = {"kind": kind.value, "wanted": dict(wanted), "asked_by": by}
    StripeWrite.objects.get_or_create(pk=pk, defaults=fresh)
    StripeWrite.objects.filter(pk=pk, state=WriteState.REFUSED).update(**fresh, state=WriteState.ASKED)
    row = StripeWrite.objects.get(pk=pk)
    _ask_again_soon(row)
    return row


def _ask_again_soon(row: StripeWrite) -> None:
    """Should nobody hear the answer."""
    jobs.write(AGAIN, {"write": str(row.pk)}, key=f"{AGAIN} {row.pk}", run_at=timezone.now() + AGAIN_AFTER)


def _carried_out(row: StripeWrite) -> str:
    """Ask Stripe, and note what it says."""
    try:
        result = DEEDS[Kind(row.kind)](row.wanted, str(row.pk))
    except PaymentRefusedError as error:
        _note(row, WriteState.REFUSED, problem=error.message)
        raise
    _note(row, WriteState.DONE, result=result)
    return result


def _note(row: StripeWrite, state: WriteState, *, result: str = "", problem: str = "") -> None:
    told = {"state": state, "result": result[:80], "problem": problem[:200], "done_at": timezone.now()}
    StripeWrite.objects.filter(pk=row.pk).update(**told)


def _customer(wanted: Wanted, key: str) -> str:
    made = stripe_client.create_customer(
        name=wanted["name"], email=wanted["email"], schema=current.schema_name(), key=key
    )
    known, _ = StripeCustomer.objects.get_or_create(tenant=current.tenant(), defaults={"stripe_id": made})
    return known.stripe_id


def _checkout(wanted: Wanted, key: str) -> str:
    return stripe_client.open_checkout(
        customer=wanted["customer"],
        plan=PLANS[PlanKey(wanted["plan"])],
        interval=Interval(wanted["interval"]),
        seats=wanted["seats"],
        trial_end=_moment(wanted["trial_end"]),
        success=wanted["success"],
        cancel=wanted["cancel"],
        key=key,
    ).id


def _change(wanted: Wanted, key: str) -> str:
    told = wanted["bought"]
    plan = None if told["plan"] is None else PlanKey(told["plan"])
    interval = None if told["interval"] is None else Interval(told["interval"])
    bought = Bought(**{**told, "plan": plan, "interval": interval})
    stripe_client.change(
        bought,
        plan=PLANS[PlanKey(wanted["plan"])],
        interval=Interval(wanted["interval"]),
        seats=wanted["seats"],
        at=_moment(wanted["at"]),
        key=key,
    )
    return bought.id


def _cancel(wanted: Wanted, key: str) -> str:
    stripe_client.cancel_at_end(wanted["subscription"], wanted=wanted["wanted"], reason=wanted["reason"], key=key)
    return str(wanted["subscription"])


def _end(wanted: Wanted, key: str) -> str:
    with suppress(NotAtStripeError):  # it is over already
        stripe_client.cancel_now(wanted["subscription"], key=key)
    return str(wanted["subscription"])


def _pay(wanted: Wanted, key: str) -> str:
    return stripe_client.pay(wanted["invoice"], key=key).id


def _refund(wanted: Wanted, key: str) -> str:
    return stripe_client.refund(wanted["invoice"], cents=wanted["cents"], reason=wanted["reason"], key=key)


def _details(wanted: Wanted, key: str) -> str:
    details = BillingDetails(**wanted["details"], tax_ids=())
    stripe_client.set_details(wanted["customer"], details, key=key)
    return str(wanted["customer"])


def _tax_id(wanted: Wanted, key: str) -> str:
    return stripe_client.add_tax_id(wanted["customer"], kind=wanted["kind"], value=wanted["value"], key=key).id


def _tax_id_gone(wanted: Wanted, key: str) -> str:  # noqa: ARG001  what goes, goes once
    with suppress(NotAtStripeError):  # it is gone already
        stripe_client.remove_tax_id(wanted["customer"], wanted["id"])
    return str(wanted["id"])


def _moment(told: str | None) -> datetime | None:
    return None if told is None else datetime.fromisoformat(told)


DEEDS: Mapping[Kind, Callable[[Wanted, str], str]] = {
    Kind.CUSTOMER: _customer,
    Kind.CHECKOUT: _checkout,
    Kind.CHANGE: _change,
    Kind.CANCEL: _cancel,
    Kind.END: _end,
    Kind.PAY: _pay,
    Kind.REFUND: _refund,
    Kind.DETAILS: _details,
    Kind.TAX_ID: _tax_id,
    Kind.TAX_ID_GONE: _tax_id_gone,
}
