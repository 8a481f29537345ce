"""Macros over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations import rows
from conversations.access import access_conversation, access_id
from conversations.macros import forms, macros, running
from conversations.settings.forms import body, parsed


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


class MacroView(APIView):
    """Everybody at the desk sees them, supervisors and above change them."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.WRITE_REPLIES)]


class Macros(MacroView):
    """`GET`, `POST /macros`."""

    def get(self, _request: Request) -> Response:
        """All of them by name."""
        return Response(macros.listed())

    def post(self, request: Request) -> Response:
        """201 with the new one; 422 names the act that is wrong, 409 a name that is taken."""
        asked = body(request, forms.MacroForm)
        made = macros.create(asked["name"], asked["acts"], actor=actors.of(request))
        return Response(macros.shown(made), status=201)


class Macro(MacroView):
    """`PATCH`, `DELETE /macros/{id}`."""

    def patch(self, request: Request, macro_id: str) -> Response:
        """Change what is named."""
        found = macros.access_macro(macro_id)
        fields = parsed(forms.MacroForm, request.data, partial=True)
        return Response(macros.shown(macros.change(found, fields, actor=actors.of(request))))

    def delete(self, request: Request, macro_id: str) -> Response:
        """204."""
        macros.remove(macros.access_macro(macro_id), actor=actors.of(request))
        return Response(status=204)


class InConversation(APIView):
    """`GET`, `POST /conversations/{id}/macros/{macro_id}`: what it would do there, and doing it."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def get(self, request: Request, conversation_id: str, macro_id: str) -> Response:
        """Each act in a sentence, the reply as it would go, and which variables have no value here."""
        conversation = access_conversation(_agent(request), conversation_id)
        return Response(running.preview(macros.access_macro(macro_id), conversation, _agent(request)))

    def post(self, request: Request, conversation_id: str, macro_id: str) -> Response:
        """201 with the row, and the run by which it can be undone; all of it is done, or nothing."""
        key = body(request, forms.RunForm)["key"]
        found = access_id(_agent(request), conversation_id)
        ran = running.run(macros.access_macro(macro_id), found, _agent(request), key=key)
        return Response({"run_id": ran.run.id, "row": rows.row(ran.conversation)}, status=201)


class Undo(APIView):
    """`POST /macro_runs/{id}/undo`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, run_id: str) -> Response:
        """The row as it is again; 409 when the conversation went on since."""
        return Response(rows.row(running.undo(running.access_run(_agent(request), run_id))))
