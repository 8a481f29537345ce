"""The rules over REST: each view parses, loads with permission, makes one call and renders."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.rules import company, forms, showing
from conversations.settings.forms import body, parsed
from escalation import catalogue, drafting, versions
from escalation.rules import RuleBook, RuleError
from tenants.errors import BatonError, NotFoundError, ParameterError

Done = TypeVar("Done")
READS, WRITES = "rules:read", "rules:write"


class InForceError(BatonError):
    """The version that should come back is the one in force."""

    status = 409
    code = "version_in_force"


class RulesPart(APIView):
    """A view that everybody at the desk reads and admins write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES, to_change=Right.WRITE_RULES)]
    scopes = {"GET": READS, "PUT": WRITES, "POST": WRITES, "DELETE": WRITES}


class RulesView(RulesPart):
    """`GET /rules`."""

    def get(self, _request: Request) -> Response:
        """What is in force, and the draft."""
        return Response(showing.in_force())


class CatalogueView(RulesPart):
    """`GET /rules/catalogue`."""

    def get(self, _request: Request) -> Response:
        """All that rules here may look at and name."""
        return Response(catalogue.whole(company.with_attributes()))


class DraftView(RulesPart):
    """`GET`, `PUT`, `DELETE /rules/draft`."""

    def get(self, _request: Request) -> Response:
        """The draft; 404 without one."""
        row = drafting.current()
        if row is None:
            raise NotFoundError("There is no draft of the rules.", param="draft")
        return Response(showing.draft(row))

    def put(self, request: Request) -> Response:
        """Keep it as it is typed, with all that is wrong; 409 when somebody else changed it since."""
        asked = body(request, forms.DraftForm)
        row = drafting.keep(
            asked["document"], revision=asked["revision"], based_on=asked["based_on"], actor=actors.of(request)
        )
        return Response(showing.draft(row))

    @transaction.atomic
    def delete(self, request: Request) -> Response:
        """Throw it away; what comes back is the draft as it was, so that it can be put again."""
        asked = parsed(forms.DiscardQuery, request.query_params)
        row = drafting.current()
        gone = None if row is None else showing.draft(row)
        drafting.discard(revision=asked["revision"], actor=actors.of(request))
        return Response(gone)


class PublishView(RulesPart):
    """`POST /rules/draft/publish`."""

    def post(self, request: Request) -> Response:
        """201 with the new version; 422 names the place that is wrong, 409 says who changed the draft since."""
        asked = body(request, forms.PublishForm)
        book = _readable(lambda: drafting.publish(**asked, actor=actors.of(request)))
        return _made(book)


class VersionsView(RulesPart):
    """`GET /rules/versions`."""

    def get(self, request: Request) -> Response:
        """A page of versions with what each changed."""
        return Response(showing.page(**parsed(forms.VersionsQuery, request.query_params)))


class VersionView(RulesPart):
    """`GET /rules/versions/{number}`."""

    def get(self, _request: Request, number: int) -> Response:
        """The version with its rules."""
        return Response(showing.whole_version(showing.access_version(number)))


class DiffView(RulesPart):
    """`GET /rules/versions/{number}/diff?against=3`."""

    def get(self, request: Request, number: int) -> Response:
        """What became of the other version until this one, in words."""
        against = parsed(forms.AgainstQuery, request.query_params)["against"]
        row = showing.access_version(number)
        other = showing.before(row) if against is None else showing.access_version(against)
        return Response(showing.compared(row, other))


class RestoreView(RulesPart):
    """`POST /rules/versions/{number}/restore`."""

    def post(self, request: Request, number: int) -> Response:
        """201 with a new version that has the rules of the old one."""
        note = body(request, forms.RestoreForm)["note"]
        row = showing.access_version(number)
        if row.number == versions.newest_number():
            raise InForceError(f"Version {row.number} is in force already.", param="number")
        book = _readable(lambda: versions.restore(row, note=note, actor=actors.of(request)))
        return _made(book)


def _made(book: RuleBook) -> Response:
    return Response(showing.version(showing.access_version(book.version)), status=201)


def _readable(publishes: Callable[[], Done]) -> Done:
    """What the rules say that is wrong, as an error that names the place."""
    try:
        return publishes()
    except RuleError as error:
        raise ParameterError(f"{error.place}: {error.problem}.", param=error.place) from error
