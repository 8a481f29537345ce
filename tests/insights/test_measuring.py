"""How far the measuring is: what waits, what is measured anew, and that it takes few queries."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from conversations import control, log
from conversations.insights import looking, measuring
from conversations.models import Conversation, EndedBy, Episode, Measuring, ToMeasure
from tenants import current, ids
from tenants.jobs import Lease
from tenants.models import Job, Tenant
from tests import cast


@pytest.fixture
def asked(in_acme: Tenant) -> Conversation:
    """Carol's question, which nobody answered yet."""
    return cast.says(cast.customer(), "Where is my parcel?")


def held(kind: str) -> Lease:
    """A lease of such a job."""
    return Lease(uuid4(), uuid4(), "acme", kind, {}, attempt=1)


def of(conversation: Conversation) -> list[Episode]:
    """Its episodes, measured."""
    measuring.catch_up()
    return list(Episode.objects.filter(conversation=conversation).order_by("number"))


def test_nothing_is_measured_before_the_first_go(asked: Conversation) -> None:
    assert measuring.until() == (None, 1)
    assert not Episode.objects.exists()


def test_once_measured_nothing_waits_until_somebody_writes(asked: Conversation) -> None:
    (episode,) = of(asked)
    until, waiting = measuring.until()
    assert (episode.customer_messages, waiting) == (1, 0)
    assert until is not None
    assert timezone.now() - until < timedelta(seconds=5)
    cast.says(asked.customer, "Hello?")
    assert measuring.until().waiting == 1
    (again,) = of(asked)
    assert (again.id, again.customer_messages) == (episode.id, 2)
    assert measuring.until().waiting == 0


def test_what_the_row_does_not_show_is_told(asked: Conversation) -> None:
    (episode,) = of(asked)
    Episode.objects.filter(pk=episode.pk).update(customer_messages=9)
    with transaction.atomic():
        measuring.touch(str(asked.id))
        measuring.touch(str(asked.id))
    assert measuring.until().waiting == 1
    assert of(asked)[0].customer_messages == 1
    assert not ToMeasure.objects.exists()


def test_a_conversation_that_is_gone_is_no_longer_waited_for(in_acme: Tenant) -> None:
    measuring.touch(ids.encode("conv", ids.uuid7()))
    measuring.catch_up()
    assert measuring.until().waiting == 0


def test_a_new_method_measures_all_anew_with_progress(asked: Conversation) -> None:
    cast.says(cast.customer("erin"), "Hello?")
    of(asked)
    Episode.objects.update(customer_messages=9)
    Measuring.objects.update(method=0, toward=0)
    assert measuring.until().waiting == 2
    assert measuring.go()
    assert measuring.until().waiting == 0
    assert set(Episode.objects.values_list("customer_messages", flat=True)) == {1}


def test_a_look_lets_each_company_in_which_something_waits_be_measured(asked: Conversation, globex: Tenant) -> None:
    with current.outside():
        looking.look(held("measuring_look"))
    measured = Job.objects.filter(kind=measuring.KIND)
    assert list(measured.values_list("schema_name", flat=True)) == ["acme"]
    assert Job.objects.filter(kind=looking.LOOK, run_at__gt=timezone.now()).count() == 1
    measuring.work(held(measuring.KIND))
    measured.delete()
    with current.outside():
        looking.look(held("measuring_look"))
    assert not measured.exists()


def test_a_batch_takes_a_fixed_number_of_queries(asked: Conversation, django_assert_num_queries: Any) -> None:
    of(asked)
    for name in ("erin", "frank", "grace"):
        cast.says(cast.customer(name), "Hello?")
    with django_assert_num_queries(24):
        measuring.go()


def test_a_conversation_without_words_is_not_waited_for(in_acme: Tenant) -> None:
    log.create(cast.customer())
    measuring.catch_up()
    log.create(cast.customer("erin"))
    assert measuring.until().waiting == 0
    assert not Episode.objects.exists()


def test_who_resolved_it_is_kept(asked: Conversation) -> None:
    with log.writing(str(asked.id)) as held_open:
        control.resolve(held_open, by=EndedBy.SILENCE)
    assert of(asked)[0].ended_by == EndedBy.SILENCE
