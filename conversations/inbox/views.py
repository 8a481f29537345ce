"""The desk over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import people
from agents.models import Agent
from agents.permissions import Acting, Right, may
from agents.rest.asking import all_of
from conversations import rows, tagging, wire
from conversations.access import Reader, access_conversation, access_id
from conversations.commitments.handing_back import Brief
from conversations.commitments.writing import Closing, Said
from conversations.inbox import backwards, colleagues, detail, forms, me, writes
from conversations.models import PromiseState
from conversations.settings.forms import body, parsed
from conversations.translating.writing import Written
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed

READS = {"GET": "conversations:read"}  # the scope of tokens
WRITES = {"POST": Acting("conversations:write")}
HANDS_OVER = {"POST": Acting("handover:write")}


def _agent(request: Request) -> Agent:
    return cast("Agent", request.user)


class ReadView(APIView):
    """A view that anybody of the desk may read."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]


class WriteView(APIView):
    """A view that changes something, for agents and above."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]


class Me(ReadView):
    """`GET /me`: who is signed in."""

    @operation(me.Me)
    def get(self, request: Request) -> Response:
        """Retrieve who is signed in, with their rights, their company and its plan."""
        return Response(me.me(_agent(request)))


class ConversationDetail(ReadView):
    """`GET /conversations/{id}`: all that stands beside the messages."""

    scopes = READS

    @operation(detail.ConversationDetail)
    def get(self, request: Request, conversation_id: str) -> Response:
        """Retrieve a conversation, with its handover card, decisions, notes, orders and past."""
        return Response(detail.detail(access_conversation(cast("Reader", request.user), conversation_id)))


class Events(ReadView):
    """`GET /conversations/{id}/events`: the log, which has an entry for each message, change of hands and of status."""

    scopes = READS

    @operation(backwards.LogPage, query=forms.EventsQuery)
    def get(self, request: Request, conversation_id: str) -> Response:
        """List the log of a conversation: what was written, who held it when, and how its status changed.

        Entries are numbered by `seq` without a gap, and come in that order. Ask again with the last one as `after_seq`
        while `has_more`, or with the first one as `before_seq` to read backwards from the end.
        """
        asked = parsed(forms.EventsQuery, request.query_params)
        conversation = access_conversation(cast("Reader", request.user), conversation_id)
        if asked["before_seq"] is not None:
            return Response(backwards.page(conversation, asked["before_seq"], limit=asked["limit"]))
        return Response(backwards.onwards(conversation, asked["after_seq"], limit=asked["limit"]))


class Messages(WriteView):
    """`POST /conversations/{id}/messages`: reply to the customer."""

    scopes = WRITES

    @operation(wire.MessageRow, asks=forms.ReplyForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Reply to the customer.

        Takes the conversation over if somebody else holds it. A repeated `client_id` stores nothing twice.
        """
        asked = body(request, forms.ReplyForm)
        conversation, message = writes.reply(
            access_id(_agent(request), conversation_id),
            _agent(request),
            asked["text"],
            client_id=asked["client_id"],
            attachments=asked["attachments"],
            written=Written(**asked["written"]) if asked["written"] else None,
        )
        return Response(wire.text(conversation, message), status=201)


class Notes(WriteView):
    """`POST /conversations/{id}/notes`: private words for the desk."""

    scopes = WRITES

    @operation(rows.NoteRow, asks=forms.ConversationNoteForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Write a private note in a conversation, which no customer ever sees.

        Colleagues whom it mentions are told. A repeated `client_id` stores nothing twice.
        """
        asked = body(request, forms.ConversationNoteForm)
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

    scopes = {"PUT": Acting("conversations:write")}

    @operation(rows.ConversationRow, asks=forms.ConversationTagsForm)
    def put(self, request: Request, conversation_id: str) -> Response:
        """Replace the tags of a conversation."""
        agent = _agent(request)
        found = access_id(agent, conversation_id)
        tags = body(request, forms.ConversationTagsForm)["tags"]
        return Response(rows.row(tagging.set_tags(found, agent, tags)))


class Summary(ReadView):
    """`GET /conversations/{id}/summary`: what was said, in sentences that stand in it."""

    scopes = READS

    @operation(detail.ConversationSummary)
    def get(self, request: Request, conversation_id: str) -> Response:
        """Summarise a conversation, point by point, each with the message that it stands in."""
        conversation = access_conversation(cast("Reader", request.user), conversation_id)
        return Response(detail.summary(conversation))


class Takeover(WriteView):
    """`POST /conversations/{id}/takeover`: accept from the queue, or take over."""

    scopes = HANDS_OVER

    @operation(rows.ConversationRow, asks=forms.EpochForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Take a conversation over, from the queue, the assistant or a colleague.

        409 with the winner's name when somebody was quicker.
        """
        asked = body(request, forms.EpochForm)
        found = access_conversation(_agent(request), conversation_id)
        return Response(rows.row(writes.take_over(str(found.id), _agent(request), epoch=asked["epoch"])))


class Handback(WriteView):
    """`POST /conversations/{id}/handback`: give it back to the assistant."""

    scopes = HANDS_OVER

    @operation(rows.ConversationRow, asks=forms.HandBackForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Hand a conversation back to the assistant.

        With a brief, kept as a note, and with what was decided and what became of promises. 409 unless the agent holds
        it, and when it moved meanwhile.
        """
        asked = body(request, forms.HandBackForm)
        found = access_conversation(_agent(request), conversation_id)
        facts = [Said(one["text"], one["seq"] or 0) for one in asked["facts"]]
        closings = [Closing(one["id"], PromiseState(one["state"])) for one in asked["promises"]]
        brief = Brief(asked["brief"], facts, closings)
        conversation = writes.hand_back(str(found.id), _agent(request), epoch=asked["epoch"], brief=brief)
        return Response(rows.row(conversation))


class Resolve(WriteView):
    """`POST /conversations/{id}/resolve`: close it until the customer writes again."""

    scopes = WRITES

    @operation(rows.ConversationRow, asks=forms.ResolveForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Resolve a conversation.

        409 when it moved meanwhile, and while tasks are open unless they are to be dropped.
        """
        asked = body(request, forms.ResolveForm)
        found = str(access_conversation(_agent(request), conversation_id).id)
        if asked["drop_tasks"]:
            return Response(rows.row(writes.drop_tasks_and_resolve(found, _agent(request), epoch=asked["epoch"])))
        return Response(rows.row(writes.resolve(found, epoch=asked["epoch"])))


class Reopen(WriteView):
    """`POST /conversations/{id}/reopen`: open a resolved conversation, or wake a snoozed one, in one's own hand."""

    scopes = WRITES

    @operation(rows.ConversationRow, asks=forms.EpochForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Open a resolved conversation again, or wake a snoozed one.

        409 when it is open already or moved meanwhile.
        """
        asked = body(request, forms.EpochForm)
        found = access_conversation(_agent(request), conversation_id)
        return Response(rows.row(writes.reopen(str(found.id), _agent(request), epoch=asked["epoch"])))


class Snooze(WriteView):
    """`POST /conversations/{id}/snooze`: let it rest until a time, or until the customer writes."""

    scopes = WRITES

    @operation(rows.ConversationRow, asks=forms.SnoozeForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Snooze a conversation until a time, or until the customer writes.

        409 unless the agent holds it.
        """
        asked = body(request, forms.SnoozeForm)
        found = access_conversation(_agent(request), conversation_id)
        conversation = writes.snooze(str(found.id), _agent(request), epoch=asked["epoch"], until=asked["until"])
        return Response(rows.row(conversation))


class Assignments(WriteView):
    """`POST /conversations/{id}/assignments`: pass it to another person or team."""

    scopes = HANDS_OVER

    @operation(rows.ConversationRow, asks=forms.TransferForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Transfer a conversation to another person or team.

        It waits in the team's queue, offered to that person, until somebody accepts it.
        """
        asked = body(request, forms.TransferForm)
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

    scopes = {"GET": "people:read"}

    @operation(Listed[colleagues.DeskColleague])
    def get(self, request: Request) -> Response:
        """List the people who take conversations, with how many each holds of how many they can."""
        return Response(all_of(colleagues.agents()))
