"""Who is what: whoever changes whom, an owner stays, nobody rises above themselves, and all is on record."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from agents import permissions, roster, seats
from agents.errors import LastOwnerError, NotPossibleError, NotYoursError
from agents.models import Agent, Role
from agents.permissions import BEGINS_AT, ORDER
from billing.errors import SeatsFullError
from billing.models import Subscription
from tenants.models import Tenant
from tenants.trail import audit
from tenants.trail.models import AuditEntry
from tests import cast, stored
from tests.metering import units
from tests.properties.playing import RolledBack, play

NAMES = {
    "olga": Role.OWNER,
    "otto": Role.OWNER,
    "ada": Role.ADMIN,
    "sue": Role.SUPERVISOR,
    "ann": Role.AGENT,
    "vera": Role.VIEWER,
}
SEATS = 5
people = st.sampled_from(sorted(NAMES))
highest = st.sampled_from(["olga", "otto", "olga", "otto", "ada", "sue", "ann", "vera"])


@dataclass(frozen=True)
class Person:
    """What the row of a person should say."""

    role: Role
    active: bool = True

    @property
    def sits(self) -> bool:
        """Whether they take a seat."""
        return self.active and self.role != Role.VIEWER


class Roles(RolledBack):
    """Six people who act on each other with what they knew of themselves when they came; and a model of who is what."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = {name: Agent.objects.get(email=f"{name}@example.com") for name in NAMES}
        self.model = {name: Person(role) for name, role in NAMES.items()}
        self.seats = SEATS
        self.recorded = AuditEntry.objects.count()

    @rule(by=highest, whom=people, role=st.sampled_from(ORDER))
    def gives_a_role(self, by: str, whom: str, role: Role) -> None:
        person = self.model[whom]
        refusal = self.may_not(by, whom)
        if refusal is None and role != person.role:
            refusal = self.may_not_become(by, whom, role)
        self.attempt(refusal, roster.change, by, whom, wanted={"role": role.value})
        if refusal is None:
            self.model[whom] = replace(person, role=role)

    @rule(by=highest, whom=people)
    def switches_off(self, by: str, whom: str) -> None:
        person = self.model[whom]
        refusal = self.may_not(by, whom) or (NotPossibleError if by == whom else None)
        if refusal is None and self.is_the_last_owner(whom):
            refusal = LastOwnerError
        self.attempt(refusal, roster.deactivate, by, whom, records=person.active)
        if refusal is None:
            self.model[whom] = replace(person, active=False)

    @rule(by=highest, whom=people)
    def lets_in_again(self, by: str, whom: str) -> None:
        person = self.model[whom]
        refusal = self.may_not(by, whom)
        if refusal is None and not person.active and person.role != Role.VIEWER and not self.room():
            refusal = SeatsFullError
        self.attempt(refusal, roster.reactivate, by, whom, records=not person.active)
        if refusal is None:
            self.model[whom] = replace(person, active=True)

    @rule(by=highest, whom=people)
    def signs_out(self, by: str, whom: str) -> None:
        self.attempt(self.may_not(by, whom), roster.sign_out, by, whom)

    @rule(number=st.integers(2, 7))
    def the_plan_has_other_seats(self, number: int) -> None:
        Subscription.objects.update(seats=number)
        seats.moved()
        self.seats = number

    @invariant()
    def an_owner_is_there(self) -> None:
        assert any(one.role == Role.OWNER and one.active for one in self.model.values())

    @invariant()
    def rows_are_as_the_model(self) -> None:
        rows = {one.email.partition("@")[0]: one for one in Agent.objects.all()}
        assert {name: Person(Role(one.role), one.is_active) for name, one in rows.items()} == self.model
        for name, person in self.model.items():
            level = ORDER.index(person.role)
            wanted = {right for right, role in BEGINS_AT.items() if person.active and ORDER.index(role) <= level}
            assert permissions.rights_of(rows[name]) == wanted
        over = Subscription.objects.values_list("over_seats_since", flat=True).get()
        assert seats.taken() == sum(one.sits for one in self.model.values())
        assert (over is not None) == (seats.taken() > self.seats)

    @invariant()
    def all_is_on_record(self) -> None:
        assert AuditEntry.objects.count() == self.recorded

    def may_not(self, by: str, whom: str) -> type[Exception] | None:
        """Why `by` may not touch the person at all."""
        mine, theirs = self.model[by], self.model[whom]
        below = ORDER.index(mine.role) < ORDER.index(theirs.role)
        return NotYoursError if below or not mine.active else None

    def may_not_become(self, by: str, whom: str, role: Role) -> type[Exception] | None:
        """Why a person whom `by` may touch cannot get the role, which is another than theirs."""
        person = self.model[whom]
        if ORDER.index(role) > ORDER.index(self.model[by].role):
            return NotYoursError
        if self.is_the_last_owner(whom):
            return LastOwnerError
        needs_seat = person.role == Role.VIEWER and person.active
        return SeatsFullError if needs_seat and not self.room() else None

    def is_the_last_owner(self, whom: str) -> bool:
        """Whether nobody else is an owner who may come in."""
        owners = {name for name, one in self.model.items() if one.role == Role.OWNER and one.active}
        return owners == {whom}

    def room(self) -> bool:
        """Whether a seat is left."""
        return sum(one.sits for one in self.model.values()) < self.seats

    def attempt(
        self,
        refusal: type[Exception] | None,
        act: Callable[..., object],
        by: str,
        whom: str,
        *,
        records: bool = True,
        **more: Any,
    ) -> None:
        """Do it for real; what the model refuses must be refused, and must change nothing at all."""
        given = (self.rows[by], str(self.rows[whom].id), *more.values())
        if refusal is None:
            act(*given, actor=audit.by_system())
            self.recorded += records
            return
        before = stored.everything()
        with pytest.raises(refusal):
            act(*given, actor=audit.by_system())
        assert stored.everything() == before


def test_an_owner_stays_and_nobody_rises_above_themselves(in_acme: Tenant, settings: Any) -> None:
    settings.STRIPE_API_KEY = "sk_test_nobody_answers"
    units.subscribed(seats=SEATS)
    for name, role in NAMES.items():
        cast.agent(name, role, online=False)
    play(Roles)
