"""The desk over REST: each view parses, loads with permission, makes one call and renders."""

from typing import Any, cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from agents import people
from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations import queries, rows, tagging, wire
from conversations.access import Reader, access_conversation, access_id
from conversations.commitments.handing_back import Brief
from conversations.commitments.writing import Closing, Said
from conversations.inbox import backwards, colleagues, detail, forms, me, writes
from conversations.models import PromiseState

READS = {"GET": "conversations:read"}  # the scope of tokens
WRITES = {"POST": Acting("conversations:write")}


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


def _parsed(form: type[Serializer[None]], data: Any) -> dict[str, Any]:
    read = form(data=data)
    read.is_valid(raise_exception=True)
    return cast("dict[str, Any]", read.validated_data)


class ReadView(APIView):
    """A view that anybody of the desk may read."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]


class WriteView(APIView):
    """A view that changes something, for agents and above."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]


class Me(ReadView):
    """`GET /me`: who is signed in."""

    def get(self, request: Request) -> Response:
        """The agent, their presence and teams, and the company."""
        return Response(me.me(_agent(request)))


class ConversationDetail(ReadView):
    """`GET /conversations/{id}`: all that stands beside the thread."""

    scopes = READS

    def get(self, request: Request, conversation_id: str) -> Response:
        """Row, card, decisions, notes, orders, past."""
        return Response(detail.detail(access_conversation(cast("Reader", request.user), conversation_id)))


class Events(ReadView):
    """`GET /conversations/{id}/events`: the log after a seq, or its end before one."""

    scopes = READS

    def get(self, request: Request, conversation_id: str) -> Response:
        """Events in order; ask again with the last seq while `has_more`, or with the first one to read backwards."""
        asked = _parsed(forms.EventsQuery, request.query_params)
        conversation = access_conversation(cast("Reader", request.user), conversation_id)
        if asked["before_seq"] is not None:
            return Response(backwards.page(conversation, asked["before_seq"], limit=asked["limit"]))
        data, more = queries.events_after(conversation, asked["after_seq"], limit=asked["limit"])
        return Response({"data": data, "has_more": more, "next_cursor": str(data[-1]["seq"]) if more else None})


class Messages(WriteView):
    """`POST /conversations/{id}/messages`: reply to the customer."""

    scopes = WRITES

    def post(self, request: Request, conversation_id: str) -> Response:
        """Takes over if somebody else holds the baton; a repeated client id stores nothing twice."""
        asked = _parsed(forms.Reply, request.data)
        conversation, message = writes.reply(
            access_id(_agent(request), conversation_id),
            _agent(request),
            asked["text"],
            client_id=asked["client_id"],
            attachments=asked["attachments"],
        )
        return Response(wire.text(conversation, message), status=201)


class Notes(WriteView):
    """`POST /conversations/{id}/notes`: write a private note."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """The note, for the desk only."""
        asked = _parsed(forms.NoteForm, request.data)
        conversation = access_conversation(_agent(request), conversation_id)
        note = writes.add_note(
            conversation,
            _agent(request),
            asked["text"],
            client_id=asked["client_id"],
            mention=asked["mentions"],
        )
        return Response(rows.note(note), status=201)


class Tags(WriteView):
    """`PUT /conversations/{id}/tags`: all of them at once, so that a retry undoes nothing."""

    def put(self, request: Request, conversation_id: str) -> Response:
        """The row with its tags."""
        agent = _agent(request)
        found = access_id(agent, conversation_id)
        tags = _parsed(forms.TagsForm, request.data)["tags"]
        return Response(rows.row(tagging.set_tags(found, agent, tags)))


class Summary(ReadView):
    """`GET /conversations/{id}/summary`: what was said, in sentences that stand in it."""

    scopes = READS

    def get(self, request: Request, conversation_id: str) -> Response:
        """The points with their messages, and all of it as text."""
        conversation = access_conversation(cast("Reader", request.user), conversation_id)
        return Response(detail.summary(conversation))


class Takeover(WriteView):
    """`POST /conversations/{id}/takeover`: accept from the queue, or take over."""

    scopes = {"POST": Acting("handover:write")}

    def post(self, request: Request, conversation_id: str) -> Response:
        """409 with the winner's name when somebody was quicker."""
        asked = _parsed(forms.AtEpoch, request.data)
        found = access_conversation(_agent(request), conversation_id)
        return Response(rows.row(writes.take_over(str(found.id), _agent(request), epoch=asked["epoch"])))


class Handback(WriteView):
    """`POST /conversations/{id}/handback`: give it back to the assistant."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """With a brief, kept as a note, and with what was decided and what became of promises."""
        asked = _parsed(forms.HandBack, request.data)
        found = access_conversation(_agent(request), conversation_id)
        facts = [Said(one["text"], one["seq"] or 0) for one in asked["facts"]]
        closings = [Closing(one["id"], PromiseState(one["state"])) for one in asked["promises"]]
        brief = Brief(asked["brief"], facts, closings)
        conversation = writes.hand_back(str(found.id), _agent(request), epoch=asked["epoch"], brief=brief)
        return Response(rows.row(conversation))


class Resolve(WriteView):
    """`POST /conversations/{id}/resolve`: close until the customer writes again."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """409 when the baton moved meanwhile, and while tasks are open unless they are to be dropped."""
        asked = _parsed(forms.Resolving, request.data)
        found = str(access_conversation(_agent(request), conversation_id).id)
        if asked["drop_tasks"]:
            return Response(rows.row(writes.drop_tasks_and_resolve(found, _agent(request), epoch=asked["epoch"])))
        return Response(rows.row(writes.resolve(found, epoch=asked["epoch"])))


class Reopen(WriteView):
    """`POST /conversations/{id}/reopen`: open a resolved conversation, or wake a snoozed one, in one's own hand."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """409 when it is open already or the baton moved meanwhile."""
        asked = _parsed(forms.AtEpoch, request.data)
        found = access_conversation(_agent(request), conversation_id)
        return Response(rows.row(writes.reopen(str(found.id), _agent(request), epoch=asked["epoch"])))


class Snooze(WriteView):
    """`POST /conversations/{id}/snooze`: let it rest until a time, or until the customer writes."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """409 unless the agent holds it."""
        asked = _parsed(forms.Snooze, request.data)
        found = access_conversation(_agent(request), conversation_id)
        conversation = writes.snooze(str(found.id), _agent(request), epoch=asked["epoch"], until=asked["until"])
        return Response(rows.row(conversation))


class Assignments(WriteView):
    """`POST /conversations/{id}/assignments`: pass it to another person or team."""

    def post(self, request: Request, conversation_id: str) -> Response:
        """It waits in the team's queue, offered to that person, until somebody accepts it."""
        asked = _parsed(forms.Assignment, request.data)
        found = access_conversation(_agent(request), conversation_id)
        conversation = writes.transfer(
            str(found.id),
            _agent(request),
            epoch=asked["epoch"],
            to=people.colleague(asked["agent_id"]) if asked["agent_id"] else None,
            team=people.team(asked["team_id"]) if asked["team_id"] else None,
            note=asked["note"],
        )
        return Response(rows.row(conversation))


class Agents(ReadView):
    """`GET /agents`: the people of the desk, as a transfer chooses among them."""

    def get(self, request: Request) -> Response:
        """Each with presence, teams, and how many conversations they hold of how many they can."""
        return Response({"data": colleagues.agents(), "has_more": False, "next_cursor": None})
