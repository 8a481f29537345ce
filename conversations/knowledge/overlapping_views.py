"""Overlaps over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.request import Request
from rest_framework.response import Response

from agents import actors
from conversations.knowledge import forms, overlapping
from conversations.knowledge.views import KnowledgeView
from conversations.settings.forms import parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class OverlapsView(KnowledgeView):
    """`GET /overlaps`: articles that say the same, or contradict each other, two by two."""

    @operation(Listed[overlapping.ArticleOverlap], query=forms.OverlapsQuery)
    def get(self, request: Request) -> Response:
        """List the overlaps of articles that nobody has dismissed, the surest first."""
        return Response(overlapping.page(**parsed(forms.OverlapsQuery, request.query_params)))


class DismissView(KnowledgeView):
    """`POST /overlaps/{id}/dismiss`: what a person says about two articles."""

    @operation(overlapping.ArticleOverlap)
    def post(self, request: Request, overlap_id: str) -> Response:
        """Say that two articles do not overlap; it comes back when one of the sentences changes."""
        row = overlapping.access_overlap(overlap_id)
        overlapping.dismiss(row, actor=actors.of(request))
        return Response(overlapping.shown(row))


class ReopenView(KnowledgeView):
    """`POST /overlaps/{id}/reopen`: two articles overlap after all."""

    @operation(overlapping.ArticleOverlap)
    def post(self, request: Request, overlap_id: str) -> Response:
        """Take back that an overlap was dismissed."""
        row = overlapping.access_overlap(overlap_id)
        overlapping.reopen(row, actor=actors.of(request))
        return Response(overlapping.shown(row))
