"""A company says that a resolution was none: credited at once while that is rare, else an operator decides."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from billing import ledger
from billing.errors import NotPossibleNowError
from billing.models import Credit, CreditReason, Dispute, DisputeState, Resolution
from tenants.errors import NotFoundError
from tenants.trail import audit
from tenants.trail.audit import About, Actor

AT_ONCE, AT_ONCE_SHARE = 5, 0.05  # disputes of a period that are credited unseen; whichever of both is more
WITHIN = timedelta(days=60)  # after it was counted
LONGEST_REASON, LONGEST_ANSWER = 500, 500
AT_ONCE_ANSWER = "Credited at once."
BY_BATON = "Baton"


@transaction.atomic
def raise_for(resolution_id: str, *, reason: str, actor: Actor) -> Dispute:
    """The company disputes a unit; gives the dispute, UPHELD with its credit or OPEN.

    NotFoundError for no such unit; NotPossibleNowError where it was disputed or credited already, or is too old.
    """
    ledger.lock()
    unit = ledger.find(resolution_id)
    if unit is None:
        raise NotFoundError(gettext("There is no such resolution here."), param="resolution_id")
    _check(unit)
    made = Dispute.objects.create(resolution=unit, reason=reason, by=actor.id, by_name=actor.name)
    audit.record("resolution.disputed", actor=actor, about=_about(unit), changes={"reason": ("", reason)})
    if _of_period(unit) <= at_once(ledger.totals(unit.period_start).counted):
        _settle(made, DisputeState.UPHELD, answer=AT_ONCE_ANSWER, by=BY_BATON)
    return made


@transaction.atomic
def decide(dispute_id: str, *, uphold: bool, answer: str, by: Actor) -> Dispute:
    """An operator decides an open dispute; upheld, the unit is credited unless it was meanwhile.

    NotFoundError for no such dispute, NotPossibleNowError for one that is decided.
    """
    ledger.lock()
    found = _found(dispute_id)
    if found.state != DisputeState.OPEN:
        raise NotPossibleNowError(gettext("This dispute was decided already."))
    state = DisputeState.UPHELD if uphold else DisputeState.DECLINED
    _settle(found, state, answer=answer, by=by.name)
    changes = {"state": (DisputeState.OPEN.value, state.value), "answer": ("", answer)}
    audit.record("resolution.dispute_decided", actor=by, about=_about(found.resolution), changes=changes)
    return found


def open_ones() -> QuerySet[Dispute]:
    """Those of the company entered now that wait for an operator, the oldest first."""
    return Dispute.objects.select_related("resolution").filter(state=DisputeState.OPEN).order_by("at", "id")


def at_once(counted: int) -> int:
    """How many disputes of a period with so many units are credited without anybody looking."""
    return max(AT_ONCE, int(counted * AT_ONCE_SHARE))


def _found(dispute_id: str) -> Dispute:
    try:
        return Dispute.objects.select_related("resolution").get(pk=dispute_id)
    except (Dispute.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such dispute here."), param="dispute_id") from error


def _check(unit: Resolution) -> None:
    if Dispute.objects.filter(resolution=unit).exists():
        raise NotPossibleNowError(gettext("This resolution was disputed already."))
    if Credit.objects.filter(resolution=unit).exists():
        raise NotPossibleNowError(gettext("This resolution was credited already, so there is nothing to dispute."))
    if timezone.now() - unit.counted_at > WITHIN:
        raise NotPossibleNowError(
            gettext("A resolution can be disputed within {days} days after it was counted.").format(days=WITHIN.days)
        )


def _of_period(unit: Resolution) -> int:
    """How many units of the same period were disputed, this one among them."""
    return Dispute.objects.filter(resolution__period_start=unit.period_start).count()


def _settle(dispute: Dispute, state: DisputeState, *, answer: str, by: str) -> None:
    dispute.state, dispute.answer = state, answer
    dispute.decided_at, dispute.decided_by = timezone.now(), by
    dispute.save(update_fields=["state", "answer", "decided_at", "decided_by"])
    if state == DisputeState.UPHELD:
        ledger.credit(dispute.resolution, CreditReason.DISPUTED, evidence={"dispute": str(dispute.id)})


def _about(unit: Resolution) -> About:
    return About("resolution", str(unit.id), "")
