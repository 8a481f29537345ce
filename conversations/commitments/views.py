"""Decisions and promises over REST: each view parses, loads with permission, makes one call and renders."""

from typing import ClassVar, cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import Right, may
from conversations import log
from conversations.access import Reader, access_conversation, access_id
from conversations.commitments import passing_on, shown, standing, writing
from conversations.commitments.forms import ChangeForm, HandoverSettingsForm, PromiseForm, SaidForm
from conversations.commitments.writing import Said
from conversations.models import PromiseState
from conversations.settings.forms import body


class CommitmentsView(APIView):
    """`GET /conversations/{id}/commitments`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes: ClassVar = {"GET": "conversations:read"}

    def get(self, request: Request, conversation_id: str) -> Response:
        """What is decided and promised, and what was perhaps."""
        return Response(shown.of_conversation(access_conversation(cast("Reader", request.user), conversation_id)))


class FactsView(APIView):
    """`POST /conversations/{id}/decided_facts`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, conversation_id: str) -> Response:
        """The assistant may say it from now on, with its source."""
        found, asked = access_id(_me(request), conversation_id), body(request, SaidForm)
        with log.writing(found) as conversation:
            fact = writing.decide(conversation, _me(request), Said(asked["text"], asked["seq"] or 0))
        return Response(shown.fact(fact), status=201)


class FactView(APIView):
    """`DELETE /decided_facts/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def delete(self, request: Request, fact_id: str) -> Response:
        """It counts no more."""
        writing.withdraw(standing.access_fact(_me(request), fact_id), _me(request))
        return Response(status=204)


class PromisesView(APIView):
    """`POST /conversations/{id}/promises`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, conversation_id: str) -> Response:
        """It was promised, or these words are no promise."""
        found, asked = access_id(_me(request), conversation_id), body(request, PromiseForm)
        said = Said(asked["text"], asked["seq"] or 0)
        with log.writing(found) as conversation:
            if asked["is_promise"]:
                made = writing.promise(conversation, _me(request), said, due_at=asked["due_at"])
            else:
                made = writing.dismiss(conversation, _me(request), said)
        return Response(shown.promise(made), status=201)


class PromiseView(APIView):
    """`PATCH /promises/{id}`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def patch(self, request: Request, promise_id: str) -> Response:
        """What became of it, or when it is due."""
        promise, asked = standing.access_promise(_me(request), promise_id), body(request, ChangeForm)
        if "state" in asked:
            promise = writing.close(promise, _me(request), state=PromiseState(asked["state"]))
        if "due_at" in asked:
            promise = writing.move(promise, due_at=asked["due_at"])
        return Response(shown.promise(promise))


class HandoverSettingsView(APIView):
    """`GET`, `PUT /handover_settings`."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS, to_change=Right.MANAGE_SETTINGS)]

    def get(self, request: Request) -> Response:
        """What is asked of who passes a conversation on."""
        return Response({"transfer_needs_note": passing_on.needs_note()})

    def put(self, request: Request) -> Response:
        """Change it, on record."""
        passing_on.set_needs_note(
            needed=body(request, HandoverSettingsForm)["transfer_needs_note"], actor=actors.of(request)
        )
        return self.get(request)


def _me(request: Request) -> Agent:
    return cast("Agent", request.user)
