"""Uploads over REST, for visitors with their token and for the desk: multipart, one file in the field `file`."""

from typing import Any, ClassVar, cast

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q, QuerySet
from django.utils.translation import gettext
from rest_framework.authentication import BaseAuthentication
from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations import wire
from conversations.attachments import claiming, uploads
from conversations.models import Attachment, Customer
from conversations.widget.authentication import IsVisitor, VisitorToken
from tenants.errors import NotFoundError, ParameterError
from tenants.openapi.operation import File, operation

ONE_FILE = {"file": File("application/octet-stream")}
ROOM_FOR_THE_FORM = 16 * 1024  # bytes of a request around the file itself


class Uploads(APIView):
    """A view that takes a file; too long a request is refused before any of it is read."""

    parser_classes: list[type[BaseParser]] = [MultiPartParser]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Look at the length first."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > uploads.LARGEST + ROOM_FOR_THE_FORM:
            raise uploads.TooLargeError
        super().initial(request, *args, **kwargs)


class VisitorUploads(Uploads):
    """`POST /widget/attachments`: a customer uploads a file."""

    authentication_classes: list[type[BaseAuthentication]] = [VisitorToken]
    permission_classes: list[type[BasePermission]] = [IsVisitor]
    security: ClassVar[list[dict[str, list[str]]]] = [{"visitor": []}]

    @operation(wire.FileRow, asks=ONE_FILE, status=201, errors=(410,))
    def post(self, request: Request) -> Response:
        """Upload a file as a customer, which a message may name within a day."""
        return Response(_shown(uploads.of_customer(cast("Customer", request.user), sent_file(request))), status=201)


class VisitorUpload(APIView):
    """`GET /widget/attachments/{id}`: a file of the visitor's own conversation."""

    authentication_classes: list[type[BaseAuthentication]] = [VisitorToken]
    permission_classes: list[type[BasePermission]] = [IsVisitor]
    security: ClassVar[list[dict[str, list[str]]]] = [{"visitor": []}]

    @operation(wire.FileRow)
    def get(self, request: Request, attachment_id: str) -> Response:
        """Retrieve a file of the customer's own conversations, with a fresh link."""
        customer = cast("Customer", request.user)
        own = Q(customer=customer) | Q(message__conversation__customer=customer)
        return Response(_shown(_found(Attachment.objects.filter(own), attachment_id)))


class DeskUploads(Uploads):
    """`POST /attachments`: an agent uploads a file."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": Acting("conversations:write")}

    @operation(wire.FileRow, asks=ONE_FILE, status=201)
    def post(self, request: Request) -> Response:
        """Upload a file, which a message of the agent may name within a day."""
        return Response(_shown(uploads.of_agent(cast("Agent", request.user), sent_file(request))), status=201)


class DeskUpload(APIView):
    """`GET /attachments/{id}`: a file that was sent, or the agent's own."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    @operation(wire.FileRow)
    def get(self, request: Request, attachment_id: str) -> Response:
        """Retrieve a file that was sent, or that the agent uploaded, with a fresh link."""
        by = actors.agent(request)
        sent = Q(message__isnull=False)
        sent_or_own = sent if by is None else sent | Q(agent=by)
        return Response(_shown(_found(Attachment.objects.filter(sent_or_own), attachment_id)))


def sent_file(request: Request) -> UploadedFile:
    """The one file of a multipart request; ParameterError without one, or with several."""
    files = request.FILES.getlist("file")
    if len(files) != 1:
        raise ParameterError(gettext("file: send one file, as multipart/form-data."), param="file")
    return cast("UploadedFile", files[0])


def _found(among: QuerySet[Attachment], attachment_id: str) -> Attachment:
    try:
        found = among.filter(pk=attachment_id).first()
    except ValidationError:
        found = None
    if found is None:
        raise NotFoundError(gettext("There is no such file here."), param="attachment_id")
    return found


def _shown(upload: Attachment) -> wire.FileRow:
    return wire.attachment(claiming.snapshot([upload])[0])
