"""Reports that go out, over REST: each view parses, loads with permission, makes one call and renders."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.insights.forms import read
from conversations.insights.metric import Clock
from conversations.insights.pdf import pages
from conversations.insights.pdf.sheet import Sheet
from conversations.insights.periods import Compared
from conversations.insights.sending import forms, gathering, schedules, showing, tables
from conversations.insights.sending.gathering import USUAL, Wanted
from conversations.models import ReportFormat
from conversations.settings.forms import body, parsed
from conversations.trust.audit import AnyFormat
from conversations.trust.streaming import InParts
from tenants import current
from tenants.openapi.operation import File, operation
from tenants.openapi.shapes import Listed
from tenants.trail import audit
from tenants.trail.audit import About

TITLE = "Trust report"
READS, WRITES = "reports:read", "reports:write"


class ExportView(APIView):
    """`GET /reports/export?format=pdf|csv`: a report as a file, or the episodes behind it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    content_negotiation_class = AnyFormat
    scopes = {"GET": READS}

    @operation(File("application/pdf", "text/csv"), query=forms.ReportFileQuery)
    def get(self, request: Request) -> HttpResponseBase:
        """Export a report as PDF or CSV, or all episodes behind it as CSV.

        That it was taken is in the audit log.
        """
        asked, told = read(request, forms.ReportFileQuery)
        kind, content = told["format"], told["content"]
        days = f"{asked.period.first}-to-{asked.period.last}"
        about = About("report", name=f"{content} {days} as {kind}")
        audit.record("reports.exported", actor=actors.of(request), about=about)
        name = f"{current.schema_name()}-{content}-{days}.{kind}"
        if content == "episodes":
            return InParts(tables.of_episodes(asked.episodes(Clock.ENDED)), content_type=tables.TYPE, name=name)
        wanted = Wanted(TITLE, asked, tuple(told.get("metrics", USUAL)), Compared(told["compare"]), told["by"])
        return _file(gathering.sheet(wanted), kind, name)


class ScheduleView(APIView):
    """A view of scheduled reports, for those who read reports."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = {"GET": READS, "POST": WRITES, "PATCH": WRITES, "DELETE": WRITES}


class SchedulesView(ScheduleView):
    """`GET`, `POST /reports/schedules`: reports that go out by mail."""

    @operation(Listed[showing.ReportScheduleRow])
    def get(self, _request: Request) -> Response:
        """List the scheduled reports by name, all of them."""
        return Response(showing.schedules())

    @operation(showing.ReportScheduleRow, asks=forms.ReportScheduleForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Schedule a report, which goes to people of the company by mail."""
        wanted, agent = body(request, forms.ReportScheduleForm), actors.agent(request)
        made = schedules.create(wanted, by=agent, actor=actors.of(request))
        return Response(showing.schedule(made), status=201)


class OneScheduleView(ScheduleView):
    """`PATCH`, `DELETE /reports/schedules/{id}`: one of the reports that go out by mail."""

    @operation(showing.ReportScheduleRow, asks=forms.ReportScheduleForm, partial=True)
    def patch(self, request: Request, schedule_id: str) -> Response:
        """Change a scheduled report, pause it, or let it go on."""
        kept = schedules.access_schedule(schedule_id)
        wanted = parsed(forms.ReportScheduleForm, request.data, partial=True)
        return Response(showing.schedule(schedules.change(kept, wanted, actor=actors.of(request))))

    @operation()
    def delete(self, request: Request, schedule_id: str) -> Response:
        """Remove a scheduled report, with the list of its sendings."""
        schedules.remove(schedules.access_schedule(schedule_id), actor=actors.of(request))
        return Response(status=204)


class SendView(ScheduleView):
    """`POST /reports/schedules/{id}/send`: as if its time had come."""

    @operation(showing.ReportSending, status=202, errors=(409,))
    def post(self, request: Request, schedule_id: str) -> Response:
        """Send a scheduled report now.

        What comes back is the sending, which is made in a moment; 409 while one is on its way already.
        """
        kept, agent = schedules.access_schedule(schedule_id), actors.agent(request)
        run = schedules.send_now(kept, by=agent, actor=actors.of(request))
        return Response(showing.one_run(str(run.id)), status=202)


class RunsView(ScheduleView):
    """`GET /reports/runs`: what went out."""

    @operation(Listed[showing.ReportSending], query=forms.ReportRunsQuery)
    def get(self, request: Request) -> Response:
        """List the sendings of scheduled reports, the newest first."""
        return Response(showing.runs(**parsed(forms.ReportRunsQuery, request.query_params)))


def _file(sheet: Sheet, kind: str, name: str) -> HttpResponse:
    if kind == ReportFormat.PDF:
        reply = HttpResponse(pages.write(sheet), content_type="application/pdf")
    else:
        reply = HttpResponse(tables.of_figures(sheet), content_type=tables.TYPE)
    reply["Content-Disposition"] = f'attachment; filename="{name}"'
    reply["Cache-Control"] = "no-store"
    reply["X-Content-Type-Options"] = "nosniff"
    return reply
