"""The bench over REST: each view parses, loads with permission, makes one call and renders."""

from collections.abc import Mapping
from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import acting, actors
from agents.acting import ScopeMissingError
from agents.permissions import Right, may
from conversations.access import Reader
from conversations.learning.bench import forms, running, showing, writing
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

READS = "conversations:read"


class BenchView(APIView):
    """A view that people read and supervisors write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE, to_change=Right.WRITE_KNOWLEDGE)]
    scopes = {
        "GET": "knowledge:read",
        "POST": "knowledge:write",
        "PATCH": "knowledge:write",
        "DELETE": "knowledge:write",
    }


class CasesView(BenchView):
    """`GET`, `POST /bench/cases`: the questions that the assistant is held to."""

    @operation(Listed[showing.ListedBenchCase], query=forms.BenchCasesQuery)
    def get(self, request: Request) -> Response:
        """List the cases of the test bench, the newest first, each with what came of it last."""
        return Response(showing.cases(**parsed(forms.BenchCasesQuery, request.query_params)))

    @operation(showing.BenchCaseRow, asks=forms.BenchCaseForm, status=201, errors=(404,))
    def post(self, request: Request) -> Response:
        """Add a case to the test bench.

        A message of a conversation needs the scope `conversations:read` too.
        """
        asked = body(request, forms.BenchCaseForm)
        made = writing.create(asked, reader=_reader(request, asked), actor=actors.of(request))
        return Response(showing.case(made), status=201)


class CaseView(BenchView):
    """`GET`, `PATCH`, `DELETE /bench/cases/{id}`: one question, and what should come of it."""

    @operation(showing.BenchCaseRow)
    def get(self, _request: Request, case_id: str) -> Response:
        """Fetch a case of the test bench."""
        return Response(showing.case(showing.access_case(case_id)))

    @operation(showing.BenchCaseRow, asks=forms.BenchCaseForm, partial=True)
    def patch(self, request: Request, case_id: str) -> Response:
        """Change a case of the test bench: the fields that are named."""
        case = showing.access_case(case_id)
        asked = parsed(forms.BenchCaseForm, request.data, partial=True)
        writing.change(case, asked, reader=_reader(request, asked), actor=actors.of(request))
        return Response(showing.case(case))

    @operation()
    def delete(self, request: Request, case_id: str) -> Response:
        """Remove a case from the test bench."""
        writing.remove(showing.access_case(case_id), actor=actors.of(request))
        return Response(status=204)


class RunsView(BenchView):
    """`GET`, `POST /bench/runs`: all cases asked once."""

    @operation(showing.BenchRunsPage, query=forms.BenchRunsQuery)
    def get(self, request: Request) -> Response:
        """List the runs of the test bench, the newest first, and tell whether one begins by itself soon."""
        return Response(showing.newest_runs(**parsed(forms.BenchRunsQuery, request.query_params)))

    @operation(showing.BenchRunRow, asks=forms.BenchRunForm, status=201, errors=(404,))
    def post(self, request: Request) -> Response:
        """Run the test bench on the knowledge as it is, or with a change that is not published.

        A job does it.
        """
        change = forms.change_of(body(request, forms.BenchRunForm).get("change"))
        cause = "draft" if change else "asked"
        return Response(showing.run(running.ask(cause, change=change, requested_by=actors.of(request).id)), status=201)


class RunView(BenchView):
    """`GET /bench/runs/{id}`: one run."""

    @operation(showing.WholeBenchRun)
    def get(self, _request: Request, run_id: str) -> Response:
        """Fetch a run of the test bench with its results against the run before."""
        return Response(showing.run_with_results(showing.access_run(run_id)))


def _reader(request: Request, asked: Mapping[str, object]) -> Reader:
    """Who asks. ScopeMissingError for a program that names a conversation and may read none."""
    token = acting.token_of(request)
    if "conversation_id" in asked and token is not None and READS not in token.scopes:
        raise ScopeMissingError(READS)
    return cast("Reader", request.user)
