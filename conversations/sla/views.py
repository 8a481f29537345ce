"""Promises over REST: each view parses, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, people
from agents.permissions import Right, may
from billing.plans import Feature
from conversations.settings.forms import body, parsed
from conversations.sla import forms, policies, preview
from conversations.sla.policies import Wish
from tenants.openapi.operation import operation


class SlaView(APIView):
    """`GET`, `PUT /sla`: the company's policies."""

    permission_classes: list[type[BasePermission]] = [
        may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS, feature_to_change=Feature.SLA)
    ]
    scopes = {"GET": "settings:read", "PUT": "settings:write"}

    @operation(policies.SlaPolicies)
    def get(self, _request: Request) -> Response:
        """Get what the company promises of its replies, and how that was kept of late."""
        return Response(policies.shown())

    @operation(policies.SlaPolicies, asks=forms.SlaPoliciesForm)
    def put(self, request: Request) -> Response:
        """Replace all of the company's promises.

        These hold in place of those there were; all clocks that run follow soon.
        """
        asked = body(request, forms.SlaPoliciesForm)["policies"]
        policies.replace(
            [Wish(**{**one, "priority": one["priority"] or ""}) for one in asked], actor=actors.of(request)
        )
        return Response(policies.shown())


class PreviewView(APIView):
    """`GET /sla/preview`: when a promise would be due."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS)]
    scopes = {"GET": "settings:read"}

    @operation(preview.SlaPreview, query=forms.PreviewQuery)
    def get(self, request: Request) -> Response:
        """Preview when a promise would be due.

        For a message at `at`, or just before the longest pause of the coming week.
        """
        asked = parsed(forms.PreviewQuery, request.query_params)
        team_id = asked.pop("team_id")
        return Response(preview.due(team=people.team(team_id) if team_id else None, **asked))
