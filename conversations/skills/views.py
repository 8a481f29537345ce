"""Skills over REST: each view parses, loads with permission, makes one call and renders."""

from django.db import transaction
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from agents.rest.asking import all_of
from assistant.skills import setting_up
from conversations.settings.forms import body, parsed
from conversations.skills import forms, showing, trying, using
from conversations.skills.showing import PolicyInWords, SkillRow, SkillWhole
from conversations.skills.trying import Rehearsal, RehearsedReply
from conversations.skills.using import SkillUseRow
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class SkillView(APIView):
    """A view that people read and admins write."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SKILLS, to_change=Right.WRITE_SKILLS)]
    scopes = {
        "GET": "skills:read",
        "POST": "skills:write",
        "PATCH": "skills:write",
        "DELETE": "skills:write",
    }


class SkillsView(SkillView):
    """`GET /skills`: what the assistant can do by itself."""

    @operation(Listed[SkillRow])
    def get(self, _request: Request) -> Response:
        """List the skills of the assistant, with how each was used lately."""
        return Response(all_of(showing.listed()))


class OneSkillView(SkillView):
    """`GET`, `PATCH /skills/{name}`: one skill of the assistant."""

    @operation(SkillWhole)
    def get(self, _request: Request, name: str) -> Response:
        """Get a skill of the assistant with its policy."""
        return Response(showing.whole(showing.access_skill(name)))

    @operation(SkillWhole, asks=forms.SkillSettingsForm)
    @transaction.atomic
    def patch(self, request: Request, name: str) -> Response:
        """Switch a skill of the assistant on or off, or give it a policy.

        The policy is what the skill's `shape` allows; 422 names the setting that cannot be.
        """
        skill, fields, actor = showing.access_skill(name), body(request, forms.SkillSettingsForm), actors.of(request)
        if "policy" in fields:
            setting_up.set_policy(skill, fields["policy"], actor=actor)
        if "on" in fields:
            setting_up.switch(skill, on=fields["on"], actor=actor)
        return Response(showing.whole(skill))


class DescribeView(APIView):
    """`POST /skills/{name}/describe`: a policy in words."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SKILLS)]
    scopes = {"POST": "skills:read"}

    @operation(PolicyInWords, asks=forms.SkillPolicyForm)
    def post(self, request: Request, name: str) -> Response:
        """Say in sentences what a policy would mean.

        Nothing is stored.
        """
        skill = showing.access_skill(name)
        policy = setting_up.read(skill, body(request, forms.SkillPolicyForm)["policy"])
        return Response(showing.described(skill, policy))


class TryView(APIView):
    """`POST /skills/{name}/try`: a rehearsal with a skill of the assistant."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SKILLS)]
    scopes = {"POST": "skills:read"}

    @operation(RehearsedReply, asks=forms.RehearsalForm)
    def post(self, request: Request, name: str) -> Response:
        """Try a skill, and get what it would reply to the last line.

        Nothing is stored or done.
        """
        asked = body(request, forms.RehearsalForm)
        skill = showing.access_skill(name)
        policy = setting_up.in_force(skill) if asked["policy"] is None else setting_up.read(skill, asked["policy"])
        rehearsal = Rehearsal(asked["lines"], asked["task"], asked["email"], asked["proven"])
        return Response(trying.tried(skill, policy, rehearsal))


class UsesView(APIView):
    """`GET /skills/{name}/conversations?outcome=handed_over`: where a skill was used."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    @operation(Listed[SkillUseRow], query=forms.SkillUsesQuery)
    def get(self, request: Request, name: str) -> Response:
        """List the newest 50 conversations of the last 30 days in which a skill ended so."""
        outcome = parsed(forms.SkillUsesQuery, request.query_params)["outcome"]
        return Response(all_of(using.conversations(showing.access_skill(name).name, outcome)))
