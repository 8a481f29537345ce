"""Drafts over REST: each view parses, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.models import Agent
from agents.permissions import Right, may
from conversations.access import access_conversation
from conversations.drafting import drafts, forms, listing, showing, suggesting
from conversations.settings.forms import body, parsed


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


class Drafts(APIView):
    """`GET /drafts?state=waiting`: what waits for somebody to decide."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    def get(self, request: Request) -> Response:
        """A page of them, those due first before all."""
        asked = parsed(forms.DraftsQuery, request.query_params)
        found, cursor = listing.page(kind=asked["kind"], limit=asked["limit"], cursor=asked["cursor"])
        data = [showing.row(draft) for draft in found]
        return Response({"data": data, "has_more": cursor is not None, "next_cursor": cursor})


class DecideView(APIView):
    """A view that decides about a draft, for agents and above."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]


class Approve(DecideView):
    """`POST /drafts/{id}/approve`: let it be said, in other words where `text` has some."""

    def post(self, request: Request, draft_id: str) -> Response:
        """The draft as it stands now; 409 when somebody was quicker or the conversation went on."""
        asked = body(request, forms.Approval)
        return Response(showing.row(drafts.approve(draft_id, _agent(request), text=asked["text"])))


class Reject(DecideView):
    """`POST /drafts/{id}/reject`: say none of it; who rejects a held answer has the conversation."""

    def post(self, request: Request, draft_id: str) -> Response:
        """The draft as it stands now; 409 when somebody was quicker or the conversation went on."""
        asked = body(request, forms.Rejection)
        return Response(showing.row(drafts.reject(draft_id, _agent(request), reason=asked["reason"])))


class Suggestion(DecideView):
    """`POST /conversations/{id}/suggestion`: a reply to the newest words, for the agent who holds it."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """200 with the draft; 202 while it is made, then `draft.added` tells of it if there is one."""
        found = suggesting.ask(access_conversation(_agent(request), conversation_id))
        return Response({"draft": found and showing.row(found)}, status=202 if found is None else 200)
