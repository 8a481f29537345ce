"""The reports over REST: each view parses, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.insights import behind, forms, marks, pricing, showing
from conversations.insights.metrics import METRICS
from conversations.insights.periods import Compared, Step
from conversations.settings.forms import body
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

READS, WRITES = "reports:read", "reports:write"


class ReportView(APIView):
    """A view of figures, for those who read reports."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = {"GET": READS, "POST": WRITES, "DELETE": WRITES}


class DefinitionsView(ReportView):
    """`GET /reports/definitions`: what there is to ask for."""

    @operation(showing.ReportDefinitions)
    def get(self, request: Request) -> Response:
        """Get every metric in words, and by what reports can be filtered and broken down."""
        return Response(showing.definitions())


class FiguresView(ReportView):
    """`GET /reports/figures`: the metrics of a period."""

    @operation(showing.ReportFigures, query=forms.ReportFiguresQuery)
    def get(self, request: Request) -> Response:
        """Get the metrics of a period, each with its interval and with what it was before.

        A filter may be named several times. Days that the plan does not show are a 403.
        """
        asked, told = forms.read(request, forms.ReportFiguresQuery)
        return Response(showing.figures(asked, told.get("metrics", list(METRICS)), Compared(told["compare"])))


class SeriesView(ReportView):
    """`GET /reports/series`: the course of metrics."""

    @operation(showing.ReportSeries, query=forms.ReportSeriesQuery)
    def get(self, request: Request) -> Response:
        """Get the course of metrics by day, week or month, and what happened meanwhile."""
        asked, told = forms.read(request, forms.ReportSeriesQuery)
        return Response(showing.series(asked, told["metrics"], Step(told["by"])))


class BreakdownView(ReportView):
    """`GET /reports/breakdown`: the metrics of each part of a dimension."""

    @operation(showing.ReportBreakdown, query=forms.ReportBreakdownQuery)
    def get(self, request: Request) -> Response:
        """Get the metrics of each team, agent, topic or other part of a dimension."""
        asked, told = forms.read(request, forms.ReportBreakdownQuery)
        return Response(showing.breakdown(asked, told["metrics"], told["by"]))


class BehindView(ReportView):
    """`GET /reports/conversations`: what stands behind a number; it names customers, so tokens need more for it."""

    scopes = {"GET": "conversations:read"}

    @operation(Listed[behind.ReportEpisode], query=forms.ReportEpisodesQuery)
    def get(self, request: Request) -> Response:
        """List the episodes of conversations behind a number of the reports."""
        asked, told = forms.read(request, forms.ReportEpisodesQuery)
        wanted = behind.Wanted(told["metric"], told["which"])
        return Response(behind.page(asked, wanted, limit=told["limit"], cursor=told["cursor"]))


class MarksView(ReportView):
    """`POST /reports/marks`: what happened on a day, as charts show it."""

    @operation(marks.ChartMark, asks=forms.ChartMarkForm, status=201)
    def post(self, request: Request) -> Response:
        """Note what happened on a day, so that charts show it."""
        said, actor = body(request, forms.ChartMarkForm), actors.of(request)
        return Response(marks.write(said["on"], said["title"], by=actor.name, actor=actor), status=201)


class MarkView(ReportView):
    """`DELETE /reports/marks/{id}`: a note on charts."""

    @operation()
    def delete(self, request: Request, mark_id: str) -> Response:
        """Remove a note from the charts."""
        marks.remove(mark_id, actor=actors.of(request))
        return Response(status=204)


class PricesView(APIView):
    """`/reports/settings`: what work costs."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": READS, "PUT": WRITES}

    @operation(pricing.ReportPrices)
    def get(self, request: Request) -> Response:
        """Get what work costs, from which reports work out money."""
        return Response(pricing.shown(pricing.settings()))

    @operation(pricing.ReportPrices, asks=forms.ReportPricesForm)
    def put(self, request: Request) -> Response:
        """Set what work costs, all of it."""
        said = body(request, forms.ReportPricesForm)
        return Response(pricing.shown(pricing.change(said, actor=actors.of(request))))
