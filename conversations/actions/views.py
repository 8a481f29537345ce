"""Actions over REST: the view parses, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.permissions import Right, may
from conversations.access import Reader, access_conversation
from conversations.actions import forms, listing
from conversations.settings.forms import parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class Actions(APIView):
    """`GET /actions?conversation=&state=`: what skills did, newest first."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    @operation(Listed[listing.DeedRow], query=forms.ActionsQuery, errors=(404,))
    def get(self, request: Request) -> Response:
        """List what the assistant did to the business, or was not let do, newest first."""
        asked = parsed(forms.ActionsQuery, request.query_params)
        if asked["conversation"]:
            access_conversation(cast("Reader", request.user), asked["conversation"])
        return Response(listing.page(**asked))
