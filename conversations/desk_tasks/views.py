"""Tasks of the desk over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any, cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import people
from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations.access import Reader, access_conversation, access_id
from conversations.desk_tasks import shown, standing, writing
from conversations.desk_tasks.forms import DeskTaskChangeForm, DeskTaskForm, DeskTaskResultForm, TeamworkForm
from conversations.desk_tasks.writing import Wanted
from conversations.models import Telling
from conversations.settings.forms import body
from tenants.openapi.operation import operation

MAY = may(Right.READ_CONVERSATIONS, to_change=Right.WRITE_CONVERSATIONS)
READS, WRITES = "conversations:read", Acting("conversations:write")
Json = dict[str, Any]


class TasksView(APIView):
    """`GET`, `POST /conversations/{id}/tasks`: what other departments do for a conversation."""

    permission_classes: list[type[BasePermission]] = [MAY]
    scopes = {"GET": READS, "POST": WRITES}

    @operation(shown.DeskTasks)
    def get(self, request: Request, conversation_id: str) -> Response:
        """List the tasks of a conversation, and how the customer hears of their end."""
        return Response(shown.of_conversation(access_conversation(cast("Reader", request.user), conversation_id)))

    @operation(shown.DeskTaskRow, asks=DeskTaskForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Create a task for a team, a person, or a person in a team.

        A repeated `client_id` makes no second one.
        """
        found, asked = access_id(_me(request), conversation_id), body(request, DeskTaskForm)
        wanted = Wanted(title=asked["title"], details=asked["details"], due_at=asked["due_at"], **_whose(asked))
        task = writing.begin(found, _me(request), wanted, client_id=asked["client_id"])
        return Response(shown.shown(task), status=201)


class TeamworkView(APIView):
    """`PUT /conversations/{id}/teamwork`: how the customer hears of the end."""

    permission_classes: list[type[BasePermission]] = [MAY]
    scopes = {"PUT": WRITES}

    @operation(shown.TeamworkRow, asks=TeamworkForm, errors=(409,))
    def put(self, request: Request, conversation_id: str) -> Response:
        """Choose whether whoever holds the conversation tells the customer that all is done, or a text does."""
        found, asked = access_id(_me(request), conversation_id), body(request, TeamworkForm)
        told = writing.tell_by(found, telling=Telling(asked["telling"]), text=asked["text"])
        return Response(shown.teamwork(told))


class TaskView(APIView):
    """`GET`, `PATCH /tasks/{id}`: one task."""

    permission_classes: list[type[BasePermission]] = [MAY]
    scopes = {"GET": Acting(READS), "PATCH": WRITES}

    @operation(shown.DeskTaskRow)
    def get(self, request: Request, task_id: str) -> Response:
        """Retrieve a task."""
        return Response(shown.shown(standing.access_task(_me(request), task_id)))

    @operation(shown.DeskTaskRow, asks=DeskTaskChangeForm, errors=(409,))
    def patch(self, request: Request, task_id: str) -> Response:
        """Change a task: what is to be done, by whom, or by when.

        409 when it is over already.
        """
        task, asked = standing.access_task(_me(request), task_id), body(request, DeskTaskChangeForm)
        changes = {name: asked[name] for name in ("title", "details", "due_at") if name in asked} | _whose(asked)
        return Response(shown.shown(writing.change(task, _me(request), changes)))


class TakeView(APIView):
    """`POST /tasks/{id}/take`: it is one's own from now on."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": WRITES}

    @operation(shown.DeskTaskRow, errors=(409,))
    def post(self, request: Request, task_id: str) -> Response:
        """Take a task.

        409 when somebody has it, or when it is over.
        """
        return Response(shown.shown(writing.take(standing.access_task(_me(request), task_id), _me(request))))


class DoneView(APIView):
    """`POST /tasks/{id}/done`: it is done."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": WRITES}

    @operation(shown.DeskTaskRow, asks=DeskTaskResultForm, errors=(409,))
    def post(self, request: Request, task_id: str) -> Response:
        """Finish a task, with what came of it.

        409 when it is over already.
        """
        task, asked = standing.access_task(_me(request), task_id), body(request, DeskTaskResultForm)
        return Response(shown.shown(writing.finish(task, _me(request), result=asked["result"])))


class DropView(APIView):
    """`POST /tasks/{id}/drop`: nobody needs it."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": WRITES}

    @operation(shown.DeskTaskRow, asks=DeskTaskResultForm, errors=(409,))
    def post(self, request: Request, task_id: str) -> Response:
        """Drop a task that nobody needs.

        409 when it is over already.
        """
        task, asked = standing.access_task(_me(request), task_id), body(request, DeskTaskResultForm)
        return Response(shown.shown(writing.drop(task, _me(request), result=asked["result"])))


class ReopenView(APIView):
    """`POST /tasks/{id}/reopen`: it was not done after all."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": WRITES}

    @operation(shown.DeskTaskRow, errors=(409,))
    def post(self, request: Request, task_id: str) -> Response:
        """Open a task again that was not done after all.

        409 when it is open, or when the conversation is resolved.
        """
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
