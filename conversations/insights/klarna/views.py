"""The Klarna check over REST."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.permissions import Right, may
from conversations.insights.klarna import checking, drafting
from conversations.rules import showing as rules_showing
from conversations.settings.forms import body, parsed
from tenants.openapi.operation import operation

USUAL_DAYS = 90


class KlarnaCheckQuery(serializers.Serializer[None]):
    """How many days, all of them a week old."""

    days = serializers.IntegerField(min_value=14, max_value=366, default=USUAL_DAYS)


class TopicRuleForm(serializers.Serializer[None]):
    """The topic that people are to have."""

    topic = serializers.CharField(max_length=80)


class TopicRuleDraft(TypedDict):
    """The new rule by its name, and the draft of the rules in which it stands."""

    rule: str
    draft: rules_showing.RulesDraft


class CheckView(APIView):
    """`GET /reports/klarna_check?days=90`: where automation costs trust."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = {"GET": "reports:read"}

    @operation(checking.KlarnaCheck, query=KlarnaCheckQuery)
    def get(self, request: Request) -> Response:
        """Get each topic with whether automation costs trust there, and what stands behind that."""
        asked = checking.question(**parsed(KlarnaCheckQuery, request.query_params))
        return Response(checking.check(asked))


class DraftView(APIView):
    """`POST /reports/klarna_check/draft`: a rule that gives a topic to people."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_RULES)]
    scopes = {"POST": "rules:write"}

    @operation(TopicRuleDraft, asks=TopicRuleForm, status=201, errors=(404, 409))
    def post(self, request: Request) -> Response:
        """Draft a rule that gives a topic to people; it counts once the draft is published."""
        topic = body(request, TopicRuleForm)["topic"]
        asked = checking.question(days=USUAL_DAYS)
        row, name = drafting.draft(topic, asked, actor=actors.of(request))
        return Response({"rule": name, "draft": rules_showing.draft(row)}, status=201)
