"""People are told at 50, 80 and 100 percent, each once in a period, whatever happens how often in which order."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.core import mail
from django.utils import timezone

from agents.models import Agent, Role
from billing import bundle, warnings
from billing.models import Resolution, Standing, UsageNotice
from billing.plans import PlanKey
from billing.warnings import Of, Step
from conversations import allowance, plan_moved, tasks
from conversations.allowance import telling
from conversations.models import Alert
from tenants.jobs import Lease
from tenants.models import Job, Tenant
from tests import cast
from tests.allowance import ledgers

BUNDLE, LIMIT = Of.BUNDLE, Of.LIMIT


@pytest.fixture
def admins(billed: Tenant, settings: LazySettings) -> list[Agent]:
    """An owner and an admin, who are told, and three who are not; letters leave."""
    settings.MAIL_LEAVES, settings.ORIGIN = True, "https://baton.example"
    cast.agent("sue", Role.SUPERVISOR)
    gone = cast.agent("gone", Role.ADMIN)
    Agent.objects.filter(pk=gone.pk).update(is_active=False)
    return [cast.agent("olivia", Role.OWNER), cast.agent("alice", Role.ADMIN)]


def look() -> None:
    """The job that a change of the ledger writes."""
    tasks.work(Lease(uuid4(), uuid4(), "acme", allowance.WARNINGS, {}, 1))


def told() -> list[tuple[str, int]]:
    """The steps that are noted, whether people heard of them or not."""
    return sorted((one.of, one.percent) for one in UsageNotice.objects.all())


def letters() -> list[Any]:
    """The letters that were written since the last look, sent now."""
    mail.outbox.clear()
    for job in Job.objects.filter(kind=telling.LETTER):
        tasks.work(Lease(job.id, uuid4(), "acme", job.kind, job.ids, 1))
        job.delete()
    return list(mail.outbox)


@pytest.mark.parametrize(
    ("percents", "before", "tell", "passed", "forget"),
    [
        ({BUNDLE: 49}, [], [], [], []),
        ({BUNDLE: 50}, [], [50], [], []),
        ({BUNDLE: 79}, [50], [], [], []),
        ({BUNDLE: 130}, [], [100], [50, 80], []),
        ({BUNDLE: 100}, [50, 80, 100], [], [], []),
        ({BUNDLE: 72}, [50, 80], [], [], []),
        ({BUNDLE: 25}, [50, 80, 100], [], [], [50, 80, 100]),
        ({BUNDLE: None}, [50], [], [], [50]),
    ],
)
def test_what_is_due(
    percents: dict[Of, int | None], before: list[int], tell: list[int], passed: list[int], forget: list[int]
) -> None:
    def steps(wanted: list[int]) -> tuple[Step, ...]:
        return tuple(Step(BUNDLE, percent) for percent in wanted)

    assert warnings.due(percents, steps(before)) == warnings.Due(steps(tell), steps(passed), steps(forget))


def test_owners_and_admins_are_told_once_in_the_console_and_by_letter(admins: list[Agent]) -> None:
    ledgers.subscribed()
    ledgers.resolved(249)
    look()
    assert (told(), Alert.objects.count(), letters()) == ([], 0, [])
    ledgers.resolved(1)
    for _ in range(3):
        look()
    assert told() == [("bundle", 50)]
    assert sorted(Alert.objects.values_list("agent", "kind")) == sorted((one.pk, "usage_high") for one in admins)
    sent = letters()
    assert sorted(one.to[0] for one in sent) == ["alice@example.com", "olivia@example.com"]
    assert "50 %" in sent[0].subject
    assert "250 of the 500" in sent[0].body
    assert "https://acme.localhost/console/billing/usage" in sent[0].body


def test_who_jumps_over_steps_hears_of_the_last_alone_and_at_the_cap_of_what_happens(admins: list[Agent]) -> None:
    ledgers.subscribed()
    ledgers.resolved(500)
    look()
    assert told() == [("bundle", 50), ("bundle", 80), ("bundle", 100)]
    alert = Alert.objects.filter(agent=admins[0]).get()
    assert (alert.kind, alert.subject, alert.link) == (
        "usage_cap",
        "The assistant begins no new conversation",
        "/console/billing/usage",
    )
    body = letters()[0].body
    assert "New conversations go to your people" in body
    assert "not charged" in body


def test_where_more_is_bought_the_bundle_and_the_limit_are_told_apart(admins: list[Agent]) -> None:
    ledgers.subscribed(overage=True, overage_limit_cents=10_00)  # twenty of them
    ledgers.resolved(500)
    look()
    assert told() == [("bundle", 50), ("bundle", 80), ("bundle", 100)]
    assert "€0.49" in letters()[0].body
    ledgers.resolved(16)
    look()
    assert [percent for of, percent in told() if of == "limit"] == [50]
    assert "€7.84 of the limit of €10.00" in letters()[0].body
    ledgers.resolved(4)
    look()
    assert ("limit", 100) in told()
    assert "limit of €10.00 allows no more" in letters()[0].body
    assert bundle.now().is_used_up


def test_a_larger_limit_or_plan_lets_the_steps_be_told_again_and_credits_do_not(admins: list[Agent]) -> None:
    ledgers.subscribed()
    ledgers.resolved(400)
    look()
    for one in Resolution.objects.all()[:20]:
        ledgers.credited(one)
    look()
    ledgers.resolved(20)
    look()
    assert Alert.objects.filter(agent=admins[0]).count() == 1
    ledgers.subscribed(PlanKey.BUSINESS)
    look()
    assert told() == []
    ledgers.resolved(700)
    look()
    assert told() == [("bundle", 50)]


def test_a_new_period_begins_anew_and_a_late_letter_of_the_old_one_does_not_leave(admins: list[Agent]) -> None:
    ledgers.subscribed()
    ledgers.resolved(300)
    look()
    now = timezone.now()
    ledgers.subscribed(period_start=now, period_end=now + timedelta(days=30))
    assert letters() == []
    look()
    ledgers.resolved(250)
    look()
    assert UsageNotice.objects.count() == 2
    assert len(letters()) == 2


@pytest.mark.parametrize("standing", [Standing.TRIAL, Standing.PAST_DUE, Standing.FREE])
def test_what_can_be_done_depends_on_how_the_company_stands(admins: list[Agent], standing: Standing) -> None:
    plan = PlanKey.FREE if standing == Standing.FREE else PlanKey.TEAM
    ledgers.subscribed(plan, standing=standing, trial_ends_at=timezone.now() + timedelta(days=5))
    ledgers.resolved(500, billable=False)
    look()
    wanted = {"trial": "Choose a plan", "past_due": "open invoice", "free": "larger plan"}
    assert wanted[standing] in Alert.objects.filter(agent=admins[0]).get().text


@pytest.mark.parametrize(
    ("plan", "overage", "wanted"),
    [
        (PlanKey.TEAM, False, "or choose a larger plan."),
        (PlanKey.BUSINESS, False, "allow more, with a limit in money."),
        (PlanKey.TEAM, True, "change the limit, or stop buying"),
    ],
)
def test_nobody_is_offered_what_they_have(admins: list[Agent], plan: PlanKey, *, overage: bool, wanted: str) -> None:
    ledgers.subscribed(plan, overage=overage)
    ledgers.resolved(260 if plan == PlanKey.TEAM else 1010)
    look()
    told = Alert.objects.filter(agent=admins[0]).get().text
    assert wanted in told
    assert ("larger plan" in told) == (plan == PlanKey.TEAM and not overage)


def test_where_nobody_is_billed_nobody_is_told(admins: list[Agent], settings: LazySettings) -> None:
    settings.STRIPE_API_KEY = ""
    ledgers.resolved(5000, billable=False)
    look()
    assert (told(), Alert.objects.count()) == ([], 0)


def test_a_smaller_plan_that_is_used_up_at_once_is_told_at_once(admins: list[Agent]) -> None:
    ledgers.subscribed(PlanKey.BUSINESS)
    ledgers.resolved(600)
    plan_moved.follow()
    assert not Alert.objects.exists()
    ledgers.subscribed(PlanKey.TEAM)
    plan_moved.follow()
    assert Alert.objects.filter(agent=admins[0]).get().kind == "usage_cap"


def test_a_change_of_the_ledger_writes_one_look_however_often(billed: Tenant) -> None:
    for _ in range(5):
        allowance.soon()
    assert Job.objects.filter(kind=allowance.WARNINGS).count() == 1
