"""The queue over REST, for customers and for the desk: each view parses, loads with permission, makes one call."""

from typing import cast

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations import rows
from conversations.access import access_conversation
from conversations.models import Customer
from conversations.settings.forms import body, parsed
from conversations.waiting import assigning, board, calls, choosing, forms, listing, report, team_times, windows
from conversations.waiting.calls import Outcome
from conversations.waiting.listing import Asked
from conversations.widget.rest import VisitorView


class WaitingView(VisitorView):
    """`/widget/queue`: where a waiting customer stands, and how they want to go on."""

    def get(self, request: Request) -> Response:
        """The place, the range, what can be chosen, and when they can be called; 409 for who does not wait."""
        return Response(choosing.options(cast("Customer", request.user)))

    def post(self, request: Request) -> Response:
        """Choose; gives where they stand then, null for who left."""
        return Response({"queue": choosing.choose(cast("Customer", request.user), forms.choice(request))})


class BoardView(APIView):
    """`GET /queue`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def get(self, request: Request) -> Response:
        """Who waits, and who is at work."""
        return Response(board.board())


class ReportView(APIView):
    """`GET /queue/report`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def get(self, request: Request) -> Response:
        """Waits as they were told, and as they were."""
        return Response(report.report(**parsed(forms.ReportQuery, request.query_params)))


class WaitsView(APIView):
    """`GET /queue/waits`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def get(self, request: Request) -> Response:
        """A page of what stands behind one number of the report."""
        asked = parsed(forms.WaitsQuery, request.query_params)
        since = report.since(timezone.now(), asked["days"])
        wanted = Asked(since, asked["team_id"])
        return Response(listing.page(asked["kind"], wanted, limit=asked["limit"], cursor=asked["cursor"]))


class CallsView(APIView):
    """`GET /callbacks`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def get(self, request: Request) -> Response:
        """Those that are promised, or those that are over."""
        return Response(listing.calls(**parsed(forms.CallsQuery, request.query_params)))


class OutcomeView(APIView):
    """`/callbacks/{id}/outcome`: what came of a call."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def get(self, request: Request, call_id: str) -> Response:
        """When it can be tried again."""
        call = calls.access(call_id)
        now = timezone.now()
        times = team_times.of(call.team, now)
        offered = [
            {"begins_at": one.begins.isoformat(), "ends_at": one.ends.isoformat()}
            for one in windows.offered(times, now)
        ]
        return Response({"windows": offered, "time_zone": times.zone.key})

    def post(self, request: Request, call_id: str) -> Response:
        """Made, nobody reached, or to be tried again; 409 when somebody said it already."""
        asked = body(request, forms.OutcomeForm)
        agent = cast("Agent", request.user)
        done = calls.end(calls.access(call_id), agent, Outcome(asked["outcome"], asked["again_at"]))
        return Response(listing.call(listing.loaded(str(done.id))))


class AssigneeView(APIView):
    """`PUT /conversations/{id}/assignee`: a supervisor gives it straight to a person."""

    permission_classes: list[type[BasePermission]] = [may(Right.ASSIGN_CONVERSATIONS)]

    def put(self, request: Request, conversation_id: str) -> Response:
        """The row; 409 when the baton moved meanwhile."""
        agent, asked = cast("Agent", request.user), body(request, forms.AssigneeForm)
        found = access_conversation(agent, conversation_id)
        held = assigning.assign(found, asked["agent_id"], epoch=asked["epoch"], by=agent, actor=actors.of(request))
        return Response(rows.row(held))
