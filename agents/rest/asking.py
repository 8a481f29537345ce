"""What every view here does with a request: read its body by a form, know the person, write times."""

from datetime import datetime
from typing import Any, cast

from rest_framework.request import Request
from rest_framework.serializers import Serializer

from agents.models import Agent, Team

Json = dict[str, Any]


def parsed(form: type[Serializer[None]], request: Request) -> dict[str, Any]:
    """The body as the form reads it; an error names the first field that is wrong."""
    read = form(data=request.data)
    read.is_valid(raise_exception=True)
    return cast("dict[str, Any]", read.validated_data)


def person(request: Request) -> Agent:
    """Who asks."""
    return cast("Agent", request.user)


def stamp(moment: datetime | None) -> str | None:
    """RFC 3339 in UTC."""
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")


def named(one: Agent | Team | None) -> Json | None:
    """A person or a team, as others show it."""
    return None if one is None else {"id": one.id, "name": one.name}
