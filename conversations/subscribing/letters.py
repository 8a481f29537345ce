"""What the letters about a subscription say; pure. Receipts and invoices are Stripe's own letters."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext, gettext_noop

from billing import dunning
from billing.entitlements import LOCKED_AFTER
from billing.models import Standing, Subscription
from billing.plans import FREE, Interval, Plan
from billing.stripe_objects import FoundInvoice
from conversations.subscribing import words
from conversations.subscribing.news import News
from tenants import figures
from tenants.post import Letter, Link

GOES_ON = gettext_noop("Conversations go on meanwhile, and so does the assistant within your plan.")


@dataclass(frozen=True)
class Situation:
    """What a letter may name."""

    company: str
    zone: ZoneInfo
    plan: Plan
    """Of now: the free one once a trial is over."""
    row: Subscription
    people: int
    """Who have a seat."""
    billing_page: str | None
    """None where nobody knows by which address Baton is reached."""
    invoice: FoundInvoice | None = None
    """What is owed."""

    def day(self, moment: datetime | None) -> str:
        """The day at the company's own place."""
        return gettext("soon") if moment is None else figures.day(moment.astimezone(self.zone))


@dataclass(frozen=True)
class Words:
    """A subject, paragraphs above the button, what the button says, and paragraphs below."""

    subject: str
    opening: tuple[str, ...]
    button: str = ""
    """Open billing, where nothing else is said."""
    closing: tuple[str, ...] = ()


def letter(news: News, situation: Situation, *, to: str) -> Letter:
    """The letter to a person of this first name."""
    said = _words(news, situation)
    links = [Link(said.button or gettext("Open billing"), situation.billing_page)] if situation.billing_page else []
    page = situation.invoice.page if situation.invoice is not None else ""
    return Letter(
        subject=f"{situation.company}: {said.subject}",
        opening=(gettext("Hello {name},").format(name=to), *said.opening),
        button=links[0] if links else None,
        links=(Link(gettext("The invoice"), page),) if page else (),
        closing=said.closing,
    )


def _words(news: News, situation: Situation) -> Words:
    match news:
        case News.TRIAL_SOON | News.TRIAL_LAST_DAY | News.TRIAL_OVER | News.TRIAL_BILLS:
            return _of_trial(news, situation)
        case News.BEGAN | News.RETURNED | News.CANCELLED | News.KEPT | News.ENDED:
            return _of_subscription(news, situation)
        case News.UNPAID_1 | News.UNPAID_2 | News.UNPAID_3 | News.UNPAID_4 | News.PAID:
            return _of_payment(news, situation)
        case News.OVER_SEATS | News.OVER_SEATS_SOON:
            return _of_seats(news, situation)


def _of_trial(news: News, situation: Situation) -> Words:
    ends, name = situation.day(situation.row.trial_ends_at), situation.plan.name
    stays = gettext("Nothing is deleted, nobody is thrown out, and no conversation is cut off.")
    if news == News.TRIAL_BILLS:
        return Words(
            gettext("the trial ends on {ends}, then {name} is paid").format(ends=ends, name=name),
            (
                gettext("On {ends} the trial ends and the first invoice of {name} is paid{by_card}.").format(
                    ends=ends, name=name, by_card=_by_card(situation)
                ),
                gettext("You have {seats}.").format(seats=_seats(situation)),
            ),
            closing=(gettext("To change or cancel it before then costs nothing."),),
        )
    if news == News.TRIAL_OVER:
        return Words(
            gettext("the trial is over"),
            (
                gettext("The trial of Baton ended on {ends}. You are now on {free_plan}.").format(
                    ends=ends, free_plan=_free_plan()
                ),
                stays,
            ),
            button=gettext("Choose a plan"),
            closing=(gettext("You can choose a plan at any time. If the free one is enough, there is nothing to do."),),
        )
    tomorrow = news == News.TRIAL_LAST_DAY
    return Words(
        gettext("the trial ends tomorrow") if tomorrow else gettext("the trial ends in three days"),
        (
            gettext("The trial of Baton ends on {ends}. After it you are on {free_plan}.").format(
                ends=ends, free_plan=_free_plan()
            ),
            stays,
        ),
        button=gettext("Choose a plan"),
        closing=(
            _if_chosen(news),
            gettext("If the free plan is enough, there is nothing to do: we have no card of yours and charge nothing."),
        ),
    )


def _if_chosen(news: News) -> str:
    """From when on a plan is paid that is chosen now; too short a rest of the trial cannot be kept."""
    if news == News.TRIAL_LAST_DAY:
        return gettext("A plan that you choose now is paid from today on.")
    return gettext(
        "A plan that you choose while two days of the trial are left is paid from its end on, and not before."
    )


def _of_subscription(news: News, situation: Situation) -> Words:
    row, name = situation.row, situation.plan.name
    ends = situation.day(row.ends_at)
    match news:
        case News.CANCELLED:
            return Words(
                gettext("{name} ends on {ends}").format(name=name, ends=ends),
                (
                    gettext("{name} was cancelled and ends on {ends}. Until then everything stays as it is.").format(
                        name=name, ends=ends
                    ),
                    gettext("After that you are on the free plan, with {seats_most} seats. Nothing is deleted.").format(
                        seats_most=FREE.seats_most
                    ),
                    gettext(
                        "Nothing is charged any more, but for resolutions that you buy beyond the bundle until then."
                    ),
                ),
                gettext("Keep the plan"),
                (gettext("You can take this back until then."),),
            )
        case News.KEPT:
            renews = situation.day(row.renews_at)
            return Words(
                gettext("{name} goes on").format(name=name),
                (
                    gettext("The cancellation was taken back: {name} renews on {renews}.").format(
                        name=name, renews=renews
                    ),
                ),
            )
        case News.ENDED:
            return Words(
                gettext("the subscription has ended"),
                (
                    gettext("Your subscription has ended. You are on {plan}.").format(plan=_without(situation)),
                    gettext(
                        "Nothing was deleted, and all of it can still be exported. When you come back it is all there."
                    ),
                ),
                gettext("Choose a plan"),
            )
        case _:
            first = gettext("Welcome back. ") if news == News.RETURNED else ""
            return Words(
                gettext("subscribed to {name}").format(name=name),
                (
                    gettext("{first}{company} is subscribed to {name}, with {seats}.").format(
                        first=first, company=situation.company, name=name, seats=_seats(situation)
                    ),
                    _next(situation),
                ),
                closing=(gettext("Invoices come by mail from our payment service and are in the console."),),
            )


def _of_payment(news: News, situation: Situation) -> Words:
    if news == News.PAID:
        return Words(
            gettext("paid, thank you"), (gettext("The open invoice is paid. Everything is as it was before."),)
        )
    since, invoice = situation.row.unpaid_since, situation.invoice
    owed = (
        gettext("The last invoice")
        if invoice is None
        else gettext("An invoice of {amount}").format(amount=figures.money(invoice.due_cents, invoice.currency))
    )
    locks = situation.day(None if since is None else dunning.locks_at(since))
    why = gettext("could not be paid")
    if invoice is not None and invoice.needs_proof:
        why = gettext("waits until you confirm it at your bank")
    again = situation.row.next_try_at
    tries = (
        gettext(" The payment is tried again on {again}.").format(again=situation.day(again))
        if again is not None
        else ""
    )
    subjects = {
        News.UNPAID_1: gettext("a payment did not go through"),
        News.UNPAID_2: gettext("an invoice is still open"),
        News.UNPAID_3: gettext("an invoice is open; settings are locked from {locks}").format(locks=locks),
        News.UNPAID_4: gettext("last notice: an invoice is open; settings are locked from {locks}").format(locks=locks),
    }
    opening = (
        gettext("{owed} {why}, since {since}.{tries}").format(
            owed=owed, why=why, since=situation.day(since), tries=tries
        ),
        gettext("{goes_on} From {locks} on settings can be read and not changed until it is paid.").format(
            goes_on=gettext(GOES_ON), locks=locks
        ),
    )
    closing = (
        gettext("Paying it takes a minute, also with another card. If it was paid meanwhile, there is nothing to do."),
    )
    return Words(subjects[news], opening, gettext("Pay it or change the card"), closing)


def _of_seats(news: News, situation: Situation) -> Words:
    since = situation.row.over_seats_since
    locks = situation.day(None if since is None else since + LOCKED_AFTER)
    limit = situation.plan.seats_most if situation.plan.seats_most is not None else situation.row.seats or 0
    subject = gettext("more people than seats")
    if news == News.OVER_SEATS_SOON:
        subject = gettext("more people than seats: settings are locked from {locks}").format(locks=locks)
    opening = (
        gettext("{people} people have a seat, and {name} has {limit}.").format(
            people=situation.people, name=situation.plan.name, limit=limit
        ),
        gettext("Everybody can go on working and conversations go on, but nobody can be invited."),
        gettext("From {locks} on settings can be read and not changed until the seats fit.").format(locks=locks),
        gettext("Make people viewers, who cost nothing, switch some off, or take more seats."),
    )
    return Words(subject, opening)


def _free_plan() -> str:
    return gettext("the free plan: {seats} seats, {included} resolutions by the assistant a month").format(
        seats=FREE.seats_most, included=FREE.included
    )


def _without(situation: Situation) -> str:
    """What a company without a subscription is on."""
    if situation.plan.is_paid:
        return gettext("the trial again, until {trial_ends_at}").format(
            trial_ends_at=situation.day(situation.row.trial_ends_at)
        )
    return gettext("{free_plan}, {history_days} days of history shown").format(
        free_plan=_free_plan(), history_days=FREE.history_days
    )


def _seats(situation: Situation) -> str:
    row = situation.row
    if row.seats is None:
        return gettext("the seats of the plan")
    each = gettext("paid yearly") if row.interval == Interval.YEAR else gettext("paid monthly")
    return f"{words.seats(row.seats)}, {each}"


def _next(situation: Situation) -> str:
    row = situation.row
    if row.trial_ends_at is not None and row.standing == Standing.TRIAL:
        return gettext("The trial goes on: nothing is charged before {trial_ends_at}.").format(
            trial_ends_at=situation.day(row.trial_ends_at)
        )
    return gettext("It renews on {renews_at}.").format(renews_at=situation.day(row.renews_at))


def _by_card(situation: Situation) -> str:
    return gettext(" with {card}").format(card=situation.row.card) if situation.row.card else ""
