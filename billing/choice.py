"""The plan that somebody chose on the public site, before there is a workspace that could subscribe to it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from billing.plans import PLANS, Interval, Plan, PlanKey


@dataclass(frozen=True)
class Choice:
    """A plan that is paid for, and how often."""

    plan: Plan
    interval: Interval

    @property
    def query(self) -> str:
        """As it stands in an address of the public site."""
        return urlencode({"plan": self.plan.key, "interval": self.interval})

    @property
    def page(self) -> str:
        """Where a new owner decides upon it, in the console."""
        return f"/console/billing?{urlencode({'choose': self.plan.key, 'interval': self.interval})}"


def read(plan: str, interval: str) -> Choice | None:
    """What the words of an address mean; None unless they name a plan that is sold, monthly when they say no more."""
    if plan not in PLANS or not PLANS[PlanKey(plan)].is_paid:
        return None
    return Choice(PLANS[PlanKey(plan)], Interval.YEAR if interval == Interval.YEAR else Interval.MONTH)
