"""How conversations find people, over REST."""

from typing import Any

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, dispatching
from agents.permissions import Right, may
from agents.rest.asking import parsed
from agents.routing import LADDER, Ask

AN_HOUR, A_DAY = 3600, 86_400
LEAST_GRACE = 60  # a socket tells every 25 s that somebody is there; one lost sign must not be the end


class RungForm(serializers.Serializer[None]):
    """A step of the ladder."""

    drops = serializers.ChoiceField(choices=[ask.value for ask in Ask])
    after_seconds = serializers.IntegerField(min_value=0, max_value=A_DAY)


class TeamForm(serializers.Serializer[None]):
    """A team's own accept timer; null: the company's."""

    id = serializers.CharField(max_length=40)
    accept_seconds = serializers.IntegerField(min_value=10, max_value=AN_HOUR, allow_null=True)


class Change(serializers.Serializer[None]):
    """What may be changed; what is left out stays."""

    accept_seconds = serializers.IntegerField(min_value=10, max_value=AN_HOUR, required=False)
    least_level = serializers.IntegerField(min_value=1, max_value=5, required=False)
    idle_seconds = serializers.IntegerField(min_value=60, max_value=4 * AN_HOUR, required=False)
    grace_seconds = serializers.IntegerField(min_value=LEAST_GRACE, max_value=AN_HOUR, required=False)
    ladder: Any = serializers.ListField(child=RungForm(), max_length=len(LADDER), required=False)
    teams: Any = serializers.ListField(child=TeamForm(), max_length=200, required=False)


class Dispatching(APIView):
    """`GET`, `PATCH /routing`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]

    def get(self, _request: Request) -> Response:
        """Timers, ladder, idle time and grace."""
        return Response(dispatching.shown())

    def patch(self, request: Request) -> Response:
        """All of it as it is now; it counts from the next choice on."""
        return Response(dispatching.change(parsed(Change, request), actor=actors.of(request)))
