"""Sign-up under races: a button pressed many times at once opens one workspace, and names are given once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import ProgrammingError, connections
from django.utils import timezone
from pytest_django.fixtures import Settings

from agents.models import Agent
from conversations.platform import opening
from tenants import current, owner, pool, sign_ups
from tenants.errors import RateLimitedError
from tenants.models import Job, PooledSchema, SignUp, Tenant
from tenants.sign_ups import Wish

ORIGIN = "http://localhost"


def wish(number: int = 0, company: str = "Hooli") -> Wish:
    """What somebody of the company fills in."""
    return Wish(company, "Ada", f"ada{number}@hooli.example", "a wheel and a half", "UTC")


def token(number: int = 0) -> str:
    """The token of a sign-up that was asked for."""
    sign_ups.ask(wish(number), address=f"192.0.2.{number}", origin=ORIGIN)
    return sign_ups.token_of(SignUp.objects.get(email=f"ada{number}@hooli.example"))


def together(count: int, work: list[str]) -> list[str]:
    """The addresses that these tokens lead to, opened at the same moment by as many threads."""
    start = Barrier(count)

    def press(one: str) -> str:
        start.wait(20)
        try:
            return opening.open_workspace(one, origin=ORIGIN, address="192.0.2.9").address
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(press, work))


def test_a_button_pressed_at_once_opens_one_workspace_and_lets_each_press_in(own_database: str) -> None:
    pool.make()
    before = Tenant.objects.count()
    addresses = together(4, [token()] * 4)
    assert Tenant.objects.count() == before + 1
    assert all(address.startswith("http://hooli.localhost/enter/") for address in addresses)
    assert len(set(addresses)) == 4
    with current.entered(Tenant.objects.get(schema_name="hooli")):
        assert Agent.objects.count() == 1
    assert SignUp.objects.get().tenant_id is not None


def test_companies_of_one_name_at_once_get_a_host_each(own_database: str) -> None:
    addresses = together(3, [token(number) for number in range(3)])
    assert {address.split("/")[2] for address in addresses} == {
        "hooli.localhost",
        "hooli-2.localhost",
        "hooli-3.localhost",
    }
    assert {tenant.schema_name for tenant in Tenant.objects.filter(name="Hooli")} == {"hooli", "hooli_2", "hooli_3"}


def test_an_opening_that_fails_leaves_nothing_and_can_be_pressed_again(own_database: str) -> None:
    pool.make()
    told, before = token(), Tenant.objects.count()
    ready = PooledSchema.objects.get().schema_name
    with owner.connected() as line:
        line.execute(f'ALTER TABLE "{ready}".agents_agent RENAME TO elsewhere')
    with pytest.raises(ProgrammingError):
        opening.open_workspace(told, origin=ORIGIN, address=None)
    assert Tenant.objects.count() == before
    assert PooledSchema.objects.get().schema_name == ready
    assert SignUp.objects.get().verified_at is None
    with owner.connected() as line:
        line.execute(f'ALTER TABLE "{ready}".elsewhere RENAME TO agents_agent')
    assert opening.open_workspace(told, origin=ORIGIN, address=None).address.startswith("http://hooli.localhost/enter/")


def test_the_brake_holds_when_all_come_at_once(own_database: str, settings: Settings) -> None:
    settings.SIGN_UPS_AN_HOUR = 3
    start = Barrier(8)

    def ask(number: int) -> bool:
        start.wait(20)
        try:
            sign_ups.ask(wish(number), address="192.0.2.1", origin=ORIGIN)
        except RateLimitedError:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(8) as threads:
        done = list(threads.map(ask, range(8)))
    assert sum(done) == 3 == SignUp.objects.count() == Job.objects.filter(kind=sign_ups.LETTER).count()


def test_the_moment_of_the_second_press_counts(own_database: str) -> None:
    told = token()
    opening.open_workspace(told, origin=ORIGIN, address=None)
    SignUp.objects.update(verified_at=timezone.now() - timedelta(seconds=61))
    assert opening.open_workspace(told, origin=ORIGIN, address=None).path == "/sign-in/"
