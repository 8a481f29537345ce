"""The widget and the letter at the same moment: one of them asks, never both."""

from collections import Counter
from contextlib import suppress

import pytest
from django.db import IntegrityError
from pytest_django.fixtures import Settings

from conversations.models import AskedBy, Conversation, Customer, Survey, SurveySettings
from conversations.surveys import asking
from tenants import current
from tenants.models import Tenant
from tests import cast
from tests.faults.racing import Racers, racers
from tests.surveys import told

RACES, MOST_WITHOUT_LOCK = 12, 60


@pytest.fixture
def company(own_database: str, acme: Tenant, settings: Settings) -> Tenant:
    """Acme, really committed, which asks by both ways."""
    settings.MAIL_LEAVES, settings.ORIGIN = True, "https://baton.example"
    with current.entered(acme):
        SurveySettings.objects.create(by_mail=True)
    return acme


def test_of_three_that_ask_at_once_one_does(company: Tenant) -> None:
    with racers(company, 3) as all_three:
        came = [_race(all_three, number) for number in range(RACES)]
    assert {len(asked) for asked in came} == {1}, Counter(map(len, came))


def test_without_the_lock_the_races_are_lost(company: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness has teeth: with the lock taken out, it sees one person asked twice."""
    monkeypatch.setattr(asking, "_lock", lambda _customer: None)
    with racers(company, 3) as all_three, suppress(IntegrityError):
        assert any(len(_race(all_three, number)) > 1 for number in range(MOST_WITHOUT_LOCK))


def _race(several: Racers, number: int) -> list[Survey]:
    """Two windows and a letter, of one person with two records and a conversation each; gives who was asked."""
    with current.entered(several.company):
        carol = cast.customer(f"racer{number}")
        other = Customer.objects.create(name="Carol", email=carol.email, merged_into=carol)
        talks = [told.by_assistant(one) for one in (carol, other)]
        letter = Conversation.objects.select_related("customer").get(pk=talks[0].pk)
    several.at_once(
        lambda: _in_widget(carol),
        lambda: _in_widget(other),
        lambda: _by_mail(letter),
    )
    with current.entered(several.company):
        return list(Survey.objects.filter(conversation__in=talks))


def _in_widget(customer: Customer) -> None:
    asking.in_widget(customer)


def _by_mail(talk: Conversation) -> None:
    asking.put(talk, by=AskedBy.MAIL)
