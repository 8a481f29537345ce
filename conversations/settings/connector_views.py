"""The connector over REST: each view parses, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from agents.rest.asking import all_of
from conversations.settings import connector, connector_log, forms
from conversations.settings.connector import (
    ConnectorForm,
    ConnectorSecret,
    ConnectorSettings,
    ConnectorTest,
    ConnectorTestForm,
)
from conversations.settings.connector_log import (
    ConnectorAction,
    ConnectorCallRow,
    ConnectorCallsQuery,
    ConnectorCallWhole,
)
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class ConnectorView(APIView):
    """`GET`, `PATCH /connector`: the connector to the company's own service."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "skills:read", "PATCH": "skills:write"}

    @operation(ConnectorSettings)
    def get(self, _request: Request) -> Response:
        """Get the connector's settings, and how it fares."""
        return Response(connector.shown())

    @operation(ConnectorSettings, asks=ConnectorForm, partial=True)
    def patch(self, request: Request) -> Response:
        """Change the connector's settings.

        What is left out stays.
        """
        connector.change(forms.parsed(ConnectorForm, request.data, partial=True), actor=actors.of(request))
        return Response(connector.shown())


class SecretView(APIView):
    """`POST /connector/secret`: with what requests are signed."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    open_while_locked = "a secret that leaked is replaced at once"
    scopes = {"POST": "skills:write"}

    @operation(ConnectorSecret, status=201)
    def post(self, request: Request) -> Response:
        """Make a new secret for the connector, told this once.

        The one before signs too for another day.
        """
        told: ConnectorSecret = {"secret": connector.make_secret(actor=actors.of(request))}
        return Response(told, status=201)


class TestView(APIView):
    """`POST /connector/test`: one call as it would be made."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    scopes = {"POST": "skills:write"}

    @operation(ConnectorTest, asks=ConnectorTestForm)
    def post(self, request: Request) -> Response:
        """Make one call to the company's service, and see what went out and what came back."""
        return Response(connector.tried(forms.body(request, ConnectorTestForm)))


class CallsView(APIView):
    """`GET /connector/calls`: the connector's log of 30 days."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS)]
    scopes = {"GET": "skills:read"}

    @operation(Listed[ConnectorCallRow], query=ConnectorCallsQuery)
    def get(self, request: Request) -> Response:
        """List the connector's calls, the newest first."""
        return Response(connector_log.page(**forms.parsed(ConnectorCallsQuery, request.query_params)))


class CallView(APIView):
    """`GET /connector/calls/{id}`: one call of the log."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    scopes = {"GET": "skills:write"}

    @operation(ConnectorCallWhole)
    def get(self, _request: Request, call_id: str) -> Response:
        """Get a call of the connector with its bodies, where they were kept.

        They hold customers' data, so this needs what changing the connector needs.
        """
        return Response(connector_log.whole(call_id))


class ActionsView(APIView):
    """`GET /connector/actions`: what waits for the connector, and what failed there."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS)]
    scopes = {"GET": "skills:read"}

    @operation(Listed[ConnectorAction])
    def get(self, _request: Request) -> Response:
        """List what waits for the connector and what failed there, the newest 50 first."""
        return Response(all_of(connector_log.actions()))


class RetryView(APIView):
    """`POST /connector/actions/{id}/retry`: one thing that failed."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    open_while_locked = "a customer waits for what it does"
    scopes = {"POST": "skills:write"}

    @operation(ConnectorAction, errors=(409,))
    def post(self, request: Request, action_id: str) -> Response:
        """Let the connector try an action anew.

        409 when it did not fail.
        """
        return Response(connector_log.again(action_id, actor=actors.of(request)))
