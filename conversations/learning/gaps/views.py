"""Gaps over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from django.db import transaction
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations.knowledge import preview
from conversations.learning.gaps import due, forms, showing, writing
from conversations.learning.proposals import showing as proposals_showing
from conversations.learning.proposals import writing as proposals
from conversations.settings.forms import body, parsed


class GapsView(APIView):
    """`GET /gaps`; it shows what customers wrote, so no token opens it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]

    def get(self, request: Request) -> Response:
        """A page of gaps of one state, what hurts most first."""
        return Response(showing.page(**parsed(forms.ListQuery, request.query_params)))


class GapView(APIView):
    """`GET /gaps/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]

    def get(self, _request: Request, gap_id: str) -> Response:
        """The gap with its questions and what agents replied."""
        return Response(showing.whole(showing.access_gap(gap_id)))


class TodayView(APIView):
    """`GET /gaps/{id}/today`: what the assistant would say to the gap's question now."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]

    def get(self, _request: Request, gap_id: str) -> Response:
        """The answer and the decision."""
        return Response(preview.looked_up(showing.access_gap(gap_id).title))


class ActingView(APIView):
    """A view by which somebody acts on gaps."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_KNOWLEDGE)]


class LookView(ActingView):
    """`POST /gaps/look`: look for gaps now instead of soon."""

    def post(self, _request: Request) -> Response:
        """202; a job does it."""
        with transaction.atomic():
            due.now()
        return Response({}, status=202)


class DraftView(ActingView):
    """`POST /gaps/{id}/draft`: draft an article from what agents replied, in place of the open draft."""

    def post(self, request: Request, gap_id: str) -> Response:
        """201 with the proposal."""
        made = proposals.draft_for(showing.access_gap(gap_id), by=cast("Agent", request.user))
        return Response(proposals_showing.shown(made), status=201)


class DismissView(ActingView):
    """`POST /gaps/{id}/dismiss`."""

    def post(self, request: Request, gap_id: str) -> Response:
        """The gap."""
        gap = showing.access_gap(gap_id)
        writing.dismiss(gap, body(request, forms.DismissForm)["because"], actor=actors.of(request))
        return Response(showing.whole(gap))


class ReopenView(ActingView):
    """`POST /gaps/{id}/reopen`."""

    def post(self, request: Request, gap_id: str) -> Response:
        """The gap."""
        gap = showing.access_gap(gap_id)
        writing.reopen(gap, actor=actors.of(request))
        return Response(showing.whole(gap))
