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
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class TopicsView(KnowledgeView):
    """`GET`, `POST /topics`: what customers want."""

    @operation(Listed[topics.TopicRow])
    def get(self, _request: Request) -> Response:
        """List all topics by name."""
        return Response(topics.listed())

    @operation(topics.TopicRow, asks=topics_forms.TopicForm, status=201, errors=(409,))
    def post(self, request: Request) -> Response:
        """Add a topic.

        409 when another has its name. A mode of its own needs the right to change the assistant's.
        """
        fields = body(request, topics_forms.TopicForm)
        _check_mode(request, fields.get("mode", ""), before="")
        made = topics.create(fields, actor=actors.of(request))
        return Response(topics.shown(made), status=201)


class TopicView(KnowledgeView):
    """`GET`, `PATCH`, `DELETE /topics/{id}`: one topic."""

    @operation(topics.TopicRow)
    def get(self, _request: Request, topic_id: str) -> Response:
        """Fetch a topic."""
        return Response(topics.shown(topics.access_topic(topic_id)))

    @operation(topics.TopicRow, asks=topics_forms.TopicForm, partial=True, errors=(409,))
    def patch(self, request: Request, topic_id: str) -> Response:
        """Change a topic: the fields that are named.

        409 when another has its new name.
        """
        topic = topics.access_topic(topic_id)
        fields = parsed(topics_forms.TopicForm, request.data, partial=True)
        _check_mode(request, fields.get("mode", topic.mode), before=topic.mode)
        topics.change(topic, fields, actor=actors.of(request))
        return Response(topics.shown(topic))

    @operation()
    def delete(self, request: Request, topic_id: str) -> Response:
        """Remove a topic."""
        topic = topics.access_topic(topic_id)
        _check_mode(request, "", before=topic.mode)
        topics.remove(topic, actor=actors.of(request))
        return Response(status=204)


class TryView(APIView):
    """`POST /topics/try`: by the code of the assistant's live turn."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_KNOWLEDGE)]
    scopes = {"POST": "knowledge:read"}

    @operation(topics.TopicTried, asks=topics_forms.TopicTryForm)
    def post(self, request: Request) -> Response:
        """Try which topic a text has; nothing of it is stored."""
        return Response(topics.tried(body(request, topics_forms.TopicTryForm)["text"]))


class SuggestView(APIView):
    """`GET /topics/{id}/suggestions`: it tells what customers wrote, so a program needs the scope for that."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_KNOWLEDGE)]
    scopes = {"GET": "conversations:read"}

    @operation(Listed[topics.TopicSuggestion])
    def get(self, _request: Request, topic_id: str) -> Response:
        """Suggest what customers really wrote as examples of a topic, the nearest first."""
        return Response(topics.suggested(topics.access_topic(topic_id)))


def _check_mode(request: Request, mode: str, *, before: str) -> None:
    """How far the assistant acts by itself is for those to say who may say it of all topics. Raises NotAllowedError."""
    who: object = request.user
    if mode != before and not (isinstance(who, Agent) and Right.MANAGE_SETTINGS in rights_of(who)):
        raise NotAllowedError
