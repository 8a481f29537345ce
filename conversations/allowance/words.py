"""What owners and admins are told of how much is used, as an alert and as a letter; pure."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from billing.bundle import Bundle
from billing.models import Standing
from billing.plans import BUSINESS, CURRENCY
from billing.warnings import Of, Step
from tenants.figures import money

GO_ON = "Conversations in which it answered already go on, and rules and handovers work as ever."
TO_PEOPLE = "New conversations go to your people; outside of hours a message is taken. Nobody is left without a word."
NOT_CHARGED = "A resolution that comes after the cap all the same is not charged."


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
    then = f"When all {now.allowed.included:,} are used, the assistant begins no conversation until {ends}."
    if now.allowed.cap is None or now.allowed.cap != now.allowed.included:
        then = f"Each one beyond the {now.allowed.included:,} costs {_unit(now)}{_up_to(now)}."
    return News(
        f"{step.percent} % of {_when(now)}'s resolutions are used",
        (f"The assistant alone resolved {_so_far(now)}. {_until(now, ends)}", then),
        _to_do(now),
    )


def _bundle_is_used(now: Bundle, ends: str) -> News:
    """All of it: what comes is bought, or people have it."""
    if not now.is_used_up:
        return News(
            "The bundle of resolutions is used, and more are bought",
            (
                f"The {now.allowed.included:,} resolutions of this period are used.",
                f"Until {ends} each one more costs {_unit(now)}{_up_to(now)}, on the next invoice.",
            ),
            "You can change the limit, or stop buying, under Billing.",
        )
    return News(
        "The assistant begins no new conversation",
        (
            f"All {now.allowed.included:,} resolutions of {_when(now)} are used. {_until(now, ends)}",
            TO_PEOPLE,
            GO_ON,
            NOT_CHARGED,
        ),
        _to_do(now),
    )


def _of_limit(step: Step, now: Bundle, ends: str) -> News:
    """So much of the money."""
    limit, spent = money(now.place.overage_limit_cents or 0, CURRENCY), money(now.bought_cents, CURRENCY)
    if not now.is_used_up:
        return News(
            f"{step.percent} % of your limit for resolutions is used",
            (
                f"Beyond the bundle, {now.beyond:,} resolutions were bought for {spent} of the limit of {limit}.",
                f"When the limit is reached, the assistant begins no conversation until {ends}.",
            ),
            "You can change the limit under Billing.",
        )
    return News(
        "The limit is reached, and the assistant begins no new conversation",
        (
            f"{now.beyond:,} resolutions were bought for {spent}; the limit of {limit} allows no more until {ends}.",
            TO_PEOPLE,
            GO_ON,
            NOT_CHARGED,
        ),
        "Raise the limit under Billing, and it begins again at once.",
    )


def _to_do(now: Bundle) -> str:
    """By what there would be more."""
    match now.standing:
        case Standing.TRIAL:
            return "Choose a plan under Billing to have more of them."
        case Standing.ACTIVE if now.allowed.cap != now.allowed.included:
            return "You can change the limit, or stop buying, under Billing."
        case Standing.ACTIVE if now.allowed.plan == BUSINESS:
            return "Under Billing you can allow more, with a limit in money."
        case Standing.ACTIVE:
            return "Under Billing you can allow more, with a limit in money, or choose a larger plan."
        case Standing.PAST_DUE | Standing.UNPAID:
            return "Once the open invoice is paid, more can be bought under Billing."
        case _:
            return "Under Billing you can choose a larger plan."


def _when(now: Bundle) -> str:
    return "the trial" if now.standing == Standing.TRIAL else "this period"


def _so_far(now: Bundle) -> str:
    return f"{now.used.net:,} of the {now.allowed.included:,} conversations that {_when(now)} includes"


def _until(now: Bundle, ends: str) -> str:
    if now.standing == Standing.TRIAL:
        return f"The trial ends on {ends}."
    return f"The next {now.allowed.included:,} begin on {ends}."


def _unit(now: Bundle) -> str:
    return money(now.allowed.plan.overage_cents or 0, CURRENCY)


def _up_to(now: Bundle) -> str:
    limit = now.place.overage_limit_cents
    return "" if limit is None else f", up to your limit of {money(limit, CURRENCY)}"


def _day(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%-d %B}"
