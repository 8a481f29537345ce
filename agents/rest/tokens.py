"""API tokens over REST."""

from datetime import datetime

from django.utils import timezone
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors, tokens
from agents.models import ApiToken
from agents.permissions import Right, may
from agents.rest.asking import Json, named, parsed, person, stamp


class NewToken(serializers.Serializer[None]):
    """What the token is for, what it may do, and until when."""

    name = serializers.CharField(max_length=80)
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=list(tokens.SCOPES)), min_length=1)
    expires_at = serializers.DateTimeField(required=False, allow_null=True, default=None)

    def validate_expires_at(self, value: datetime | None) -> datetime | None:
        """A token that ran out already helps nobody."""
        if value is not None and value <= timezone.now():
            raise serializers.ValidationError("must lie ahead.")
        return value


class TokenView(APIView):
    """A view for those who manage tokens; a token manages none."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_TOKENS)]


class Tokens(TokenView):
    """`GET`, `POST /tokens`."""

    def get(self, request: Request) -> Response:
        """The tokens, and what one may be given."""
        scopes = [{"name": name, "text": text} for name, text in tokens.SCOPES.items()]
        return Response({"data": [_shown(one) for one in tokens.listed()], "scopes": scopes})

    def post(self, request: Request) -> Response:
        """201 with the secret, told this once."""
        asked = parsed(NewToken, request)
        made, secret = tokens.issue(
            person(request),
            asked["name"],
            scopes=asked["scopes"],
            expires_at=asked["expires_at"],
            actor=actors.of(request),
        )
        return Response({**_shown(made), "secret": secret}, status=201)


class OneToken(TokenView):
    """`DELETE /tokens/{id}`."""

    def delete(self, request: Request, token_id: str) -> Response:
        """204; the next request with it is refused."""
        tokens.revoke(token_id, actor=actors.of(request))
        return Response(status=204)


def _shown(one: ApiToken) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "scopes": one.scopes,
        "ending": one.ending,
        "created_at": stamp(one.created_at),
        "created_by": named(one.created_by),
        "expires_at": stamp(one.expires_at),
        "last_used_at": stamp(one.last_used_at),
    }
