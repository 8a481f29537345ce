"""The Klarna check over REST."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.insights.klarna import checking, drafting
from conversations.rules import showing as rules_showing
from conversations.settings.forms import body, parsed

USUAL_DAYS = 90


class KlarnaCheckQuery(serializers.Serializer[None]):
    """How many days, all of them a week old."""

    days = serializers.IntegerField(min_value=14, max_value=366, default=USUAL_DAYS)


class TopicRuleForm(serializers.Serializer[None]):
    """The topic that people are to have."""

    topic = serializers.CharField(max_length=80)


class CheckView(APIView):
    """`GET /reports/klarna_check?days=90`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_REPORTS)]
    scopes = {"GET": "reports:read"}

    def get(self, request: Request) -> Response:
        """Each topic with its verdict and what stands behind it."""
        asked = checking.question(**parsed(KlarnaCheckQuery, request.query_params))
        return Response(checking.check(asked))


class DraftView(APIView):
    """`POST /reports/klarna_check/draft`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_RULES)]

    def post(self, request: Request) -> Response:
        """201 with the draft of the rules, in which the new rule is; 409 when there is such a rule."""
        topic = body(request, TopicRuleForm)["topic"]
        asked = checking.question(days=USUAL_DAYS)
        row, name = drafting.draft(topic, asked, actor=actors.of(request))
        return Response({"rule": name, "draft": rules_showing.draft(row)}, status=201)
