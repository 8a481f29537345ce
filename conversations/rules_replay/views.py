"""Counts and replays over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may, rights_of
from conversations.rules_replay import counting, forms, listing, running, showing
from conversations.settings.forms import body, parsed
from escalation import rules, versions
from escalation.rules import RuleError
from tenants.errors import ParameterError


class RuleDocumentError(ParameterError):
    """The document that was sent is no rule book; the parameter is the place in it."""

    def __init__(self, error: RuleError) -> None:
        super().__init__(f"{error.place}: {error.problem}.", param=f"document.{error.place}")


class CountView(APIView):
    """`POST /rules/count`: it changes nothing, so whoever reads the rules may."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes = {"POST": "rules:read"}

    def post(self, request: Request) -> Response:
        """What the document would change; with the words of customers for those who may read conversations."""
        asked = body(request, forms.CountForm)
        try:
            book = rules.parse(showing.wanted(asked["document"]))
        except RuleError as error:
            raise RuleDocumentError(error) from error
        told = reads_conversations(request)
        published = versions.published()
        return Response(counting.count(published, book, days=asked["days"], now=timezone.now(), told=told))


class ReplaysView(APIView):
    """`GET`, `POST /rules/replays`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES, to_change=Right.WRITE_RULES)]
    scopes = {"GET": "rules:read", "POST": "rules:write"}

    def get(self, _request: Request) -> Response:
        """The last replays, the newest first."""
        return Response({"data": showing.newest(), "has_more": False, "next_cursor": None})

    def post(self, request: Request) -> Response:
        """201 with a replay, which a job carries out."""
        asked = body(request, forms.ReplayForm)
        since, until = asked.pop("since"), asked.pop("until")
        try:
            document = showing.wanted(asked.pop("document"))
            made = running.ask(document, since=since, until=until, assumed=asked, by=actors.of(request))
        except RuleError as error:
            raise RuleDocumentError(error) from error
        return Response(showing.shown(made), status=201)


class ReplayView(APIView):
    """`GET /rules/replays/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes = {"GET": "rules:read"}

    def get(self, _request: Request, replay_id: str) -> Response:
        """How far it is, and its result."""
        return Response(showing.shown(showing.access_replay(replay_id)))


class CancelView(APIView):
    """`POST /rules/replays/{id}/cancel`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_RULES)]
    scopes = {"POST": "rules:write"}

    def post(self, _request: Request, replay_id: str) -> Response:
        """The replay, which goes no further; 409 when it ended already."""
        row = showing.access_replay(replay_id)
        running.cancel(row)
        return Response(showing.shown(row))


class ConversationsView(APIView):
    """`GET /rules/replays/{id}/conversations`: for people alone, since it shows what customers wrote."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def get(self, request: Request, replay_id: str) -> Response:
        """A page of the conversations behind a number."""
        asked = parsed(forms.ConversationsQuery, request.query_params)
        return Response(listing.page(showing.access_replay(replay_id), **asked))


class ConversationView(APIView):
    """`GET /rules/replays/{id}/conversations/{conversation_id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]

    def get(self, _request: Request, replay_id: str, conversation_id: str) -> Response:
        """Both sides of it, with the facts and the evidence."""
        return Response(listing.whole(showing.access_replay(replay_id), conversation_id))


def reads_conversations(request: Request) -> bool:
    """Whether who asks may read what customers wrote; tokens get numbers alone."""
    who: Any = request.user
    return isinstance(who, Agent) and Right.READ_CONVERSATIONS in rights_of(who)
