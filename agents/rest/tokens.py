"""API tokens over REST."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors, tokens
from agents.models import ApiToken
from agents.permissions import Right, may
from agents.rest.asking import AgentName, agent_name, parsed, person, stamp
from tenants.openapi.operation import operation


class TokenForm(serializers.Serializer[None]):
    """What the token is for, what it may do, and until when."""

    name = serializers.CharField(max_length=80)
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=list(tokens.SCOPES)), min_length=1)
    expires_at = serializers.DateTimeField(required=False, allow_null=True, default=None)

    def validate_expires_at(self, value: datetime | None) -> datetime | None:
        """A token that ran out already helps nobody."""
        if value is not None and value <= timezone.now():
            raise serializers.ValidationError(gettext("must lie ahead."))
        return value


class TokenRow(TypedDict):
    """A program's right to use this interface; its secret is told once and never again."""

    id: str
    name: str
    scopes: list[str]
    ending: str
    """The last letters of the secret, to tell it from others."""
    created_at: str
    created_by: AgentName | None
    """Null for one who is no longer here."""
    expires_at: str | None
    last_used_at: str | None


class NewToken(TokenRow):
    """A token that was just made."""

    secret: str
    """Send it as `Authorization: Bearer …`; it is told this once."""


class Scope(TypedDict):
    """What a token may be given."""

    name: str
    text: str
    """What it lets a program do, in words."""


class TokenList(TypedDict):
    """The tokens, and what one may be given."""

    data: list[TokenRow]
    has_more: bool
    next_cursor: str | None
    scopes: list[Scope]


class TokenView(APIView):
    """A view for those who manage tokens; a token manages none."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_TOKENS)]


class Tokens(TokenView):
    """`GET`, `POST /tokens`: what programs show instead of a session."""

    @operation(TokenList)
    def get(self, request: Request) -> Response:
        """List the tokens, and the scopes that one may be given."""
        told: TokenList = {
            "data": [_shown(one) for one in tokens.listed()],
            "has_more": False,
            "next_cursor": None,
            "scopes": [{"name": name, "text": gettext(text)} for name, text in tokens.SCOPES.items()],
        }
        return Response(told)

    @operation(NewToken, asks=TokenForm, status=201)
    def post(self, request: Request) -> Response:
        """Make a token, and get its secret, which is told this once."""
        asked = parsed(TokenForm, request)
        made, secret = tokens.issue(
            person(request),
            asked["name"],
            scopes=asked["scopes"],
            expires_at=asked["expires_at"],
            actor=actors.of(request),
        )
        told: NewToken = {**_shown(made), "secret": secret}
        return Response(told, status=201)


class OneToken(TokenView):
    """`DELETE /tokens/{id}`: one token."""

    @operation()
    def delete(self, request: Request, token_id: str) -> Response:
        """Revoke a token.

        The next request with it is refused.
        """
        tokens.revoke(token_id, actor=actors.of(request))
        return Response(status=204)


def _shown(one: ApiToken) -> TokenRow:
    return {
        "id": one.id,
        "name": one.name,
        "scopes": one.scopes,
        "ending": one.ending,
        "created_at": stamp(one.created_at),
        "created_by": agent_name(one.created_by),
        "expires_at": stamp(one.expires_at),
        "last_used_at": stamp(one.last_used_at),
    }
