"""The reports over REST: each view parses, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations.insights import behind, forms, marks, pricing, showing
from conversations.insights.periods import Compared, Step
from conversations.settings.forms import body

READS = {"GET": "reports:read"}  # the scope of tokens


class DefinitionsView(APIView):
    """`GET /reports/definitions`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """Every metric, in words."""
        return Response(showing.definitions())


class FiguresView(APIView):
    """`GET /reports/figures`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """The metrics of a period, with what they were before."""
        asked, told = forms.read(request, forms.FiguresQuery)
        return Response(showing.figures(asked, told["metrics"], Compared(told["compare"])))


class SeriesView(APIView):
    """`GET /reports/series`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """The course of metrics."""
        asked, told = forms.read(request, forms.SeriesQuery)
        return Response(showing.series(asked, told["metrics"], Step(told["by"])))


class BreakdownView(APIView):
    """`GET /reports/breakdown`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """The metrics of each part of a dimension."""
        asked, told = forms.read(request, forms.BreakdownQuery)
        return Response(showing.breakdown(asked, told["metrics"], told["by"]))


class BehindView(APIView):
    """`GET /reports/conversations`; names customers, so no token reads it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]

    def get(self, request: Request) -> Response:
        """A page of what stands behind a number."""
        asked, told = forms.read(request, forms.BehindQuery)
        wanted = behind.Wanted(told["metric"], told["which"])
        return Response(behind.page(asked, wanted, limit=told["limit"], cursor=told["cursor"]))


class MarksView(APIView):
    """`POST /reports/marks`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]

    def post(self, request: Request) -> Response:
        """Say what happened on a day."""
        agent, said = cast("Agent", request.user), body(request, forms.MarkForm)
        return Response(marks.write(said["on"], said["title"], by=agent.name, actor=actors.of(request)), status=201)


class MarkView(APIView):
    """`DELETE /reports/marks/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]

    def delete(self, request: Request, mark_id: str) -> Response:
        """Take a note back."""
        marks.remove(mark_id, actor=actors.of(request))
        return Response(status=204)


class PricesView(APIView):
    """`/reports/settings`: what work costs."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS, to_change=Right.MANAGE_SETTINGS)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """The prices."""
        return Response(pricing.shown(pricing.settings()))

    def put(self, request: Request) -> Response:
        """Other prices, all of them."""
        said = body(request, forms.PricesForm)
        return Response(pricing.shown(pricing.change(said, actor=actors.of(request))))
