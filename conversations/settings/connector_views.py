"""The connector over REST: each view parses, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.settings import connector, connector_log, forms


class ConnectorView(APIView):
    """`GET`, `PATCH /connector`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read"}

    def get(self, _request: Request) -> Response:
        """All of it but the secret."""
        return Response(connector.shown())

    def patch(self, request: Request) -> Response:
        """Change what is named."""
        connector.change(forms.parsed(connector.ConnectorForm, request.data, partial=True), actor=actors.of(request))
        return Response(connector.shown())


class SecretView(APIView):
    """`POST /connector/secret`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    open_while_locked = "a secret that leaked is replaced at once"

    def post(self, request: Request) -> Response:
        """201 with a new secret, told this once; the one before is good for another day."""
        return Response({"secret": connector.make_secret(actor=actors.of(request))}, status=201)


class TestView(APIView):
    """`POST /connector/test`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]

    def post(self, request: Request) -> Response:
        """What went out and what came back."""
        return Response(connector.tried(forms.body(request, connector.TestForm)))


class CallsView(APIView):
    """`GET /connector/calls`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS)]

    def get(self, request: Request) -> Response:
        """A page of the log."""
        return Response(connector_log.page(**forms.parsed(connector_log.LogQuery, request.query_params)))


class CallView(APIView):
    """`GET /connector/calls/{id}`: with customers' data, where bodies were kept."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]

    def get(self, _request: Request, call_id: str) -> Response:
        """One call."""
        return Response(connector_log.whole(call_id))


class ActionsView(APIView):
    """`GET /connector/actions`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS)]

    def get(self, _request: Request) -> Response:
        """What waits for the connector, and what failed there."""
        return Response({"data": connector_log.actions()})


class RetryView(APIView):
    """`POST /connector/actions/{id}/retry`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    open_while_locked = "a customer waits for what it does"

    def post(self, request: Request, action_id: str) -> Response:
        """Let the connector try it anew; 409 when it did not fail."""
        return Response(connector_log.again(action_id, actor=actors.of(request)))
