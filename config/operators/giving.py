"""What operators do about a company's plan and money; the trail of the platform and the company's own tell it."""

from decimal import Decimal, InvalidOperation

from django.db import transaction

from agents import seats
from billing import arriving, complimentary, disputes
from billing.arrivals.models import StripeCustomer
from billing.errors import NotPossibleNowError, PaymentServiceError
from billing.models import Dispute, Subscription
from billing.plans import PLANS, Plan, PlanKey
from config.operators import suspending
from conversations.metering import decided
from conversations.subscribing import refunding
from tenants import brake, current, jobs
from tenants.errors import ParameterError
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.audit import About, Actor

LONGEST_REASON, A_DAY, MOST_CENTS = 200, 86_400, 100_000_000
SENT_TWICE = "This refund was sent already; look at the invoice before you send another."


@transaction.atomic
def give(tenant: Tenant, plan: str, *, seats_told: str, reason: str, actor: Actor) -> None:
    """Let the company have a plan for nothing until it is taken back. ParameterError, NotPossibleNowError."""
    with current.entered(tenant):
        before = _shown(Subscription.objects.filter(pk=1).first())
        row = complimentary.give(_plan(plan), seats=_seats(seats_told))
        seats.moved()
    _record("plan.given", tenant, actor=actor, before=before, after={**_shown(row), "reason": _reason(reason)})


@transaction.atomic
def take_back(tenant: Tenant, *, reason: str, actor: Actor) -> None:
    """End what was given; a subscription that the company has at Stripe beside it is looked up again."""
    with current.entered(tenant):
        before = _shown(Subscription.objects.filter(pk=1).first())
        row = complimentary.take_back()
        seats.moved()
        if StripeCustomer.objects.filter(tenant=tenant).exists():
            jobs.write(arriving.FOLLOW, {}, key=arriving.FOLLOW)
    _record("plan.taken_back", tenant, actor=actor, before=before, after={**_shown(row), "reason": _reason(reason)})


@transaction.atomic
def decide(tenant: Tenant, dispute_id: str, *, uphold: bool, answer: str, actor: Actor) -> Dispute:
    """Settle a dispute; the company reads the answer, and who disputed has it by a letter.

    NotFoundError, NotPossibleNowError, ParameterError.
    """
    answer = " ".join(answer.split())
    if not answer or len(answer) > disputes.LONGEST_ANSWER:
        raise ParameterError(f"answer: say why, in at most {disputes.LONGEST_ANSWER} letters.", param="answer")
    with current.entered(tenant):
        found = disputes.decide(dispute_id, uphold=uphold, answer=answer, by=actor)
        decided.soon(found)
    changes = {"state": ("open", str(found.state)), "answer": ("", answer)}
    about = About("workspace", str(tenant.schema_name), tenant.name)
    audit.record("resolution.dispute_decided", actor=actor, about=about, changes=changes)
    return found


def refund(tenant: Tenant, invoice: str, *, amount: str, reason: str, once: str, actor: Actor) -> None:
    """Give back so much of a paid invoice, in euro as people write it. Not in a transaction.

    `once` is the form's own: sent twice, it moves money once, and NotPossibleNowError says so the second time. Other
    errors are those of `refunding.refund`.
    """
    cents, told = _cents(amount), _reason(reason)
    if not once or not brake.allows("refund", once[:LONGEST_REASON], most=1, seconds=A_DAY):
        raise NotPossibleNowError(SENT_TWICE)
    about = About("workspace", str(tenant.schema_name), tenant.name)
    changes = {"invoice": (None, invoice), "cents": (None, cents), "reason": (None, told)}
    try:
        with current.entered(tenant):
            refunding.refund(invoice, cents=cents, reason=told, actor=actor)
    except PaymentServiceError:
        audit.record("invoice.refund_requested", actor=actor, about=about, changes=changes)
        raise
    audit.record("invoice.refunded", actor=actor, about=about, changes=changes)


def _cents(told: str) -> int:
    try:
        amount = Decimal(told.strip()) * 100
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount != int(amount) or not 1 <= amount <= MOST_CENTS:
        raise ParameterError("amount: an amount such as 12.50.", param="amount")
    return int(amount)


def _plan(told: str) -> Plan:
    if told not in PLANS:
        raise ParameterError("plan: choose one.", param="plan")
    return PLANS[PlanKey(told)]


def _seats(told: str) -> int | None:
    told = told.strip()
    if told and not (told.isascii() and told.isdecimal() and len(told) < 10):
        raise ParameterError("seats: a whole number, or nothing.", param="seats")
    return int(told) if told else None


def _reason(told: str) -> str:
    reason = " ".join(told.split())
    if not reason or len(reason) > LONGEST_REASON:
        raise ParameterError(f"reason: say why, in at most {LONGEST_REASON} letters.", param="reason")
    return reason


def _shown(row: Subscription | None) -> dict[str, object]:
    """The row as the trails show it."""
    if row is None:
        return {"plan": None, "standing": None, "seats": None}
    return {"plan": str(row.plan), "standing": str(row.standing), "seats": row.seats}


def _record(action: str, tenant: Tenant, *, actor: Actor, before: dict[str, object], after: dict[str, object]) -> None:
    about = About("workspace", str(tenant.schema_name), tenant.name)
    changes = {name: (before.get(name), value) for name, value in after.items() if before.get(name) != value}
    suspending.record(action, tenant, actor=actor, about=about, changes=changes)
