"""Skills over REST: each view parses, loads with permission, makes one call and renders."""

from django.db import transaction
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from assistant.skills import setting_up
from conversations.settings.forms import body, parsed
from conversations.skills import forms, showing, trying, using
from conversations.skills.trying import Rehearsal


class SkillView(APIView):
    """A view that people read and admins write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SKILLS, to_change=Right.WRITE_SKILLS)]
    scopes = {"GET": "settings:read"}


class SkillsView(SkillView):
    """`GET /skills`."""

    def get(self, _request: Request) -> Response:
        """All skills, in the order in which the console lists them."""
        return Response(showing.listed())


class OneSkillView(SkillView):
    """`GET`, `PATCH /skills/{name}`."""

    def get(self, _request: Request, name: str) -> Response:
        """The skill with its policy."""
        return Response(showing.whole(showing.access_skill(name)))

    @transaction.atomic
    def patch(self, request: Request, name: str) -> Response:
        """Switch it, or give it a policy; 422 names the setting that cannot be."""
        skill, fields, actor = showing.access_skill(name), body(request, forms.SkillForm), actors.of(request)
        if "policy" in fields:
            setting_up.set_policy(skill, fields["policy"], actor=actor)
        if "on" in fields:
            setting_up.switch(skill, on=fields["on"], actor=actor)
        return Response(showing.whole(skill))


class DescribeView(APIView):
    """`POST /skills/{name}/describe`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SKILLS)]

    def post(self, request: Request, name: str) -> Response:
        """What a policy would mean, in sentences; nothing is stored."""
        skill = showing.access_skill(name)
        policy = setting_up.read(skill, body(request, forms.PolicyForm)["policy"])
        return Response(showing.described(skill, policy))


class TryView(APIView):
    """`POST /skills/{name}/try`; the name of a guide's skill is its id."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SKILLS)]

    def post(self, request: Request, name: str) -> Response:
        """What comes back to the last line, by the code of the live turn; nothing is stored or done."""
        asked = body(request, forms.TryForm)
        skill = showing.access_skill(name)
        policy = setting_up.in_force(skill) if asked["policy"] is None else setting_up.read(skill, asked["policy"])
        rehearsal = Rehearsal(asked["lines"], asked["task"], asked["email"], asked["proven"])
        return Response(trying.tried(skill, policy, rehearsal))


class UsesView(APIView):
    """`GET /skills/{name}/conversations?outcome=handed_over`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    def get(self, request: Request, name: str) -> Response:
        """The newest conversations of the last 30 days in which the skill ended so, at most 50."""
        outcome = parsed(forms.OutcomeQuery, request.query_params)["outcome"]
        return Response(using.conversations(showing.access_skill(name).name, outcome))
