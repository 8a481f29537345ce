"""Overlaps over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.request import Request
from rest_framework.response import Response

from agents import actors
from conversations.knowledge import overlapping
from conversations.knowledge.views import KnowledgeView


class OverlapsView(KnowledgeView):
    """`GET /overlaps`."""

    def get(self, _request: Request) -> Response:
        """Articles that repeat or contradict each other, two by two."""
        return Response(overlapping.listed())


class DismissView(KnowledgeView):
    """`POST /overlaps/{id}/dismiss`."""

    def post(self, request: Request, overlap_id: str) -> Response:
        """Say that it is none."""
        row = overlapping.access_overlap(overlap_id)
        overlapping.dismiss(row, actor=actors.of(request))
        return Response(overlapping.shown(row))


class ReopenView(KnowledgeView):
    """`POST /overlaps/{id}/reopen`."""

    def post(self, request: Request, overlap_id: str) -> Response:
        """Take the dismissal back."""
        row = overlapping.access_overlap(overlap_id)
        overlapping.reopen(row, actor=actors.of(request))
        return Response(overlapping.shown(row))
