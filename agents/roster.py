"""Who works here as what: roles, teams, switching people off and on. There is always an owner."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext

from agents import people, seats, second_factor, security_letters, sessions, shifts, skills, standing
from agents.errors import LastOwnerError, NotPossibleError, NotYoursError
from agents.models import Agent, Presence, Role, Team
from agents.permissions import ORDER
from agents.security_letters import News
from tenants import jobs
from tenants.errors import NotFoundError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor, Changes

LEFT = "agent_left"  # the job that hands on what somebody held who takes conversations no more
SIMPLE = ("name", "capacity", "languages", "time_zone")
FOR_ROUTING = frozenset({"capacity", "languages", "team_ids", "skills", "shifts", "time_zone", "role"})


def everybody() -> QuerySet[Agent]:
    """All people with their teams, skills and shifts, also those who are switched off."""
    return Agent.objects.prefetch_related("teams", "levels__skill", "shifts").order_by("name", "pk")


@transaction.atomic
def change(by: Agent, agent_id: str, wanted: Mapping[str, Any], *, actor: Actor) -> Agent:
    """Give a person the `wanted` role, team_ids, capacity, languages, skills, shifts, time_zone or name.

    `skills` are dictionaries of `skill_id` and `level`, `shifts` are stretches of the week; each in place of theirs.
    Raises NotFoundError, ParameterError for an unknown team or skill, NotYoursError, LastOwnerError; SeatsFullError for
    a viewer who would need a seat.
    """
    person = _held(by, agent_id)
    before, after = _shown(person, wanted), dict(wanted)
    for field in SIMPLE:
        setattr(person, field, wanted.get(field, getattr(person, field)))
    if "team_ids" in wanted:
        found = teams(wanted["team_ids"])
        person.teams.set(found)
        after["team_ids"] = [team.name for team in found]
    if "skills" in wanted:
        skills.set_levels(person, wanted["skills"])
        after["skills"] = skills.levels_of(person)
    if "shifts" in wanted:
        shifts.replace(person, wanted["shifts"])
        after["shifts"] = shifts.in_words(person.shifts.all())
    if "role" in wanted:
        _set_role(by, person, Role(wanted["role"]))
    person.save(update_fields=[*SIMPLE, "role"])
    if FOR_ROUTING & wanted.keys():
        people.desk_moved()
    if "role" in wanted:
        seats.moved()
    _told("person.changed", person, actor=actor, changes=audit.changed(before, after))
    return everybody().get(pk=person.pk)


@transaction.atomic
def deactivate(by: Agent, agent_id: str, *, actor: Actor) -> Agent:
    """Switch a person off: their sessions end, their sockets close, nothing is offered to them.

    Raises NotFoundError, NotYoursError, LastOwnerError; NotPossibleError for oneself.
    """
    person = _held(by, agent_id)
    if person == by:
        raise NotPossibleError(gettext("You cannot switch yourself off. Ask a colleague to do it."))
    if person.is_active:
        if person.role == Role.OWNER:
            _check_another_owner(person)
        person.is_active, person.presence = False, Presence.OFFLINE
        person.save(update_fields=["is_active", "presence"])
        sessions.end_all(person)
        _hand_on(person)
        seats.moved()
        _told("person.deactivated", person, actor=actor)
    return person


@transaction.atomic
def reactivate(by: Agent, agent_id: str, *, actor: Actor) -> Agent:
    """Let a person in again, with the role that they had. Raises NotFoundError, NotYoursError, SeatsFullError."""
    person = _held(by, agent_id)
    if not person.is_active:
        if person.role != Role.VIEWER:
            seats.check_left()
        person.is_active = True
        person.save(update_fields=["is_active"])
        _told("person.reactivated", person, actor=actor)
    return person


@transaction.atomic
def sign_out(by: Agent, agent_id: str, *, actor: Actor) -> Agent:
    """End all sessions of a person, on every device. Raises NotFoundError, NotYoursError."""
    person = _held(by, agent_id)
    sessions.end_all(person)
    _told("person.signed_out", person, actor=actor)
    return person


@transaction.atomic
def reset_second_factor(by: Agent, agent_id: str, *, actor: Actor) -> Agent:
    """Let a person who lost their app and codes sign in with the password alone, once; their sessions end.

    They are told by mail, and asked to set it up anew where the company wants it. Raises NotFoundError, NotYoursError;
    NotPossibleError for oneself, who proves the password instead, and for somebody without one.
    """
    person = _held(by, agent_id)
    if person == by:
        raise NotPossibleError(gettext("Change your own second step in your account."))
    if person.second_factor_at is None:
        raise NotPossibleError(gettext("{name} has no second step.").format(name=person.name))
    second_factor.switch_off(person)
    sessions.end_all(person)
    security_letters.write(person, News.FACTOR_RESET, by=by)
    _told("second_factor.reset", person, actor=actor)
    return person


def check_may_give(by: Agent, role: Role) -> None:
    """NotYoursError when the role is above the one of `by`."""
    if ORDER.index(role) > ORDER.index(Role(by.role)):
        raise NotYoursError(gettext("Nobody can give a role above their own."))


def teams(team_ids: list[str]) -> list[Team]:
    """The teams with these ids; ParameterError when one of them is none."""
    try:
        found = list(Team.objects.filter(pk__in=team_ids))
    except ValidationError:
        found = []
    if len(found) != len(set(team_ids)):
        raise ParameterError(gettext("team_ids: there is no such team."), param="team_ids")
    return found


def _held(by: Agent, agent_id: str) -> Agent:
    """The person, locked, when `by` may manage them.

    The owners are locked first, always in one order: of two who act on each other, the second sees what the first did.
    """
    owners = Agent.objects.select_for_update().filter(role=Role.OWNER, is_active=True).order_by("pk")
    list(owners.values_list("pk"))
    by.refresh_from_db(fields=["role", "is_active"])
    try:
        person = Agent.objects.select_for_update().filter(pk=agent_id).first()
    except ValidationError:
        person = None
    if person is None:
        raise NotFoundError(gettext("There is no such person here."), param="id")
    if not by.is_active or ORDER.index(Role(person.role)) > ORDER.index(Role(by.role)):
        raise NotYoursError(gettext("Only people of the same role or above can change this person."))
    return person


def _set_role(by: Agent, person: Agent, role: Role) -> None:
    if role == person.role:
        return
    check_may_give(by, role)
    if person.role == Role.OWNER:
        _check_another_owner(person)
    if person.role == Role.VIEWER and person.is_active:
        seats.check_left()
    person.role = role
    if role == Role.VIEWER:
        _hand_on(person)


def _hand_on(person: Agent) -> None:
    """What the person holds goes to somebody else soon."""
    jobs.write(LEFT, {"agent_id": str(person.id)}, key=str(person.id))


def _check_another_owner(person: Agent) -> None:
    if person.is_active and not Agent.objects.filter(role=Role.OWNER, is_active=True).exclude(pk=person.pk).exists():
        raise LastOwnerError


def _shown(person: Agent, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What the person has now of what is wanted, as the audit log shows it."""
    before = {field: getattr(person, field) for field in (*SIMPLE, "role") if field in wanted}
    if "team_ids" in wanted:
        before["team_ids"] = [team.name for team in person.teams.all()]
    if "skills" in wanted:
        before["skills"] = skills.levels_of(person)
    if "shifts" in wanted:
        before["shifts"] = shifts.in_words(person.shifts.all())
    return before


def _told(action: str, person: Agent, *, actor: Actor, changes: Changes = audit.NOTHING) -> None:
    if "role" in changes:
        action = "role.changed"
    audit.record(action, actor=actor, about=about(person), changes=changes)
    standing.moved(str(person.id))


def about(person: Agent) -> About:
    """The person as the audit log names them."""
    return About("agent", str(person.id), person.name)
