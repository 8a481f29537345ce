"""The queue over REST, for customers and for the desk: each view parses, loads with permission, makes one call."""

from typing import cast

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations import rows
from conversations.access import access_conversation
from conversations.models import Customer
from conversations.settings.forms import body, parsed
from conversations.waiting import (
    assigning,
    board,
    calls,
    choosing,
    forms,
    listing,
    report,
    showing,
    team_times,
    windows,
)
from conversations.waiting.calls import Outcome
from conversations.waiting.listing import Asked
from conversations.widget.rest import VisitorView
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

READS = {"GET": "conversations:read"}


class ChosenWait(TypedDict):
    """Where a customer stands after they chose; null for who left."""

    queue: showing.QueueStanding | None


class WaitingView(VisitorView):
    """`GET`, `POST /widget/queue`: where a waiting customer stands, and how they want to go on."""

    @operation(choosing.QueueOptions, errors=(409,))
    def get(self, request: Request) -> Response:
        """Retrieve where a waiting customer stands, what they can choose, and when they can be called.

        409 for who does not wait.
        """
        return Response(choosing.options(cast("Customer", request.user)))

    @operation(ChosenWait, asks=forms.WaitChoiceForm, errors=(409,))
    def post(self, request: Request) -> Response:
        """Choose how to wait: in the chat, by mail, for a call, with the assistant meanwhile, or not at all."""
        return Response({"queue": choosing.choose(cast("Customer", request.user), forms.choice(request))})


class BoardView(APIView):
    """`GET /queue`: the queue as it is now."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = READS

    @operation(board.QueueBoard)
    def get(self, request: Request) -> Response:
        """Retrieve who waits for which team, and who is at work there."""
        return Response(board.board())


class ReportView(APIView):
    """`GET /queue/report`: whether what waiting customers were told came true."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "reports:read"}

    @operation(report.QueueReport, query=forms.QueueReportQuery)
    def get(self, request: Request) -> Response:
        """Report waits as they were told, and as they were."""
        return Response(report.report(**parsed(forms.QueueReportQuery, request.query_params)))


class WaitsView(APIView):
    """`GET /queue/waits`: what stands behind one number of the report."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "reports:read"}

    @operation(Listed[listing.WaitRow], query=forms.WaitsQuery)
    def get(self, request: Request) -> Response:
        """List the waits behind one number of the report, newest first."""
        asked = parsed(forms.WaitsQuery, request.query_params)
        since = report.since(timezone.now(), asked["days"])
        wanted = Asked(since, asked["team_id"])
        return Response(listing.page(asked["kind"], wanted, limit=asked["limit"], cursor=asked["cursor"]))


class CallsView(APIView):
    """`GET /callbacks`: calls that customers were promised."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = READS

    @operation(Listed[listing.CallbackRow], query=forms.CallsQuery)
    def get(self, request: Request) -> Response:
        """List the calls that are promised, the next one first, or those that are over, newest first."""
        return Response(listing.calls(**parsed(forms.CallsQuery, request.query_params)))


class CallWindows(TypedDict):
    """When a customer can be called."""

    windows: list[windows.CallWindow]
    time_zone: str


class OutcomeView(APIView):
    """`GET`, `POST /callbacks/{id}/outcome`: what came of a call."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {**READS, "POST": Acting("conversations:write")}

    @operation(CallWindows)
    def get(self, request: Request, call_id: str) -> Response:
        """List when a call can be tried again."""
        call = calls.access(call_id)
        now = timezone.now()
        times = team_times.of(call.team, now)
        return Response({"windows": windows.shown(times, now), "time_zone": times.zone.key})

    @operation(listing.CallbackRow, asks=forms.CallOutcomeForm, errors=(409,))
    def post(self, request: Request, call_id: str) -> Response:
        """Say what came of a call: made, nobody reached, or to be tried again.

        409 when somebody said it already.
        """
        asked = body(request, forms.CallOutcomeForm)
        agent = cast("Agent", request.user)
        done = calls.end(calls.access(call_id), agent, Outcome(asked["outcome"], asked["again_at"]))
        return Response(listing.call(listing.loaded(str(done.id))))


class AssigneeView(APIView):
    """`PUT /conversations/{id}/assignee`: a supervisor gives it straight to a person."""

    permission_classes: list[type[BasePermission]] = [may(Right.ASSIGN_CONVERSATIONS)]
    scopes = {"PUT": Acting("handover:write")}

    @operation(rows.ConversationRow, asks=forms.AssigneeForm, errors=(409,))
    def put(self, request: Request, conversation_id: str) -> Response:
        """Give a conversation straight to a person, who then holds it.

        409 when it moved meanwhile.
        """
        agent, asked = cast("Agent", request.user), body(request, forms.AssigneeForm)
        found = access_conversation(agent, conversation_id)
        held = assigning.assign(found, asked["agent_id"], epoch=asked["epoch"], by=agent, actor=actors.of(request))
        return Response(rows.row(held))
