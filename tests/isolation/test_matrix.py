"""Every address, every method, everybody: who may is let in, everybody else changes nothing and sees nothing."""

import pytest
from django.utils import timezone

from tenants.models import Tenant
from tests.isolation import listing, matrix, table
from tests.isolation.playing import Player
from tests.isolation.row import Row
from tests.isolation.stage import OPERATOR, VERIFIED, VISITOR, Company

ROWS, PUBLIC = table.on_company_hosts(), table.on_the_platforms_host()
NAMES = [matrix.STRANGER.name, VISITOR, VERIFIED, *(role.value for role in matrix.ROLES), OPERATOR]


def all_well(wrong: list[str]) -> None:
    """Nothing is wrong; else every line of it is shown."""
    assert not wrong, "\n".join(["", *wrong])


@pytest.mark.parametrize(("urlconf", "rows"), [("config.urls", ROWS), ("config.urls_public", PUBLIC)])
def test_the_table_lists_every_address(urlconf: str, rows: list[Row]) -> None:
    there, told = listing.addresses(urlconf), set(listing.told(rows))
    assert (there - told, told - there) == (set(), set()), "not in the table, and in the table alone"


@pytest.mark.parametrize("name", NAMES)
def test_who_may_is_let_in_and_nobody_else(player: Player, theirs: Company, name: str) -> None:
    all_well(matrix.by_role(player, theirs, ROWS, name))


def test_a_token_opens_what_its_scope_names(player: Player) -> None:
    all_well(matrix.by_token(player, ROWS))


def test_a_token_acts_for_one_who_may_or_for_nobody(player: Player, theirs: Company) -> None:
    all_well(matrix.for_whom(player, theirs, ROWS))


def test_another_companys_things_are_not_found(player: Player, theirs: Company) -> None:
    all_well(matrix.with_foreign_things(player, theirs, ROWS))


def test_somebody_elses_things_are_not_found(player: Player) -> None:
    all_well(matrix.with_somebody_elses(player, ROWS))


def test_another_companys_proof_is_worth_nothing(player: Player, theirs: Company) -> None:
    all_well(matrix.with_foreign_proof(player, theirs, ROWS))


def test_a_suspended_company_is_closed_to_everybody(player: Player, acme: Tenant) -> None:
    Tenant.objects.filter(pk=acme.pk).update(suspended_at=timezone.now())
    all_well(matrix.at_closed_doors(player, ROWS, code="workspace_suspended"))


def test_a_company_that_its_owner_closed_is_closed_to_customers(player: Player, theirs: Company, acme: Tenant) -> None:
    Tenant.objects.filter(pk=acme.pk).update(closing_at=timezone.now())
    doors = table.doors_of_customers()
    all_well(matrix.at_closed_doors(player, doors, code="workspace_closed"))
    all_well(matrix.by_role(player, theirs, [row for row in ROWS if row not in doors], "owner"))


@pytest.mark.parametrize("name", [matrix.STRANGER.name, "owner"])
def test_other_methods_are_refused_to_everybody(player: Player, name: str) -> None:
    all_well(matrix.by_other_methods(player, ROWS, name))


def test_a_session_alone_changes_nothing(player: Player) -> None:
    all_well(matrix.without_csrf(player, ROWS))


@pytest.mark.parametrize("name", [matrix.STRANGER.name, VISITOR, "owner", OPERATOR])
def test_on_the_platforms_host_nobody_is_more_than_a_stranger(ours: Company, theirs: Company, name: str) -> None:
    public = Player(ours, host="localhost")
    caller = matrix.callers(ours)[name]
    wrong = matrix.by_role(public, theirs, PUBLIC, name)
    for row in PUBLIC:
        answer = public.play(row, caller)
        shows = ours.mark in answer.text or any(table.startswith("acme.") for table in answer.written)
        wrong += [f"{row.method} {row.address} as {name} shows or changes a company"] if shows else []
    all_well(wrong)
