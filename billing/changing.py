"""Another plan, interval or number of seats: what it costs at first, what is lost, what stands in its way; pure."""

import calendar
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext, gettext_noop, ngettext

from billing.entitlements import Entitlements
from billing.errors import BlockedError, LossesError
from billing.plans import CURRENCY, Feature, Interval, Plan
from billing.stripe_objects import Line, Preview
from tenants import figures

LEFT_OF_TRIAL = timedelta(hours=49)  # Stripe's checkout wants 48, and whoever pays needs a moment
MOST_SEATS = 1_000
MOST_NAMED = 10
GOOD_FOR = timedelta(minutes=30)  # a preview; what it says is by the second
FEATURES: Mapping[Feature, str] = {
    Feature.CONTROL_ROOM: gettext_noop(
        "The control room closes: nobody watches or guides the assistant's live conversations there."
    ),
    Feature.SLA: gettext_noop("Reply-time promises stop: their clocks stand still and no alarm rings."),
    Feature.SSO: gettext_noop("Single sign-on ends: people sign in with a password."),
}


@dataclass(frozen=True)
class Wanted:
    """What a company wants to have. `interval` and `seats` are None on a plan that is not paid."""

    plan: Plan
    interval: Interval | None = None
    seats: int | None = None

    @property
    def seats_limit(self) -> int:
        """How many people may have a seat then."""
        return self.plan.seats_most if self.plan.seats_most is not None else self.seats or 0


@dataclass(frozen=True)
class InUse:
    """What the company uses now, as far as another plan may not have it."""

    people: tuple[str, ...]
    """The names of all who have a seat."""
    invited: int = 0
    resolutions: int = 0
    """Of this period, without those that were credited."""
    older: int = 0
    """Resolved conversations that a plan with a history of its own would not show."""
    promises: int = 0
    signs_on: bool = False


@dataclass(frozen=True)
class Loss:
    """Something that would be lost; one that blocks must be mended first, any other must be accepted by its code."""

    code: str
    words: str
    blocks: bool = False
    who: tuple[str, ...] = ()


def losses(now: Entitlements, wanted: Wanted, in_use: InUse) -> tuple[Loss, ...]:
    """What the company loses by the change, what blocks it first."""
    found = [
        *_seats(wanted, in_use),
        *(
            _feature(feature, wanted.plan, in_use)
            for feature in Feature
            if feature in now.features - wanted.plan.features
        ),
        *_history(now, wanted.plan, in_use),
        *_bundle(now, wanted.plan, in_use),
    ]
    return tuple(sorted(found, key=lambda one: not one.blocks))


def check(found: Sequence[Loss], *, accepts: Collection[str]) -> None:
    """BlockedError for the first loss that blocks, LossesError where one was not accepted."""
    for loss in found:
        if loss.blocks:
            raise BlockedError(
                gettext("{what} They are {who}.").format(what=loss.words, who=_listed(loss.who))
                if loss.who
                else loss.words
            )
    missing = [loss for loss in found if loss.code not in accepts]
    if missing:
        told = " ".join(loss.words for loss in missing)
        raise LossesError(
            gettext("Accept first what is lost ({missing}): {told}").format(
                missing=", ".join(loss.code for loss in missing), told=told
            )
        )


def is_good(previewed_at: datetime, *, now: datetime) -> bool:
    """Whether a change may still name the moment of its preview."""
    return now - GOOD_FOR <= previewed_at <= now + timedelta(minutes=1)


def trial_kept(ends_at: datetime | None, *, now: datetime) -> datetime | None:
    """Until when whoever subscribes now pays nothing: the end of their trial; None where too little of it is left."""
    return ends_at if ends_at is not None and ends_at - now >= LEFT_OF_TRIAL else None


def first(wanted: Wanted, *, now: datetime, trial_end: datetime | None) -> Preview:
    """What it costs a company without a subscription: now, or when the trial ends that it keeps. Without tax."""
    if wanted.interval is None or wanted.seats is None:
        return Preview(now, (), 0, 0, now, CURRENCY)
    total = wanted.seats * wanted.plan.seat_cents(wanted.interval)
    line = Line(
        _a_seat(wanted),
        total,
        quantity=wanted.seats,
    )
    if trial_end is not None:
        return Preview(now, (line,), 0, total, trial_end, CURRENCY)
    return Preview(now, (line,), total, total, after(now, wanted.interval), CURRENCY)


def _a_seat(wanted: Wanted) -> str:
    year = wanted.interval == Interval.YEAR
    said = gettext("{plan}, a seat for a year") if year else gettext("{plan}, a seat for a month")
    return said.format(plan=wanted.plan.name)


def after(moment: datetime, interval: Interval) -> datetime:
    """A month or a year later; on the last day of a month that is too short."""
    months = moment.month + (1 if interval == Interval.MONTH else 12)
    year, month = moment.year + (months - 1) // 12, (months - 1) % 12 + 1
    return moment.replace(year=year, month=month, day=min(moment.day, calendar.monthrange(year, month)[1]))


def _seats(wanted: Wanted, in_use: InUse) -> Iterator[Loss]:
    taken, limit, name = len(in_use.people), wanted.seats_limit, wanted.plan.name
    if taken > limit and wanted.plan.is_paid:
        words = ngettext(
            "{taken} people have a seat, {more} more than {limit} seat. Switch some off or make them viewers first.",
            "{taken} people have a seat, {more} more than {limit} seats. Switch some off or make them viewers first.",
            limit,
        ).format(taken=taken, more=taken - limit, limit=figures.whole(limit))
        yield Loss("seats", words, blocks=True, who=in_use.people)
    elif taken > limit:
        words = gettext(
            "{taken} people have a seat and {plan} has {limit}. Nobody is thrown out and conversations go on, but "
            "nobody can be invited, and after 14 days settings can be read and not changed until the seats fit."
        ).format(taken=taken, plan=name, limit=limit)
        yield Loss("seats", words, who=in_use.people)
    elif taken + in_use.invited > limit:
        invited = ngettext("{count} invitation is open", "{count} invitations are open", in_use.invited)
        left = ngettext("{count} seat is left", "{count} seats are left", limit - taken)
        words = gettext("{invited} and {left}: who comes later finds no seat.").format(
            invited=invited.format(count=figures.whole(in_use.invited)),
            left=left.format(count=figures.whole(limit - taken)),
        )
        yield Loss("invitations", words)


def _feature(feature: Feature, plan: Plan, in_use: InUse) -> Loss:
    words = [gettext(FEATURES[feature]), gettext("{plan} does not have it.").format(plan=plan.name)]
    if feature == Feature.SLA and in_use.promises:
        kept = ngettext(
            "Your promise is kept for when you come back.",
            "Your {count} promises are kept for when you come back.",
            in_use.promises,
        )
        words.append(kept.format(count=figures.whole(in_use.promises)))
    if feature == Feature.SSO and in_use.signs_on:
        words.append(gettext("You use it: whoever has no password gets a letter to choose one."))
    return Loss(feature.value, " ".join(words))


def _history(now: Entitlements, plan: Plan, in_use: InUse) -> Iterator[Loss]:
    if plan.history_days is None or (now.history_days is not None and now.history_days <= plan.history_days):
        return
    words = gettext("Resolved conversations older than {days} days are kept and in every export, but not shown")
    if in_use.older:
        words += gettext("; now that would be {older}")
    yield Loss("history", f"{words.format(days=plan.history_days, older=figures.whole(in_use.older))}.")


def _bundle(now: Entitlements, plan: Plan, in_use: InUse) -> Iterator[Loss]:
    if now.included is not None and now.included <= plan.included:
        return
    words = gettext("{plan} includes {included} resolutions a month")
    if now.included is not None:
        words = gettext("{plan} includes {included} resolutions a month instead of {before}")
    if in_use.resolutions >= plan.included:
        words += gettext(". This period has {resolutions} already")
        if plan.is_paid:  # the free plan begins with a period of its own
            words += gettext(
                ", so the assistant begins no new conversation until the next, unless you buy some beyond the bundle"
            )
    told = words.format(
        plan=plan.name,
        included=figures.whole(plan.included),
        before=figures.whole(now.included or 0),
        resolutions=figures.whole(in_use.resolutions),
    )
    yield Loss("bundle", f"{told}.")


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        shown.append(gettext("{count} more").format(count=len(names) - MOST_NAMED))
    return gettext(" and ").join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
