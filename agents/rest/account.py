"""One's own account over REST: profile, password, second factor, sessions."""

from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import accounts, actors, browsers, enrolling, second_factor, sessions
from agents.errors import NotPossibleError
from agents.models import Agent, BrowserSession, Role
from agents.permissions import Right, may
from agents.rest.asking import all_of, parsed, person, stamp
from agents.rest.people import LANGUAGE
from agents.roster import about
from tenants import speaking
from tenants.errors import NotFoundError, ParameterError
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed
from tenants.trail import audit


class AccountForm(serializers.Serializer[None]):
    """What may be changed about oneself; what is left out stays."""

    name = serializers.CharField(max_length=80, required=False)
    languages = serializers.ListField(child=serializers.RegexField(LANGUAGE), max_length=20, required=False)
    language = serializers.ChoiceField(["", *speaking.SPOKEN], required=False)
    tour_due = serializers.BooleanField(required=False)


class NewPasswordForm(serializers.Serializer[None]):
    """The password until now, and the one from now on."""

    current = serializers.CharField(max_length=200, trim_whitespace=False)
    new = serializers.CharField(max_length=200, trim_whitespace=False)


class FactorCodeForm(serializers.Serializer[None]):
    """A code of the authenticator app."""

    code = serializers.CharField(max_length=20)


class PasswordProofForm(serializers.Serializer[None]):
    """The password, typed again."""

    password = serializers.CharField(max_length=200, trim_whitespace=False)


class SecondFactor(TypedDict):
    """Whether a code of an authenticator app is asked for beside the password."""

    on: bool
    recovery_codes_left: int
    required: bool
    """The workspace asks this person for a second factor."""


class OwnAccount(TypedDict):
    """Who one is here, and how one signs in."""

    id: str
    name: str
    email: str
    role: Role
    languages: list[str]
    """In which one can help customers."""
    language: str
    """Of the console and of letters; empty where it is the browser's."""
    tour_due: bool
    """The tour of the console was neither gone through nor skipped yet."""
    has_password: bool
    """False for somebody who signs in by the company's own sign-on only."""
    totp: SecondFactor


class TotpEnrolment(TypedDict):
    """A second factor that is not confirmed yet."""

    secret: str
    uri: str
    svg: str
    """The QR code to scan, as a picture."""


class RecoveryCodeList(TypedDict):
    """The recovery codes, told this once; each opens once."""

    recovery_codes: list[str]


class OwnSession(TypedDict):
    """A browser in which one is signed in."""

    id: str
    current: bool
    """The session of this very request."""
    address: str
    """The network address that it came from; empty where it is unknown."""
    browser: str
    created_at: str
    seen_at: str


class OwnView(APIView):
    """A view about oneself."""

    permission_classes: list[type[BasePermission]] = [may(Right.OWN_ACCOUNT)]


class Account(OwnView):
    """`GET`, `PATCH /account`: one's own account."""

    @operation(OwnAccount)
    def get(self, request: Request) -> Response:
        """Get your own account."""
        return Response(_shown(person(request)))

    @operation(OwnAccount, asks=AccountForm)
    def patch(self, request: Request) -> Response:
        """Change your own name, your languages for customers, the language of the console, or end its tour."""
        accounts.change(person(request), parsed(AccountForm, request), actor=actors.of(request))
        return Response(_shown(person(request)))


class Password(OwnView):
    """`POST /account/password`: another password for oneself."""

    @operation(asks=NewPasswordForm)
    def post(self, request: Request) -> Response:
        """Change your own password.

        All other sessions end.
        """
        asked, agent = parsed(NewPasswordForm, request), person(request)
        accounts.prove(agent, asked["current"], param="current")
        accounts.set_password(agent, asked["new"], actor=actors.of(request), keep=request.session.session_key)
        sessions.keep(request, agent)
        return Response(status=204)


class Totp(OwnView):
    """`POST`, `PUT`, `DELETE /account/totp`: the second factor, an authenticator app."""

    @operation(TotpEnrolment, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Begin to set up a second factor.

        The secret counts once a code of the app confirms it; 409 while a second factor is on.
        """
        begun = enrolling.begin(request, person(request))
        told: TotpEnrolment = {"secret": begun.secret, "uri": begun.uri, "svg": begun.svg}
        return Response(told, status=201)

    @operation(RecoveryCodeList, asks=FactorCodeForm, errors=(409,))
    def put(self, request: Request) -> Response:
        """Confirm the second factor by a code of the app, and get the recovery codes.

        409 where nothing was begun.
        """
        codes = enrolling.finish(request, person(request), parsed(FactorCodeForm, request)["code"])
        if codes is None:
            raise ParameterError(
                gettext("code: this code is not right. Wait for the next one and try again."), param="code"
            )
        told: RecoveryCodeList = {"recovery_codes": codes}
        return Response(told)

    @operation(asks=PasswordProofForm, errors=(409,))
    def delete(self, request: Request) -> Response:
        """Switch the second factor off.

        409 where the company asks for one.
        """
        agent = person(request)
        accounts.prove(agent, parsed(PasswordProofForm, request)["password"], param="password")
        if second_factor.is_required(agent):
            raise NotPossibleError(gettext("Your company asks for a second factor, so it stays on."))
        accounts.switch_off_second_factor(agent, actor=actors.of(request))
        return Response(status=204)


class RecoveryCodes(OwnView):
    """`POST /account/recovery_codes`: codes for whoever has lost the app."""

    @operation(RecoveryCodeList, asks=PasswordProofForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Make ten new recovery codes.

        The old ones open nothing any more; 409 without a second factor.
        """
        agent = person(request)
        accounts.prove(agent, parsed(PasswordProofForm, request)["password"], param="password")
        if agent.second_factor_at is None:
            raise NotPossibleError(gettext("Set up the second factor first."))
        told: RecoveryCodeList = {"recovery_codes": accounts.renew_recovery_codes(agent, actor=actors.of(request))}
        return Response(told, status=201)


class Sessions(OwnView):
    """`GET`, `DELETE /account/sessions`: where one is signed in."""

    @operation(Listed[OwnSession])
    def get(self, request: Request) -> Response:
        """List your own sessions, the one seen last first."""
        current = request.session.session_key
        return Response(all_of([_session(row, current) for row in sessions.of(person(request))]))

    @operation()
    def delete(self, request: Request) -> Response:
        """End all of your own sessions but this one."""
        agent = person(request)
        if sessions.end_all(agent, but=request.session.session_key):
            audit.record("sessions.ended", actor=actors.of(request), about=about(agent))
        return Response(status=204)


class OneSession(OwnView):
    """`DELETE /account/sessions/{id}`: one place where one is signed in."""

    @operation()
    def delete(self, request: Request, session_id: str) -> Response:
        """End one of your own sessions."""
        agent = person(request)
        if sessions.end(agent, session_id) is None:
            raise NotFoundError(gettext("There is no such session of yours."), param="id")
        audit.record("session.ended", actor=actors.of(request), about=about(agent))
        return Response(status=204)


def _shown(agent: Agent) -> OwnAccount:
    return {
        "id": agent.id,
        "name": agent.name,
        "email": agent.email,
        "role": Role(agent.role),
        "languages": agent.languages,
        "language": agent.language,
        "tour_due": agent.tour_due,
        "has_password": agent.has_usable_password(),
        "totp": {
            "on": agent.second_factor_at is not None,
            "recovery_codes_left": second_factor.recovery_codes_left(agent),
            "required": second_factor.is_required(agent),
        },
    }


def _session(row: BrowserSession, current: str | None) -> OwnSession:
    return {
        "id": row.public_id,
        "current": row.session_key == current,
        "address": row.address or "",
        "browser": browsers.name(row.browser),
        "created_at": stamp(row.created_at),
        "seen_at": stamp(row.seen_at),
    }
