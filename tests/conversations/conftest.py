"""Acme with its cast, knowledge and rules, entered for the whole test."""

import pytest
from django.test import Client

from agents.models import Agent, Role, Team
from conversations import control, log
from conversations.inbox import writes
from conversations.models import Conversation, Customer
from tenants import current
from tenants.models import Tenant
from tests import cast


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent of acme, online."""
    return cast.agent("bob")


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin of acme, online."""
    return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def carol(in_acme: Tenant) -> Customer:
    """A customer of acme."""
    return cast.customer()


@pytest.fixture
def equipped(in_acme: Tenant) -> Tenant:
    """Acme with knowledge and rules."""
    cast.knowledge()
    cast.rules()
    return in_acme


@pytest.fixture
def desk(acme_client: Client, bob: Agent) -> Client:
    """Bob's browser."""
    return cast.signed_in(acme_client, "bob@example.com")


@pytest.fixture
def asked(carol: Customer) -> Conversation:
    """Carol's conversation, in the assistant's hand, with one question that nobody answered."""
    return cast.says(carol, "Where is my parcel?")


@pytest.fixture
def bobs(asked: Conversation, bob: Agent) -> Conversation:
    """Carol's conversation in bob's hand, who answered."""
    return writes.reply(str(asked.id), bob, "Let me look.", client_id=cast.new_id())[0]


@pytest.fixture
def waiting(asked: Conversation, bob: Agent) -> Conversation:
    """Carol's conversation in the queue of customer care, offered to bob."""
    with log.writing(str(asked.id)) as held:
        control.transfer(held, team=Team.objects.get(), offered_to=bob)
    return held


@pytest.fixture
def company(own_database: str, acme: Tenant) -> Tenant:
    """Acme with knowledge, rules and bob, really committed; not entered."""
    with current.entered(acme):
        cast.knowledge()
        cast.rules()
        cast.agent("bob")
    return acme
