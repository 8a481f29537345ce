"""Labels, reviews and quality over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.models import Agent
from agents.permissions import Right, may
from conversations.access import access_conversation
from conversations.quality import forms, labelling, listing, reviewing, showing
from conversations.quality.listing import Asked
from conversations.settings.forms import body, parsed

READS = {"GET": "rules:read"}  # the scope of tokens


class LabelView(APIView):
    """`/conversations/{id}/handover/label`: what somebody says of a handover of it."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def put(self, request: Request, conversation_id: str) -> Response:
        """The label, in place of the one before."""
        agent, said = cast("Agent", request.user), body(request, forms.LabelForm)
        handover = labelling.access_handover(access_conversation(agent, conversation_id), said["handover_id"])
        made = labelling.label(handover, verdict=said["verdict"], trigger=said["trigger"] or "", by=agent)
        return Response({"handover_id": handover.id, "label": labelling.shown(made)})

    def delete(self, request: Request, conversation_id: str) -> Response:
        """No label counts any more."""
        agent, asked = cast("Agent", request.user), parsed(forms.HandoverQuery, request.query_params)
        handover = labelling.access_handover(access_conversation(agent, conversation_id), asked["handover_id"])
        labelling.take_back(handover, by=agent)
        return Response({"handover_id": handover.id, "label": None})


class ReviewsView(APIView):
    """`GET /reviews`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]

    def get(self, request: Request) -> Response:
        """A page of those that wait, or that are done."""
        return Response(showing.reviews(**parsed(forms.ReviewsQuery, request.query_params)))


class ReviewView(APIView):
    """`PUT /reviews/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def put(self, request: Request, review_id: str) -> Response:
        """The verdict, in place of the one before; null takes it back."""
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
    """`GET /rules/quality`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """Precision, recall and being in time, with intervals and counts."""
        return Response(showing.quality(**parsed(forms.QualityQuery, request.query_params), now=timezone.now()))


class ConversationsView(APIView):
    """`GET /rules/quality/conversations`; it shows what customers wrote, so no token opens it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]

    def get(self, request: Request) -> Response:
        """A page of what stands behind one of the numbers."""
        asked = parsed(forms.ConversationsQuery, request.query_params)
        since, until = listing.window(timezone.now(), asked["days"]), None
        if asked["week"] is not None:
            since, until = listing.week(asked["week"], since)
        wanted = Asked(since, until, asked["version"], asked["trigger"])
        return Response(listing.page(asked["kind"], wanted, limit=asked["limit"], cursor=asked["cursor"]))
