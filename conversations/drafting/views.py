"""Drafts over REST: each view parses, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations.access import access_conversation
from conversations.drafting import drafts, forms, listing, showing, suggesting
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


class Drafts(APIView):
    """`GET /drafts?state=waiting`: what waits for somebody to decide."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    @operation(Listed[showing.DraftRow], query=forms.DraftsQuery)
    def get(self, request: Request) -> Response:
        """List the drafts of the assistant that wait for somebody to decide, those due first before all."""
        asked = parsed(forms.DraftsQuery, request.query_params)
        found, cursor = listing.page(kind=asked["kind"], limit=asked["limit"], cursor=asked["cursor"])
        data = [showing.row(draft) for draft in found]
        return Response({"data": data, "has_more": cursor is not None, "next_cursor": cursor})


class DecideView(APIView):
    """A view that decides about a draft, for agents and above."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": Acting("conversations:write")}


class Approve(DecideView):
    """`POST /drafts/{id}/approve`: let it be said, in other words where `text` has some."""

    @operation(showing.DraftRow, asks=forms.DraftApprovalForm, errors=(409,))
    def post(self, request: Request, draft_id: str) -> Response:
        """Approve a draft, in other words where `text` has some: it is said, and done where it does something.

        409 when somebody was quicker or the conversation went on.
        """
        asked = body(request, forms.DraftApprovalForm)
        return Response(showing.row(drafts.approve(draft_id, _agent(request), text=asked["text"])))


class Reject(DecideView):
    """`POST /drafts/{id}/reject`: say none of it; who rejects a held answer has the conversation."""

    @operation(showing.DraftRow, asks=forms.DraftRejectionForm, errors=(409,))
    def post(self, request: Request, draft_id: str) -> Response:
        """Reject a draft; whoever rejects a held answer has the conversation.

        409 when somebody was quicker or the conversation went on.
        """
        asked = body(request, forms.DraftRejectionForm)
        return Response(showing.row(drafts.reject(draft_id, _agent(request), reason=asked["reason"])))


class SuggestedReply(TypedDict):
    """A reply that the assistant suggests."""

    draft: showing.DraftRow | None
    """Null while it is made."""


class Suggestion(DecideView):
    """`POST /conversations/{id}/suggestion`: a reply to the newest words, for the agent who holds it."""

    @operation({200: SuggestedReply, 202: SuggestedReply}, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Suggest a reply to the customer's newest words, for the agent who holds the conversation.

        202 while it is made; ask again for it, or hear of it as `draft.added`. 409 unless an agent owes an answer.
        """
        found = suggesting.ask(access_conversation(_agent(request), conversation_id))
        told: SuggestedReply = {"draft": None if found is None else showing.row(found)}
        return Response(told, status=202 if found is None else 200)
