"""What goes wrong without anybody looking is told: unreadable rules, lost work, a connector that does nothing."""

import uuid
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core import mail
from django.utils import timezone

from agents.models import Agent, Role
from conversations import alerts, marking, tasks
from conversations.alerts import raising
from conversations.models import Alert, AlertKind, Holder
from escalation.models import RuleBookVersion
from tenants import current, jobs
from tenants.jobs import Ids, Lease
from tenants.models import Tenant
from tests import cast

HOUR = timedelta(hours=1)


def job(kind: str, ids: Ids, *, schema: str = "acme") -> None:
    """Do a job of this kind."""
    tasks.work(Lease(uuid.uuid4(), uuid.uuid4(), schema, kind, ids, attempt=1))


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin of acme."""
    return cast.agent("alice", Role.ADMIN)


def test_rules_that_cannot_be_read_are_told_by_the_turn_that_meets_them_at_most_once_an_hour(alice: Agent) -> None:
    RuleBookVersion.objects.create(number=1, document={"nonsense": True}, published_by="a bad import")
    assert cast.answered(cast.customer(), "When are you open?").holder != Holder.ASSISTANT
    marking.unreadable("The same again.")
    alert = Alert.objects.get()
    assert (alert.agent_id, alert.kind, alert.count) == (alice.id, AlertKind.RULES_UNREADABLE, 1)
    raising.see(alert)
    marking.unreadable("The same again.")
    assert Alert.objects.count() == 1
    Alert.objects.update(raised_at=timezone.now() - HOUR)
    marking.unreadable("The same again.")
    assert Alert.objects.count() == 2


def test_lost_work_is_told_to_admins_by_what_it_was(alice: Agent) -> None:
    for kind in ("mail", "mail", "something_else"):
        job(jobs.DEAD, {"kind": kind, "attempts": 8})
    told = list(Alert.objects.order_by("subject").values_list("subject", "count"))
    assert told == [("Failed for good: a mail to a customer", 2), ("Failed for good: something else", 1)]


def test_lost_work_of_nobody_is_told_to_operators(acme: Tenant, globex: Tenant) -> None:
    Tenant.objects.filter(is_platform=True).update(is_platform=False)
    Tenant.objects.filter(pk=globex.pk).update(is_platform=True)
    with current.entered(globex):
        cast.agent("admin", Role.ADMIN)
        operator = cast.agent("operator", Role.VIEWER)
        Agent.objects.filter(pk=operator.pk).update(is_operator=True)
    with current.outside():
        job(jobs.DEAD, {"kind": "pool", "attempts": 8}, schema=jobs.PLATFORM)
    with current.entered(globex):
        assert list(Alert.objects.values_list("agent", flat=True)) == [operator.id]
    with current.entered(acme):
        assert not Alert.objects.exists()


def test_a_letter_says_it_in_words_and_goes_to_nobody_who_saw_it(alice: Agent, settings: LazySettings) -> None:
    settings.MAIL_LEAVES = True
    alerts.raise_to(["admins"], kind=AlertKind.MODEL_DOWN, subject="The model is silent", text="Since noon.")
    alert = Alert.objects.get()
    job(raising.LETTER, {"alert_id": str(alert.id)})
    assert [(letter.to, letter.subject) for letter in mail.outbox] == [
        ([alice.email], "Acme Bicycles: The model is silent")
    ]
    assert "Since noon." in str(mail.outbox[0].body)
    alert.refresh_from_db()
    assert alert.mailed_at is not None
    raising.see(alert)
    job(raising.LETTER, {"alert_id": str(alert.id)})
    Agent.objects.update(is_active=False)
    Alert.objects.update(seen_at=None)
    job(raising.LETTER, {"alert_id": str(alert.id)})
    assert len(mail.outbox) == 1
