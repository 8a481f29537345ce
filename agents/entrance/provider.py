"""OpenID Connect with the company's own provider: allauth speaks it, and this tells it which provider, and what counts.

Stricter than allauth alone: the id token's signature and nonce are checked, and what else the provider says about the
person must be about the same one.
"""

import secrets
from typing import Any, NoReturn

import jwt
import requests
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from agents import sign_on
from agents.models import SignOn
from agents.sign_on import PROVIDER, Brought
from tenants import guard

CALLBACK = "/sso/callback/"
BEGUN = "sign_on"
LASTS = 600  # seconds to sign in at the provider
SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
CLOCKS_DIFFER = 60  # seconds
NEEDED = ["iss", "sub", "aud", "exp", "iat"]

Claims = dict[str, Any]


class ProviderError(OAuth2Error):  # type: ignore[misc]
    """The provider said something that does not count; the message says what, in words for an admin."""


class BroughtBy(Exception):  # noqa: N818  it ends allauth's part, and is no error
    """Ends allauth's part: somebody was brought by the provider, and wanted to go to `target`."""

    def __init__(self, brought: Brought, target: str) -> None:
        super().__init__(brought.subject)
        self.brought = brought
        self.target = target


class Client(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """Our side of the conversation with the provider."""

    @property
    def openid_config(self) -> Claims:
        """What the provider says about itself, when it is the issuer that the company named."""
        known: Claims = super().openid_config
        wanted = self.get_provider().app.settings["server_url"]
        if str(known.get("issuer", "")).rstrip("/") != wanted.rstrip("/"):
            raise ProviderError(f"It calls itself {known.get('issuer')}, not {wanted}.")
        return known

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Where the provider sends people back to, on the company's own host."""
        return request.build_absolute_uri(CALLBACK)

    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> NoReturn:
        """Raises BroughtBy: who may come in is decided at our own door. Raises ProviderError.

        The person comes out of the id token and, where that names no address, out of the provider's other endpoint.
        """
        begun = request.session.pop(BEGUN, {})
        claims = self._verified(kwargs["response"].get("id_token"), app)
        if not begun or claims.get("nonce") != begun["nonce"]:
            raise ProviderError("Its answer belongs to another sign-in.")
        if "email" not in claims and "userinfo_endpoint" in self.openid_config:
            told = self._fetch_user_info(token.token)
            if told.get("sub") != claims["sub"]:
                raise ProviderError("It told us about two different people.")
            claims = {**told, **claims}
        brought = Brought(
            subject=str(claims["sub"]),
            email=str(claims.get("email", "")),
            name=str(claims.get("name", "")),
            email_verified=claims.get("email_verified") is not False,
        )
        raise BroughtBy(brought, begun["target"])

    def _verified(self, id_token: object, app: SocialApp) -> Claims:
        try:
            claims: Claims = jwt.decode(
                str(id_token),
                self._key(str(id_token)),
                algorithms=SIGNED_BY,
                audience=app.client_id,
                issuer=self.openid_config["issuer"],
                leeway=CLOCKS_DIFFER,
                options={"require": NEEDED},
            )
        except jwt.PyJWTError as error:
            raise ProviderError(f"Its proof of who came is not good: {error}") from error
        return claims

    def _key(self, id_token: str) -> jwt.PyJWK:
        """The provider's key that the token names; its only one when it names none."""
        wanted = jwt.get_unverified_header(id_token).get("kid")
        with guard.session() as asking:
            answer = asking.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
            keys = jwt.PyJWKSet.from_dict(answer.json()).keys
        fitting = [key for key in keys if key.key_id == wanted] if wanted else keys
        if len(fitting) != 1:
            raise ProviderError("It does not show the key that its proof is signed with.")
        return fitting[0]


class Provider(OpenIDConnectProvider):  # type: ignore[misc]
    """The company's provider, spoken to by our client."""

    oauth2_adapter_class = Client


class OwnProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Tells allauth of the company's provider."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """The one provider of the company entered now, if it has one."""
        row = sign_on.provider()
        return [] if row is None else [_app(row)]

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Provider:
        """The company's provider; SocialApp.DoesNotExist without one."""
        return Provider(request, app=self.get_app(request, provider=provider))

    def get_requests_session(self) -> requests.Session:
        """Goes through the outgoing guard."""
        return guard.session()

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: Any = None, **about: Any) -> None:
        """Raises ProviderError, which our page shows."""
        reason = about.get("exception")
        raise reason if isinstance(reason, ProviderError) else ProviderError(str(reason or error or "unknown"))


def client(request: HttpRequest) -> Client:
    """Our side, for the company entered now. SocialApp.DoesNotExist without a provider."""
    return Client(request, PROVIDER)


def begin(request: HttpRequest, target: str) -> HttpResponse:
    """Send the browser to the provider. Raises as `check`."""
    nonce = secrets.token_urlsafe()
    request.session[BEGUN] = {"nonce": nonce, "target": target}
    if not request.user.is_authenticated:
        request.session.set_expiry(LASTS)
    response: HttpResponse = (
        client(request).get_provider().redirect(request, process="login", auth_params={"nonce": nonce})
    )
    return response


def check(request: HttpRequest) -> None:
    """Ask the provider who it is, and whether it has all that a sign-in needs.

    Raises ProviderError, requests.RequestException; ValueError, KeyError or TypeError when it speaks gibberish.
    """
    known = client(request).openid_config
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        if not str(known[name]).startswith("http"):
            raise ProviderError(f"Its {name} is no address.")
    with guard.session() as asking:
        jwt.PyJWKSet.from_dict(asking.get(known["jwks_uri"]).json())


def in_words(error: Exception) -> str:
    """Why the provider could not be used, for the people of the company."""
    match error:
        case ProviderError():
            return str(error)
        case requests.HTTPError() if error.response is not None:
            return gettext("It answered {status_code}. Is the issuer's address right?").format(
                status_code=error.response.status_code
            )
        case requests.RequestException():
            return gettext("It could not be reached: {error}").format(error=error)
        case _:
            return gettext("It answered something that is not OpenID Connect. Is the issuer's address right?")


def _app(row: SignOn) -> SocialApp:
    return SocialApp(
        provider="openid_connect",
        provider_id=PROVIDER,
        name=PROVIDER,
        client_id=row.client_id,
        secret=sign_on.secret_of(row),
        settings={"server_url": row.issuer, "oauth_pkce_enabled": True},
    )
