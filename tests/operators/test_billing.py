"""Operators see who pays what, give and take back plans, and what they do stands in both audit logs."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from agents.models import Agent, Role
from billing import standing
from billing.arrivals.models import StripeCustomer, StripeEvent
from billing.models import Dispute, DisputeState, How, Resolution, Standing, StripeWrite, Subscription
from billing.plans import BUSINESS, TEAM
from config.operators import accounts, dashboard, sums
from conversations import tasks
from conversations.metering import decided
from tenants import current
from tenants.jobs import Lease
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast

AT = "/operators/companies/globex/billing/"
START = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def billed(settings: Settings) -> None:
    """Companies subscribe here."""
    settings.STRIPE_API_KEY = "sk_test_operators"


def stands(tenant: Tenant, **fields: object) -> Subscription:
    """The company's row."""
    with current.entered(tenant):
        row = standing.held()
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()
        return row


def pays(tenant: Tenant, **fields: object) -> Subscription:
    """The company has five seats of Team, monthly."""
    period = {"period_start": START, "period_end": START + timedelta(days=30)}
    told = {"standing": Standing.ACTIVE, "plan": TEAM.key, "interval": "month", "seats": 5, **period}
    return stands(tenant, stripe_subscription="sub_1", **{**told, **fields})


def uses(tenant: Tenant, many: int, *, start: datetime = START) -> list[Resolution]:
    """So many resolutions that are charged."""
    with current.entered(tenant):
        rows = [
            Resolution(
                conversation_id=uuid4(), episode=1, ended_at=start, how=How.RATED, period_start=start, billable=True
            )
            for _ in range(many)
        ]
        return Resolution.objects.bulk_create(rows)


def disputed(tenant: Tenant) -> Dispute:
    """A dispute that waits for an operator."""
    (unit,) = uses(tenant, 1)
    with current.entered(tenant):
        return Dispute.objects.create(resolution=unit, reason="They wrote again by post.", by="agt_1", by_name="Dave")


def trail(tenant: Tenant, action: str) -> list[dict[str, list[object]]]:
    """What the company's audit log, or the platform's, has of an act."""
    with current.entered(tenant):
        return list(AuditEntry.objects.filter(action=action).values_list("changes", flat=True))


def account(tenant: Tenant) -> accounts.Account:
    """How the company stands."""
    (found,) = accounts.of([tenant])
    return found


def test_the_months_sum_is_what_the_rows_say(operator: Client, platform: Tenant, globex: Tenant) -> None:
    pays(globex, overage=True)
    uses(globex, TEAM.included + 3)
    everybody = accounts.of(list(Tenant.objects.all()))
    month = sums.month(everybody, accounts.usage(everybody))
    assert (month.seats, month.overdue, month.beyond, month.paying) == (145_00, 0, 3 * 49, 1)
    pays(globex, standing=Standing.PAST_DUE, unpaid_since=timezone.now(), interval="year", seats=12, plan=BUSINESS.key)
    everybody = accounts.of(list(Tenant.objects.all()))
    month = sums.month(everybody, accounts.usage(everybody))
    assert (month.seats, month.overdue, month.beyond) == (790_00, 790_00, 0)
    page = operator.get("/operators/billing/").content.decode()
    assert "€790" in page
    assert "past due" in page
    assert "515" not in page
    assert f"{TEAM.included + 3} of 2,000" in page


@pytest.mark.parametrize(
    "fields",
    [
        {"standing": Standing.TRIAL, "plan": BUSINESS.key, "trial_ends_at": timezone.now() + timedelta(days=3)},
        {"standing": Standing.UNPAID},
        {"standing": Standing.COMPLIMENTARY, "interval": "", "stripe_subscription": ""},
        {"standing": Standing.FREE, "plan": "free", "interval": "", "seats": None},
    ],
)
def test_who_does_not_pay_is_in_no_sum(platform: Tenant, globex: Tenant, fields: dict[str, object]) -> None:
    stands(globex, **{"plan": TEAM.key, "interval": "month", "seats": 5, **fields})
    assert account(globex).month_cents == 0


def test_a_trial_that_is_over_is_the_free_plan_whatever_the_row_says(globex: Tenant) -> None:
    Tenant.objects.filter(pk=globex.pk).update(created_at=timezone.now() - timedelta(days=15))
    globex.refresh_from_db()
    assert (account(globex).state, account(globex).allowed.plan.name) == ("free", "Free")


def test_the_pages_ask_as_many_questions_for_one_company_as_for_many(
    operator: Client, globex: Tenant, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(19):
        operator.get("/operators/billing/")
    both = list(Tenant.objects.all())
    with django_assert_max_num_queries(4):  # the names at Stripe, all rows, all usage, and the search path
        found = accounts.of(both)
        assert len(accounts.usage(found)) == len(found) == 2


def test_companies_are_found_by_how_they_stand(operator: Client, globex: Tenant) -> None:
    pays(globex)
    assert "Globex Coffee" in operator.get("/operators/billing/?state=active").content.decode()
    assert "Globex Coffee" not in operator.get("/operators/billing/?state=trial").content.decode()


def test_more_people_than_seats_and_the_way_to_stripe_are_shown(operator: Client, globex: Tenant) -> None:
    pays(globex, seats=1)
    StripeCustomer.objects.create(tenant=globex, stripe_id="cus_9")
    with current.entered(globex):
        for name, role in (("dave", Role.AGENT), ("erin", Role.ADMIN), ("vic", Role.VIEWER)):
            cast.agent(name, role)
    page = operator.get("/operators/billing/").content.decode()
    assert 'tag--warn">2 of 1<' in page
    assert 'href="https://dashboard.stripe.com/test/customers/cus_9"' in page


def test_a_plan_is_given_and_taken_back_and_both_logs_tell_why(
    operator: Client, platform: Tenant, globex: Tenant
) -> None:
    told = {"plan": "business", "seats": "7", "reason": "They speak at our conference."}
    assert operator.post(f"{AT}give/", told).status_code == 302
    assert (account(globex).standing, account(globex).allowed.seats) == (Standing.COMPLIMENTARY, 7)
    assert account(globex).allowed.plan == BUSINESS
    assert "They speak at our conference." in operator.get(AT).content.decode()

    StripeCustomer.objects.create(tenant=globex, stripe_id="cus_9")
    with current.entered(globex):
        jobs = Job.objects.filter(kind="stripe_follow", schema_name="globex")
        assert not jobs.exists()
    assert operator.post(f"{AT}take-back/", {"reason": "It is over."}).status_code == 302
    assert account(globex).standing == Standing.TRIAL
    assert jobs.exists()  # what the company has at Stripe is looked up again
    for company in (platform, globex):
        (given,), (taken,) = trail(company, "plan.given"), trail(company, "plan.taken_back")
        assert given["standing"][1] == taken["standing"][0] == "complimentary"
        assert (given["reason"][1], taken["reason"][1]) == ("They speak at our conference.", "It is over.")


@pytest.mark.parametrize(
    ("told", "status", "says"),
    [
        ({"plan": "business"}, 422, "reason: say why"),
        ({"plan": "free", "reason": "x"}, 422, "plan: everybody"),
        ({"plan": "gold", "reason": "x"}, 422, "plan: choose one"),
        ({"plan": "team", "seats": "0", "reason": "x"}, 422, "seats: a whole number"),
        ({"plan": "team", "seats": "²", "reason": "x"}, 422, "seats: a whole number"),
    ],
)
def test_a_plan_that_makes_no_sense_is_not_given(
    operator: Client, globex: Tenant, told: dict[str, str], status: int, says: str
) -> None:
    answer = operator.post(f"{AT}give/", told)
    assert (answer.status_code, says in answer.content.decode()) == (status, True)
    assert account(globex).standing == Standing.TRIAL
    assert trail(globex, "plan.given") == []


def test_who_pays_is_given_nothing_and_what_was_not_given_is_not_taken(operator: Client, globex: Tenant) -> None:
    pays(globex)
    assert operator.post(f"{AT}give/", {"plan": "business", "reason": "x"}).status_code == 409
    assert operator.post(f"{AT}take-back/", {"reason": "x"}).status_code == 409
    assert (account(globex).standing, account(globex).allowed.plan) == (Standing.ACTIVE, TEAM)


def test_a_dispute_is_answered_once_and_the_company_reads_the_answer(
    operator: Client, platform: Tenant, globex: Tenant, olga: Agent
) -> None:
    open_one = disputed(globex)
    page = operator.get("/operators/billing/disputes/").content.decode()
    assert "They wrote again by post." in page
    decide = f"/operators/companies/globex/disputes/{open_one.id}/"
    assert operator.post(decide, {"decision": "uphold"}).status_code == 422
    told = {"decision": "uphold", "answer": "You are right: the customer asked for a person."}
    assert operator.post(decide, told).status_code == 302
    assert operator.post(decide, {**told, "decision": "decline"}).status_code == 409
    with current.entered(globex):
        open_one.refresh_from_db()
        assert (open_one.state, open_one.decided_by) == (DisputeState.UPHELD, olga.name)
        assert open_one.resolution.credit.reason == "disputed"
    for company in (platform, globex):
        assert len(trail(company, "resolution.dispute_decided")) == 1
    assert "None is open" in operator.get("/operators/billing/disputes/").content.decode()
    assert operator.post("/operators/companies/globex/disputes/dsp_x/", told).status_code == 404


@pytest.mark.parametrize(("decision", "outcome"), [("uphold", "credited"), ("decline", "not credited")])
def test_who_disputed_hears_of_the_decision_by_a_letter(
    operator: Client, platform: Tenant, globex: Tenant, settings: Settings, decision: str, outcome: str
) -> None:
    settings.MAIL_LEAVES, settings.ORIGIN = True, "https://baton.example"
    with current.entered(globex):
        dave = cast.agent("dave")
    open_one = disputed(globex)
    with current.entered(globex):
        Dispute.objects.filter(pk=open_one.pk).update(by=str(dave.pk))
    told = {"decision": decision, "answer": "We read all of it."}
    operator.post(f"/operators/companies/globex/disputes/{open_one.id}/", told)
    with current.entered(globex):
        (job,) = Job.objects.filter(kind=decided.LETTER)
        tasks.work(Lease(uuid4(), uuid4(), "globex", job.kind, job.ids, 1))
        (letter,) = mail.outbox
        assert letter.to == [dave.email]
        assert letter.subject.endswith(f": {outcome}")
        assert "They wrote again by post." in str(letter.body)
        assert "We read all of it." in str(letter.body)
        Agent.objects.filter(pk=dave.pk).update(is_active=False)
        tasks.work(Lease(uuid4(), uuid4(), "globex", job.kind, job.ids, 1))
    assert len(mail.outbox) == 1


def test_an_event_with_a_problem_is_handled_again_and_one_that_was_handled_is_not_shown(
    operator: Client, platform: Tenant
) -> None:
    now = timezone.now()
    StripeEvent.objects.create(id="evt_good", kind="invoice.paid", body="{}", handled_at=now)
    StripeEvent.objects.create(id="evt_fresh", kind="invoice.paid", body="{}")
    StripeEvent.objects.create(id="evt_stuck", kind="invoice.paid", body="{}", received_at=now - timedelta(hours=1))
    StripeEvent.objects.create(id="evt_bad", kind="invoice.paid", body="{}", handled_at=now, problem="No company")
    page = operator.get("/operators/billing/events/").content.decode()
    assert [name for name in ("good", "fresh", "stuck", "bad") if f"evt_{name}" in page] == ["stuck", "bad"]
    assert operator.post("/operators/billing/events/evt_bad/replay/").status_code == 302
    assert StripeEvent.objects.get(pk="evt_bad").handled_at is None
    assert Job.objects.filter(kind="stripe_event").count() == 1
    assert trail(platform, "stripe_event.replayed") == [{"problem": ["No company", ""]}]
    assert operator.post("/operators/billing/events/evt_none/replay/").status_code == 404


def test_a_write_whose_outcome_nobody_knows_is_shown_with_its_company(operator: Client, globex: Tenant) -> None:
    with current.entered(globex):
        old = StripeWrite.objects.create(kind="change", asked_at=timezone.now() - timedelta(minutes=5))
        fresh = StripeWrite.objects.create(kind="change")
    page = operator.get("/operators/billing/events/").content.decode()
    assert str(old.pk) in page
    assert str(fresh.pk) not in page
    assert "Globex Coffee" in page


def test_where_nobody_is_billed_nothing_is_offered(operator: Client, globex: Tenant, settings: Settings) -> None:
    pays(globex)
    settings.STRIPE_API_KEY = ""
    assert account(globex).state == "not billed"
    assert account(globex).month_cents == 0
    assert "Nobody is billed here" in operator.get("/operators/billing/").content.decode()
    page = operator.get(AT).content.decode()
    assert "Nobody is billed here" in page
    assert "Give it" not in page


@pytest.mark.parametrize(
    ("key", "base", "origin", "page"),
    [
        ("sk_live_x", "", "", "https://dashboard.stripe.com/customers/cus_9"),
        ("sk_test_x", "", "", "https://dashboard.stripe.com/test/customers/cus_9"),
        ("sk_test_x", "http://127.0.0.1:1", "http://localhost:12111", "http://localhost:12111/"),
        ("sk_test_x", "http://127.0.0.1:1", "", ""),
    ],
)
def test_a_customer_is_seen_at_stripe_or_in_the_sandbox(
    settings: Settings, key: str, base: str, origin: str, page: str
) -> None:
    settings.STRIPE_API_KEY, settings.STRIPE_API_BASE, settings.SANDBOX_ORIGIN = key, base, origin
    assert (dashboard.of("cus_9"), dashboard.of("")) == (page, "")
