"""The bench over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations.learning.bench import forms, running, showing, writing
from conversations.settings.forms import body, parsed


class BenchView(APIView):
    """A view that people read and supervisors write; it shows what customers wrote, so no token opens it."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE, to_change=Right.WRITE_KNOWLEDGE)]


class CasesView(BenchView):
    """`GET`, `POST /bench/cases`."""

    def get(self, request: Request) -> Response:
        """A page of cases, the newest first, each with what came of it last."""
        return Response(showing.cases(**parsed(forms.ListQuery, request.query_params)))

    def post(self, request: Request) -> Response:
        """201 with the new case."""
        asked = body(request, forms.CaseForm)
        made = writing.create(asked, reader=cast("Agent", request.user), actor=actors.of(request))
        return Response(showing.case(made), status=201)


class CaseView(BenchView):
    """`GET`, `PATCH`, `DELETE /bench/cases/{id}`."""

    def get(self, _request: Request, case_id: str) -> Response:
        """The case."""
        return Response(showing.case(showing.access_case(case_id)))

    def patch(self, request: Request, case_id: str) -> Response:
        """Change the fields that are named."""
        case = showing.access_case(case_id)
        asked = parsed(forms.CaseForm, request.data, partial=True)
        writing.change(case, asked, reader=cast("Agent", request.user), actor=actors.of(request))
        return Response(showing.case(case))

    def delete(self, request: Request, case_id: str) -> Response:
        """204."""
        writing.remove(showing.access_case(case_id), actor=actors.of(request))
        return Response(status=204)


class RunsView(BenchView):
    """`GET`, `POST /bench/runs`."""

    def get(self, _request: Request) -> Response:
        """The last runs, the newest first, and whether one begins by itself soon."""
        return Response({**showing.newest_runs(), "has_more": False, "next_cursor": None})

    def post(self, request: Request) -> Response:
        """201 with a run, which a job carries out."""
        change = forms.change_of(body(request, forms.RunForm).get("change"))
        cause = "draft" if change else "asked"
        return Response(showing.run(running.ask(cause, change=change, requested_by=actors.of(request).id)), status=201)


class RunView(BenchView):
    """`GET /bench/runs/{id}`."""

    def get(self, _request: Request, run_id: str) -> Response:
        """The run with its results against the run before."""
        return Response(showing.run_with_results(showing.access_run(run_id)))
