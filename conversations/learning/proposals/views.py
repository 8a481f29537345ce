"""Proposals and corrections over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.access import Reader, access_conversation
from conversations.learning.proposals import forms, showing, writing
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation


class ProposalsView(APIView):
    """`GET /proposals`: changes of the knowledge that somebody should decide about."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]
    scopes = {"GET": "knowledge:read"}

    @operation(showing.ProposalsPage, query=forms.ProposalsQuery)
    def get(self, request: Request) -> Response:
        """List the proposals of one state, corrections first, then the newest."""
        return Response(showing.page(**parsed(forms.ProposalsQuery, request.query_params)))


class ProposalView(APIView):
    """`GET`, `PATCH /proposals/{id}`: one change of the knowledge."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE, to_change=Right.WRITE_KNOWLEDGE)]
    scopes = {"GET": "knowledge:read", "PATCH": "knowledge:write"}

    @operation(showing.ProposalRow)
    def get(self, _request: Request, proposal_id: str) -> Response:
        """Fetch a proposal, with what stands in the article now and where it came from."""
        return Response(showing.shown(showing.access_proposal(proposal_id)))

    @operation(showing.ProposalRow, asks=forms.ProposalForm, partial=True, errors=(409,))
    def patch(self, request: Request, proposal_id: str) -> Response:
        """Put the words of a proposal right.

        409 when it was decided about.
        """
        proposal = showing.access_proposal(proposal_id)
        writing.change(proposal, parsed(forms.ProposalForm, request.data, partial=True))
        return Response(showing.shown(proposal))


class DecidingView(APIView):
    """A view by which somebody decides about a proposal."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_KNOWLEDGE)]
    scopes = {"POST": "knowledge:write"}


class PublishView(DecidingView):
    """`POST /proposals/{id}/publish`: what it is for counts as answered from now on."""

    @operation(showing.ProposalRow, asks=forms.ProposalForm, partial=True, errors=(409,))
    def post(self, request: Request, proposal_id: str) -> Response:
        """Write a proposal into the knowledge, with the words put right that are named.

        409 when it was decided about, or another article has its title.
        """
        proposal = showing.access_proposal(proposal_id)
        fields = parsed(forms.ProposalForm, request.data, partial=True)
        writing.publish(proposal, fields, by=actors.agent(request), actor=actors.of(request))
        return Response(showing.shown(proposal))


class DismissView(DecidingView):
    """`POST /proposals/{id}/dismiss`: it can be opened again."""

    @operation(showing.ProposalRow, errors=(409,))
    def post(self, request: Request, proposal_id: str) -> Response:
        """Put a proposal aside.

        409 when it was decided about.
        """
        proposal = showing.access_proposal(proposal_id)
        writing.dismiss(proposal, by=actors.agent(request), actor=actors.of(request))
        return Response(showing.shown(proposal))


class ReopenView(DecidingView):
    """`POST /proposals/{id}/reopen`: one that was dismissed."""

    @operation(showing.ProposalRow)
    def post(self, request: Request, proposal_id: str) -> Response:
        """Open a proposal again that was put aside."""
        proposal = showing.access_proposal(proposal_id)
        writing.reopen(proposal, actor=actors.of(request))
        return Response(showing.shown(proposal))


class CorrectionsView(APIView):
    """`POST /conversations/{id}/corrections`: what the assistant should have said, for the knowledge."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": "conversations:write"}

    @operation(showing.ProposalRow, asks=forms.AnswerCorrectionForm, status=201)
    def post(self, request: Request, conversation_id: str) -> Response:
        """Correct an answer of the assistant; a proposal for the knowledge comes of it.

        A second correction of an answer takes the place of the first while nobody has decided about it.
        """
        asked = body(request, forms.AnswerCorrectionForm)
        conversation = access_conversation(cast("Reader", request.user), conversation_id)
        by, actor = actors.agent(request), actors.of(request)
        made = writing.correct(conversation, asked["seq"], asked["text"], by=by, actor=actor)
        return Response(showing.shown(showing.access_proposal(str(made.id))), status=201)
