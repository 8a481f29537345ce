"""Companies that are billed, and where they stand."""

from typing import Protocol

import pytest
from django.test import Client
from pytest_django import Settings

from agents.models import Agent, Role
from billing.models import Standing, Subscription
from billing.plans import PlanKey
from tenants.models import Tenant
from tests import cast


class Stands(Protocol):
    """Lets the company entered now stand so."""

    def __call__(self, plan: PlanKey, /, **fields: object) -> Subscription: ...


@pytest.fixture
def stands(settings: Settings, in_acme: Tenant) -> Stands:
    """From now on companies are billed, and acme has this plan, paid unless it is said otherwise."""
    settings.STRIPE_API_KEY = "sk_test_of_the_tests"

    def stand(plan: PlanKey, /, **fields: object) -> Subscription:
        standing = Standing.FREE if plan == PlanKey.FREE else Standing.ACTIVE
        given = {"plan": plan, "standing": standing, **fields}
        return Subscription.objects.update_or_create(pk=1, defaults=given)[0]

    return stand


@pytest.fixture
def olga(in_acme: Tenant) -> Agent:
    """The owner of acme."""
    return cast.agent("olga", Role.OWNER)


@pytest.fixture
def desk(acme_client: Client, olga: Agent) -> Client:
    """Olga's browser."""
    acme_client.force_login(olga)
    return acme_client
