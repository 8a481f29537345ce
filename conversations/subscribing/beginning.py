"""Subscribing: a page of Stripe's on which somebody enters how to pay, and what came of it."""

import re
from collections.abc import Collection

from django.utils.translation import gettext, gettext_noop, ngettext

from agents.models import Agent
from billing import changing, following, standing, stripe_client, writes
from billing.changing import Wanted
from billing.errors import NotPossibleNowError
from billing.models import Subscription
from billing.stripe_objects import FoundCheckout
from conversations.arrivals import following as arrivals
from conversations.subscribing import company, in_use, words
from tenants.errors import NotFoundError, ParameterError
from tenants.trail.audit import Actor

BACK = "/console/billing"
FINISHED, LEFT = f"{BACK}?checkout={{CHECKOUT_SESSION_ID}}", f"{BACK}?checkout=cancelled"
PAGE = re.compile(r"^cs_[A-Za-z0-9_]{1,120}\Z")
SUBSCRIBED = gettext_noop("This company is subscribed already. Change the plan instead.")
OVERTAKEN = gettext_noop("Somebody of this company opened another page a moment ago. Pay there, or try again.")


def open_page(wanted: Wanted, *, accepts: Collection[str], by: Agent, actor: Actor, origin: str) -> str:
    """The address of a page where the plan is paid; pages that were open before are closed.

    Raises NotPossibleNowError where the company is subscribed, ParameterError for fewer seats than people.
    """
    company.check_billed()
    company.check_not_given()
    _check_not_subscribed(company.subscription())
    used = in_use.found(wanted)
    if wanted.interval is None or len(used.people) > wanted.seats_limit:
        raise ParameterError(
            ngettext(
                "seats: {count} person has a seat, so it takes at least {count}.",
                "seats: {count} people have a seat, so it takes at least {count}.",
                len(used.people),
            ).format(count=len(used.people)),
            param="seats",
        )
    changing.check(changing.losses(standing.allowed(), wanted, used), accepts=accepts)
    customer = company.ensured(by)
    stripe_client.expire_checkouts(customer)
    _check_not_subscribed(arrivals.now())  # a page may have been finished a moment ago
    page_id = writes.open_checkout(
        customer=customer,
        plan=wanted.plan,
        interval=wanted.interval,
        seats=wanted.seats_limit,
        trial_end=company.trial_left(),
        success=f"{origin}{FINISHED}",
        cancel=f"{origin}{LEFT}",
        by=str(by.id),
    )
    stripe_client.expire_checkouts(customer, keep=1)  # of two that were opened at once the later one stays
    page = stripe_client.checkout(page_id).page
    if not page:
        raise NotPossibleNowError(gettext(OVERTAKEN))
    company.record("subscription.checkout_opened", actor=actor, name=words.of(wanted))
    return page


def outcome(page_id: str) -> tuple[FoundCheckout, Subscription | None]:
    """What came of a page of this company, and how it stands now. Raises NotFoundError for another's."""
    company.check_billed()
    customer = following.customer()
    found = stripe_client.checkout(page_id) if customer is not None and PAGE.match(page_id) else None
    if found is None or found.customer != customer:
        raise NotFoundError(gettext("There is no such page of this company."), param="id")
    return found, arrivals.now() if found.status == "complete" else standing.row()


def _check_not_subscribed(row: Subscription | None) -> None:
    if row is not None and row.stripe_subscription:
        raise NotPossibleNowError(gettext(SUBSCRIBED))
