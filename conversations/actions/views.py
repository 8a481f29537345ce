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


class Actions(APIView):
    """`GET /actions?conversation=&state=`: what skills did, newest first."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    def get(self, request: Request) -> Response:
        """A page of them; 404 for a conversation that the reader may not see."""
        asked = parsed(forms.ActionsQuery, request.query_params)
        if asked["conversation"]:
            access_conversation(cast("Reader", request.user), asked["conversation"])
        return Response(listing.page(**asked))
