"""What owners and admins are told of how much is used, as an alert and as a letter; pure."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, gettext_noop

from billing.bundle import Bundle
from billing.models import Standing
from billing.plans import BUSINESS, CURRENCY
from billing.warnings import Of, Step
from tenants import figures
from tenants.figures import money

GO_ON = gettext_noop("Conversations in which it answered already go on, and rules and handovers work as ever.")
TO_PEOPLE = gettext_noop(
    "New conversations go to your people; outside of hours a message is taken. Nobody is left without a word."
)
NOT_CHARGED = gettext_noop("A resolution that comes after the cap all the same is not charged.")


@dataclass(frozen=True)
class News:
    """What is told: a subject, what is so, and what can be done."""

    subject: str
    happened: tuple[str, ...]
    to_do: str

    @property
    def in_short(self) -> str:
        """For an alert."""
        return " ".join((*self.happened[:2], self.to_do))


def news(step: Step, now: Bundle, zone: ZoneInfo) -> News:
    """What the step says of the period under way."""
    if step.of == Of.LIMIT:
        return _of_limit(step, now, _day(now.period.end, zone))
    if step.percent >= 100:
        return _bundle_is_used(now, _day(now.period.end, zone))
    return _of_bundle(step, now, _day(now.period.end, zone))


def _of_bundle(step: Step, now: Bundle, ends: str) -> News:
    """Some of the bundle is used."""
    then = gettext("When all {included} are used, the assistant begins no conversation until {ends}.").format(
        included=figures.whole(now.allowed.included), ends=ends
    )
    if now.allowed.cap is None or now.allowed.cap != now.allowed.included:
        then = gettext("Each one beyond the {included} costs {amount}{up_to}.").format(
            included=figures.whole(now.allowed.included), amount=_unit(now), up_to=_up_to(now)
        )
    return News(
        gettext("{percent} % of {period}'s resolutions are used").format(percent=step.percent, period=_when(now)),
        (
            gettext("The assistant alone resolved {so_far}. {until}").format(
                so_far=_so_far(now), until=_until(now, ends)
            ),
            then,
        ),
        _to_do(now),
    )


def _bundle_is_used(now: Bundle, ends: str) -> News:
    """All of it: what comes is bought, or people have it."""
    if not now.is_used_up:
        return News(
            gettext("The bundle of resolutions is used, and more are bought"),
            (
                gettext("The {included} resolutions of this period are used.").format(
                    included=figures.whole(now.allowed.included)
                ),
                gettext("Until {ends} each one more costs {amount}{up_to}, on the next invoice.").format(
                    ends=ends, amount=_unit(now), up_to=_up_to(now)
                ),
            ),
            gettext("You can change the limit, or stop buying, under Billing."),
        )
    return News(
        gettext("The assistant begins no new conversation"),
        (
            gettext("All {included} resolutions of {period} are used. {until}").format(
                included=figures.whole(now.allowed.included), period=_when(now), until=_until(now, ends)
            ),
            gettext(TO_PEOPLE),
            gettext(GO_ON),
            gettext(NOT_CHARGED),
        ),
        _to_do(now),
    )


def _of_limit(step: Step, now: Bundle, ends: str) -> News:
    """So much of the money."""
    limit, spent = money(now.place.overage_limit_cents or 0, CURRENCY), money(now.bought_cents, CURRENCY)
    if not now.is_used_up:
        return News(
            gettext("{percent} % of your limit for resolutions is used").format(percent=step.percent),
            (
                gettext(
                    "Beyond the bundle, {beyond} resolutions were bought for {spent} of the limit of {limit}."
                ).format(beyond=figures.whole(now.beyond), spent=spent, limit=limit),
                gettext("When the limit is reached, the assistant begins no conversation until {ends}.").format(
                    ends=ends
                ),
            ),
            gettext("You can change the limit under Billing."),
        )
    return News(
        gettext("The limit is reached, and the assistant begins no new conversation"),
        (
            gettext(
                "{beyond} resolutions were bought for {spent}; the limit of {limit} allows no more until {ends}."
            ).format(beyond=figures.whole(now.beyond), spent=spent, limit=limit, ends=ends),
            gettext(TO_PEOPLE),
            gettext(GO_ON),
            gettext(NOT_CHARGED),
        ),
        gettext("Raise the limit under Billing, and it begins again at once."),
    )


def _to_do(now: Bundle) -> str:
    """By what there would be more."""
    match now.standing:
        case Standing.TRIAL:
            return gettext("Choose a plan under Billing to have more of them.")
        case Standing.ACTIVE if now.allowed.cap != now.allowed.included:
            return gettext("You can change the limit, or stop buying, under Billing.")
        case Standing.ACTIVE if now.allowed.plan == BUSINESS:
            return gettext("Under Billing you can allow more, with a limit in money.")
        case Standing.ACTIVE:
            return gettext("Under Billing you can allow more, with a limit in money, or choose a larger plan.")
        case Standing.PAST_DUE | Standing.UNPAID:
            return gettext("Once the open invoice is paid, more can be bought under Billing.")
        case _:
            return gettext("Under Billing you can choose a larger plan.")


def _when(now: Bundle) -> str:
    return gettext("the trial") if now.standing == Standing.TRIAL else gettext("this period")


def _so_far(now: Bundle) -> str:
    return gettext("{used} of the {included} conversations that {period} includes").format(
        used=figures.whole(now.used.net), included=figures.whole(now.allowed.included), period=_when(now)
    )


def _until(now: Bundle, ends: str) -> str:
    if now.standing == Standing.TRIAL:
        return gettext("The trial ends on {ends}.").format(ends=ends)
    return gettext("The next {included} begin on {ends}.").format(
        included=figures.whole(now.allowed.included), ends=ends
    )


def _unit(now: Bundle) -> str:
    return money(now.allowed.plan.overage_cents or 0, CURRENCY)


def _up_to(now: Bundle) -> str:
    limit = now.place.overage_limit_cents
    return "" if limit is None else gettext(", up to your limit of {limit}").format(limit=money(limit, CURRENCY))


def _day(moment: datetime, zone: ZoneInfo) -> str:
    return figures.day_of_year(moment.astimezone(zone))
