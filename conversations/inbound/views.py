"""The door for mail: the mail server posts each mail as it came."""

import secrets
from typing import Any

from django.conf import settings
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import APIException
from rest_framework.parsers import BaseParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from conversations.inbound import mail
from tenants.openapi.operation import File, operation

MAIL_SERVER = "mail server"
MOST_BYTES = 25 * 1024 * 1024


class TooLargeError(APIException):
    """The mail is over 25 MB."""

    status_code = 413
    default_detail = "A mail may have 25 MB at most."
    default_code = "too_large"


class MailTaken(TypedDict):
    """Where a mail went."""

    conversation_id: str | None
    """Null where it belongs to no conversation."""
    seq: int | None
    """Of the message that it became; null where it became none."""


class MailServerSecret(BaseAuthentication):
    """The mail server proves itself with the secret that it shares with us."""

    def authenticate(self, request: Request) -> tuple[None, str] | None:
        """Nobody's account, but known to be the mail server; None when the secret is missing or wrong."""
        return (None, MAIL_SERVER) if is_mail_server(request.META.get("HTTP_AUTHORIZATION", "")) else None

    def authenticate_header(self, request: Request) -> str:
        """Makes a missing secret a 401 instead of a 403."""
        return 'Bearer realm="mail"'


def is_mail_server(authorization: str) -> bool:
    """Whether an Authorization header carries a secret that the mail server shares with us; two while it is changed."""
    good = [secret.strip() for secret in settings.INBOUND_MAIL_SECRET.split(",") if secret.strip()]
    return any(secrets.compare_digest(authorization.encode(), f"Bearer {secret}".encode()) for secret in good)


class IsMailServer(BasePermission):
    """The mail server alone."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether the secret was right."""
        return request.auth == MAIL_SERVER


class MailParser(BaseParser):
    """The body as it is, read no further than it may be long."""

    media_type = "message/rfc822"

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> dict[str, bytes]:
        """The bytes of the mail as `raw`; TooLargeError over 25 MB."""
        raw: bytes = stream.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise TooLargeError
        return {"raw": raw}


class InboundMail(APIView):
    """`POST /mail/inbound`: one mail, as raw bytes."""

    authentication_classes = [MailServerSecret]
    permission_classes = [IsMailServer]
    parser_classes = [MailParser]
    security: list[dict[str, list[str]]] = [{"mail_server": []}]

    @operation(MailTaken, asks=File(MailParser.media_type), errors=(404,))
    def post(self, request: Request) -> Response:
        """Hand over a mail as it came.

        A mail that is handed over again changes nothing. It may have 25 MB; 404 where no company has the host name.
        """
        taken = mail.take(request.data.get("raw", b""))
        told: MailTaken = {"conversation_id": taken.conversation_id, "seq": taken.seq}
        return Response(told)
