"""The rules over REST: each view parses, loads with permission, makes one call and renders."""

from collections.abc import Callable
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.rules import company, forms, showing
from conversations.settings.forms import body, parsed
from escalation import catalogue, drafting, versions
from escalation.models import RuleDraft
from escalation.rules import RuleBook, RuleError
from tenants.errors import BatonError, NotFoundError, ParameterError
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

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
    """`GET /rules`: when a person takes over, and what else rules do."""

    @operation(showing.RulesInForce)
    def get(self, _request: Request) -> Response:
        """Get the rules in force and the draft of the next ones."""
        return Response(showing.in_force())


class CatalogueView(RulesPart):
    """`GET /rules/catalogue`: what rules may be made of in this company."""

    @operation(catalogue.RuleCatalogue)
    def get(self, _request: Request) -> Response:
        """Get all that rules may look at, do and name."""
        return Response(catalogue.whole(company.with_attributes()))


class DraftView(RulesPart):
    """`GET`, `PUT`, `DELETE /rules/draft`: the next rules, as somebody is changing them."""

    @operation(showing.RulesDraft, errors=(404,))
    def get(self, _request: Request) -> Response:
        """Get the draft of the rules, with all that is to be said of it.

        404 without one.
        """
        return Response(showing.draft(_draft()))

    @operation(showing.RulesDraft, asks=forms.RuleDraftForm, errors=(409,))
    def put(self, request: Request) -> Response:
        """Keep a draft of the rules, right or not.

        What keeps it from being published is told with its place. 409 when somebody else changed it since.
        """
        asked = body(request, forms.RuleDraftForm)
        row = drafting.keep(
            asked["document"], revision=asked["revision"], based_on=asked["based_on"], actor=actors.of(request)
        )
        return Response(showing.draft(row))

    @operation(showing.RulesDraft, query=forms.RuleDraftQuery, errors=(404, 409))
    @transaction.atomic
    def delete(self, request: Request) -> Response:
        """Throw the draft of the rules away.

        What comes back is the draft as it was, so that it can be put again.
        """
        asked = parsed(forms.RuleDraftQuery, request.query_params)
        gone = showing.draft(_draft())
        drafting.discard(revision=asked["revision"], actor=actors.of(request))
        return Response(gone)


class PublishView(RulesPart):
    """`POST /rules/draft/publish`: from then on it decides."""

    @operation(showing.RulesVersion, asks=forms.RulesPublishForm, status=201, errors=(404, 409))
    def post(self, request: Request) -> Response:
        """Publish the draft of the rules as the next version.

        422 names the place that is wrong, 409 says who changed the draft since.
        """
        asked = body(request, forms.RulesPublishForm)
        book = _readable(lambda: drafting.publish(**asked, actor=actors.of(request)))
        return _made(book)


class VersionsView(RulesPart):
    """`GET /rules/versions`: all rules that were ever in force."""

    @operation(Listed[showing.RulesVersion], query=forms.RulesVersionsQuery)
    def get(self, request: Request) -> Response:
        """List the versions of the rules, the newest first, with what each changed."""
        return Response(showing.page(**parsed(forms.RulesVersionsQuery, request.query_params)))


class VersionView(RulesPart):
    """`GET /rules/versions/{number}`: one of all that were ever in force."""

    @operation(showing.WholeRulesVersion)
    def get(self, _request: Request, number: int) -> Response:
        """Get a version of the rules, with its rules."""
        return Response(showing.whole_version(showing.access_version(number)))


class DiffView(RulesPart):
    """`GET /rules/versions/{number}/diff?against=3`: two versions beside each other."""

    @operation(showing.RulesComparison, query=forms.RulesAgainstQuery)
    def get(self, request: Request, number: int) -> Response:
        """Compare a version of the rules with another one, in words.

        Without `against` it is the version before.
        """
        against = parsed(forms.RulesAgainstQuery, request.query_params)["against"]
        row = showing.access_version(number)
        other = showing.before(row) if against is None else showing.access_version(against)
        return Response(showing.compared(row, other))


class RestoreView(RulesPart):
    """`POST /rules/versions/{number}/restore`: what was in force decides again."""

    @operation(showing.RulesVersion, asks=forms.RulesRestoreForm, status=201, errors=(409,))
    def post(self, request: Request, number: int) -> Response:
        """Publish the rules of an older version again, as a new version."""
        note = body(request, forms.RulesRestoreForm)["note"]
        row = showing.access_version(number)
        if row.number == versions.newest_number():
            raise InForceError(
                gettext("Version {number} is in force already.").format(number=row.number), param="number"
            )
        book = _readable(lambda: versions.restore(row, note=note, actor=actors.of(request)))
        return _made(book)


def _draft() -> RuleDraft:
    row = drafting.current()
    if row is None:
        raise NotFoundError(gettext("There is no draft of the rules."), param="draft")
    return row


def _made(book: RuleBook) -> Response:
    return Response(showing.version(showing.access_version(book.version)), status=201)


def _readable(publishes: Callable[[], Done]) -> Done:
    """What the rules say that is wrong, as an error that names the place."""
    try:
        return publishes()
    except RuleError as error:
        raise ParameterError(f"{error.place}: {error.problem}.", param=error.place) from error
