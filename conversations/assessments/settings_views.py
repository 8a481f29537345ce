"""Scorecards and the lists that draw for them, over REST: each view parses, makes one call and renders."""

from typing import cast

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations.assessments import forms, plans, scorecards
from conversations.assessments.scorecards import By
from conversations.models import SamplingPlan, Scorecard
from conversations.settings.forms import body, parsed

FIGURES = {"GET": "reports:read"}


class CardsView(APIView):
    """A view of scorecards, which reviewers read and admins write."""

    permission_classes: list[type[BasePermission]] = [may(Right.REVIEW_QUALITY, to_change=Right.MANAGE_SETTINGS)]
    scopes = FIGURES


class ScorecardsView(CardsView):
    """`GET`, `POST /scorecards`."""

    def get(self, _request: Request) -> Response:
        """All of them, also those that are archived."""
        found = Scorecard.objects.select_related("made_by").prefetch_related("versions")
        return Response({"data": [scorecards.shown(one) for one in found], "has_more": False, "next_cursor": None})

    def post(self, request: Request) -> Response:
        """201 with the new one; 409 where another has its name."""
        said = body(request, forms.ScorecardForm)
        made = scorecards.create(said, by=By(cast("Agent", request.user), actors.of(request)))
        return Response(scorecards.shown(scorecards.access_scorecard(str(made.id))), status=201)


class ScorecardView(CardsView):
    """`GET`, `PUT`, `DELETE /scorecards/{id}`."""

    def get(self, _request: Request, scorecard_id: str) -> Response:
        """The scorecard with the version that counts."""
        return Response(scorecards.shown(scorecards.access_scorecard(scorecard_id)))

    def put(self, request: Request, scorecard_id: str) -> Response:
        """Put it right; other sections make a new version."""
        said = body(request, forms.ScorecardForm)
        by = By(cast("Agent", request.user), actors.of(request))
        return Response(scorecards.shown(scorecards.change(scorecards.access_scorecard(scorecard_id), said, by=by)))

    def delete(self, request: Request, scorecard_id: str) -> Response:
        """Archive it."""
        found = scorecards.access_scorecard(scorecard_id)
        scorecards.archive(found, actor=actors.of(request))
        return Response(scorecards.shown(found))


class BringBackView(CardsView):
    """`POST /scorecards/{id}/bring_back`."""

    scopes = {}

    def post(self, request: Request, scorecard_id: str) -> Response:
        """Use an archived one again; 409 where another has its name meanwhile."""
        found = scorecards.access_scorecard(scorecard_id)
        scorecards.bring_back(found, actor=actors.of(request))
        return Response(scorecards.shown(found))


class PlansView(APIView):
    """`GET`, `POST /sampling_plans`."""

    permission_classes: list[type[BasePermission]] = [may(Right.REVIEW_QUALITY)]

    def get(self, _request: Request) -> Response:
        """All lists."""
        return Response({"data": plans.listed(), "has_more": False, "next_cursor": None})

    def post(self, request: Request) -> Response:
        """201 with the new one, which has drawn from the last seven days."""
        said, agent = body(request, forms.PlanForm), cast("Agent", request.user)
        made = plans.create(said, by=agent, actor=actors.of(request), now=timezone.now())
        return Response(plans.shown(made), status=201)


class PlanView(APIView):
    """`PATCH`, `DELETE /sampling_plans/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.REVIEW_QUALITY)]

    def patch(self, request: Request, plan_id: str) -> Response:
        """Put it right."""
        said = parsed(forms.PlanForm, request.data, partial=True)
        return Response(plans.shown(plans.change(plans.access_plan(plan_id), said, actor=actors.of(request))))

    def delete(self, request: Request, plan_id: str) -> Response:
        """Remove it; what it put into the queue stays."""
        plans.remove(plans.access_plan(plan_id), actor=actors.of(request))
        return Response(status=204)


class PreviewView(APIView):
    """`POST /sampling_plans/preview`: what a list would have drawn of the last seven days."""

    permission_classes: list[type[BasePermission]] = [may(Right.REVIEW_QUALITY)]

    def post(self, request: Request) -> Response:
        """How many there were and how many of them, of each stratum; stores nothing."""
        plan = plans.filled(SamplingPlan(), body(request, forms.PlanForm))
        return Response(plans.preview(plan, timezone.now()))
