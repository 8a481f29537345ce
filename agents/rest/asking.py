"""What every view here does with a request: read its body by a form, know the person, write times and lists."""

from datetime import datetime
from typing import Any, TypeVar, cast, overload

from rest_framework.request import Request
from rest_framework.serializers import Serializer
from typing_extensions import TypedDict

from agents.models import Agent, Team
from tenants.checking import checked
from tenants.openapi.shapes import Listed

Row = TypeVar("Row")


class AgentName(TypedDict):
    """Somebody who works here, by id and name."""

    id: str
    name: str


class TeamName(TypedDict):
    """A team by id and name."""

    id: str
    name: str


def parsed(form: type[Serializer[None]], request: Request) -> dict[str, Any]:
    """The body as the form reads it; an error names the first field that is wrong."""
    return checked(form(data=request.data))


def queried(form: type[Serializer[None]], request: Request) -> dict[str, Any]:
    """The query as the form reads it; an error names the first field that is wrong."""
    return checked(form(data=request.query_params))


def person(request: Request) -> Agent:
    """Who asks."""
    return cast("Agent", request.user)


def all_of(rows: list[Row]) -> Listed[Row]:
    """A list that is never longer than a page."""
    return {"data": rows, "has_more": False, "next_cursor": None}


@overload
def stamp(moment: None) -> None: ...


@overload
def stamp(moment: datetime) -> str: ...


def stamp(moment: datetime | None) -> str | None:
    """RFC 3339 in UTC."""
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")


def agent_name(one: Agent | None) -> AgentName | None:
    """A person, as others show them."""
    return None if one is None else {"id": one.id, "name": one.name}


def team_name(one: Team) -> TeamName:
    """A team, as others show it."""
    return {"id": one.id, "name": one.name}
