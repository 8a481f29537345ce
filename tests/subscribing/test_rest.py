"""The doors of subscribing: what is refused names why, and nothing has changed, neither here nor at Stripe."""

import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from agents.models import Agent, Role
from billing import catalogue, following, stripe_client
from billing.arrivals.models import StripeCustomer
from billing.changing import Wanted
from billing.errors import NotPossibleNowError
from billing.models import Standing, StripeWrite, Subscription
from billing.plans import TEAM as TEAM_PLAN
from billing.plans import Interval
from conversations.subscribing import beginning, details, refunding
from tenants import current
from tenants.errors import NotFoundError, ParameterError
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests import cast, ports
from tests.billing.sandbox import Sandbox
from tests.subscribing import peers
from tests.subscribing.conftest import TEAM, Company
from tests.subscribing.peers import SandboxPeer

pytestmark = pytest.mark.parametrize("peer", ["sandbox"], indirect=True)
LOST = ["control_room", "sla", "sso"]
ACCEPTED = {**TEAM, "accepts": LOST}


def pages(company: Company, status: str = "open") -> list[str]:
    """The checkout pages of the company."""
    wanted: Any = {"customer": company.who.id, "status": status}
    return [one.id for one in company.peer.client.v1.checkout.sessions.list(wanted).data]


def acts() -> list[str]:
    """What people did about the subscription, oldest first."""
    told = AuditEntry.objects.exclude(actor_kind="system").exclude(action="session.opened")
    return list(told.order_by("at", "pk").values_list("action", flat=True))


def error(told: Mapping[str, Any]) -> tuple[str, str]:
    return told["error"]["code"], told["error"]["param"]


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({**ACCEPTED, "plan": "free"}, 422, ("parameter_invalid", "plan")),
        ({**ACCEPTED, "seats": 0}, 422, ("parameter_invalid", "seats")),
        ({**ACCEPTED, "seats": 1}, 422, ("parameter_invalid", "seats")),
        ({**ACCEPTED, "interval": "week"}, 422, ("parameter_invalid", "interval")),
        (TEAM, 409, ("losses_not_accepted", "accepts")),
    ],
)
def test_a_page_is_opened_only_for_what_can_be_had(
    company: Company, body: dict[str, Any], status: int, said: tuple[str, str]
) -> None:
    cast.agent("second")
    assert error(company.post("checkout", body, status=status)) == said
    assert (pages(company), StripeWrite.objects.count(), acts()) == ([], 0, [])


def test_one_page_is_open_at_a_time_and_none_for_who_is_subscribed(company: Company) -> None:
    company.post("checkout", ACCEPTED, status=201)
    [first] = pages(company)
    company.post("checkout", {**ACCEPTED, "seats": 4}, status=201)
    [second] = pages(company)
    assert pages(company, "expired") == [first]
    assert company.get(f"checkout/{second}") == {"state": "open", "standing": "trial"}
    company.peer.fills(second, company.who.id)
    assert company.get(f"checkout/{second}") == {"state": "complete", "standing": "trial"}
    assert Subscription.objects.get().seats == 4
    refused = company.post("checkout", ACCEPTED, status=409)
    assert "Change the plan instead" in refused["error"]["message"]
    assert pages(company) == []
    assert acts() == ["subscription.checkout_opened", "subscription.checkout_opened"]


def test_who_subscribed_elsewhere_a_moment_ago_is_not_asked_to_pay_twice(company: Company) -> None:
    company.post("checkout", ACCEPTED, status=201)
    [page] = pages(company)
    company.peer.fills(page, company.who.id)
    assert not Subscription.objects.filter(stripe_subscription__gt="").exists()
    company.post("checkout", ACCEPTED, status=409)
    assert pages(company) == []
    assert Subscription.objects.get().stripe_subscription


def test_another_companys_page_is_not_found(company: Company) -> None:
    other = peers.customer(company.peer, at=timezone.now())
    page = stripe_client.open_checkout(
        customer=other.id,
        plan=TEAM_PLAN,
        interval=Interval.MONTH,
        seats=1,
        trial_end=None,
        success="http://a.example/",
        cancel="http://a.example/",
        key="other",
    )
    for wrong in (page.id, "cs_test_none", "nothing", "cs_test_..%3F"):
        assert company.get(f"checkout/{wrong}", status=404)["error"]["code"] == "not_found"
    assert company.browser.delete("/api/v1/billing/tax_ids/txi_1").status_code == 404


def test_a_change_is_refused_that_was_not_looked_at_or_does_not_fit(company: Company) -> None:
    company.subscribes({"accepts": LOST})
    before = Subscription.objects.values().get()
    for name in ("second", "third"):
        cast.agent(name)
    fewer = {**TEAM, "seats": 2}
    preview = company.post("preview", fewer)
    assert [(one["code"], one["blocks"], len(one["who"])) for one in preview["losses"]] == [("seats", True, 3)]
    blocked = company.post("change", {**fewer, "at": preview["at"], "accepts": ["seats"]}, status=409)
    assert blocked["error"]["code"] == "blocked"
    assert "Olive Example, Second Example and Third Example" in blocked["error"]["message"]
    more = {**TEAM, "seats": 5}
    for at in (timezone.now() - timedelta(minutes=40), timezone.now() + timedelta(days=3)):
        told = company.post("change", {**more, "at": at.isoformat()}, status=422)
        assert error(told) == ("parameter_invalid", "at")
    now = timezone.now().isoformat()
    assert "have already" in company.post("change", {**TEAM, "at": now}, status=409)["error"]["message"]
    assert Subscription.objects.values().get() == before
    assert [one.kind for one in StripeWrite.objects.all()] == ["checkout"]
    company.post("change", {**more, "at": now})
    assert Subscription.objects.get().seats == 5
    assert acts()[-1] == "subscription.change_requested"


def test_who_cancelled_takes_that_back_before_changing_anything(company: Company) -> None:
    company.subscribes({"accepts": LOST})
    told = company.post("cancel", {"reason": "unused"}, status=409)
    assert error(told) == ("losses_not_accepted", "accepts")
    assert Subscription.objects.get().ends_at is None
    company.post("cancel", {"reason": "just because"}, status=422)
    company.post("cancel", {"reason": "unused", "accepts": ["history", "bundle"]})
    change = {**TEAM, "seats": 5, "at": timezone.now().isoformat()}
    assert "Take that back" in company.post("change", change, status=409)["error"]["message"]
    entry = AuditEntry.objects.get(action="subscription.cancellation_requested")
    assert (entry.actor_name, entry.changes["reason"][1]) == ("Olive Example", "unused")


def test_before_the_first_subscription_everything_can_be_looked_at(
    company: Company, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    StripeCustomer.objects.all().delete()
    [free, team, business] = company.get("plans")["data"]
    assert (free["month_cents"], team["month_cents"], business["features"]) == (0, 2900, LOST)
    told = company.post("preview", TEAM)
    assert (told["now_cents"], told["next_cents"], [one["code"] for one in told["losses"]]) == (0, 8700, LOST)
    assert company.post("preview", {"plan": "free"})["lines"] == []
    company.post("preview", {"plan": "team"}, status=422)
    assert company.get("invoices") == {"data": [], "has_more": False, "next_cursor": None}
    assert company.get("details")["name"] == "Acme Bicycles"
    for path in ("resume", "cancel", "pay", "portal"):
        assert company.post(path, status=409)["error"]["code"] == "not_possible_now"
    assert not StripeWrite.objects.exists()
    company.post("checkout", ACCEPTED, status=201)
    assert [one.kind for one in StripeWrite.objects.order_by("asked_at")] == ["customer", "checkout"]
    with django_assert_num_queries(4):  # the session, who asks, and which customer of Stripe's it is
        company.get("invoices")


def test_to_whom_invoices_go_is_read_with_care(company: Company) -> None:
    for body, param in (({"country": "Germany"}, "country"), ({"email": "nobody"}, "email"), ({"name": ""}, "name")):
        assert error(company.patch("details", body, status=422)) == ("parameter_invalid", param)
    for body, param in (({"kind": "eu", "value": "1"}, "kind"), ({"kind": "eu_vat", "value": "1"}, "value")):
        assert error(company.post("tax_ids", body, status=422)) == ("parameter_invalid", param)
    assert all(re.fullmatch(form, details.LIKE[kind]) for kind, form in details.FORMS.items())
    company.get("invoices?cursor=cus_1", status=422)
    assert (StripeWrite.objects.count(), acts()) == (0, [])
    company.patch("details", {"city": "Bonn"})
    company.patch("details", {"city": "Bonn"})
    assert acts() == ["billing_details.changed"]


def test_a_plan_that_was_given_is_not_bought_over(company: Company) -> None:
    Subscription.objects.create(plan="business", standing=Standing.COMPLIMENTARY)
    assert "given to you" in company.post("checkout", ACCEPTED, status=409)["error"]["message"]
    assert pages(company) == []


def test_while_stripe_is_silent_it_says_so_and_nothing_is_lost(company: Company, settings: Settings) -> None:
    begun = company.subscribes({"accepts": LOST})
    settings.STRIPE_API_BASE = f"http://127.0.0.1:{ports.free_port()}"
    told = company.post("cancel", {"reason": "unused", "accepts": ["history", "bundle"]}, status=503)
    assert told["error"]["code"] == "payment_service_unavailable"
    assert company.get("invoices", status=503)["error"]["type"] == "api_error"
    assert Subscription.objects.get().applied_ticket == begun.applied_ticket
    assert [(one.kind, one.state) for one in StripeWrite.objects.filter(kind="cancel")] == [("cancel", "asked")]


def test_no_more_is_given_back_than_was_paid_and_only_of_ones_own_invoices(company: Company) -> None:
    company.lives_until(company.subscribes({"accepts": LOST}).trial_ends_at)
    [paid] = company.get("invoices?limit=1")["data"]
    operator = audit.by_system("an operator")
    for cents, reason in ((8701, "x"), (0, "x"), (100, " ")):
        with pytest.raises(ParameterError):
            refunding.refund(paid["id"], cents=cents, reason=reason, actor=operator)
    with pytest.raises(NotFoundError):
        refunding.refund("in_of_another", cents=100, reason="x", actor=operator)
    assert company.peer.client.v1.refunds.list().data == []
    assert refunding.refund(paid["id"], cents=100, reason="Goodwill", actor=operator)
    told = AuditEntry.objects.filter(action__startswith="invoice.refund").values_list("action", flat=True)
    assert sorted(told) == ["invoice.refund_requested", "invoice.refunded"]


def test_of_two_who_choose_at_once_one_page_stays_open(
    own_database: str, sandbox: Sandbox, settings: Settings, acme: Tenant, peer: SandboxPeer
) -> None:
    for name, value in peer.settings.items():
        setattr(settings, name, value)
    catalogue.set_up()
    with current.entered(acme):
        olive = cast.agent("olive", Role.OWNER)

    def choose(seats: int) -> str:
        try:
            with current.entered(acme):
                return _opened(olive, seats)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        told = list(both.map(choose, (3, 4)))
    with current.entered(acme):
        customer = following.customer()
    assert len(StripeCustomer.objects.all()) == len(sandbox.client.v1.customers.list().data) == 1
    still_open = sandbox.client.v1.checkout.sessions.list({"customer": str(customer), "status": "open"}).data
    assert len(still_open) == 1
    assert still_open[0].url in told


def _opened(who: Agent, seats: int) -> str:
    wanted = Wanted(TEAM_PLAN, Interval.MONTH, seats)
    actor = audit.by_system()
    try:
        return beginning.open_page(wanted, accepts=LOST, by=who, actor=actor, origin="http://acme.localhost")
    except NotPossibleNowError as refused:
        return refused.message
