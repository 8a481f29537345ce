"""The settings over REST: each view parses, makes one call and renders."""

from typing import Any

from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.attachments.rest import ROOM_FOR_THE_FORM, sent_file
from conversations.attachments.uploads import TooLargeError
from conversations.settings import domains, forms, guide, logo, workspace
from tenants import claims


def origin(request: Request) -> str:
    """The origin that the request came to."""
    return f"{request.scheme}://{request.get_host()}"


class WorkspaceView(APIView):
    """`GET`, `PATCH /workspace`: the company's settings."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read"}

    def get(self, request: Request) -> Response:
        """All settings."""
        return Response(workspace.shown(seen_from=origin(request)))

    def patch(self, request: Request) -> Response:
        """Change the settings that are named; the last one to write a field wins."""
        fields = forms.parsed(forms.WorkspaceForm, request.data, partial=True)
        workspace.change(fields, actor=actors.of(request))
        return Response(workspace.shown(seen_from=origin(request)))


class LogoView(APIView):
    """`PUT /workspace/logo` with the multipart field `file`, and `DELETE`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    parser_classes: list[type[BaseParser]] = [MultiPartParser]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Look at the length first."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > logo.LARGEST + ROOM_FOR_THE_FORM:
            raise TooLargeError(logo.LARGEST)
        super().initial(request, *args, **kwargs)

    def put(self, request: Request) -> Response:
        """The workspace with its new logo."""
        logo.put(sent_file(request), actor=actors.of(request))
        return Response(workspace.shown(seen_from=origin(request)))

    def delete(self, request: Request) -> Response:
        """The workspace without a logo."""
        logo.remove(actor=actors.of(request))
        return Response(workspace.shown(seen_from=origin(request)))


class GuideView(APIView):
    """`GET`, `PATCH /guide`: how far the company is, and the place that it left."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS)]

    def get(self, request: Request) -> Response:
        """The steps as they stand."""
        return Response(guide.shown(seen_from=origin(request)))

    def patch(self, request: Request) -> Response:
        """Keep the place."""
        guide.keep(**forms.body(request, forms.GuideForm))
        return Response(guide.shown(seen_from=origin(request)))


class DomainsView(APIView):
    """`GET`, `POST /domains`: the company's own host names."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]

    def get(self, _request: Request) -> Response:
        """All of them, with the record that proves each."""
        return Response({"data": domains.listed()})

    def post(self, request: Request) -> Response:
        """201 with the new one, which waits for its proof; 409 when it leads to another company."""
        made = claims.claim(forms.body(request, forms.DomainForm)["domain"], actor=actors.of(request))
        return Response(domains.shown(made), status=201)


class DomainView(APIView):
    """`DELETE /domains/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]

    def delete(self, request: Request, domain_id: str) -> Response:
        """204; the host name leads here no more."""
        claims.remove(domains.access_claim(domain_id), actor=actors.of(request))
        return Response(status=204)


class DomainCheckView(APIView):
    """`POST /domains/{id}/check`: look at the DNS now."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]

    def post(self, request: Request, domain_id: str) -> Response:
        """How it stands now."""
        claim = domains.access_claim(domain_id)
        claims.check_now(claim, actor=actors.of(request))
        return Response(domains.shown(claim))
