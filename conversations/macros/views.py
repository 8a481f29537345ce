"""Macros over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations import rows
from conversations.access import access_conversation, access_id
from conversations.macros import forms, macros, running
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class MacroRan(TypedDict):
    """A conversation after a macro ran in it."""

    run_id: str
    """By which it can be undone."""
    row: rows.ConversationRow


WRITE = "settings:write"


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


class MacroView(APIView):
    """Everybody at the desk sees them, supervisors and above change them."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.WRITE_REPLIES)]
    scopes = {"GET": "settings:read", "POST": WRITE, "PATCH": WRITE, "DELETE": WRITE}


class Macros(MacroView):
    """`GET`, `POST /macros`."""

    @operation(Listed[macros.MacroRow])
    def get(self, _request: Request) -> Response:
        """List all macros, by name."""
        return Response(macros.listed())

    @operation(macros.MacroRow, asks=forms.MacroForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Create a macro.

        422 names the act that is wrong; 409 where another macro has the name.
        """
        asked = body(request, forms.MacroForm)
        made = macros.create(asked["name"], asked["acts"], actor=actors.of(request))
        return Response(macros.shown(made), status=201)


class Macro(MacroView):
    """`GET`, `PATCH`, `DELETE /macros/{id}`."""

    @operation(macros.MacroRow)
    def get(self, _request: Request, macro_id: str) -> Response:
        """Get a macro."""
        return Response(macros.shown(macros.access_macro(macro_id)))

    @operation(macros.MacroRow, asks=forms.MacroForm, partial=True, errors=(409,))
    def patch(self, request: Request, macro_id: str) -> Response:
        """Change the name of a macro, its acts, or both."""
        found = macros.access_macro(macro_id)
        fields = parsed(forms.MacroForm, request.data, partial=True)
        return Response(macros.shown(macros.change(found, fields, actor=actors.of(request))))

    @operation()
    def delete(self, request: Request, macro_id: str) -> Response:
        """Delete a macro; what it did stays done."""
        macros.remove(macros.access_macro(macro_id), actor=actors.of(request))
        return Response(status=204)


class InConversation(APIView):
    """`GET /conversations/{id}/macros/{macro_id}`: what it would do there."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"GET": Acting("conversations:read")}

    @operation(running.MacroPreview)
    def get(self, request: Request, conversation_id: str, macro_id: str) -> Response:
        """Preview what a macro would do in a conversation.

        Each act in a sentence, the reply as it would go, and which variables have no value here.
        """
        conversation = access_conversation(_agent(request), conversation_id)
        return Response(running.preview(macros.access_macro(macro_id), conversation, _agent(request)))


class Runs(APIView):
    """`POST /conversations/{id}/macro_runs`: do what a macro says."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": Acting("conversations:write")}

    @operation(MacroRan, asks=forms.MacroRunForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Run a macro in a conversation.

        All of it is done, or nothing. The same `key` does nothing again and gives the run of then.
        """
        asked = body(request, forms.MacroRunForm)
        found = access_id(_agent(request), conversation_id)
        ran = running.run(macros.access_macro(asked["macro_id"]), found, _agent(request), key=asked["key"])
        return Response({"run_id": ran.run.id, "row": rows.row(ran.conversation)}, status=201)


class Undo(APIView):
    """`POST /macro_runs/{id}/undo`: take back what a macro did."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": Acting("conversations:write")}

    @operation(rows.ConversationRow, errors=(409,))
    def post(self, request: Request, run_id: str) -> Response:
        """Undo a run of a macro.

        409 when the conversation went on since.
        """
        return Response(rows.row(running.undo(running.access_run(_agent(request), run_id))))
