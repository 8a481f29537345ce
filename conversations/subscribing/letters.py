"""What the letters about a subscription say; pure. Receipts and invoices are Stripe's own letters."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from billing import dunning
from billing.entitlements import LOCKED_AFTER
from billing.models import Standing, Subscription
from billing.plans import FREE, Interval, Plan
from billing.stripe_objects import FoundInvoice
from conversations.subscribing.news import News
from tenants.post import Letter, Link

GOES_ON = "Conversations go on meanwhile, and so does the assistant within your plan."
FREE_PLAN = f"the free plan: {FREE.seats_most} seats, {FREE.included} resolutions by the assistant a month"
SIGNS = {"eur": "€"}


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
        return "soon" if moment is None else f"{moment.astimezone(self.zone):%-d %B %Y}"


@dataclass(frozen=True)
class Words:
    """A subject, paragraphs above the button, what the button says, and paragraphs below."""

    subject: str
    opening: tuple[str, ...]
    button: str = "Open billing"
    closing: tuple[str, ...] = ()


def letter(news: News, situation: Situation, *, to: str) -> Letter:
    """The letter to a person of this first name."""
    said = _words(news, situation)
    links = [Link(said.button, situation.billing_page)] if situation.billing_page else []
    page = situation.invoice.page if situation.invoice is not None else ""
    return Letter(
        subject=f"{situation.company}: {said.subject}",
        opening=(f"Hello {to},", *said.opening),
        button=links[0] if links else None,
        links=(Link("The invoice", page),) if page else (),
        closing=said.closing,
    )


def money(cents: int, currency: str) -> str:
    """An amount as people write it, such as €87.00."""
    sign = "-" if cents < 0 else ""
    amount = f"{abs(cents) / 100:,.2f}"
    return f"{sign}{SIGNS[currency]}{amount}" if currency in SIGNS else f"{sign}{amount} {currency.upper()}"


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
    stays = "Nothing is deleted, nobody is thrown out, and no conversation is cut off."
    if news == News.TRIAL_BILLS:
        return Words(
            f"the trial ends on {ends}, then {name} is paid",
            (
                f"On {ends} the trial ends and the first invoice of {name} is paid{_by_card(situation)}.",
                f"You have {_seats(situation)}.",
            ),
            closing=("To change or cancel it before then costs nothing.",),
        )
    if news == News.TRIAL_OVER:
        return Words(
            "the trial is over",
            (f"The trial of Baton ended on {ends}. You are now on {FREE_PLAN}.", stays),
            button="Choose a plan",
            closing=("You can choose a plan at any time. If the free one is enough, there is nothing to do.",),
        )
    when = "tomorrow" if news == News.TRIAL_LAST_DAY else "in three days"
    return Words(
        f"the trial ends {when}",
        (f"The trial of Baton ends on {ends}. After it you are on {FREE_PLAN}.", stays),
        button="Choose a plan",
        closing=(
            _if_chosen(news),
            "If the free plan is enough, there is nothing to do: we have no card of yours and charge nothing.",
        ),
    )


def _if_chosen(news: News) -> str:
    """From when on a plan is paid that is chosen now; too short a rest of the trial cannot be kept."""
    if news == News.TRIAL_LAST_DAY:
        return "A plan that you choose now is paid from today on."
    return "A plan that you choose while two days of the trial are left is paid from its end on, and not before."


def _of_subscription(news: News, situation: Situation) -> Words:
    row, name = situation.row, situation.plan.name
    ends = situation.day(row.ends_at)
    match news:
        case News.CANCELLED:
            return Words(
                f"{name} ends on {ends}",
                (
                    f"{name} was cancelled and ends on {ends}. Until then everything stays as it is.",
                    f"After that you are on the free plan, with {FREE.seats_most} seats. Nothing is deleted.",
                    "Nothing is charged any more, but for resolutions that you buy beyond the bundle until then.",
                ),
                "Keep the plan",
                ("You can take this back until then.",),
            )
        case News.KEPT:
            renews = situation.day(row.renews_at)
            return Words(f"{name} goes on", (f"The cancellation was taken back: {name} renews on {renews}.",))
        case News.ENDED:
            return Words(
                "the subscription has ended",
                (
                    f"Your subscription has ended. You are on {_without(situation)}.",
                    "Nothing was deleted, and all of it can still be exported. When you come back it is all there.",
                ),
                "Choose a plan",
            )
        case _:
            first = "Welcome back. " if news == News.RETURNED else ""
            return Words(
                f"subscribed to {name}",
                (
                    f"{first}{situation.company} is subscribed to {name}, with {_seats(situation)}.",
                    _next(situation),
                ),
                closing=("Invoices come by mail from our payment service and are in the console.",),
            )


def _of_payment(news: News, situation: Situation) -> Words:
    if news == News.PAID:
        return Words("paid, thank you", ("The open invoice is paid. Everything is as it was before.",))
    since, invoice = situation.row.unpaid_since, situation.invoice
    owed = "The last invoice" if invoice is None else f"An invoice of {money(invoice.due_cents, invoice.currency)}"
    locks = situation.day(None if since is None else dunning.locks_at(since))
    why = "could not be paid"
    if invoice is not None and invoice.needs_proof:
        why = "waits until you confirm it at your bank"
    again = situation.row.next_try_at
    tries = f" The payment is tried again on {situation.day(again)}." if again is not None else ""
    subjects = {
        News.UNPAID_1: "a payment did not go through",
        News.UNPAID_2: "an invoice is still open",
        News.UNPAID_3: f"an invoice is open; settings are locked from {locks}",
        News.UNPAID_4: f"last notice: an invoice is open; settings are locked from {locks}",
    }
    opening = (
        f"{owed} {why}, since {situation.day(since)}.{tries}",
        f"{GOES_ON} From {locks} on settings can be read and not changed until it is paid.",
    )
    closing = ("Paying it takes a minute, also with another card. If it was paid meanwhile, there is nothing to do.",)
    return Words(subjects[news], opening, "Pay it or change the card", closing)


def _of_seats(news: News, situation: Situation) -> Words:
    since = situation.row.over_seats_since
    locks = situation.day(None if since is None else since + LOCKED_AFTER)
    limit = situation.plan.seats_most if situation.plan.seats_most is not None else situation.row.seats or 0
    subject = "more people than seats"
    if news == News.OVER_SEATS_SOON:
        subject = f"{subject}: settings are locked from {locks}"
    opening = (
        f"{situation.people} people have a seat, and {situation.plan.name} has {limit}.",
        "Everybody can go on working and conversations go on, but nobody can be invited.",
        f"From {locks} on settings can be read and not changed until the seats fit.",
        "Make people viewers, who cost nothing, switch some off, or take more seats.",
    )
    return Words(subject, opening)


def _without(situation: Situation) -> str:
    """What a company without a subscription is on."""
    if situation.plan.is_paid:
        return f"the trial again, until {situation.day(situation.row.trial_ends_at)}"
    return f"{FREE_PLAN}, {FREE.history_days} days of history shown"


def _seats(situation: Situation) -> str:
    row = situation.row
    if row.seats is None:
        return "the seats of the plan"
    each = "paid yearly" if row.interval == Interval.YEAR else "paid monthly"
    return f"{row.seats} {'seat' if row.seats == 1 else 'seats'}, {each}"


def _next(situation: Situation) -> str:
    row = situation.row
    if row.trial_ends_at is not None and row.standing == Standing.TRIAL:
        return f"The trial goes on: nothing is charged before {situation.day(row.trial_ends_at)}."
    return f"It renews on {situation.day(row.renews_at)}."


def _by_card(situation: Situation) -> str:
    return f" with {situation.row.card}" if situation.row.card else ""
