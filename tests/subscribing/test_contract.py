"""The life of a subscription through Baton's own doors, the real SDK between: the same with the sandbox and Stripe."""

from datetime import timedelta

from django.utils import timezone

from billing import stripe_client
from billing.models import Standing, StripeWrite, Subscription, WriteState
from conversations.subscribing import refunding
from tenants.trail import audit
from tests.subscribing import peers
from tests.subscribing.conftest import Company

YEARS = {"plan": "team", "interval": "year", "seats": 2}
BUSINESS = {"plan": "business", "interval": "month", "seats": 3}
FEATURES = ["control_room", "sla", "sso"]


def all_done() -> bool:
    """Whether nothing that was asked of Stripe is unknown or refused."""
    return not StripeWrite.objects.exclude(state=WriteState.DONE).exists()


def test_what_is_left_of_the_trial_is_kept_then_it_is_paid_and_renewed_with_what_was_used(company: Company) -> None:
    begun = company.subscribes({"accepts": FEATURES})
    assert (begun.standing, begun.plan, begun.seats, begun.interval) == (Standing.TRIAL, "team", 3, "month")
    left = begun.trial_ends_at - company.tenant.created_at if begun.trial_ends_at else None
    assert left is not None
    assert abs(left - timedelta(days=14)) < timedelta(seconds=2)
    assert company.letters() == ["subscribed to Team"]
    paying = company.lives_until(begun.trial_ends_at)
    assert (paying.standing, paying.unpaid_since) == (Standing.ACTIVE, None)
    [first, trial] = company.get("invoices")["data"]
    assert (first["status"], first["total_cents"], trial["total_cents"]) == ("paid", 8700, 0)
    assert paying.period_start is not None
    at = paying.period_start + timedelta(minutes=5)
    stripe_client.push_usage(customer=company.who.id, value=510, identifier=f"{company.who.id}-1", at=at)
    renewed = company.lives_until(paying.period_end)
    assert renewed.period_start == paying.period_end
    newest = company.get("invoices?limit=1")
    assert newest["data"][0]["total_cents"] == 8700 + 10 * 49
    older = company.get(f"invoices?limit=10&cursor={newest['next_cursor']}")
    assert [one["id"] for one in older["data"]] == [first["id"], trial["id"]]
    assert older["has_more"] is False
    assert all_done()


def test_a_change_costs_what_its_preview_said(company: Company) -> None:
    begun = company.subscribes({"accepts": FEATURES})
    company.lives_until(begun.trial_ends_at)
    more = company.post("preview", BUSINESS)
    assert (more["losses"], more["now_cents"] > 14_000) == ([], True)
    changed = company.post("change", {**BUSINESS, "at": more["at"]})
    assert (changed["plan"], changed["page"]) == ("business", None)
    [paid] = company.get("invoices?limit=1")["data"]
    assert (paid["status"], paid["total_cents"]) == ("paid", more["now_cents"])
    fewer = {"plan": "team", "interval": "month", "seats": 1}
    less = company.post("preview", fewer)
    assert (less["now_cents"], [one["code"] for one in less["losses"]]) == (0, [*FEATURES, "bundle"])
    company.post("change", {**fewer, "at": less["at"], "accepts": [*FEATURES, "bundle"]})
    row = Subscription.objects.get()
    assert (row.plan, row.seats, company.get("invoices?limit=1")["data"][0]["id"]) == ("team", 1, paid["id"])
    company.lives_until(row.period_end)
    [next_one] = company.get("invoices?limit=1")["data"]
    assert max(0, next_one["total_cents"]) == less["next_cents"]
    assert all_done()


def test_a_payment_that_fails_is_told_of_and_one_press_recovers_it(company: Company) -> None:
    begun = company.subscribes({"accepts": FEATURES})
    company.peer.takes(company.who.id, peers.FAILS_LATER)
    overdue = company.lives_until(begun.trial_ends_at)
    assert (overdue.standing, overdue.unpaid_since is None) == (Standing.PAST_DUE, False)
    assert company.letters()[1:] == ["a payment did not go through"]
    told = company.post("pay", status=402)
    assert told["error"]["type"] == "payment_error"
    refused = company.post("change", {**BUSINESS, "at": timezone.now().isoformat()}, status=409)
    assert "Pay it first" in refused["error"]["message"]
    company.peer.takes(company.who.id, peers.VISA)
    assert company.post("pay") == {"paid": True, "page": None}
    assert company.post("pay") == {"paid": True, "page": None}
    assert Subscription.objects.get().standing == Standing.ACTIVE
    assert company.letters() == ["paid, thank you"]


def test_the_bank_may_ask_for_proof_on_the_invoices_page(company: Company) -> None:
    begun = company.subscribes({"accepts": FEATURES})
    company.peer.takes(company.who.id, peers.ASKS_ALWAYS)
    overdue = company.lives_until(begun.trial_ends_at)
    assert overdue.standing == Standing.PAST_DUE
    answer = company.post("pay")
    assert answer["paid"] is False
    assert str(answer["page"]).startswith("http")
    if company.peer.confirms(overdue.stripe_invoice):
        row = company.follows()
        assert (row.standing, row.unpaid_since) == (Standing.ACTIVE, None)


def test_who_cancels_keeps_what_is_paid_may_stay_leave_and_come_back(company: Company) -> None:
    company.lives_until(company.subscribes({"accepts": FEATURES}).trial_ends_at)
    lost = [one["code"] for one in company.post("preview", {"plan": "free"})["losses"]]
    cancelled = company.post("cancel", {"reason": "too_expensive", "accepts": lost})
    assert (cancelled["standing"], cancelled["ends_at"]) == ("active", cancelled["renews_at"])
    assert company.post("cancel", {"reason": "unused"}) == cancelled
    assert company.post("resume")["ends_at"] is None
    ends = company.post("cancel", {"reason": "other", "words": "Later.", "accepts": lost})["ends_at"]
    assert [one.partition(" ends on ")[0] for one in company.letters()] == [
        "subscribed to Team",
        "Team",
        "Team goes on",
        "Team",
    ]
    row = company.lives_until(Subscription.objects.get().ends_at)
    assert ends is not None
    assert (row.standing, row.plan, row.stripe_subscription) == (Standing.FREE, "free", "")
    assert company.letters() == ["the subscription has ended"]
    company.post("resume", status=409)
    back = company.subscribes({"plan": "business", "seats": 2})
    assert (back.standing, back.plan, back.seats) == (Standing.ACTIVE, "business", 2)
    assert company.letters() == ["subscribed to Business"]
    assert all_done()


def test_seats_are_paid_by_the_year_and_use_by_the_month_and_money_goes_back(company: Company) -> None:
    coupon = company.peer.client.v1.coupons.create({"percent_off": 10, "duration": "forever"})
    code = f"TEN{coupon.id}".upper().replace("_", "")
    company.peer.client.v1.promotion_codes.create({"promotion": {"type": "coupon", "coupon": coupon.id}, "code": code})
    begun = company.subscribes({**YEARS, "accepts": FEATURES}, code=code)
    assert begun.discount == "10% off"
    paying = company.lives_until(begun.trial_ends_at)
    assert (paying.interval, paying.standing) == ("year", Standing.ACTIVE)
    assert paying.period_end is not None
    assert paying.renews_at is not None
    assert paying.renews_at - paying.period_end > timedelta(days=300)
    [paid] = company.get("invoices?limit=1")["data"]
    assert paid["total_cents"] == 52_200
    operator = audit.by_system("an operator")
    assert refunding.refund(paid["id"], cents=20_000, reason="Promised on the phone", actor=operator)
    [charge] = company.peer.client.v1.refunds.list({"limit": 1}).data
    assert (charge.amount, charge.status) == (20_000, "succeeded")
    assert all_done()


def test_invoices_go_to_whom_the_company_says(company: Company) -> None:
    changes = {"name": "Acme Bicycles GmbH", "line1": "Lane 1", "city": "Bonn", "postal_code": "53111", "country": "de"}
    told = company.patch("details", changes)
    assert (told["name"], told["country"], told["email"]) == ("Acme Bicycles GmbH", "DE", "pay@acme.example")
    tax_id = company.post("tax_ids", {"kind": "eu_vat", "value": "DE 123 456 789"}, status=201)
    again = company.post("tax_ids", {"kind": "eu_vat", "value": "DE123456789"}, status=201)
    assert (tax_id["value"], again["id"]) == ("DE123456789", tax_id["id"])
    assert [one["id"] for one in company.get("details")["tax_ids"]] == [tax_id["id"]]
    assert company.browser.delete(f"/api/v1/billing/tax_ids/{tax_id['id']}").status_code == 204
    assert company.get("details")["tax_ids"] == []
    assert company.post("portal", status=201)["url"].startswith("http")
    assert all_done()
