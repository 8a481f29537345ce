"""The connector's log over REST, and the acts that wait for it or failed."""

from typing import Literal, cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from rest_framework import serializers
from typing_extensions import TypedDict

from assistant.connector import calls
from assistant.models import Action, ActionState, ConnectorCall
from assistant.skills import acting
from assistant.skills.acting import OvertakenError
from conversations import wire
from tenants import cursors
from tenants.errors import BatonError, NotFoundError
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Purpose = Literal["read", "act", "test"]
PREFIX = "call"
MOST_ACTIONS = 50


class ActionOvertakenError(BatonError):
    """The action is not one that may be tried again."""

    status = 409
    code = "action_overtaken"


class ConnectorCallRow(TypedDict):
    """A request that the connector made, or began to make."""

    id: str
    at: str
    purpose: Purpose
    method: str
    path: str
    outcome: str
    """`answered`, `under_way`, or the kind of failure."""
    status: int | None
    """Of the reply; null without one."""
    took_ms: int
    problem: str
    """What went wrong, in words."""
    action_id: str | None
    """The action that it was for."""
    has_bodies: bool


class ConnectorCallWhole(ConnectorCallRow):
    """A call with its bodies, where they were kept."""

    request: str | None
    reply: str | None


class ConnectorAction(TypedDict):
    """Something that waits for the connector, or failed there."""

    id: str
    kind: str
    subject: str
    state: ActionState
    amount: str | None
    """Such as `12.50`."""
    currency: str | None
    problem: str
    conversation_id: str | None
    created_at: str


class ConnectorCallsQuery(serializers.Serializer[None]):
    """Which part of the log."""

    failed = serializers.BooleanField(default=False)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=cursors.LONGEST, required=False, allow_blank=True, default="")


def page(*, failed: bool, limit: int, cursor: str) -> Listed[ConnectorCallRow]:
    """A page of calls, the newest first. One query."""
    rows = calls.of_log(failed=failed)
    found = cursors.newest_first(rows, by="created_at", prefix=PREFIX, limit=limit, cursor=cursor)
    return found.of([_shown(call) for call in found.rows])


def whole(call_id: str) -> ConnectorCallWhole:
    """One call, with its bodies where they were kept; NotFoundError."""
    try:
        call = ConnectorCall.objects.filter(pk=call_id).first()
    except ValidationError:
        call = None
    if call is None:
        raise NotFoundError(gettext("There is no such call in the log."), param="call_id")
    return {**_shown(call), "request": call.kept.get("request"), "reply": call.kept.get("reply")}


def actions() -> list[ConnectorAction]:
    """The acts that wait for the connector or failed there, the newest first. One query."""
    rows = Action.objects.filter(state__in=[ActionState.PENDING, ActionState.FAILED])[:MOST_ACTIONS]
    return [_action(row) for row in rows]


@transaction.atomic
def again(action_id: str, *, actor: Actor) -> ConnectorAction:
    """Let the connector try a failed act anew. NotFoundError, and ActionOvertakenError when it did not fail."""
    try:
        found = Action.objects.filter(pk=action_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such action here."), param="action_id")
    try:
        acting.again(found)
    except OvertakenError as error:
        raise ActionOvertakenError(str(error)) from error
    audit.record("action.tried_again", actor=actor, about=About("action", str(found.id), found.subject))
    return _action(found)


def _shown(call: ConnectorCall) -> ConnectorCallRow:
    return {
        "id": str(call.id),
        "at": wire.stamp(call.created_at),
        "purpose": cast("Purpose", call.purpose),
        "method": call.method,
        "path": call.path,
        "outcome": call.outcome,
        "status": call.status,
        "took_ms": call.took_ms,
        "problem": call.problem,
        "action_id": call.action or None,
        "has_bodies": bool(call.kept),
    }


def _action(action: Action) -> ConnectorAction:
    return {
        "id": str(action.id),
        "kind": action.kind,
        "subject": action.subject,
        "state": ActionState(action.state),
        "amount": None if action.amount is None else f"{action.amount:.2f}",
        "currency": action.currency or None,
        "problem": action.problem,
        "conversation_id": action.conversation or None,
        "created_at": wire.stamp(action.created_at),
    }
