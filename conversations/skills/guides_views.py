"""Guides over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from agents.rest.asking import all_of
from assistant.skills.troubleshooting import drawing
from conversations.settings.forms import body, parsed
from conversations.skills import guides, guides_forms
from conversations.skills.guides import GuideFaults, GuideRow, GuideWhole
from conversations.skills.views import SkillView
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class GuidesView(SkillView):
    """`GET`, `POST /guides`: questions that lead customers to the cause of a trouble."""

    @operation(Listed[GuideRow])
    def get(self, _request: Request) -> Response:
        """List the guides, by title."""
        return Response(all_of(guides.listed()))

    @operation(GuideWhole, asks=guides_forms.GuideForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Make a guide, which is off.

        409 when the title is taken.
        """
        made = drawing.create(body(request, guides_forms.GuideForm), actor=actors.of(request))
        return Response(guides.whole(made), status=201)


class GuideView(SkillView):
    """`GET`, `PATCH`, `DELETE /guides/{id}`: one guide."""

    @operation(GuideWhole)
    def get(self, _request: Request, guide_id: str) -> Response:
        """Get a guide with its steps, and what is wrong with it."""
        return Response(guides.whole(guides.access_guide(guide_id)))

    @operation(GuideWhole, asks=guides_forms.GuideChangeForm, partial=True, errors=(409,))
    def patch(self, request: Request, guide_id: str) -> Response:
        """Change a guide, or switch it on or off.

        What is left out stays; 409 when it was changed meanwhile, 422 when it shall be on and has a fault.
        """
        guide = guides.access_guide(guide_id)
        fields = parsed(guides_forms.GuideChangeForm, request.data, partial=True)
        seen = fields.pop("version", None)
        return Response(guides.whole(drawing.change(guide, fields, seen=seen, actor=actors.of(request))))

    @operation()
    def delete(self, request: Request, guide_id: str) -> Response:
        """Remove a guide."""
        drawing.remove(guides.access_guide(guide_id), actor=actors.of(request))
        return Response(status=204)


class CheckView(APIView):
    """`POST /guides/check`: a guide as it is typed."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SKILLS)]
    scopes = {"POST": "skills:read"}

    @operation(GuideFaults, asks=guides_forms.GuideDraftForm)
    def post(self, request: Request) -> Response:
        """Say what is wrong with a guide.

        Nothing is stored.
        """
        return Response(guides.checked(body(request, guides_forms.GuideDraftForm)))
