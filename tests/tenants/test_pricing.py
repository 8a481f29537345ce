"""The pricing page says what is charged, works out what a company would pay, and says so where nobody is billed."""

import html
import re
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from billing import changing, disputes, dunning
from billing.entitlements import LOCKED_AFTER
from billing.plans import BUSINESS, FREE, PLANS, TEAM, TRIAL_DAYS, TRIAL_INCLUDED, TRIAL_PLAN, Interval
from billing.quotes import Quote, Wanted, cheapest
from conversations.metering import rule
from conversations.platform import company, plans, reading
from conversations.subscribing import showing
from tenants import speaking

TAGS = re.compile(r"<[^>]+>")


@pytest.fixture
def billed(settings: Settings) -> None:
    """Companies subscribe here."""
    settings.STRIPE_API_KEY = "sk_test"


def words(client: Client, query: str = "") -> str:
    """The page as it is read, on one line."""
    return " ".join(TAGS.sub(" ", client.get(f"/pricing/{query}").content.decode()).split())


@pytest.mark.parametrize(
    ("seats", "resolutions", "interval", "free", "team", "business"),
    [
        (1, 0, Interval.MONTH, 0, 29_00, 79_00),
        (2, 100, Interval.MONTH, 0, 58_00, 158_00),
        (3, 500, Interval.MONTH, None, 87_00, 237_00),
        (5, 800, Interval.MONTH, None, 145_00 + 300 * 49, 395_00),
        (5, 800, Interval.YEAR, None, 120_83 + 300 * 49, 329_17),
        (40, 20_000, Interval.MONTH, None, 1_160_00 + 19_500 * 49, 3_160_00 + 18_000 * 39),
    ],
)
def test_a_quote_is_the_seats_and_what_is_beyond_the_bundle(
    seats: int, resolutions: int, interval: Interval, free: int | None, team: int, business: int
) -> None:
    asked = [Quote(plan, Wanted(seats, resolutions, interval)) for plan in PLANS.values()]
    assert [one.month_cents for one in asked[1:]] == [team, business]
    assert (asked[0].month_cents if asked[0].fits else None) == free
    best = cheapest(asked)
    assert best is not None
    fitting = {FREE: free if asked[0].solves_all else None, TEAM: team, BUSINESS: business}
    assert best.month_cents == min(cents for cents in fitting.values() if cents is not None)


def test_who_needs_more_than_the_free_plan_is_never_told_that_it_is_enough() -> None:
    asked = [Quote(FREE, Wanted(2, 101, Interval.MONTH)), Quote(FREE, Wanted(3, 0, Interval.MONTH))]
    assert [(one.fits, one.solves_all) for one in asked] == [(True, False), (False, True)]
    assert cheapest(asked) is None


def test_the_page_shows_every_price_and_what_a_company_would_pay(billed: None, public_client: Client) -> None:
    page = words(public_client, "?seats=5&resolutions=800&interval=year")
    for told in ("€29", "€290", "€79", "€790", "€0.49", "€0.39", "2 months free", "without value-added tax"):
        assert told in page
    assert "5 × €290 a year = €120.83 a month" in page
    assert "500 included, 300 × €0.49 = €147" in page
    assert "€267.83" in page
    assert "Has 2 seats at most" in page
    assert "Team costs you least" in page
    assert "14 days of Business" in page
    for plan in PLANS.values():
        for feature in plan.features:
            assert plans.FEATURES[feature][1] in page


def test_the_choice_travels_to_the_sign_up(billed: None, public_client: Client) -> None:
    page = public_client.get("/pricing/?interval=year").content.decode()
    assert page.count('href="/sign-up/?plan=team&amp;interval=year"') == 2
    assert page.count('href="/sign-up/?plan=business&amp;interval=year"') == 2
    assert "plan=free" not in page


@pytest.mark.parametrize(
    ("query", "field"),
    [("?seats=0", "seats"), ("?seats=x&resolutions=5", "seats"), ("?resolutions=-1", "resolutions")],
)
def test_a_figure_that_makes_no_sense_is_named_and_the_usual_one_is_shown(
    billed: None, public_client: Client, query: str, field: str
) -> None:
    page = public_client.get(f"/pricing/{query}").content.decode()
    assert f'id="{field}_error"' in page
    assert "3 seats" in page
    assert "€87" in page


def test_where_nobody_is_billed_the_page_says_so_and_names_no_price(public_client: Client) -> None:
    page = words(public_client)
    assert "Nobody is billed here" in page
    assert "€" not in page
    assert "sandbox" not in page


def test_the_sandbox_is_named(billed: None, settings: Settings, public_client: Client) -> None:
    assert "sandbox" not in words(public_client)
    settings.STRIPE_API_BASE = "http://127.0.0.1:1"
    assert "no money moves" in words(public_client)


def test_what_baton_says_of_itself_names_the_same_prices() -> None:
    known = company.articles()
    costs, yearly = known["What Baton costs"].body, known["Paying by the year"].body
    beyond = known["When the bundle is used up"].body
    for plan in PLANS.values():
        assert f"{plan.included:,} resolutions" in costs
        if plan.is_paid:
            assert f"{plans.money(plan.month_cents)} a seat" in costs
            assert plans.money(plan.year_cents) in yearly
        if plan.overage_cents is not None:
            assert (
                f"{plans.money(plan.overage_cents)} each" in beyond
                or f"{plans.money(plan.overage_cents)} with" in beyond
            )
    trial = known["Trying it before deciding"].body
    assert f"{TRIAL_DAYS} days of the {TRIAL_PLAN.name} plan" in trial
    assert f"{TRIAL_INCLUDED} resolutions" in trial
    assert f"After {LOCKED_AFTER.days} days" in known["When a payment fails"].body


@pytest.mark.parametrize("path", ["/", "/sign-up/"])
def test_the_first_page_and_the_sign_up_tell_of_the_trial_where_there_is_one(
    settings: Settings, public_client: Client, path: str
) -> None:
    assert "14 days" not in public_client.get(path).content.decode()
    settings.STRIPE_API_KEY = "sk_test"
    assert "14 days" in public_client.get(path).content.decode()


def test_the_document_for_admins_names_the_same_prices_and_days() -> None:
    told = reading.document("billing").html
    for plan in PLANS.values():
        for amount in (plan.month_cents, plan.year_cents, plan.overage_cents):
            assert amount is None or f"<td>{plans.money(amount)}</td>" in told
        assert f"<td>{plan.included:,}</td>" in told
    assert f"{TRIAL_DAYS} days of {TRIAL_PLAN.name}, {TRIAL_INCLUDED} resolutions" in told
    assert f"more than {changing.LEFT_OF_TRIAL // timedelta(hours=1)} hours" in told
    assert f"after {', '.join(map(str, dunning.DAYS[1:-1]))} and {dunning.DAYS[-1]} days" in told
    assert f"From day {LOCKED_AFTER.days} on" in told
    assert f"within {disputes.WITHIN.days} days" in told


def test_the_rule_of_what_counts_stands_where_it_is_sold(public_client: Client) -> None:
    page = html.unescape(words(public_client))
    assert rule.RULE.words in page
    assert all(point in page for point in rule.RULE.points)


def test_whom_a_plan_is_for_is_told_in_the_readers_language() -> None:
    with speaking.in_language("de"):
        assert showing.plans()["data"][0]["for_whom"].startswith("Für die ersten Schritte")
