"""People of acme for these tests, their browsers, and the letters that left."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from agents.models import Agent, Role
from conversations import tasks
from tenants import jobs
from tenants.models import Job, Tenant
from tests import cast
from tests.clients import HostClient

NewBrowser = Callable[[], Client]
Letters = Callable[[], list[mail.EmailMessage]]


@pytest.fixture
def olga(in_acme: Tenant) -> Agent:
    """The owner of acme."""
    return cast.agent("olga", Role.OWNER)


@pytest.fixture
def alice(in_acme: Tenant) -> Agent:
    """An admin of acme."""
    return cast.agent("alice", Role.ADMIN)


@pytest.fixture
def bob(in_acme: Tenant) -> Agent:
    """An agent of acme."""
    return cast.agent("bob")


@pytest.fixture
def new_browser(in_acme: Tenant) -> NewBrowser:
    """Makes another browser at acme."""
    return lambda: HostClient("acme.localhost")


@pytest.fixture
def letters(settings: Settings) -> Letters:
    """Does the jobs that send letters, and gives all that left."""
    settings.MAIL_LEAVES = True

    def sent() -> list[mail.EmailMessage]:
        for job in Job.objects.filter(kind__in=["invitation_letter", "reset_letter", "security_letter"]):
            jobs.run(job.id, tasks.work)
        return mail.outbox

    return sent


def link_in(letter: mail.EmailMessage) -> str:
    """The path of the link in a letter to acme."""
    found = re.search(r"http://acme\.localhost(?::\d+)?(/\S+)", str(letter.body))
    assert found, letter.body
    return found[1]
