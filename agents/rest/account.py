"""One's own account over REST: profile, password, second factor, sessions."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import accounts, actors, browsers, enrolling, second_factor, sessions
from agents.errors import NotPossibleError
from agents.models import Agent, BrowserSession
from agents.permissions import Right, may
from agents.rest.asking import Json, parsed, person, stamp
from agents.rest.people import LANGUAGE
from agents.roster import about
from tenants.errors import NotFoundError, ParameterError
from tenants.trail import audit


class Profile(serializers.Serializer[None]):
    """What may be changed about oneself; what is left out stays."""

    name = serializers.CharField(max_length=80, required=False)
    languages = serializers.ListField(child=serializers.RegexField(LANGUAGE), max_length=20, required=False)


class NewPassword(serializers.Serializer[None]):
    """The password until now, and the one from now on."""

    current = serializers.CharField(max_length=200, trim_whitespace=False)
    new = serializers.CharField(max_length=200, trim_whitespace=False)


class Code(serializers.Serializer[None]):
    """A code of the authenticator app."""

    code = serializers.CharField(max_length=20)


class Proof(serializers.Serializer[None]):
    """The password, typed again."""

    password = serializers.CharField(max_length=200, trim_whitespace=False)


class OwnView(APIView):
    """A view about oneself."""

    permission_classes: list[type[BasePermission]] = [may(Right.OWN_ACCOUNT)]


class Account(OwnView):
    """`GET`, `PATCH /account`."""

    def get(self, request: Request) -> Response:
        """Who one is here, and how one signs in."""
        return Response(_shown(person(request)))

    def patch(self, request: Request) -> Response:
        """Another name, other languages."""
        accounts.change(person(request), parsed(Profile, request), actor=actors.of(request))
        return Response(_shown(person(request)))


class Password(OwnView):
    """`POST /account/password`."""

    def post(self, request: Request) -> Response:
        """204; all other sessions end."""
        asked, agent = parsed(NewPassword, request), person(request)
        accounts.prove(agent, asked["current"], param="current")
        accounts.set_password(agent, asked["new"], actor=actors.of(request), keep=request.session.session_key)
        sessions.keep(request, agent)
        return Response(status=204)


class Totp(OwnView):
    """`POST`, `PUT`, `DELETE /account/totp`: begin, confirm, switch off."""

    def post(self, request: Request) -> Response:
        """A secret for the app, which counts once a code confirms it."""
        begun = enrolling.begin(request, person(request))
        return Response({"secret": begun.secret, "uri": begun.uri, "svg": begun.svg})

    def put(self, request: Request) -> Response:
        """The recovery codes, shown once."""
        codes = enrolling.finish(request, person(request), parsed(Code, request)["code"])
        if codes is None:
            raise ParameterError("code: this code is not right. Wait for the next one and try again.", param="code")
        return Response({"recovery_codes": codes})

    def delete(self, request: Request) -> Response:
        """204; 409 when the company asks for it."""
        agent = person(request)
        accounts.prove(agent, parsed(Proof, request)["password"], param="password")
        if second_factor.is_required(agent):
            raise NotPossibleError("Your company asks for a second factor, so it stays on.")
        accounts.switch_off_second_factor(agent, actor=actors.of(request))
        return Response(status=204)


class RecoveryCodes(OwnView):
    """`POST /account/recovery_codes`: ten new ones."""

    def post(self, request: Request) -> Response:
        """The old ones open nothing any more."""
        agent = person(request)
        accounts.prove(agent, parsed(Proof, request)["password"], param="password")
        if agent.second_factor_at is None:
            raise NotPossibleError("Set up the second factor first.")
        return Response({"recovery_codes": accounts.renew_recovery_codes(agent, actor=actors.of(request))})


class Sessions(OwnView):
    """`GET`, `DELETE /account/sessions`."""

    def get(self, request: Request) -> Response:
        """Where one is signed in, the last seen first."""
        current = request.session.session_key
        return Response({"data": [_session(row, current) for row in sessions.of(person(request))]})

    def delete(self, request: Request) -> Response:
        """204; every session ends but this one."""
        agent = person(request)
        if sessions.end_all(agent, but=request.session.session_key):
            audit.record("sessions.ended", actor=actors.of(request), about=about(agent))
        return Response(status=204)


class OneSession(OwnView):
    """`DELETE /account/sessions/{id}`."""

    def delete(self, request: Request, session_id: str) -> Response:
        """204; whoever sits there is signed out."""
        agent = person(request)
        if sessions.end(agent, session_id) is None:
            raise NotFoundError("There is no such session of yours.", param="id")
        audit.record("session.ended", actor=actors.of(request), about=about(agent))
        return Response(status=204)


def _shown(agent: Agent) -> Json:
    return {
        "id": agent.id,
        "name": agent.name,
        "email": agent.email,
        "role": agent.role,
        "languages": agent.languages,
        "has_password": agent.has_usable_password(),
        "totp": {
            "on": agent.second_factor_at is not None,
            "recovery_codes_left": second_factor.recovery_codes_left(agent),
            "required": second_factor.is_required(agent),
        },
    }


def _session(row: BrowserSession, current: str | None) -> Json:
    return {
        "id": row.public_id,
        "current": row.session_key == current,
        "address": row.address or "",
        "browser": browsers.name(row.browser),
        "created_at": stamp(row.created_at),
        "seen_at": stamp(row.seen_at),
    }
