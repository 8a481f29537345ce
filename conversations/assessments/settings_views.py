"""Scorecards and the lists that draw for them, over REST: each view parses, makes one call and renders."""

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from agents.rest.asking import all_of
from conversations.assessments import forms, plans, scorecards
from conversations.assessments.scorecards import By
from conversations.models import SamplingPlan, Scorecard
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

READS, WRITES = "quality:read", "quality:write"


class CardsView(APIView):
    """A view of scorecards, which reviewers read and admins write."""

    permission_classes: list[type[BasePermission]] = [may(Right.REVIEW_QUALITY, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "reports:read", "POST": WRITES, "PUT": WRITES, "DELETE": WRITES}


class ScorecardsView(CardsView):
    """`GET`, `POST /scorecards`: by which conversations are assessed."""

    @operation(Listed[scorecards.ScorecardRow])
    def get(self, _request: Request) -> Response:
        """List all scorecards, also those that are archived."""
        found = Scorecard.objects.select_related("made_by").prefetch_related("versions")
        return Response(all_of([scorecards.shown(one) for one in found]))

    @operation(scorecards.ScorecardRow, asks=forms.ScorecardForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Create a scorecard.

        409 where another one has its name.
        """
        said = body(request, forms.ScorecardForm)
        made = scorecards.create(said, by=By(actors.agent(request), actors.of(request)))
        return Response(scorecards.shown(scorecards.access_scorecard(str(made.id))), status=201)


class ScorecardView(CardsView):
    """`GET`, `PUT`, `DELETE /scorecards/{id}`: one of those by which conversations are assessed."""

    @operation(scorecards.ScorecardRow)
    def get(self, _request: Request, scorecard_id: str) -> Response:
        """Get a scorecard with the version that counts."""
        return Response(scorecards.shown(scorecards.access_scorecard(scorecard_id)))

    @operation(scorecards.ScorecardRow, asks=forms.ScorecardForm, errors=(409,))
    def put(self, request: Request, scorecard_id: str) -> Response:
        """Change a scorecard; other sections make a new version.

        What was judged with an older one stays as it is.
        """
        said = body(request, forms.ScorecardForm)
        by = By(actors.agent(request), actors.of(request))
        return Response(scorecards.shown(scorecards.change(scorecards.access_scorecard(scorecard_id), said, by=by)))

    @operation(scorecards.ScorecardRow)
    def delete(self, request: Request, scorecard_id: str) -> Response:
        """Archive a scorecard: nobody begins with it any more, and what was judged with it stays."""
        found = scorecards.access_scorecard(scorecard_id)
        scorecards.archive(found, actor=actors.of(request))
        return Response(scorecards.shown(found))


class BringBackView(CardsView):
    """`POST /scorecards/{id}/bring_back`: one that was archived."""

    @operation(scorecards.ScorecardRow, errors=(409,))
    def post(self, request: Request, scorecard_id: str) -> Response:
        """Use an archived scorecard again.

        409 where another one has its name meanwhile.
        """
        found = scorecards.access_scorecard(scorecard_id)
        scorecards.bring_back(found, actor=actors.of(request))
        return Response(scorecards.shown(found))


class SamplingView(APIView):
    """A view of the lists that draw conversations, for those who review quality."""

    permission_classes: list[type[BasePermission]] = [may(Right.REVIEW_QUALITY)]
    scopes = {"GET": READS, "POST": WRITES, "PATCH": WRITES, "DELETE": WRITES}


class PlansView(SamplingView):
    """`GET`, `POST /sampling_plans`: lists that draw conversations for review once a week."""

    @operation(Listed[plans.SamplingPlanRow])
    def get(self, _request: Request) -> Response:
        """List all sampling plans, each with its last drawing."""
        return Response(all_of(plans.listed()))

    @operation(plans.SamplingPlanRow, asks=forms.SamplingPlanForm, status=201, errors=(404,))
    def post(self, request: Request) -> Response:
        """Create a sampling plan, which draws from the last seven days at once."""
        said, agent = body(request, forms.SamplingPlanForm), actors.agent(request)
        made = plans.create(said, by=agent, actor=actors.of(request), now=timezone.now())
        return Response(plans.shown(made), status=201)


class PlanView(SamplingView):
    """`PATCH`, `DELETE /sampling_plans/{id}`: one of the lists that draw conversations."""

    @operation(plans.SamplingPlanRow, asks=forms.SamplingPlanForm, partial=True)
    def patch(self, request: Request, plan_id: str) -> Response:
        """Change a sampling plan; it counts from the next drawing on."""
        said = parsed(forms.SamplingPlanForm, request.data, partial=True)
        return Response(plans.shown(plans.change(plans.access_plan(plan_id), said, actor=actors.of(request))))

    @operation()
    def delete(self, request: Request, plan_id: str) -> Response:
        """Remove a sampling plan; what it put into the queue stays."""
        plans.remove(plans.access_plan(plan_id), actor=actors.of(request))
        return Response(status=204)


class PreviewView(APIView):
    """`POST /sampling_plans/preview`: what a list would have drawn of the last seven days."""

    permission_classes: list[type[BasePermission]] = [may(Right.REVIEW_QUALITY)]
    scopes = {"POST": READS}

    @operation(plans.SamplingPreview, asks=forms.SamplingPlanForm, errors=(404,))
    def post(self, request: Request) -> Response:
        """Get what a sampling plan would have drawn of the last seven days; nothing is stored."""
        plan = plans.filled(SamplingPlan(), body(request, forms.SamplingPlanForm))
        return Response(plans.preview(plan, timezone.now()))
