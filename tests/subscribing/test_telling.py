"""Letters about the subscription reach owners and admins, each once, and only while they are true."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from agents.models import Agent, Role
from billing.models import Standing, Subscription
from billing.plans import TEAM
from billing.stripe_objects import FoundInvoice
from conversations import tasks
from conversations.models import SubscriptionNews
from conversations.subscribing import letters, looking, telling
from conversations.subscribing.letters import Situation
from conversations.subscribing.news import News
from tenants import figures, jobs
from tenants.models import Job, Tenant
from tests import cast

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def billed(settings: Settings) -> None:
    """A Baton that bills and sends mail."""
    settings.STRIPE_API_KEY, settings.MAIL_LEAVES = "sk_test_sandbox", True
    settings.ORIGIN = "http://localhost:8000"


@pytest.fixture
def people(in_acme: Tenant) -> list[Agent]:
    """One of each role that hears of something, or not."""
    return [cast.agent(f"{role.value}s", role) for role in Role]


def began(days_ago: float) -> None:
    """The company's trial began so long ago."""
    Tenant.objects.filter(schema_name="acme").update(created_at=timezone.now() - timedelta(days=days_ago))


def sent() -> list[mail.EmailMessage]:
    for job in Job.objects.filter(kind=telling.LETTER):
        jobs.run(job.id, tasks.work)
    return mail.outbox


@pytest.mark.usefixtures("billed", "people")
def test_the_end_of_a_trial_is_told_to_owners_and_admins_once() -> None:
    began(12)
    looking.look(jobs.Lease(cast.new_id(), cast.new_id(), jobs.PLATFORM, looking.LOOK, {}, 1))
    looking.look(jobs.Lease(cast.new_id(), cast.new_id(), jobs.PLATFORM, looking.LOOK, {}, 1))
    assert sorted(letter.to[0] for letter in sent()) == ["admins@example.com", "owners@example.com"]
    [first, _second] = mail.outbox
    assert first.subject == "Acme Bicycles: the trial ends in three days"
    assert "http://acme.localhost:8000/console/billing" in str(first.body)
    assert "charge nothing" in str(first.body)
    assert Job.objects.filter(kind=looking.LOOK).count() == 1


@pytest.mark.usefixtures("billed", "people")
def test_a_trial_that_ran_out_leaves_people_over_the_seats_and_says_so() -> None:
    began(15)
    looking.look(jobs.Lease(cast.new_id(), cast.new_id(), jobs.PLATFORM, looking.LOOK, {}, 1))
    assert {letter.subject for letter in sent()} == {
        "Acme Bicycles: the trial is over",
        "Acme Bicycles: more people than seats",
    }
    assert Subscription.objects.get().over_seats_since is not None


@pytest.mark.usefixtures("people")
def test_where_nobody_is_billed_nobody_is_told(
    settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    began(12)
    assert settings.STRIPE_API_KEY == ""
    with django_assert_num_queries(0):
        telling.look()
    assert not SubscriptionNews.objects.exists()


@pytest.mark.usefixtures("billed", "people")
def test_a_letter_that_is_not_true_any_more_does_not_leave(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    row = Subscription.objects.create(plan=TEAM.key, standing=Standing.FREE, over_seats_since=timezone.now())
    telling.look()
    assert Job.objects.filter(kind=telling.LETTER).count() == 2
    row.over_seats_since = None
    row.save()
    assert sent() == []
    with django_assert_num_queries(2):
        telling.look()


def situation(**changes: object) -> Situation:
    told = {
        "plan": TEAM.key,
        "interval": "month",
        "seats": 3,
        "standing": Standing.ACTIVE,
        "trial_ends_at": NOW,
        "renews_at": NOW + timedelta(days=9),
        "ends_at": NOW + timedelta(days=9),
        "unpaid_since": NOW,
        "over_seats_since": NOW,
        "card": "Visa ending in 4242",
    }
    row = Subscription(**{**told, **changes})
    return Situation("Acme", ZoneInfo("Europe/Berlin"), TEAM, row, 5, "http://acme.localhost/console/billing", OWED)


OWED = FoundInvoice(
    id="in_1",
    number="A-1",
    status="open",
    total_cents=8700,
    due_cents=8700,
    tax_cents=0,
    currency="eur",
    made_at=NOW,
    period_start=NOW,
    period_end=NOW,
    paid_at=None,
    next_try_at=None,
    page="https://invoice.stripe.example/1",
    pdf="",
)


@pytest.mark.parametrize(
    ("news", "subject", "says"),
    [
        (News.TRIAL_SOON, "the trial ends in three days", "is paid from its end on, and not before"),
        (News.TRIAL_LAST_DAY, "the trial ends tomorrow", "is paid from today on. If the free plan"),
        (News.TRIAL_OVER, "the trial is over", "Nothing is deleted, nobody is thrown out"),
        (News.TRIAL_BILLS, "the trial ends on 23 November 2026, then Team is paid", "with Visa ending in 4242"),
        (News.BEGAN, "subscribed to Team", "3 seats, paid monthly"),
        (News.RETURNED, "subscribed to Team", "Welcome back."),
        (News.CANCELLED, "Team ends on 2 December 2026", "You can take this back until then."),
        (News.KEPT, "Team goes on", "renews on 2 December 2026"),
        (News.ENDED, "the subscription has ended", "Nothing was deleted"),
        (News.UNPAID_1, "a payment did not go through", "An invoice of €87.00 could not be paid"),
        (News.UNPAID_3, "an invoice is open; settings are locked from 7 December 2026", "Conversations go on"),
        (
            News.UNPAID_4,
            "last notice: an invoice is open; settings are locked from 7 December 2026",
            "Pay it or change",
        ),
        (News.PAID, "paid, thank you", "is paid"),
        (News.OVER_SEATS, "more people than seats", "5 people have a seat, and Team has 3."),
        (News.OVER_SEATS_SOON, "more people than seats: settings are locked from 7 December 2026", "who cost nothing"),
    ],
)
def test_each_letter_says_what_is_so_and_what_happens_next(news: News, subject: str, says: str) -> None:
    letter = letters.letter(news, situation(), to="Olive")
    assert letter.subject == f"Acme: {subject}"
    assert letter.button is not None
    assert says in " ".join([*letter.opening, letter.button.label, *letter.closing])
    assert letter.opening[0] == "Hello Olive,"
    assert [link.address for link in letter.links] == [OWED.page]


@pytest.mark.parametrize(
    ("cents", "currency", "told"),
    [(8700, "eur", "€87.00"), (-1_234_56, "eur", "-€1,234.56"), (5, "usd", "0.05 USD")],
)
def test_amounts_are_written_as_people_write_them(cents: int, currency: str, told: str) -> None:
    assert figures.money(cents, currency) == told
