"""Migrations over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any

from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.attachments.rest import ROOM_FOR_THE_FORM
from conversations.attachments.uploads import TooLargeError
from conversations.migrating import acting, forms, showing
from conversations.models import MigrationSource
from conversations.settings.forms import parsed
from tenants.openapi.operation import File, operation
from tenants.openapi.shapes import Listed


class MigrationsView(APIView):
    """A view for those who manage the settings: it writes conversations of the whole company at once."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    scopes = {"GET": "conversations:read", "POST": "conversations:write"}


class AllView(MigrationsView):
    """`GET`, `POST /migrations`: files from elsewhere."""

    parser_classes: list[type[BaseParser]] = [MultiPartParser]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Look at the length first."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > acting.LARGEST + ROOM_FOR_THE_FORM:
            raise TooLargeError(acting.LARGEST)
        super().initial(request, *args, **kwargs)

    @operation(Listed[showing.MigrationRow], query=forms.MigrationsQuery)
    def get(self, request: Request) -> Response:
        """List the migrations, the newest first."""
        return Response(showing.newest(**parsed(forms.MigrationsQuery, request.query_params)))

    @operation(
        showing.MigrationRow,
        asks={"source": MigrationSource, "file": File("application/json")},
        status=201,
    )
    def post(self, request: Request) -> Response:
        """Send a file of conversations or customers from elsewhere.

        A job reads it; nothing is stored before you looked through it and applied it. Send JSON or JSON lines of
        Chatwoot or Intercom, or a list of customers as JSON, JSON lines or CSV, of at most 10 MB. Conversations and
        customers that were brought before are known again, so a second file may hold them too.
        """
        source = parsed(forms.MigrationForm, {"source": request.data.get("source", "")})["source"]
        made = acting.begin(request.FILES.get("file"), source=source, actor=actors.of(request))
        return Response(showing.shown(made), status=201)


class OneView(MigrationsView):
    """`GET /migrations/{id}`: one of them."""

    @operation(showing.MigrationRow)
    def get(self, _request: Request, migration_id: str) -> Response:
        """Fetch a migration, with how far it is and what it found."""
        return Response(showing.shown(showing.access(migration_id)))


class ItemsView(MigrationsView):
    """`GET /migrations/{id}/items`: what it holds."""

    @operation(Listed[showing.MigrationItemRow], query=forms.MigrationItemsQuery)
    def get(self, request: Request, migration_id: str) -> Response:
        """List the customers and conversations that a migration holds, in the order of its file."""
        asked = parsed(forms.MigrationItemsQuery, request.query_params)
        return Response(showing.page(showing.access(migration_id), **asked))


class ApplyView(MigrationsView):
    """`POST /migrations/{id}/apply`: the last step, after a look through it."""

    @operation(showing.MigrationRow, errors=(409,))
    def post(self, request: Request, migration_id: str) -> Response:
        """Store every customer and every conversation of a migration that has no problem.

        A job does it; 409 unless the migration waits for that.
        """
        row = showing.access(migration_id)
        acting.apply(row, actor=actors.of(request))
        return Response(showing.shown(row))


class CancelView(MigrationsView):
    """`POST /migrations/{id}/cancel`: an end before its time."""

    @operation(showing.MigrationRow, errors=(409,))
    def post(self, request: Request, migration_id: str) -> Response:
        """End a migration before its time.

        Before it is applied nothing of it stays; while it is applied, what was stored stays until you undo it.
        """
        row = showing.access(migration_id)
        acting.cancel(row, actor=actors.of(request))
        return Response(showing.shown(row))


class UndoView(MigrationsView):
    """`POST /migrations/{id}/undo`: within thirty days."""

    @operation(showing.MigrationRow, errors=(409,))
    def post(self, request: Request, migration_id: str) -> Response:
        """Take back what a migration stored and nobody worked with since.

        A job does it; 409 after thirty days, or when nothing was stored.
        """
        row = showing.access(migration_id)
        acting.undo(row, actor=actors.of(request))
        return Response(showing.shown(row))
