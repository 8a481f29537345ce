"""Proposals and corrections over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations.access import access_conversation
from conversations.learning.proposals import forms, showing, writing
from conversations.settings.forms import body, parsed


class ProposalsView(APIView):
    """`GET /proposals`; it shows what customers wrote, so no token opens it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]

    def get(self, request: Request) -> Response:
        """A page of proposals of one state, the newest first."""
        return Response(showing.page(**parsed(forms.ListQuery, request.query_params)))


class ProposalView(APIView):
    """`GET`, `PATCH /proposals/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE, to_change=Right.WRITE_KNOWLEDGE)]

    def get(self, _request: Request, proposal_id: str) -> Response:
        """The proposal."""
        return Response(showing.shown(showing.access_proposal(proposal_id)))

    def patch(self, request: Request, proposal_id: str) -> Response:
        """Put the proposed words right; 409 when it was decided about."""
        proposal = showing.access_proposal(proposal_id)
        writing.change(proposal, parsed(forms.ProposalForm, request.data, partial=True))
        return Response(showing.shown(proposal))


class DecidingView(APIView):
    """A view by which somebody decides about a proposal."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_KNOWLEDGE)]


class PublishView(DecidingView):
    """`POST /proposals/{id}/publish`: write it into the knowledge, with the words put right that the request names."""

    def post(self, request: Request, proposal_id: str) -> Response:
        """409 when it was decided about, or another article has its title."""
        proposal = showing.access_proposal(proposal_id)
        fields = parsed(forms.ProposalForm, request.data, partial=True)
        writing.publish(proposal, fields, by=cast("Agent", request.user), actor=actors.of(request))
        return Response(showing.shown(proposal))


class DismissView(DecidingView):
    """`POST /proposals/{id}/dismiss`."""

    def post(self, request: Request, proposal_id: str) -> Response:
        """409 when it was decided about."""
        proposal = showing.access_proposal(proposal_id)
        writing.dismiss(proposal, by=cast("Agent", request.user), actor=actors.of(request))
        return Response(showing.shown(proposal))


class TakeUpView(DecidingView):
    """`POST /proposals/{id}/take_up`: open a dismissed one again."""

    def post(self, request: Request, proposal_id: str) -> Response:
        """The proposal."""
        proposal = showing.access_proposal(proposal_id)
        writing.take_up(proposal, actor=actors.of(request))
        return Response(showing.shown(proposal))


class CorrectionsView(APIView):
    """`POST /conversations/{id}/corrections`: what the assistant should have said."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, conversation_id: str) -> Response:
        """201 with the proposal that comes of it."""
        asked = body(request, forms.CorrectionForm)
        agent = cast("Agent", request.user)
        conversation = access_conversation(agent, conversation_id)
        made = writing.correct(conversation, asked["seq"], asked["text"], by=agent, actor=actors.of(request))
        return Response(showing.shown(showing.access_proposal(str(made.id))), status=201)
