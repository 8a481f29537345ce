"""Budgets, the breaker, and the word to people: what holds when a model costs too much or fails too often."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.core import mail
from django.utils import timezone

from agents.models import Role
from assistant import engines
from assistant.answering import Answer
from assistant.engines import Refused, breaker, budgets, calls, chosen
from assistant.engines.budgets import Budgets, OverBudgetError, Whose
from assistant.engines.calls import Purpose, Taken
from assistant.engines.exchange import Failure
from assistant.models import AssistantSettings, Engine, ModelCall
from conversations import tasks
from conversations.alerts import raising
from conversations.models import Alert, AlertKind
from tenants import current, jobs
from tenants.models import Job, Tenant
from tenants.trail.models import AuditEntry
from tests import cast
from tests.model_server.listening import Ear, asks, use
from tests.model_server.misbehaving import MISBEHAVIOURS
from tests.model_server.serving import says_of, serving

DELIVERY = "Parcels arrive within 2 to 4 working days."
QUESTION = "How long does delivery take?"
NOBODY = Purpose()


def _called(outcome: str, *, ago: timedelta = timedelta(0), tokens: int = 10, purpose: Purpose = NOBODY) -> ModelCall:
    call = calls.begin(purpose, model="m", reserved=Taken(tokens))
    calls.end(call, outcome, Taken(tokens))
    ModelCall.objects.filter(pk=call.pk).update(created_at=timezone.now() - ago)
    return call


@pytest.mark.parametrize(
    ("budget", "whose"),
    [("tokens_per_conversation", "conversation"), ("tokens_per_visitor", "visitor"), ("tokens_per_day", "tenant")],
)
def test_over_a_budget_the_model_is_not_asked(in_acme: Tenant, settings: LazySettings, budget: str, whose: str) -> None:
    limits: dict[str, Any] = {budget: 100}
    with serving(says_of(DELIVERY, DELIVERY)) as server:
        use(server, settings, **limits)
        made = engines.answer(asks(QUESTION, conversation="conv_1"), Ear())
    assert server.requests == []
    assert isinstance(made.outcome, Answer)
    assert (made.engine, made.fell_back) == (Engine.EMBEDDED, f"over_budget_of_{whose}")
    assert ModelCall.objects.get().outcome == f"over_budget_of_{whose}"
    assert budgets.used().tenant == 0


def test_a_person_gets_what_nobody_knows_once_the_days_budget_is_spent(in_acme: Tenant, settings: LazySettings) -> None:
    with serving(says_of(DELIVERY, DELIVERY)) as server:
        use(server, settings, tokens_per_day=1)
        made = engines.answer(asks("Do you sell aquariums with turtles in them?"), Ear())
    assert isinstance(made.outcome, Refused)
    assert made.outcome.trigger == "model_budget"


def test_another_visitor_and_yesterday_do_not_count(in_acme: Tenant) -> None:
    limits = Budgets(conversation=100, visitor=100, tenant=1000)
    _called("answered", tokens=90, purpose=Purpose("conv_1", "cus_1"))
    _called("answered", tokens=90, purpose=Purpose("conv_2", "cus_2"), ago=timedelta(days=2))
    budgets.check(calls.begin(Purpose("conv_3", "cus_2"), model="m", reserved=Taken(50)), limits)
    with pytest.raises(OverBudgetError) as refused:
        budgets.check(calls.begin(Purpose("conv_2", "cus_3"), model="m", reserved=Taken(50)), limits)
    assert refused.value.whose is Whose.CONVERSATION  # of a conversation all days count
    with pytest.raises(OverBudgetError) as refused:
        budgets.check(calls.begin(Purpose("conv_4", "cus_1"), model="m", reserved=Taken(50)), limits)
    assert refused.value.whose is Whose.VISITOR


@pytest.mark.usefixtures("own_database")
def test_calls_at_once_do_not_go_over_the_budget_together(acme: Tenant) -> None:
    limits = Budgets(conversation=10**9, visitor=10**9, tenant=100)

    def one(_number: int) -> bool:
        with current.entered(acme):
            try:
                budgets.check(calls.begin(Purpose(), model="m", reserved=Taken(40)), limits)
            except OverBudgetError:
                return False
            finally:
                current.connection.close()
            return True

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(one, range(8)))
    assert sum(made) <= 2


def test_the_breaker_opens_after_five_failures_in_a_row_and_lets_one_try(in_acme: Tenant) -> None:
    now = timezone.now()
    for _ in range(4):
        _called(Failure.BROKEN, ago=timedelta(seconds=5))
    assert breaker.closed_for(now) is None
    _called(Failure.INTERRUPTED, ago=timedelta(seconds=5))  # somebody took over: not the model's fault
    assert breaker.closed_for(now) is None
    _called(Failure.FIRST_BYTE, ago=timedelta(seconds=5))
    assert breaker.closed_for(now) is not None
    later = now + timedelta(seconds=40)
    assert breaker.closed_for(later) is None
    probe = calls.begin(Purpose(), model="m", reserved=Taken(1))
    assert breaker.closed_for(later) is not None  # one tries it, the others wait
    calls.end(probe, "answered", Taken(1))
    assert breaker.closed_for(later) is None


def test_the_longer_it_fails_the_longer_it_is_left_alone(in_acme: Tenant) -> None:
    for _ in range(7):
        _called(Failure.BROKEN, ago=timedelta(seconds=60))
    found = breaker.closed_for()
    assert found is not None
    assert timedelta(seconds=50) < found < timedelta(seconds=65)


def test_a_model_that_is_left_alone_is_not_asked(in_acme: Tenant, settings: LazySettings) -> None:
    with serving(MISBEHAVIOURS["breaks"].model) as server:
        use(server, settings)
        reasons = [engines.answer(asks(QUESTION), Ear()).fell_back for _ in range(7)]
    assert reasons == [Failure.BROKEN] * 5 + [chosen.LEFT_ALONE] * 2
    assert len(server.requests) == 5


def test_people_are_told_once_in_six_hours(in_acme: Tenant, settings: LazySettings) -> None:
    settings.MAIL_LEAVES = True
    alice, bob = cast.agent("alice", Role.ADMIN), cast.agent("bob")
    with serving(MISBEHAVIOURS["refuses the key"].model) as server:
        use(server, settings)
        engines.answer(asks(QUESTION), Ear())
        _work()
        engines.answer(asks(QUESTION), Ear())
        _work()
    assert [letter.to for letter in mail.outbox] == [[alice.email]]
    assert bob.email not in str(mail.outbox[0].message())
    assert "The key was refused" in str(mail.outbox[0].body)
    assert AuditEntry.objects.filter(action="assistant.fell_back").count() == 1
    AssistantSettings.objects.update(engine_alerted_at=timezone.now() - timedelta(hours=7))
    with serving(MISBEHAVIOURS["refuses the key"].model) as server:
        use(server, settings)
        engines.answer(asks(QUESTION), Ear())
        _work()
        assert len(mail.outbox) == 1  # it is not seen yet, and by mail they hear of it once a day
        raising.see_all(alice)
        AssistantSettings.objects.update(engine_alerted_at=timezone.now() - timedelta(hours=7))
        engines.answer(asks(QUESTION), Ear())
        _work()
    assert len(mail.outbox) == 2
    assert sorted(Alert.objects.filter(agent=alice).values_list("count", flat=True)) == [1, 2]


def test_people_are_told_that_the_days_budget_is_spent_though_the_model_failed_before(
    in_acme: Tenant, settings: LazySettings
) -> None:
    cast.agent("alice", Role.ADMIN)
    with serving(says_of(DELIVERY, DELIVERY)) as server:
        use(server, settings, tokens_per_day=1)
        AssistantSettings.objects.update(engine_alerted_at=timezone.now())
        for _ in range(3):
            engines.answer(asks(QUESTION), Ear())
            _work()
    alert = Alert.objects.get()
    assert (alert.kind, alert.count) == (AlertKind.MODEL_BUDGET, 1)
    assert "The budget of the day is spent" in alert.text


def test_old_calls_are_forgotten(in_acme: Tenant) -> None:
    _called("answered", ago=timedelta(days=91))
    kept = _called("answered", ago=timedelta(days=89))
    budgets.check(calls.begin(Purpose(), model="m", reserved=Taken(1)), Budgets(10, 10, 10))
    assert not ModelCall.objects.filter(created_at__lt=timezone.now() - timedelta(days=90)).exists()
    assert ModelCall.objects.filter(pk=kept.pk).exists()


def _work() -> None:
    """Do the jobs that tell people."""
    for kind in (chosen.TROUBLE, raising.LETTER):
        for job in Job.objects.filter(kind=kind):
            held = jobs.lease(job.id)
            assert held is not None
            tasks.work(held)
            jobs.finish(held)
