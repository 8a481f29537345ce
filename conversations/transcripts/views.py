"""Transcripts over REST, for customers."""

from typing import cast

from rest_framework.request import Request
from rest_framework.response import Response
from typing_extensions import TypedDict

from conversations.models import Customer
from conversations.settings.forms import body
from conversations.transcripts import asking, forms
from conversations.transcripts.asking import Asked
from conversations.waiting import showing
from conversations.widget.rest import VisitorView
from tenants.openapi.operation import operation


class TranscriptAddress(TypedDict):
    """Where a transcript can go without more ado."""

    email: str | None
    """The address that the visitor proved, with most of it hidden; null where there is none."""


class TranscriptAsked(TypedDict):
    """Where the conversation goes."""

    email: str
    needs_code: bool
    """A code went there; the conversation follows once `PUT` brings it."""


class TranscriptView(VisitorView):
    """`GET`, `POST`, `PUT /widget/transcript`: the visitor wants the conversation by mail."""

    @operation(TranscriptAddress)
    def get(self, request: Request) -> Response:
        """Show which proven address of the visitor's a transcript can go to."""
        return Response({"email": showing.masked(asking.proven(cast("Customer", request.user)))})

    @operation(TranscriptAsked, asks=forms.TranscriptForm, status=202, errors=(409, 429))
    def post(self, request: Request) -> Response:
        """Have the conversation sent by mail, to a proven address at once; to any other a code goes first.

        409 where there is no conversation, or no mail leaves.
        """
        wish = body(request, forms.TranscriptForm)
        return Response(_told(asking.ask(cast("Customer", request.user), wish["email"])), status=202)

    @operation(TranscriptAsked, asks=forms.TranscriptCodeForm, status=202)
    def put(self, request: Request) -> Response:
        """Confirm the address with the code that went there; then the conversation follows."""
        typed = body(request, forms.TranscriptCodeForm)
        return Response(_told(asking.confirm(cast("Customer", request.user), typed["code"])), status=202)


def _told(asked: Asked) -> TranscriptAsked:
    return {"email": asked.email, "needs_code": asked.needs_code}
