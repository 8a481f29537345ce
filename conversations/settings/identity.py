"""Signed identity over REST: the secret, told once, and whether it is enforced."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.permissions import Right, may
from conversations import wire
from conversations.identity import secrets, signature
from conversations.identity.signature import IdentityRefusedError
from conversations.models import Customer
from conversations.settings import forms
from tenants.openapi.operation import operation


class IdentityForm(serializers.Serializer[None]):
    """What can be changed of it."""

    enforce = serializers.BooleanField()


class IdentitySecretForm(serializers.Serializer[None]):
    """Whether the secret before shall count for another week."""

    keep_old = serializers.BooleanField(default=True)


class IdentityTokenForm(serializers.Serializer[None]):
    """A token to try."""

    token = serializers.CharField(max_length=10_000, trim_whitespace=True)


class Identity(TypedDict):
    """How signed identity stands; never a secret."""

    has_secret: bool
    made_at: str | None
    old_until: str | None
    """Until when the secret before counts too; null when it does not."""
    last_used_at: str | None
    enforce: bool
    """Customers with an identity must show it again once it ran out."""
    customers: int
    """How many were identified."""


class IdentitySecret(Identity):
    """A secret that was just made."""

    secret: str
    """Sign with it; it is told this once."""


class IdentityClaims(TypedDict):
    """What a token says of a customer."""

    sub: str
    email: str
    name: str
    attributes: dict[str, str | int | float | bool | None]
    exp: int
    """Seconds since 1970."""


class IdentityTest(TypedDict):
    """Whether a token would count."""

    ok: bool
    code: str | None
    """Why it would not, for programs."""
    problem: str | None
    """The same for people."""
    claims: IdentityClaims | None


def shown() -> Identity:
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
    """`GET`, `PATCH /identity`: customers whom the company's own server signs for."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read", "PATCH": "settings:write"}

    @operation(Identity)
    def get(self, _request: Request) -> Response:
        """Get how signed identity stands."""
        return Response(shown())

    @operation(Identity, asks=IdentityForm, errors=(409,))
    def patch(self, request: Request) -> Response:
        """Enforce signed identity, or do not.

        409 without a secret.
        """
        fields = forms.body(request, IdentityForm)
        secrets.enforce(on=fields["enforce"], actor=actors.of(request))
        return Response(shown())


class SecretView(APIView):
    """`POST /identity/secret`: with what the company's server signs."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    open_while_locked = "a secret that leaked is replaced at once"
    scopes = {"POST": "settings:write"}

    @operation(IdentitySecret, asks=IdentitySecretForm, status=201)
    def post(self, request: Request) -> Response:
        """Make a new secret for signed identity, told this once.

        The one before counts for another week, unless it is not to be kept.
        """
        fields = forms.body(request, IdentitySecretForm)
        made = secrets.rotate(keep_old=fields["keep_old"], actor=actors.of(request))
        told: IdentitySecret = {**shown(), "secret": made}
        return Response(told, status=201)


class OldSecretView(APIView):
    """`DELETE /identity/old_secret`: the secret before."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    scopes = {"DELETE": "settings:write"}

    @operation()
    def delete(self, request: Request) -> Response:
        """Let the secret before count no more."""
        secrets.end_old(actor=actors.of(request))
        return Response(status=204)


class TestView(APIView):
    """`POST /identity/test`: would this token count?"""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SETTINGS)]
    scopes = {"POST": "settings:write"}

    @operation(IdentityTest, asks=IdentityTokenForm)
    def post(self, request: Request) -> Response:
        """Try a signed token: what it says, or why it would not count.

        Nothing is stored.
        """
        token = forms.body(request, IdentityTokenForm)["token"]
        try:
            claims = signature.tried(token, secrets.stored())
        except IdentityRefusedError as error:
            refused: IdentityTest = {"ok": False, "code": error.code, "problem": error.message, "claims": None}
            return Response(refused)
        said: IdentityClaims = {
            "sub": claims.sub,
            "email": claims.email,
            "name": claims.name,
            "attributes": dict(claims.attributes or {}),
            "exp": claims.expires_at,
        }
        told: IdentityTest = {"ok": True, "code": None, "problem": None, "claims": said}
        return Response(told)
