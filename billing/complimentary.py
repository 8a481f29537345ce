"""A plan that the operator gives for nothing, and takes back."""

from django.db import transaction
from django.utils.translation import gettext, gettext_noop

from billing import following, standing
from billing.errors import NotPossibleNowError
from billing.models import Standing, Subscription
from billing.plans import Plan
from tenants import current
from tenants.errors import ParameterError

MOST_SEATS = 100_000
PAYS = gettext_noop("This company pays for a plan. Let it cancel first, or it would go on paying for what it is given.")


@transaction.atomic
def give(plan: Plan, *, seats: int | None) -> Subscription:
    """The company entered now has the plan until it is taken back, with so many seats, or as many as it likes.

    Nothing that it uses is charged. ParameterError for the free plan, which everybody has, and for a number of seats
    that makes no sense; NotPossibleNowError while the company pays for a plan.
    """
    if not plan.is_paid:
        raise ParameterError(gettext("plan: everybody may have the free plan."), param="plan")
    if seats is not None and not 1 <= seats <= MOST_SEATS:
        raise ParameterError(
            gettext("seats: a whole number from 1 to {most_seats:,}, or nothing.").format(most_seats=MOST_SEATS),
            param="seats",
        )
    row = standing.held()
    if row.stripe_subscription:
        raise NotPossibleNowError(gettext(PAYS))
    row.standing, row.plan, row.seats, row.interval = Standing.COMPLIMENTARY, plan.key, seats, ""
    row.save(update_fields=["standing", "plan", "seats", "interval"])
    return row


@transaction.atomic
def take_back() -> Subscription:
    """What was given is over: the company's own trial goes on to its end, else it is on the free plan.

    NotPossibleNowError where nothing was given. A subscription of its own is seen when Stripe is looked up next.
    """
    row = standing.held()
    if row.standing != Standing.COMPLIMENTARY:
        raise NotPossibleNowError(gettext("Nothing was given to this company."))
    row.standing = Standing.FREE
    ends = standing.trial_ends_at(current.tenant())
    for name, value in following.fields(None, row=row, trial_ends_at=ends).items():
        setattr(row, name, value)
    row.save()
    return row
