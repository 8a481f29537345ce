"""The settings over REST: each view parses, makes one call and renders."""

from typing import Any

from rest_framework.parsers import BaseParser, MultiPartParser
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from agents.rest.asking import all_of
from conversations.attachments.rest import ROOM_FOR_THE_FORM, sent_file
from conversations.attachments.uploads import TooLargeError
from conversations.settings import domains, forms, guide, logo, workspace
from conversations.settings.domains import CompanyDomain
from conversations.settings.guide import WelcomeGuide
from conversations.settings.workspace import Workspace
from tenants import claims
from tenants.openapi.operation import File, operation
from tenants.openapi.shapes import Listed


def origin(request: Request) -> str:
    """The origin that the request came to."""
    return f"{request.scheme}://{request.get_host()}"


class WorkspaceView(APIView):
    """`GET`, `PATCH /workspace`: the company's settings."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read", "PATCH": "settings:write"}

    @operation(Workspace)
    def get(self, request: Request) -> Response:
        """Get the company's settings."""
        return Response(workspace.shown(seen_from=origin(request)))

    @operation(Workspace, asks=forms.WorkspaceForm, partial=True)
    def patch(self, request: Request) -> Response:
        """Change the company's settings.

        What is left out stays; the last one to write a field wins.
        """
        fields = forms.parsed(forms.WorkspaceForm, request.data, partial=True)
        workspace.change(fields, actor=actors.of(request))
        return Response(workspace.shown(seen_from=origin(request)))


class LogoView(APIView):
    """`PUT /workspace/logo` with the multipart field `file`, and `DELETE`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    parser_classes: list[type[BaseParser]] = [MultiPartParser]
    scopes = {"PUT": "settings:write", "DELETE": "settings:write"}

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Look at the length first."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > logo.LARGEST + ROOM_FOR_THE_FORM:
            raise TooLargeError(logo.LARGEST)
        super().initial(request, *args, **kwargs)

    @operation(Workspace, asks={"file": File("image/*")})
    def put(self, request: Request) -> Response:
        """Set the company's logo, a PNG, JPEG or WebP picture.

        It may have 2 MB, and is kept smaller.
        """
        logo.put(sent_file(request), actor=actors.of(request))
        return Response(workspace.shown(seen_from=origin(request)))

    @operation(Workspace)
    def delete(self, request: Request) -> Response:
        """Remove the company's logo."""
        logo.remove(actor=actors.of(request))
        return Response(workspace.shown(seen_from=origin(request)))


class GuideView(APIView):
    """`GET`, `PATCH /guide`: how far the company is, and the place that it left."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS)]
    scopes = {"GET": "settings:read", "PATCH": "settings:write"}

    @operation(WelcomeGuide)
    def get(self, request: Request) -> Response:
        """Get how far the company is with setting Baton up."""
        return Response(guide.shown(seen_from=origin(request)))

    @operation(WelcomeGuide, asks=forms.WelcomePlaceForm)
    def patch(self, request: Request) -> Response:
        """Keep the step that is open, or put the guide away."""
        guide.keep(**forms.body(request, forms.WelcomePlaceForm))
        return Response(guide.shown(seen_from=origin(request)))


class DomainsView(APIView):
    """`GET`, `POST /domains`: the company's own host names."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read", "POST": "settings:write"}

    @operation(Listed[CompanyDomain])
    def get(self, _request: Request) -> Response:
        """List the company's own host names, each with the DNS record that proves it."""
        return Response(all_of(domains.listed()))

    @operation(CompanyDomain, asks=forms.DomainForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Add a host name, which waits for its proof.

        409 when it leads to another company.
        """
        made = claims.claim(forms.body(request, forms.DomainForm)["domain"], actor=actors.of(request))
        return Response(domains.shown(made), status=201)


class DomainView(APIView):
    """`DELETE /domains/{id}`: one host name of the company."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    scopes = {"DELETE": "settings:write"}

    @operation()
    def delete(self, request: Request, domain_id: str) -> Response:
        """Remove a host name, which leads here no more."""
        claims.remove(domains.access_claim(domain_id), actor=actors.of(request))
        return Response(status=204)


class DomainCheckView(APIView):
    """`POST /domains/{id}/check`: look at the DNS now."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    scopes = {"POST": "settings:write"}

    @operation(CompanyDomain)
    def post(self, request: Request, domain_id: str) -> Response:
        """Look for the DNS record of a host name now."""
        claim = domains.access_claim(domain_id)
        claims.check_now(claim, actor=actors.of(request))
        return Response(domains.shown(claim))
