"""Looks at how a company stands with its plan, and sends owners and admins the letters that are due."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from agents import seats, spoken
from agents.models import Agent
from agents.permissions import Right, roles_with
from billing import entitlements, standing, stripe_client
from billing.arrivals.models import StripeCustomer
from billing.models import Subscription
from billing.stripe_objects import FoundInvoice
from conversations.models import SubscriptionNews
from conversations.subscribing import letters
from conversations.subscribing.letters import Situation
from conversations.subscribing.news import UNPAID, Facts, News, Told, due, still_true
from tenants import current, jobs, origins, post
from tenants.jobs import Lease

LETTER = "subscription_letter"
PAGE = "/console/billing"


def look() -> None:
    """Note what is news, and write a job for each of its letters. Two queries where nothing is."""
    if not standing.is_billed(current.tenant()):
        return
    told = [Told(News(one.news), one.about, quiet=one.quiet) for one in SubscriptionNews.objects.all()]
    found = due(_facts(standing.row()), told, now=timezone.now())
    if not found:
        return
    with transaction.atomic():
        for one in found:
            _note(one)


def send(held: Lease) -> None:
    """Send the letter that a job asks for, unless it is not true any more or its person is here no more."""
    news, row = News(str(held.ids["news"])), standing.row()
    person = Agent.objects.filter(pk=str(held.ids["agent_id"]), is_active=True).first()
    if person is None or not still_true(news, _facts(row)):
        return
    with spoken.written_to(person):
        post.write(person.email, letters.letter(news, _situation(news, row), to=person.first_name))


def _note(one: Told) -> None:
    _row, is_new = SubscriptionNews.objects.get_or_create(
        news=one.news.value, about=one.about, defaults={"quiet": one.quiet}
    )
    if is_new and not one.quiet:
        able = Agent.objects.filter(is_active=True, role__in=roles_with(Right.MANAGE_BILLING)).order_by("pk")
        for person in able:
            jobs.write(LETTER, {"news": one.news.value, "agent_id": str(person.id)})


def _facts(row: Subscription | None) -> Facts:
    place = standing.place(row)
    if row is None:
        return Facts(place.standing, trial_ends_at=place.trial_ends_at)
    return Facts(
        place.standing,
        subscription=row.stripe_subscription,
        trial_ends_at=row.trial_ends_at,
        began_at=row.began_at,
        ends_at=row.ends_at,
        unpaid_since=row.unpaid_since,
        over_seats_since=row.over_seats_since,
    )


def _situation(news: News, row: Subscription | None) -> Situation:
    company, place = current.tenant(), standing.place(row)
    page = f"{origins.of_tenant(company, seen_from=settings.ORIGIN)}{PAGE}" if settings.ORIGIN else None
    return Situation(
        company=company.name,
        zone=ZoneInfo(company.time_zone),
        plan=entitlements.allowed(place, now=timezone.now()).plan,
        row=row or Subscription(plan=place.plan.key, standing=place.standing, trial_ends_at=place.trial_ends_at),
        people=seats.taken(),
        billing_page=page,
        invoice=_owed() if news in UNPAID else None,
    )


def _owed() -> FoundInvoice | None:
    """The invoice that is open, as Stripe has it now."""
    customer = StripeCustomer.objects.filter(tenant=current.tenant()).first()
    found = None if customer is None else stripe_client.subscription_of(customer.stripe_id)
    return None if found is None else found.owed
