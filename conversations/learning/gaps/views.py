"""Gaps over REST: each view parses, loads with permission, makes one call and renders."""

from django.db import transaction
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.knowledge import preview
from conversations.learning.gaps import due, forms, showing, writing
from conversations.learning.proposals import showing as proposals_showing
from conversations.learning.proposals import writing as proposals
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation


class GapsView(APIView):
    """`GET /gaps`: what the knowledge did not answer, or answered badly, by subject."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]
    scopes = {"GET": "knowledge:read"}

    @operation(showing.GapsPage, query=forms.GapsQuery)
    def get(self, request: Request) -> Response:
        """List the gaps in the knowledge of one state, what hurts most first."""
        return Response(showing.page(**parsed(forms.GapsQuery, request.query_params)))


class GapView(APIView):
    """`GET /gaps/{id}`: one subject."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]
    scopes = {"GET": "knowledge:read"}

    @operation(showing.WholeGap)
    def get(self, _request: Request, gap_id: str) -> Response:
        """Fetch a gap in the knowledge with its questions and what agents replied."""
        return Response(showing.whole(showing.access_gap(gap_id)))


class TodayView(APIView):
    """`GET /gaps/{id}/today`: whether it is a gap still."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]
    scopes = {"GET": "knowledge:read"}

    @operation(preview.AssistantPreview)
    def get(self, _request: Request, gap_id: str) -> Response:
        """Tell what the assistant would say to the gap's question now."""
        return Response(preview.looked_up(showing.access_gap(gap_id).title))


class WorkingView(APIView):
    """A view by which somebody works on gaps."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_KNOWLEDGE)]
    scopes = {"POST": "knowledge:write"}


class LookView(WorkingView):
    """`POST /gaps/look`: it happens by itself too, some minutes after a question went unanswered."""

    @operation(status=202)
    def post(self, _request: Request) -> Response:
        """Look for gaps in the knowledge now; a job does it."""
        with transaction.atomic():
            due.now()
        return Response(status=202)


class DraftView(WorkingView):
    """`POST /gaps/{id}/draft`: it takes the place of the open draft."""

    @operation(proposals_showing.ProposalRow, status=201)
    def post(self, request: Request, gap_id: str) -> Response:
        """Draft an article for a gap from what agents replied."""
        made = proposals.draft_for(showing.access_gap(gap_id), by=actors.agent(request))
        return Response(proposals_showing.shown(made), status=201)


class DismissView(WorkingView):
    """`POST /gaps/{id}/dismiss`: questions of its subject join it there."""

    @operation(showing.WholeGap, asks=forms.GapDismissForm)
    def post(self, request: Request, gap_id: str) -> Response:
        """Put a gap in the knowledge aside."""
        gap = showing.access_gap(gap_id)
        writing.dismiss(gap, body(request, forms.GapDismissForm)["because"], actor=actors.of(request))
        return Response(showing.whole(gap))


class ReopenView(WorkingView):
    """`POST /gaps/{id}/reopen`: it was dismissed, or its article did not help."""

    @operation(showing.WholeGap)
    def post(self, request: Request, gap_id: str) -> Response:
        """Open a gap in the knowledge again."""
        gap = showing.access_gap(gap_id)
        writing.reopen(gap, actor=actors.of(request))
        return Response(showing.whole(gap))
