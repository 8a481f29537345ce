"""The overview says of each process whether it lives, also of one that never began, and when backups were made."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from config.operators import figures
from conversations.backups.whole import BACKED_UP
from tenants import health

pytestmark = pytest.mark.django_db


def seen() -> dict[str, tuple[str, str]]:
    """State and age of each sign, by name."""
    return {sign.name: (sign.state.value, sign.ago) for sign in figures.signs()}


def test_a_process_that_never_began_is_silent_and_one_of_now_is_alive() -> None:
    health.beat(health.SWEEPER)
    assert seen()[health.SWEEPER] == ("alive", "0 s ago")
    assert seen()[health.WORKER] == ("silent", "never")


def test_what_only_says_that_the_broker_works_may_be_silent_for_longer() -> None:
    then = timezone.now() - timedelta(seconds=40)
    health.beat(health.WORKER, now=then)
    health.beat(health.MESSAGES, now=then)
    assert seen()[health.WORKER] == ("silent", "40 s ago")
    assert seen()[health.MESSAGES] == ("alive", "40 s ago")


def test_a_backup_of_the_night_is_no_silent_process(operator: Client) -> None:
    assert seen()[BACKED_UP] == ("not yet", "never")
    health.beat(BACKED_UP, now=timezone.now() - timedelta(hours=9))
    state, ago = seen()[BACKED_UP]
    assert (state, ago.replace("\xa0", " ")) == ("done", "9 hours ago")
    assert "the last backup of all" in operator.get("/operators/").content.decode()
