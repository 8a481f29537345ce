"""How conversations find people, over REST."""

from typing import Any

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, dispatching
from agents.dispatching import Routing
from agents.permissions import Right, may
from agents.rest.asking import parsed
from agents.routing import LADDER, Ask
from tenants.openapi.operation import operation

AN_HOUR, A_DAY = 3600, 86_400
LEAST_GRACE = 60  # a socket tells every 25 s that somebody is there; one lost sign must not be the end


class LadderStepForm(serializers.Serializer[None]):
    """A step of the ladder."""

    drops = serializers.ChoiceField(choices=[ask.value for ask in Ask])
    after_seconds = serializers.IntegerField(min_value=0, max_value=A_DAY)


class TeamTimerForm(serializers.Serializer[None]):
    """A team's own accept timer; null: the company's."""

    id = serializers.CharField(max_length=40)
    accept_seconds = serializers.IntegerField(min_value=10, max_value=AN_HOUR, allow_null=True)


class RoutingForm(serializers.Serializer[None]):
    """What may be changed; what is left out stays."""

    accept_seconds = serializers.IntegerField(min_value=10, max_value=AN_HOUR, required=False)
    least_level = serializers.IntegerField(min_value=1, max_value=5, required=False)
    idle_seconds = serializers.IntegerField(min_value=60, max_value=4 * AN_HOUR, required=False)
    grace_seconds = serializers.IntegerField(min_value=LEAST_GRACE, max_value=AN_HOUR, required=False)
    ladder: Any = serializers.ListField(child=LadderStepForm(), max_length=len(LADDER), required=False)
    teams: Any = serializers.ListField(child=TeamTimerForm(), max_length=200, required=False)


class Dispatching(APIView):
    """`GET`, `PATCH /routing`: how conversations find people."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read", "PATCH": "settings:write"}

    @operation(Routing)
    def get(self, _request: Request) -> Response:
        """Get how conversations find people."""
        return Response(dispatching.shown())

    @operation(Routing, asks=RoutingForm)
    def patch(self, request: Request) -> Response:
        """Change how conversations find people.

        It counts from the next choice on.
        """
        return Response(dispatching.change(parsed(RoutingForm, request), actor=actors.of(request)))
