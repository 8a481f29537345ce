"""The engine over REST."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.settings import engine, forms
from conversations.settings.engine import EngineForm, EngineSettings, ModelTest
from tenants.openapi.operation import operation


class EngineView(APIView):
    """`GET`, `PATCH /assistant/engine`: what makes the answers, what it may cost, how it fares."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "assistant:read", "PATCH": "assistant:write"}

    @operation(EngineSettings)
    def get(self, _request: Request) -> Response:
        """Get what makes the answers, what it may cost, and how it fares."""
        return Response(engine.shown())

    @operation(EngineSettings, asks=EngineForm, partial=True)
    def patch(self, request: Request) -> Response:
        """Change what makes the answers, and what it may cost.

        What is left out stays; a key belongs to its address, and is needed anew for another one.
        """
        engine.change(forms.parsed(EngineForm, request.data, partial=True), actor=actors.of(request))
        return Response(engine.shown())


class EngineTestView(APIView):
    """`POST /assistant/engine/test`: does the model answer?"""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    scopes = {"POST": "assistant:write"}

    @operation(ModelTest, asks=EngineForm, partial=True)
    def post(self, request: Request) -> Response:
        """Test whether the language model answers: the stored one, or the one that the body names."""
        return Response(engine.tried(forms.parsed(EngineForm, request.data, partial=True)))
