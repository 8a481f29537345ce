"""Canned replies over REST: each view parses, makes one call and renders."""

from typing import cast

from django.http import HttpResponse
from rest_framework.parsers import MultiPartParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations.access import access_conversation
from conversations.canned import forms, replies, tables, variables
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import File, operation

WRITE = "settings:write"


class CannedRepliesRead(TypedDict):
    """What a file of canned replies brought."""

    created: int
    changed: int


class CannedVariables(TypedDict):
    """What variables stand for in one conversation."""

    values: dict[str, str | None]
    """Null where nothing is known."""
    language: str
    """The customer's."""


class CannedView(APIView):
    """Everybody at the desk reads them, supervisors and above change them."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.WRITE_REPLIES)]
    scopes = {"GET": "settings:read", "POST": WRITE, "PATCH": WRITE, "DELETE": WRITE}


class Replies(CannedView):
    """`GET`, `POST /canned_responses`."""

    @operation(replies.CannedReplies)
    def get(self, _request: Request) -> Response:
        """List all canned replies, with the variables that their texts may have."""
        return Response(replies.listed())

    @operation(replies.CannedReplyRow, asks=forms.CannedReplyForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Create a canned reply.

        409 when another one has its shortcut or name.
        """
        made = replies.create(body(request, forms.CannedReplyForm), actor=actors.of(request))
        return Response(replies.shown(made), status=201)


class Reply(CannedView):
    """`GET`, `PATCH`, `DELETE /canned_responses/{id}`."""

    @operation(replies.CannedReplyRow)
    def get(self, _request: Request, reply_id: str) -> Response:
        """Get a canned reply."""
        return Response(replies.shown(replies.access_reply(reply_id)))

    @operation(replies.CannedReplyRow, asks=forms.CannedReplyForm, partial=True, errors=(409,))
    def patch(self, request: Request, reply_id: str) -> Response:
        """Change the named fields of a canned reply.

        409 when another one has its shortcut or name.
        """
        found = replies.access_reply(reply_id)
        fields = parsed(forms.CannedReplyForm, request.data, partial=True)
        return Response(replies.shown(replies.change(found, fields, actor=actors.of(request))))

    @operation()
    def delete(self, request: Request, reply_id: str) -> Response:
        """Delete a canned reply."""
        replies.remove(replies.access_reply(reply_id), actor=actors.of(request))
        return Response(status=204)


class Table(CannedView):
    """`GET`, `POST /canned_responses/table`: all of them as CSV."""

    parser_classes = [MultiPartParser]

    @operation(File("text/csv"))
    def get(self, _request: Request) -> HttpResponse:
        """Download all canned replies as a CSV file, to keep or to change and bring back."""
        reply = HttpResponse(tables.written(), content_type="text/csv; charset=utf-8")
        reply["Content-Disposition"] = 'attachment; filename="canned-replies.csv"'
        return reply

    @operation(CannedRepliesRead, asks={"file": File("text/csv")})
    def post(self, request: Request) -> Response:
        """Create and change canned replies by a CSV file.

        422 names the line that is wrong, and nothing is stored then.
        """
        done = tables.read(request.FILES.get("file"), actor=actors.of(request))
        return Response({"created": done.created, "changed": done.changed})


class Variables(APIView):
    """`GET /conversations/{id}/variables`: what they stand for here."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": Acting("conversations:read")}

    @operation(CannedVariables)
    def get(self, request: Request, conversation_id: str) -> Response:
        """Get what the variables of canned replies stand for in a conversation."""
        agent = cast("Agent", request.user)
        conversation = access_conversation(agent, conversation_id)
        return Response({"values": variables.values(conversation, agent), "language": conversation.language})
