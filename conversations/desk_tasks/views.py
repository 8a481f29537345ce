"""Tasks of the desk over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any, ClassVar, cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import people
from agents.models import Agent
from agents.permissions import Right, may
from conversations.access import Reader, access_conversation, access_id
from conversations.desk_tasks import shown, standing, writing
from conversations.desk_tasks.forms import ChangeForm, ResultForm, TaskForm, TellingForm
from conversations.desk_tasks.writing import Wanted
from conversations.models import Telling
from conversations.settings.forms import body

MAY = may(Right.READ_CONVERSATIONS, to_change=Right.WRITE_CONVERSATIONS)
Json = dict[str, Any]


class TasksView(APIView):
    """`GET`, `POST /conversations/{id}/tasks`."""

    permission_classes: list[type[BasePermission]] = [MAY]
    scopes: ClassVar = {"GET": "conversations:read"}

    def get(self, request: Request, conversation_id: str) -> Response:
        """All tasks of the conversation, and how the customer hears of their end."""
        return Response(shown.of_conversation(access_conversation(cast("Reader", request.user), conversation_id)))

    def post(self, request: Request, conversation_id: str) -> Response:
        """A new task for a team, a person, or a person in a team."""
        found, asked = access_id(_me(request), conversation_id), body(request, TaskForm)
        wanted = Wanted(title=asked["title"], details=asked["details"], due_at=asked["due_at"], **_whose(asked))
        task = writing.begin(found, _me(request), wanted, client_id=asked["client_id"])
        return Response(shown.shown(task), status=201)


class TeamworkView(APIView):
    """`PUT /conversations/{id}/teamwork`."""

    permission_classes: list[type[BasePermission]] = [MAY]

    def put(self, request: Request, conversation_id: str) -> Response:
        """Choose whether who holds the conversation tells the customer, or a text does."""
        found, asked = access_id(_me(request), conversation_id), body(request, TellingForm)
        told = writing.tell_by(found, telling=Telling(asked["telling"]), text=asked["text"])
        return Response(shown.teamwork(told))


class TaskView(APIView):
    """`GET`, `PATCH /tasks/{id}`."""

    permission_classes: list[type[BasePermission]] = [MAY]

    def get(self, request: Request, task_id: str) -> Response:
        """The task."""
        return Response(shown.shown(standing.access_task(_me(request), task_id)))

    def patch(self, request: Request, task_id: str) -> Response:
        """Change what is named."""
        task, asked = standing.access_task(_me(request), task_id), body(request, ChangeForm)
        changes = {name: asked[name] for name in ("title", "details", "due_at") if name in asked} | _whose(asked)
        return Response(shown.shown(writing.change(task, _me(request), changes)))


class TakeView(APIView):
    """`POST /tasks/{id}/take`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, task_id: str) -> Response:
        """It is one's own from now on; 409 when somebody has it."""
        return Response(shown.shown(writing.take(standing.access_task(_me(request), task_id), _me(request))))


class DoneView(APIView):
    """`POST /tasks/{id}/done`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, task_id: str) -> Response:
        """With what came of it; 409 when it is over already."""
        task, asked = standing.access_task(_me(request), task_id), body(request, ResultForm)
        return Response(shown.shown(writing.finish(task, _me(request), result=asked["result"])))


class DropView(APIView):
    """`POST /tasks/{id}/drop`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, task_id: str) -> Response:
        """Nobody needs it; 409 when it is over already."""
        task, asked = standing.access_task(_me(request), task_id), body(request, ResultForm)
        return Response(shown.shown(writing.drop(task, _me(request), result=asked["result"])))


class ReopenView(APIView):
    """`POST /tasks/{id}/reopen`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    def post(self, request: Request, task_id: str) -> Response:
        """It was not done after all."""
        return Response(shown.shown(writing.open_again(standing.access_task(_me(request), task_id), _me(request))))


def _whose(asked: Json) -> Json:
    """The team and the owner as far as the request names them; ParameterError for those that are not there."""
    found: Json = {}
    if "team_id" in asked:
        found["team"] = people.team(asked["team_id"]) if asked["team_id"] else None
    if "owner_id" in asked:
        found["owner"] = people.colleague(asked["owner_id"]) if asked["owner_id"] else None
    return found


def _me(request: Request) -> Agent:
    return cast("Agent", request.user)
