"""Guides over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from assistant.skills.troubleshooting import drawing
from conversations.settings.forms import body, parsed
from conversations.skills import guides, guides_forms
from conversations.skills.views import SkillView


class GuidesView(SkillView):
    """`GET`, `POST /guides`."""

    def get(self, _request: Request) -> Response:
        """All guides by title."""
        return Response(guides.listed())

    def post(self, request: Request) -> Response:
        """201 with the new guide, which is off; 409 when the title is taken."""
        made = drawing.create(body(request, guides_forms.GuideForm), actor=actors.of(request))
        return Response(guides.whole(made), status=201)


class GuideView(SkillView):
    """`GET`, `PATCH`, `DELETE /guides/{id}`."""

    def get(self, _request: Request, guide_id: str) -> Response:
        """The guide with its steps and faults."""
        return Response(guides.whole(guides.access_guide(guide_id)))

    def patch(self, request: Request, guide_id: str) -> Response:
        """Change what is named; 409 when it was changed meanwhile, 422 when it shall be on and has a fault."""
        guide = guides.access_guide(guide_id)
        fields = parsed(guides_forms.GuideForm, request.data, partial=True)
        seen = body(request, guides_forms.SeenForm)["version"]
        return Response(guides.whole(drawing.change(guide, fields, seen=seen, actor=actors.of(request))))

    def delete(self, request: Request, guide_id: str) -> Response:
        """204."""
        drawing.remove(guides.access_guide(guide_id), actor=actors.of(request))
        return Response(status=204)


class CheckView(APIView):
    """`POST /guides/check`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SKILLS)]

    def post(self, request: Request) -> Response:
        """What is wrong with a guide as it is typed; nothing is stored."""
        return Response(guides.checked(body(request, guides_forms.DraftForm)))
