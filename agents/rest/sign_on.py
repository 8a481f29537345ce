"""Single sign-on over REST: which OpenID Connect provider, and whether it can be used."""

from typing import Any
from urllib.parse import urlsplit

import requests
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors, letters, sign_on
from agents.entrance import provider as connect
from agents.errors import NotPossibleError
from agents.models import SignOn
from agents.permissions import Right, may
from agents.rest.asking import parsed
from billing.plans import Feature
from tenants.openapi.operation import operation


class SignOnForm(serializers.Serializer[None]):
    """The provider; a secret that is left out stays."""

    issuer = serializers.URLField(max_length=300)
    client_id = serializers.CharField(max_length=200)
    client_secret = serializers.CharField(max_length=500, required=False)
    only = serializers.BooleanField(default=False)

    def validate_issuer(self, value: str) -> str:
        """Over plain HTTP anybody on the way could be the provider."""
        local = settings.BATON_ALLOW_LOOPBACK and urlsplit(value).hostname in {"127.0.0.1", "localhost"}
        if not value.startswith("https://") and not local:
            raise serializers.ValidationError(gettext("must begin with https://."))
        return value

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A secret belongs to its provider, and is not sent to another one."""
        before = sign_on.provider()
        same = before is not None and before.issuer == attrs["issuer"] and before.client_id == attrs["client_id"]
        if "client_secret" not in attrs and not same:
            raise serializers.ValidationError({"client_secret": gettext("is needed for another provider.")})
        return attrs


class SignOnSettings(TypedDict):
    """The OpenID Connect provider by which people sign in."""

    issuer: str
    client_id: str
    has_secret: bool
    """The secret itself is never told again."""
    only: bool
    """Passwords are off for everybody but the owners."""
    callback_url: str
    """The address that the provider has to allow."""
    sign_in_url: str


class SignOnTest(TypedDict):
    """Whether the provider can be used."""

    ok: bool
    problem: str | None
    """What is wrong, in words; null when nothing is."""


class SignOnView(APIView):
    """A view for owners."""

    permission_classes: list[type[BasePermission]] = [may(Right.MANAGE_SIGN_ON, feature_to_change=Feature.SSO)]


class SingleSignOn(SignOnView):
    """`GET`, `PUT`, `DELETE /sso`: the company's own OpenID Connect provider."""

    @operation(SignOnSettings | None)
    def get(self, request: Request) -> HttpResponse:
        """Get the provider of single sign-on, or null where there is none."""
        # The framework's own response would leave a null out.
        row = sign_on.provider()
        return JsonResponse(None if row is None else _shown(request, row), safe=False)

    @operation(SignOnSettings, asks=SignOnForm)
    def put(self, request: Request) -> Response:
        """Set the provider of single sign-on.

        A secret that is left out stays, as long as the provider is the same.
        """
        asked = parsed(SignOnForm, request)
        row = SignOn(issuer=asked["issuer"], client_id=asked["client_id"], only=asked["only"])
        sign_on.save(row, secret=asked.get("client_secret"), actor=actors.of(request))
        return Response(_shown(request, row))

    @operation()
    def delete(self, request: Request) -> Response:
        """Remove the provider of single sign-on.

        Everybody signs in with a password again.
        """
        sign_on.remove(actor=actors.of(request))
        return Response(status=204)


class Test(SignOnView):
    """`POST /sso/test`: can the provider be reached, and is it who it should be?"""

    @operation(SignOnTest, errors=(409,))
    def post(self, request: Request) -> Response:
        """Test whether the provider can be reached, and is who it should be.

        409 while there is none.
        """
        row = sign_on.provider()
        if row is None:
            raise NotPossibleError(gettext("Enter the provider first."))
        problem = _problem(request)
        told: SignOnTest = {"ok": problem is None, "problem": problem}
        return Response(told)


def _problem(request: Request) -> str | None:
    try:
        connect.check(request._request)  # noqa: SLF001  allauth wants Django's own request
    except (OAuth2Error, requests.RequestException, ValueError, KeyError, TypeError) as error:
        return connect.in_words(error)
    return None


def _shown(request: Request, row: SignOn) -> SignOnSettings:
    at = letters.origin(request)
    return {
        "issuer": row.issuer,
        "client_id": row.client_id,
        "has_secret": bool(row.client_secret),
        "only": row.only,
        "callback_url": f"{at}{connect.CALLBACK}",
        "sign_in_url": f"{at}/sso/",
    }
