"""Acts as they go over the wire, in both directions."""

from typing import Literal, NotRequired

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from typing_extensions import TypedDict

from conversations.models import Priority
from tenants.openapi.describing import Describing


class TagAct(TypedDict):
    """Put tags on, and take others off."""

    do: Literal["tag"]
    add: NotRequired[list[str]]
    remove: NotRequired[list[str]]


class PriorityAct(TypedDict):
    """Say how soon a person should look."""

    do: Literal["priority"]
    priority: Priority


class AssignAct(TypedDict):
    """Pass it to a team, to a person, or to a person in a team."""

    do: Literal["assign"]
    team_id: NotRequired[str | None]
    agent_id: NotRequired[str | None]
    """`me` takes it over."""


class SnoozeAct(TypedDict):
    """Let it rest for so many minutes, or until a moment; exactly one of them is there."""

    do: Literal["snooze"]
    minutes: NotRequired[int]
    until: NotRequired[str]


class ResolveAct(TypedDict):
    """Close it until the customer writes again."""

    do: Literal["resolve"]


class ReopenAct(TypedDict):
    """Open it again, or wake it, in one's own hand."""

    do: Literal["reopen"]


class NoteAct(TypedDict):
    """Write a private note."""

    do: Literal["note"]
    text: str


class ReplyAct(TypedDict):
    """Say something to the customer, which cannot be unsaid."""

    do: Literal["reply"]
    text: str


ActShape = TagAct | PriorityAct | AssignAct | SnoozeAct | ResolveAct | ReopenAct | NoteAct | ReplyAct


@extend_schema_field(Describing.shapes.schema(list[ActShape]))
class ActsField(serializers.JSONField):
    """Acts in their order; `desk_acts.parse` reads them."""
