"""The engine over REST."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.settings import engine, forms


class EngineView(APIView):
    """`GET`, `PATCH /assistant/engine`: what makes the answers, what it may cost, how it fares."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read"}

    def get(self, _request: Request) -> Response:
        """All of it but the key."""
        return Response(engine.shown())

    def patch(self, request: Request) -> Response:
        """Change what is named."""
        engine.change(forms.parsed(engine.EngineForm, request.data, partial=True), actor=actors.of(request))
        return Response(engine.shown())


class EngineTestView(APIView):
    """`POST /assistant/engine/test`: does the model answer?"""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]

    def post(self, request: Request) -> Response:
        """`{ok, why, problem, took_ms}` for the stored model, or for the one that the body names."""
        return Response(engine.tried(forms.parsed(engine.EngineForm, request.data, partial=True)))
