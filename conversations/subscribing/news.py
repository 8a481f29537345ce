"""Which letters about the subscription are due, from how it stands and what was told already; pure.

What is due follows from the state, not from what just happened: a look that comes late, or twice, sends nothing wrong.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from billing import dunning
from billing.models import Standing

SOON, LAST_DAY = timedelta(days=3), timedelta(days=1)
STALE = timedelta(days=7)  # what is older is no news any more
SEATS_REMINDER = timedelta(days=11)  # three days before settings are locked


class News(StrEnum):
    """What a letter tells."""

    TRIAL_SOON = "trial_soon"
    TRIAL_LAST_DAY = "trial_last_day"
    TRIAL_OVER = "trial_over"
    TRIAL_BILLS = "trial_bills"
    BEGAN = "began"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    KEPT = "kept"
    ENDED = "ended"
    UNPAID_1 = "unpaid_1"
    UNPAID_2 = "unpaid_2"
    UNPAID_3 = "unpaid_3"
    UNPAID_4 = "unpaid_4"
    PAID = "paid"
    OVER_SEATS = "over_seats"
    OVER_SEATS_SOON = "over_seats_soon"


BEGAN = frozenset({News.BEGAN, News.RETURNED})
UNPAID = (News.UNPAID_1, News.UNPAID_2, News.UNPAID_3, News.UNPAID_4)


@dataclass(frozen=True)
class Facts:
    """How a company stands. `subscription` is Stripe's id of the newest one, "" before the first."""

    standing: Standing
    subscription: str = ""
    trial_ends_at: datetime | None = None
    began_at: datetime | None = None
    ends_at: datetime | None = None
    unpaid_since: datetime | None = None
    over_seats_since: datetime | None = None

    @property
    def is_subscribed(self) -> bool:
        """Whether a subscription lives."""
        return bool(self.subscription) and self.standing not in {Standing.FREE, Standing.COMPLIMENTARY}


@dataclass(frozen=True)
class Told:
    """A piece of news, and the moment or the subscription that it is about; `quiet` is kept and not sent."""

    news: News
    about: str
    quiet: bool = False


def due(facts: Facts, told: Collection[Told], *, now: datetime) -> list[Told]:
    """What is to be told now, at most one of a kind."""
    known = {(one.news, one.about) for one in told}
    found = [
        *_trial(facts, told, now),
        *_beginning(facts, told, now),
        *_leaving(facts, told),
        *_payment(facts, told, now),
        *_seats(facts, now),
    ]
    return [one for one in found if (one.news, one.about) not in known]


def still_true(news: News, facts: Facts) -> bool:
    """Whether a letter that waited may still leave."""
    match news:
        case News.TRIAL_SOON | News.TRIAL_LAST_DAY | News.TRIAL_OVER:
            return not facts.is_subscribed and facts.standing != Standing.COMPLIMENTARY
        case News.TRIAL_BILLS | News.BEGAN | News.RETURNED | News.KEPT | News.PAID:
            return facts.is_subscribed
        case News.CANCELLED:
            return facts.ends_at is not None
        case News.ENDED:
            return not facts.is_subscribed
        case News.UNPAID_1 | News.UNPAID_2 | News.UNPAID_3 | News.UNPAID_4:
            return facts.unpaid_since is not None
        case News.OVER_SEATS | News.OVER_SEATS_SOON:
            return facts.over_seats_since is not None


def _trial(facts: Facts, told: Collection[Told], now: datetime) -> Iterator[Told]:
    ends, about = facts.trial_ends_at, _about(facts.trial_ends_at)
    if ends is None or facts.standing == Standing.COMPLIMENTARY:
        return
    if facts.is_subscribed:
        if facts.standing == Standing.TRIAL and facts.ends_at is None and now < ends <= now + SOON:
            yield Told(News.TRIAL_BILLS, about)
    elif any(one.news in BEGAN for one in told):
        return  # it subscribed and left again: there are other letters about that
    elif now >= ends:
        yield Told(News.TRIAL_OVER, about, quiet=now - ends > STALE)
    elif now >= ends - LAST_DAY:
        yield Told(News.TRIAL_LAST_DAY, about)
    elif now >= ends - SOON:
        yield Told(News.TRIAL_SOON, about)


def _beginning(facts: Facts, told: Collection[Told], now: datetime) -> Iterator[Told]:
    known = {(one.news, one.about) for one in told}
    if facts.is_subscribed and not any((news, facts.subscription) in known for news in BEGAN):
        came_back = any(one.news in BEGAN for one in told)
        old = facts.began_at is not None and now - facts.began_at > STALE
        yield Told(News.RETURNED if came_back else News.BEGAN, facts.subscription, quiet=old)
    lived = [one.about for one in told if one.news in BEGAN]
    for subscription in lived:
        if subscription != facts.subscription or not facts.is_subscribed:
            is_last = subscription == lived[-1] and not facts.is_subscribed
            yield Told(News.ENDED, subscription, quiet=not is_last)


def _leaving(facts: Facts, told: Collection[Told]) -> Iterator[Told]:
    """A cancellation may be taken back, and be made again: each is told."""
    if not facts.is_subscribed:
        return
    mine = [one for one in told if one.news in {News.CANCELLED, News.KEPT} and one.about.startswith(facts.subscription)]
    is_leaving = bool(mine) and mine[-1].news == News.CANCELLED
    if is_leaving != (facts.ends_at is not None):
        news = News.KEPT if is_leaving else News.CANCELLED
        yield Told(news, f"{facts.subscription} {len(mine) + 1}")


def _payment(facts: Facts, told: Collection[Told], now: datetime) -> Iterator[Told]:
    if facts.unpaid_since is not None:
        about = _about(facts.unpaid_since)
        reached = dunning.step(facts.unpaid_since, now=now)
        for news in UNPAID[: reached - 1]:  # those whose day passed while nobody looked
            yield Told(news, about, quiet=True)
        yield Told(UNPAID[reached - 1], about)
    elif facts.is_subscribed:
        unpaid = [one.about for one in told if one.news in UNPAID]
        for about in dict.fromkeys(unpaid):
            yield Told(News.PAID, about, quiet=about != unpaid[-1])


def _seats(facts: Facts, now: datetime) -> Iterator[Told]:
    since, about = facts.over_seats_since, _about(facts.over_seats_since)
    if since is None:
        return
    if now - since >= SEATS_REMINDER:
        yield Told(News.OVER_SEATS, about, quiet=True)
        yield Told(News.OVER_SEATS_SOON, about)
    else:
        yield Told(News.OVER_SEATS, about)


def _about(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat()
