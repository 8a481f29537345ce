"""What customers said goes into copies of theirs without the secret of its link, and goes with its conversation."""

import json

import pytest

from conversations.erasing import removing
from conversations.exporting import plans
from conversations.exporting.sources import Rows
from conversations.models import Customer, Export, ExportKind, Survey
from conversations.surveys import answering, hearing
from conversations.surveys.answering import Rating
from tenants.models import Job, Tenant
from tests import cast
from tests.surveys import told


@pytest.fixture
def survey(in_acme: Tenant) -> Survey:
    """Carol's rating, with her words."""
    carol, bob = cast.customer(), cast.agent("bob")
    told.by_person(carol, bob)
    return answering.give(told.asked(carol), Rating(1, 2, "The canary sang."))


def test_a_copy_has_the_words_and_nothing_that_opens_the_page(survey: Survey) -> None:
    export = Export(kind=ExportKind.CUSTOMER, customer=Customer.objects.get())
    (rows,) = (one for one in plans.of(export) if isinstance(one, Rows) and one.name == "surveys")
    copied = json.dumps([rows.shape(one) for one in rows.rows], default=str)
    assert "The canary sang." in copied
    assert survey.token_hash not in copied


def test_the_words_and_their_work_go_with_the_conversation(survey: Survey) -> None:
    assert Job.objects.filter(kind=hearing.KIND).exists()
    removing.remove(str(survey.conversation_id))
    assert not Survey.objects.exists()
    assert not Job.objects.filter(kind=hearing.KIND).exists()
