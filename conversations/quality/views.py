"""Labels, reviews and quality over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations.access import access_conversation
from conversations.quality import forms, labelling, listing, reviewing, showing
from conversations.quality.listing import Asked
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

JUDGES = Acting("quality:write")


class LabelledConversation(TypedDict):
    """What is said of a handover now."""

    handover_id: str
    label: labelling.HandoverLabelRow | None


class LabelView(APIView):
    """`/conversations/{id}/handover/label`: what somebody says of a handover of it."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"PUT": JUDGES, "DELETE": JUDGES}

    @operation(LabelledConversation, asks=forms.HandoverLabelForm)
    def put(self, request: Request, conversation_id: str) -> Response:
        """Say whether a handover was right, in place of what was said before.

        Without `handover_id` it is the newest of the conversation.
        """
        agent, said = cast("Agent", request.user), body(request, forms.HandoverLabelForm)
        handover = labelling.access_handover(access_conversation(agent, conversation_id), said["handover_id"])
        made = labelling.label(handover, verdict=said["verdict"], trigger=said["trigger"] or "", by=agent)
        return Response({"handover_id": handover.id, "label": labelling.shown(made)})

    @operation(LabelledConversation, query=forms.HandoverLabelQuery)
    def delete(self, request: Request, conversation_id: str) -> Response:
        """Take back what was said of a handover."""
        agent, asked = cast("Agent", request.user), parsed(forms.HandoverLabelQuery, request.query_params)
        handover = labelling.access_handover(access_conversation(agent, conversation_id), asked["handover_id"])
        labelling.take_back(handover, by=agent)
        return Response({"handover_id": handover.id, "label": None})


class ReviewsView(APIView):
    """`GET /reviews`: conversations of the assistant alone, drawn by chance."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes = {"GET": "quality:read"}

    @operation(showing.ReviewList, query=forms.ReviewsQuery)
    def get(self, request: Request) -> Response:
        """List the conversations drawn for review that wait, or that are done."""
        return Response(showing.reviews(**parsed(forms.ReviewsQuery, request.query_params)))


class ReviewView(APIView):
    """`PUT /reviews/{id}`: whether a person was needed."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"PUT": JUDGES}

    @operation(showing.ReviewRow, asks=forms.ReviewForm)
    def put(self, request: Request, review_id: str) -> Response:
        """Say whether a person was needed in a conversation drawn for review.

        The verdict takes the place of the one before; null takes it back.
        """
        review, said = reviewing.access_review(review_id), body(request, forms.ReviewForm)
        if said["verdict"] is None:
            return Response(showing.review(reviewing.open_again(review)))
        judged = reviewing.judge(
            review,
            verdict=said["verdict"],
            trigger=said["trigger"] or "",
            at_seq=said["at_seq"],
            by=cast("Agent", request.user),
        )
        return Response(showing.review(judged))


class QualityView(APIView):
    """`GET /rules/quality`: how good the handovers are."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes = {"GET": "rules:read"}

    @operation(showing.HandoverQuality, query=forms.QualityQuery)
    def get(self, request: Request) -> Response:
        """Get how good the handovers were: precision, recall and being in time, with intervals and counts."""
        return Response(showing.quality(**parsed(forms.QualityQuery, request.query_params), now=timezone.now()))


class ConversationsView(APIView):
    """`GET /rules/quality/conversations`: it shows what customers wrote, so rules:read is not enough."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes = {"GET": "conversations:read"}

    @operation(Listed[listing.QualityConversation], query=forms.QualityConversationsQuery)
    def get(self, request: Request) -> Response:
        """List the conversations behind a number of the quality of handovers, the newest first."""
        asked = parsed(forms.QualityConversationsQuery, request.query_params)
        since, until = listing.window(timezone.now(), asked["days"]), None
        if asked["week"] is not None:
            since, until = listing.week(asked["week"], since)
        wanted = Asked(since, until, asked["version"], asked["trigger"])
        return Response(listing.page(asked["kind"], wanted, limit=asked["limit"], cursor=asked["cursor"]))
