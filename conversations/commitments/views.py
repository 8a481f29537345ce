"""Decisions and promises over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations import log
from conversations.access import Reader, access_conversation, access_id
from conversations.commitments import passing_on, shown, standing, writing
from conversations.commitments.forms import DecidedFactForm, HandoverSettingsForm, PromiseChangeForm, PromiseForm
from conversations.commitments.writing import Said
from conversations.models import PromiseState
from conversations.settings.forms import body
from tenants.openapi.operation import operation

WRITES = Acting("conversations:write")


class CommitmentsView(APIView):
    """`GET /conversations/{id}/commitments`: what is decided and promised."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read"}

    @operation(shown.Commitments)
    def get(self, request: Request, conversation_id: str) -> Response:
        """Retrieve what is decided and promised in a conversation, and what was perhaps."""
        return Response(shown.of_conversation(access_conversation(cast("Reader", request.user), conversation_id)))


class FactsView(APIView):
    """`POST /conversations/{id}/decided_facts`: what a person decided for the customer."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": WRITES}

    @operation(shown.DecidedFactRow, asks=DecidedFactForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Keep what was decided for the customer; the assistant may say it from now on, with its source."""
        found, asked = access_id(_me(request), conversation_id), body(request, DecidedFactForm)
        with log.writing(found) as conversation:
            fact = writing.decide(conversation, _me(request), Said(asked["text"], asked["seq"] or 0))
        return Response(shown.fact(fact), status=201)


class FactView(APIView):
    """`DELETE /decided_facts/{id}`: it counts no more."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"DELETE": WRITES}

    @operation()
    def delete(self, request: Request, fact_id: str) -> Response:
        """Withdraw what was decided for a customer."""
        writing.withdraw(standing.access_fact(_me(request), fact_id), _me(request))
        return Response(status=204)


class PromisesView(APIView):
    """`POST /conversations/{id}/promises`: what was promised to the customer."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": WRITES}

    @operation(shown.PromiseRow, asks=PromiseForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Keep what was promised to the customer, or say that these words are no promise."""
        found, asked = access_id(_me(request), conversation_id), body(request, PromiseForm)
        said = Said(asked["text"], asked["seq"] or 0)
        with log.writing(found) as conversation:
            if asked["is_promise"]:
                made = writing.promise(conversation, _me(request), said, due_at=asked["due_at"])
            else:
                made = writing.dismiss(conversation, _me(request), said)
        return Response(shown.promise(made), status=201)


class PromiseView(APIView):
    """`PATCH /promises/{id}`: what became of it."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"PATCH": WRITES}

    @operation(shown.PromiseRow, asks=PromiseChangeForm, errors=(409,))
    def patch(self, request: Request, promise_id: str) -> Response:
        """Say what became of a promise, or when it is due."""
        promise, asked = standing.access_promise(_me(request), promise_id), body(request, PromiseChangeForm)
        if "state" in asked:
            promise = writing.close(promise, _me(request), state=PromiseState(asked["state"]))
        if "due_at" in asked:
            promise = writing.move(promise, due_at=asked["due_at"])
        return Response(shown.promise(promise))


class HandoverSettingsRow(TypedDict):
    """What is asked of whoever passes a conversation on."""

    transfer_needs_note: bool


class HandoverSettingsView(APIView):
    """`GET`, `PUT /handover_settings`: what is asked of whoever passes a conversation on."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read", "PUT": "settings:write"}

    @operation(HandoverSettingsRow)
    def get(self, request: Request) -> Response:
        """Retrieve what is asked of whoever passes a conversation on."""
        return Response({"transfer_needs_note": passing_on.needs_note()})

    @operation(HandoverSettingsRow, asks=HandoverSettingsForm)
    def put(self, request: Request) -> Response:
        """Change what is asked of whoever passes a conversation on, on record."""
        passing_on.set_needs_note(
            needed=body(request, HandoverSettingsForm)["transfer_needs_note"], actor=actors.of(request)
        )
        return self.get(request)


def _me(request: Request) -> Agent:
    return cast("Agent", request.user)
