"""Reports that go out, over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations.insights.forms import read
from conversations.insights.metric import Clock
from conversations.insights.pdf import pages
from conversations.insights.pdf.sheet import Sheet
from conversations.insights.periods import Compared
from conversations.insights.sending import forms, gathering, schedules, showing, tables
from conversations.insights.sending.gathering import Wanted
from conversations.models import ReportFormat
from conversations.settings.forms import body, parsed
from conversations.trust.audit import AnyFormat
from conversations.trust.streaming import InParts
from tenants import current
from tenants.trail import audit
from tenants.trail.audit import About

TITLE = "Trust report"
READS = {"GET": "reports:read"}  # the scope of tokens


class ExportView(APIView):
    """`GET /reports/export?format=pdf|csv`: a report as a file, or the episodes behind it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    content_negotiation_class = AnyFormat
    scopes = READS

    def get(self, request: Request) -> HttpResponseBase:
        """The file; that it was taken is in the audit log."""
        asked, told = read(request, forms.ExportQuery)
        kind, content = told["format"], told["content"]
        days = f"{asked.period.first}-to-{asked.period.last}"
        about = About("report", name=f"{content} {days} as {kind}")
        audit.record("reports.exported", actor=actors.of(request), about=about)
        name = f"{current.schema_name()}-{content}-{days}.{kind}"
        if content == "episodes":
            return InParts(tables.of_episodes(asked.episodes(Clock.ENDED)), content_type=tables.TYPE, name=name)
        wanted = Wanted(TITLE, asked, tuple(told["metrics"]), Compared(told["compare"]), told["by"])
        return _file(gathering.sheet(wanted), kind, name)


class SchedulesView(APIView):
    """`GET`, `POST /reports/schedules`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = READS

    def get(self, _request: Request) -> Response:
        """All of them, by name."""
        return Response(showing.schedules())

    def post(self, request: Request) -> Response:
        """201 with a new one."""
        wanted, agent = body(request, forms.ScheduleForm), cast("Agent", request.user)
        made = schedules.create(wanted, by=agent, actor=actors.of(request))
        return Response(showing.schedule(made), status=201)


class ScheduleView(APIView):
    """`PATCH`, `DELETE /reports/schedules/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]

    def patch(self, request: Request, schedule_id: str) -> Response:
        """With other values for what the request names."""
        kept = schedules.access_schedule(schedule_id)
        wanted = parsed(forms.ScheduleForm, request.data, partial=True)
        return Response(showing.schedule(schedules.change(kept, wanted, actor=actors.of(request))))

    def delete(self, request: Request, schedule_id: str) -> Response:
        """Gone, with the list of its sendings."""
        schedules.remove(schedules.access_schedule(schedule_id), actor=actors.of(request))
        return Response(status=204)


class SendView(APIView):
    """`POST /reports/schedules/{id}/send`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]

    def post(self, request: Request, schedule_id: str) -> Response:
        """202 with the sending, which a job makes."""
        kept, agent = schedules.access_schedule(schedule_id), cast("Agent", request.user)
        run = schedules.send_now(kept, by=agent, actor=actors.of(request))
        return Response(showing.one_run(str(run.id)), status=202)


class RunsView(APIView):
    """`GET /reports/runs`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = READS

    def get(self, request: Request) -> Response:
        """A page of sendings, the newest first."""
        return Response(showing.runs(**parsed(forms.RunsQuery, request.query_params)))


def _file(sheet: Sheet, kind: str, name: str) -> HttpResponse:
    if kind == ReportFormat.PDF:
        reply = HttpResponse(pages.write(sheet), content_type="application/pdf")
    else:
        reply = HttpResponse(tables.of_figures(sheet), content_type=tables.TYPE)
    reply["Content-Disposition"] = f'attachment; filename="{name}"'
    reply["Cache-Control"] = "no-store"
    reply["X-Content-Type-Options"] = "nosniff"
    return reply
