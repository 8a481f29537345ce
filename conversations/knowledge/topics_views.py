"""Topics over REST: each view parses, loads with permission, makes one call and renders."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.models import Agent
from agents.permissions import NotAllowedError, Right, may, rights_of
from conversations.knowledge import topics, topics_forms
from conversations.knowledge.views import KnowledgeView
from conversations.settings.forms import body, parsed


class TopicsView(KnowledgeView):
    """`GET`, `POST /intents`."""

    def get(self, _request: Request) -> Response:
        """All topics by name."""
        return Response(topics.listed())

    def post(self, request: Request) -> Response:
        """201 with the new topic; 409 when the name is taken."""
        fields = body(request, topics_forms.TopicForm)
        _check_mode(request, fields.get("mode", ""), before="")
        made = topics.create(fields, actor=actors.of(request))
        return Response(topics.shown(made), status=201)


class TopicView(KnowledgeView):
    """`GET`, `PATCH`, `DELETE /intents/{id}`."""

    def get(self, _request: Request, intent_id: str) -> Response:
        """The topic."""
        return Response(topics.shown(topics.access_topic(intent_id)))

    def patch(self, request: Request, intent_id: str) -> Response:
        """Change the fields that are named; 409 when the name is taken."""
        intent = topics.access_topic(intent_id)
        fields = parsed(topics_forms.TopicForm, request.data, partial=True)
        _check_mode(request, fields.get("mode", intent.mode), before=intent.mode)
        topics.change(intent, fields, actor=actors.of(request))
        return Response(topics.shown(intent))

    def delete(self, request: Request, intent_id: str) -> Response:
        """204."""
        intent = topics.access_topic(intent_id)
        _check_mode(request, "", before=intent.mode)
        topics.remove(intent, actor=actors.of(request))
        return Response(status=204)


class TryView(APIView):
    """`POST /intents/try`: which topic a text has."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]
    scopes = {"POST": "knowledge:read"}

    def post(self, request: Request) -> Response:
        """The topic, or null; nothing of it is stored."""
        return Response(topics.tried(body(request, topics_forms.TryForm)["text"]))


class SuggestView(APIView):
    """`GET /intents/{id}/suggest`: it tells what customers wrote, so a program needs the scope for that."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_KNOWLEDGE)]
    scopes = {"GET": "conversations:read"}

    def get(self, _request: Request, intent_id: str) -> Response:
        """Real questions that could be examples, nearest first."""
        return Response(topics.suggested(topics.access_topic(intent_id)))


def _check_mode(request: Request, mode: str, *, before: str) -> None:
    """How far the assistant acts by itself is for those to say who may say it of all topics. Raises NotAllowedError."""
    who: object = request.user
    if mode != before and not (isinstance(who, Agent) and Right.MANAGE_SETTINGS in rights_of(who)):
        raise NotAllowedError
