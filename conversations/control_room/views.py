"""The control room over REST: each view parses, loads with permission, makes one call and renders."""

from collections.abc import Mapping
from typing import Any, cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Acting, Right, may
from billing.plans import Feature
from conversations.access import access_id
from conversations.control_room import acts, forms, rows, tiers
from conversations.control_room.rows import ControlRoom, OversightGuidance, RiskRow
from conversations.control_room.tiers import ControlRoomSettingsRow
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation

READS, WRITES, STEERS = "assistant:read", "assistant:write", Acting("assistant:write")


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


class SupervisorView(APIView):
    """A view for those who supervise the assistant."""

    permission_classes: list[type[BasePermission]] = [may(Right.SUPERVISE_ASSISTANT, feature=Feature.CONTROL_ROOM)]
    scopes = {"GET": READS, "POST": STEERS, "PUT": STEERS, "DELETE": STEERS}


class RoomView(SupervisorView):
    """`GET /control_room`: what the assistant does now."""

    @operation(ControlRoom, query=forms.ControlRoomQuery)
    def get(self, request: Request) -> Response:
        """List the live conversations of the assistant, the gravest first.

        The counts are of all of them, whatever the query narrows.
        """
        asked = parsed(forms.ControlRoomQuery, request.query_params)
        found, settings, more = rows.everything()
        shown: ControlRoom = {
            "data": [one for one in found if _fits(one, asked)],
            "counts": rows.counts(found),
            "settings": tiers.shown(settings),
            "has_more": more,
            "next_cursor": None,
        }
        return Response(shown)


class SettingsView(APIView):
    """`/control_room/settings`: from where on a risk is raised or high, and what forces approval."""

    permission_classes: list[type[BasePermission]] = [may(Right.SUPERVISE_ASSISTANT, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": READS, "PUT": WRITES}
    # In every plan: what was set goes on to force approval, so that a smaller plan makes nothing less safe.

    @operation(ControlRoomSettingsRow)
    def get(self, _request: Request) -> Response:
        """Get from which risk on a conversation is raised or high, and what forces approval."""
        return Response(tiers.shown(tiers.current()))

    @operation(ControlRoomSettingsRow, asks=forms.ControlRoomSettingsForm)
    def put(self, request: Request) -> Response:
        """Set from which risk on a conversation is raised or high, and what forces approval.

        What is live is judged by it at once, what is measured already is not measured anew.
        """
        return Response(tiers.shown(tiers.change(forms.settings(request), actors.of(request))))


class GuidanceView(SupervisorView):
    """`/conversations/{id}/guidance`: a private instruction that the next turn obeys."""

    @operation(OversightGuidance, asks=forms.GuidanceForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Tell the assistant privately what to do in its next turn.

        It takes the place of an instruction that was there. 409 when the baton moved meanwhile, or the assistant does
        not hold it.
        """
        found, (wish, epoch) = access_id(_agent(request), conversation_id), forms.wish(request)
        return Response(rows.guidance(acts.guide(found, _agent(request), wish, epoch=epoch)), status=201)

    @operation(errors=(409,))
    def delete(self, request: Request, conversation_id: str) -> Response:
        """Take an instruction to the assistant back.

        409 when it was followed or taken back already.
        """
        acts.take_guidance_back(access_id(_agent(request), conversation_id), _agent(request))
        return Response(status=204)


class HoldView(SupervisorView):
    """`/conversations/{id}/hold`: the next reply waits for somebody's yes."""

    @operation(RiskRow | None, asks=forms.HoldForm, errors=(409,))
    def put(self, request: Request, conversation_id: str) -> Response:
        """Let the assistant's next reply wait for somebody's yes.

        What comes back is the row as it stands then, null once it is live no more. 409 when the baton moved meanwhile,
        or the assistant does not hold it.
        """
        found, asked = access_id(_agent(request), conversation_id), body(request, forms.HoldForm)
        acts.hold(found, _agent(request), epoch=asked["epoch"])
        return Response(_row(found))

    @operation(RiskRow | None, errors=(409,))
    def delete(self, request: Request, conversation_id: str) -> Response:
        """Let the assistant's next reply go without a yes again.

        A draft that is there still waits. 409 when nothing is held.
        """
        found = access_id(_agent(request), conversation_id)
        acts.let_go(found, _agent(request))
        return Response(_row(found))


class DismissView(SupervisorView):
    """`/conversations/{id}/risk/dismiss`: put the risk aside until it rises further."""

    @operation(RiskRow | None, asks=forms.RiskDismissalForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Put the risk of a conversation aside until it rises further.

        409 where the assistant does not hold it.
        """
        found, asked = access_id(_agent(request), conversation_id), body(request, forms.RiskDismissalForm)
        acts.dismiss(found, _agent(request), asked["reason"], because=asked["because"])
        return Response(_row(found))

    @operation(RiskRow | None, errors=(409,))
    def delete(self, request: Request, conversation_id: str) -> Response:
        """Let the risk of a conversation count again that was put aside.

        409 when it is not.
        """
        found = access_id(_agent(request), conversation_id)
        acts.undismiss(found, _agent(request))
        return Response(_row(found))


def _row(conversation_id: str) -> RiskRow | None:
    """The row as it stands now; None when it is live no more."""
    return next(iter(rows.of([conversation_id])), None)


def _fits(row: RiskRow, asked: Mapping[str, Any]) -> bool:
    """Whether the row is one that was asked for."""
    team = row["team"]["id"] if row["team"] is not None else ""
    wanted = ((asked["team"], team), (asked["topic"], row["topic"]), (asked["tier"], row["tier"]))
    held = not asked["held"] or row["hold"] is not None
    return held and all(not want or want == has for want, has in wanted)
