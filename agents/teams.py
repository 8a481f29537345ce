"""The teams of a company: making, renaming and dissolving them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext

from agents import people
from agents.models import Agent, Presence, Team
from tenants import taken
from tenants.errors import NotFoundError, ParameterError
from tenants.trail import audit
from tenants.trail.audit import About, Actor


def listed() -> QuerySet[Team]:
    """All teams by name, with their people."""
    return Team.objects.prefetch_related("agents")


def at_work(team: Team) -> list[Agent]:
    """The team's people who are not switched off."""
    return [one for one in team.agents.all() if one.is_active]


def online(team: Team) -> int:
    """How many of the team's people are online."""
    return sum(people.presence(one) == Presence.ONLINE for one in at_work(team))


@transaction.atomic
def make(name: str, *, actor: Actor) -> Team:
    """A new team without people; ParameterError when the name is taken."""
    made = _saved(Team(name=name))
    audit.record("team.created", actor=actor, about=_about(made))
    return made


@transaction.atomic
def rename(team_id: str, name: str, *, actor: Actor) -> Team:
    """Give the team another name. Raises NotFoundError; ParameterError when the name is taken."""
    team = held(team_id)
    before, team.name = team.name, name
    _saved(team)
    audit.record("team.renamed", actor=actor, about=_about(team), changes={"name": (before, name)})
    return team


@transaction.atomic
def dissolve(team_id: str, *, actor: Actor) -> None:
    """The team goes; its people and its conversations stay, the latter with no team. Raises NotFoundError."""
    team = held(team_id)
    audit.record("team.deleted", actor=actor, about=_about(team))
    team.delete()


def held(team_id: str) -> Team:
    """The team, locked; NotFoundError when there is none."""
    try:
        return Team.objects.select_for_update().get(pk=team_id)
    except (Team.DoesNotExist, ValidationError) as error:
        raise NotFoundError(gettext("There is no such team here."), param="id") from error


def _saved(team: Team) -> Team:
    with taken.refused_as(ParameterError(gettext("name: there is a team with this name already."), param="name")):
        team.save()
    return team


def _about(team: Team) -> About:
    return About("team", str(team.id), team.name)
