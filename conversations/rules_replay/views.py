"""Counts and replays over REST: each view parses, loads with permission, makes one call and renders."""

from django.utils import timezone
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import acting, actors
from agents.permissions import Right, may, rights_of
from agents.rest.asking import all_of
from conversations.rules_replay import counting, forms, listing, running, showing
from conversations.settings.forms import body, parsed
from escalation import rules, versions
from escalation.rules import RuleError
from tenants.errors import ParameterError
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

READS, WRITES, READS_WORDS = "rules:read", "rules:write", "conversations:read"


class RuleDocumentError(ParameterError):
    """The document that was sent is no rule book; the parameter is the place in it."""

    def __init__(self, error: RuleError) -> None:
        super().__init__(f"{error.place}: {error.problem}.", param=f"document.{error.place}")


class CountView(APIView):
    """`POST /rules/count`: it changes nothing, so whoever reads the rules may."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes = {"POST": READS}

    @operation(counting.RulesCount, asks=forms.RulesCountForm)
    def post(self, request: Request) -> Response:
        """Count what other rules would have changed in the last days.

        Without a document it is the draft. The newest conversations come along for those who may read conversations;
        a token needs `conversations:read` for that, too.
        """
        asked = body(request, forms.RulesCountForm)
        try:
            book = rules.parse(showing.wanted(asked["document"]))
        except RuleError as error:
            raise RuleDocumentError(error) from error
        told = reads_conversations(request)
        published = versions.published()
        return Response(counting.count(published, book, days=asked["days"], now=timezone.now(), told=told))


class ReplaysView(APIView):
    """`GET`, `POST /rules/replays`: other rules over past conversations."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES, to_change=Right.WRITE_RULES)]
    scopes = {"GET": READS, "POST": WRITES}

    @operation(Listed[showing.RuleReplayHead])
    def get(self, _request: Request) -> Response:
        """List the last replays of rules, the newest first, without their results."""
        return Response(all_of(showing.newest()))

    @operation(showing.RuleReplayRow, asks=forms.RuleReplayForm, status=201)
    def post(self, request: Request) -> Response:
        """Begin a replay: what other rules would have changed in a time.

        Without a document it is the draft. It goes on by itself; ask for it again until its state is `done`.
        """
        asked = body(request, forms.RuleReplayForm)
        since, until = asked.pop("from"), asked.pop("to")
        try:
            document = showing.wanted(asked.pop("document"))
            made = running.ask(document, since=since, until=until, assumed=asked, by=actors.of(request))
        except RuleError as error:
            raise RuleDocumentError(error) from error
        return Response(showing.shown(made), status=201)


class ReplayView(APIView):
    """`GET /rules/replays/{id}`: one of the last."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_RULES)]
    scopes = {"GET": READS}

    @operation(showing.RuleReplayRow)
    def get(self, _request: Request, replay_id: str) -> Response:
        """Get a replay of rules: how far it is, and its result once it is done."""
        return Response(showing.shown(showing.access_replay(replay_id)))


class CancelView(APIView):
    """`POST /rules/replays/{id}/cancel`: it goes no further."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_RULES)]
    scopes = {"POST": WRITES}

    @operation(showing.RuleReplayRow, errors=(409,))
    def post(self, _request: Request, replay_id: str) -> Response:
        """Cancel a replay of rules before its end; what it found so far goes."""
        row = showing.access_replay(replay_id)
        running.cancel(row)
        return Response(showing.shown(row))


class ConversationsView(APIView):
    """`GET /rules/replays/{id}/conversations`: it shows what customers wrote, so rules:read is not enough."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": READS_WORDS}

    @operation(Listed[listing.ReplayedRow], query=forms.ReplayedQuery)
    def get(self, request: Request, replay_id: str) -> Response:
        """List the conversations behind a number of a replay, the newest first."""
        asked = parsed(forms.ReplayedQuery, request.query_params)
        return Response(listing.page(showing.access_replay(replay_id), **asked))


class ConversationView(APIView):
    """`GET /rules/replays/{id}/conversations/{conversation_id}`: one of those behind the numbers."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": READS_WORDS}

    @operation(listing.ReplayedConversationRow)
    def get(self, _request: Request, replay_id: str, conversation_id: str) -> Response:
        """Get a conversation of a replay: where it goes with either book, with the facts and the evidence."""
        return Response(listing.whole(showing.access_replay(replay_id), conversation_id))


def reads_conversations(request: Request) -> bool:
    """Whether who asks may read what customers wrote; a token with the scope of rules alone gets numbers alone."""
    token, agent = acting.token_of(request), actors.agent(request)
    if token is not None and READS_WORDS not in token.scopes:
        return False
    return agent is None or Right.READ_CONVERSATIONS in rights_of(agent)
