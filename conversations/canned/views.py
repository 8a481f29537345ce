"""Canned replies over REST: each view parses, makes one call and renders."""

from typing import cast

from django.http import HttpResponse
from rest_framework.parsers import MultiPartParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations.access import access_conversation
from conversations.canned import forms, replies, tables, variables
from conversations.settings.forms import body, parsed


class CannedView(APIView):
    """Everybody at the desk reads them, supervisors and above change them."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.WRITE_REPLIES)]


class Replies(CannedView):
    """`GET`, `POST /canned_responses`."""

    def get(self, _request: Request) -> Response:
        """All of them, with the variables that there are."""
        return Response(replies.listed())

    def post(self, request: Request) -> Response:
        """201 with the new one; 409 when its shortcut or name is taken."""
        made = replies.create(body(request, forms.CannedForm), actor=actors.of(request))
        return Response(replies.shown(made), status=201)


class Reply(CannedView):
    """`PATCH`, `DELETE /canned_responses/{id}`."""

    def patch(self, request: Request, reply_id: str) -> Response:
        """Change what is named."""
        found = replies.access_reply(reply_id)
        fields = parsed(forms.CannedForm, request.data, partial=True)
        return Response(replies.shown(replies.change(found, fields, actor=actors.of(request))))

    def delete(self, request: Request, reply_id: str) -> Response:
        """204."""
        replies.remove(replies.access_reply(reply_id), actor=actors.of(request))
        return Response(status=204)


class Table(CannedView):
    """`GET`, `POST /canned_responses/table`: all of them as CSV."""

    parser_classes = [MultiPartParser]

    def get(self, _request: Request) -> HttpResponse:
        """A file to keep, or to change and bring back."""
        reply = HttpResponse(tables.written(), content_type="text/csv; charset=utf-8")
        reply["Content-Disposition"] = 'attachment; filename="canned-replies.csv"'
        return reply

    def post(self, request: Request) -> Response:
        """How many were new and how many changed; 422 naming the line that is wrong, and nothing is stored."""
        done = tables.read(request.FILES.get("file"), actor=actors.of(request))
        return Response({"created": done.created, "changed": done.changed})


class Variables(APIView):
    """`GET /conversations/{id}/variables`: what they stand for here."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def get(self, request: Request, conversation_id: str) -> Response:
        """A value for each, null where nothing is known, and the customer's language."""
        agent = cast("Agent", request.user)
        conversation = access_conversation(agent, conversation_id)
        return Response({"values": variables.values(conversation, agent), "language": conversation.language})
