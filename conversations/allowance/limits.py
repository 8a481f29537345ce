"""Whether resolutions beyond the bundle are bought, and for how much money at most; nothing is bought by itself."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext

from billing import bundle, standing
from billing.bundle import Bundle
from billing.errors import NotPossibleNowError
from billing.models import Standing
from billing.plans import CURRENCY
from conversations import allowance
from tenants import current
from tenants.errors import ParameterError
from tenants.figures import money
from tenants.trail import audit
from tenants.trail.audit import About, Actor

MOST_CENTS = 1_000_000_00


@dataclass(frozen=True)
class Limits:
    """What an admin wants; no limit in money where `limit_cents` is None."""

    on: bool
    limit_cents: int | None


@transaction.atomic
def change(wanted: Limits, *, actor: Actor) -> None:
    """Buy beyond the bundle from now on, up to the limit, or do so no more. What was bought already stays bought.

    Raises NotPossibleNowError where nothing can be bought, and ParameterError for a limit that allows not even one.
    """
    row = standing.held() if standing.is_billed(current.tenant()) else None
    now = bundle.now()
    if wanted.on:
        _check_can_buy(now)
        _check_limit(wanted.limit_cents, unit=now.place.plan.overage_cents or 0)
    if row is None:
        return
    before = {"overage": row.overage, "overage_limit_cents": row.overage_limit_cents}
    after = {"overage": wanted.on, "overage_limit_cents": wanted.limit_cents}
    changes = audit.changed(before, after)
    if not changes:
        return
    row.overage, row.overage_limit_cents = wanted.on, wanted.limit_cents
    row.save(update_fields=["overage", "overage_limit_cents"])
    audit.record("billing.limits_changed", actor=actor, about=About("subscription", "", "Plan"), changes=changes)
    allowance.soon()


def _check_can_buy(now: Bundle) -> None:
    if not now.is_billed:
        raise NotPossibleNowError(gettext("Nobody is billed here, so there is no bundle to go beyond."))
    match now.standing:
        case Standing.ACTIVE if now.place.plan.overage_cents is not None:
            return
        case Standing.TRIAL:
            why = gettext(
                "In the trial nothing is bought. Resolutions beyond the bundle can be bought once a paid plan runs."
            )
        case Standing.PAST_DUE | Standing.UNPAID:
            why = gettext("Pay the open invoice first; then resolutions beyond the bundle can be bought again.")
        case Standing.COMPLIMENTARY:
            why = gettext("Your plan is a gift, and gifts have no bill. Ask whoever runs Baton for you for more.")
        case _:
            why = gettext("The free plan sells no resolutions beyond its own. Subscribe to a plan first.")
    raise NotPossibleNowError(why, param="overage")


def _check_limit(limit_cents: int | None, *, unit: int) -> None:
    if limit_cents is not None and limit_cents < unit:
        told = f"overage_limit_cents: at least {money(unit, CURRENCY)}, the price of one resolution; or no limit."
        raise ParameterError(told, param="overage_limit_cents")
