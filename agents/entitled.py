"""What the company's plan allows, asked where somebody does it; everything is allowed where nobody is billed."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from billing import standing
from billing.entitlements import Lock
from billing.errors import NotInPlanError, SettingsLockedError
from billing.plans import PLANS, Feature

SOLD_IN: Mapping[Feature, str] = {
    Feature.CONTROL_ROOM: gettext_noop("The control room is part of {plans}. Your plan is {plan}."),
    Feature.SLA: gettext_noop("Reply-time promises are part of {plans}. Your plan is {plan}."),
    Feature.SSO: gettext_noop("Single sign-on is part of {plans}. Your plan is {plan}."),
}
LOCKED: Mapping[Lock, str] = {
    Lock.UNPAID: gettext_noop(
        "Settings cannot be changed while an invoice is open for two weeks or longer. Conversations go on. "
        "Pay it under Billing, and they open at once."
    ),
    Lock.OVER_SEATS: gettext_noop(
        "Settings cannot be changed while more people have a seat than the plan has. Conversations go on. "
        "Switch somebody off under Team, or add seats under Billing."
    ),
}


def has(feature: Feature) -> bool:
    """Whether the plan has the feature. At most one query, as in all that is asked here."""
    return standing.allowed().has(feature)


def check(feature: Feature) -> None:
    """NotInPlanError unless the plan has the feature."""
    allowed = standing.allowed()
    if not allowed.has(feature):
        sold_in = gettext(" and ").join(plan.name for plan in PLANS.values() if feature in plan.features)
        raise NotInPlanError(gettext(SOLD_IN[feature]).format(plans=sold_in, plan=allowed.plan.name))


def check_unlocked() -> None:
    """SettingsLockedError while settings can be read and not changed."""
    lock = standing.allowed().lock
    if lock is not None:
        raise SettingsLockedError(gettext(LOCKED[lock]))


def shown_since() -> datetime | None:
    """Resolved conversations are shown that somebody touched since then; None where all are."""
    days = standing.allowed().history_days
    return None if days is None else timezone.now() - timedelta(days=days)
