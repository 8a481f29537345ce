"""Signed identity over REST: the secret, told once, and whether it is enforced."""

from typing import Any

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations import wire
from conversations.identity import secrets, signature
from conversations.identity.signature import IdentityRefusedError
from conversations.models import Customer
from conversations.settings import forms

Json = dict[str, Any]


class IdentityForm(serializers.Serializer[None]):
    """What can be changed of it."""

    enforce = serializers.BooleanField()


class SecretForm(serializers.Serializer[None]):
    """Whether the secret before shall count for another week."""

    keep_old = serializers.BooleanField(default=True)


class TokenForm(serializers.Serializer[None]):
    """A token to try."""

    token = serializers.CharField(max_length=10_000, trim_whitespace=True)


def shown() -> Json:
    """How it stands; never a secret."""
    settings = secrets.stored()
    until = settings.previous_until if settings.previous_secret else None
    return {
        "has_secret": bool(settings.secret),
        "made_at": wire.stamp(settings.made_at) if settings.made_at else None,
        "old_until": wire.stamp(until) if until else None,
        "last_used_at": wire.stamp(settings.last_used_at) if settings.last_used_at else None,
        "enforce": settings.enforce,
        "customers": Customer.objects.exclude(external_id="").count(),
    }


class IdentityView(APIView):
    """`GET`, `PATCH /identity`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]

    def get(self, _request: Request) -> Response:
        """How it stands."""
        return Response(shown())

    def patch(self, request: Request) -> Response:
        """Enforce it or not; 409 without a secret."""
        fields = forms.body(request, IdentityForm)
        secrets.enforce(on=fields["enforce"], actor=actors.of(request))
        return Response(shown())


class SecretView(APIView):
    """`POST /identity/secret`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    open_while_locked = "a secret that leaked is replaced at once"

    def post(self, request: Request) -> Response:
        """201 with a new secret, which is told this once."""
        fields = forms.body(request, SecretForm)
        made = secrets.rotate(keep_old=fields["keep_old"], actor=actors.of(request))
        return Response({**shown(), "secret": made}, status=201)


class OldSecretView(APIView):
    """`DELETE /identity/old_secret`."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]

    def delete(self, request: Request) -> Response:
        """204; the secret before counts no more."""
        secrets.end_old(actor=actors.of(request))
        return Response(status=204)


class TestView(APIView):
    """`POST /identity/test`: would this token count?"""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]

    def post(self, request: Request) -> Response:
        """What it says, or why it would not; nothing is stored."""
        token = forms.body(request, TokenForm)["token"]
        try:
            claims = signature.tried(token, secrets.stored())
        except IdentityRefusedError as error:
            return Response({"ok": False, "code": error.code, "problem": error.message, "claims": None})
        told = {"sub": claims.sub, "email": claims.email, "name": claims.name, "attributes": claims.attributes or {}}
        return Response({"ok": True, "code": None, "problem": None, "claims": {**told, "exp": claims.expires_at}})
