"""The control room over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any, cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from billing.plans import Feature
from conversations.access import access_id
from conversations.control_room import acts, forms, rows, tiers
from conversations.settings.forms import body, parsed

Json = dict[str, Any]


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


class SupervisorView(APIView):
    """A view for those who supervise the assistant."""

    permission_classes: list[type[BasePermission]] = [may(Right.SUPERVISE_ASSISTANT, feature=Feature.CONTROL_ROOM)]


class RoomView(SupervisorView):
    """`GET /control_room`."""

    def get(self, request: Request) -> Response:
        """Every live conversation of the assistant that fits, the gravest first; the counts are of all of them."""
        asked = parsed(forms.RoomQuery, request.query_params)
        found, settings, more = rows.everything()
        return Response(
            {
                "data": [one for one in found if _fits(one, asked)],
                "counts": rows.counts(found),
                "settings": tiers.shown(settings),
                "has_more": more,
                "next_cursor": None,
            }
        )


class SettingsView(APIView):
    """`/control_room/settings`: from where on a risk is raised or high, and what forces approval."""

    permission_classes: list[type[BasePermission]] = [may(Right.SUPERVISE_ASSISTANT, to_change=Right.MANAGE_SETTINGS)]
    # In every plan: what was set goes on to force approval, so that a smaller plan makes nothing less safe.

    def get(self, _request: Request) -> Response:
        """Those in force."""
        return Response(tiers.shown(tiers.current()))

    def put(self, request: Request) -> Response:
        """Set them all; what is live is judged by them at once, what is measured already is not measured anew."""
        return Response(tiers.shown(tiers.change(forms.settings(request), actors.of(request))))


class GuidanceView(SupervisorView):
    """`/conversations/{id}/guidance`: a private instruction that the next turn obeys."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """201 with it; 409 when the baton moved meanwhile or the assistant does not hold it."""
        found, (wish, epoch) = access_id(_agent(request), conversation_id), forms.wish(request)
        return Response(rows.guidance(acts.guide(found, _agent(request), wish, epoch=epoch)), status=201)

    def delete(self, request: Request, conversation_id: str) -> Response:
        """It counts no more; 409 when it was followed or taken back already."""
        acts.take_guidance_back(access_id(_agent(request), conversation_id), _agent(request))
        return Response(status=204)


class HoldView(SupervisorView):
    """`/conversations/{id}/hold`: the next reply waits for somebody's yes."""

    def put(self, request: Request, conversation_id: str) -> Response:
        """The row; 409 when the baton moved meanwhile or the assistant does not hold it."""
        found, asked = access_id(_agent(request), conversation_id), body(request, forms.EpochForm)
        acts.hold(found, _agent(request), epoch=asked["epoch"])
        return Response(_row(found))

    def delete(self, request: Request, conversation_id: str) -> Response:
        """The row; a draft that is there still waits. 409 when nothing is held."""
        found = access_id(_agent(request), conversation_id)
        acts.let_go(found, _agent(request))
        return Response(_row(found))


class DismissView(SupervisorView):
    """`/conversations/{id}/risk/dismiss`: put the risk aside until it rises further."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """The row; 409 where the assistant does not hold it."""
        found, asked = access_id(_agent(request), conversation_id), body(request, forms.DismissForm)
        acts.dismiss(found, _agent(request), asked["reason"], because=asked["because"])
        return Response(_row(found))

    def delete(self, request: Request, conversation_id: str) -> Response:
        """The row; 409 when the risk is not put aside."""
        found = access_id(_agent(request), conversation_id)
        acts.undismiss(found, _agent(request))
        return Response(_row(found))


def _row(conversation_id: str) -> Json | None:
    """The row as it stands now; None when it is live no more."""
    return next(iter(rows.of([conversation_id])), None)


def _fits(row: Json, asked: Json) -> bool:
    """Whether the row is one that was asked for."""
    team = row["team"]["id"] if row["team"] is not None else ""
    wanted = ((asked["team"], team), (asked["topic"], row["topic"]), (asked["tier"], row["tier"]))
    held = not asked["held"] or row["hold"] is not None
    return held and all(not want or want == has for want, has in wanted)
