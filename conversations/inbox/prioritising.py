"""`PUT /conversations/{id}/priority`: how soon a person should look."""

from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import permissions
from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations import control, log, models, queue, rows
from conversations.access import access_id
from conversations.inbox.listing.rest import agent
from conversations.models import Conversation, Holder
from conversations.settings.forms import body
from tenants.openapi.operation import operation


class PriorityForm(serializers.Serializer[None]):
    """The priority, and the state on which it was chosen."""

    priority = serializers.ChoiceField(choices=models.Priority.choices)
    epoch = serializers.IntegerField(min_value=1, required=False)


class Priority(APIView):
    """`PUT /conversations/{id}/priority`: how soon a person should look at it."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]

    scopes = {"PUT": Acting("conversations:write")}

    @operation(rows.ConversationRow, asks=PriorityForm, errors=(409,))
    def put(self, request: Request, conversation_id: str) -> Response:
        """Set the priority of a conversation.

        409 when it is resolved, or when it moved to somebody else since `epoch`.
        """
        who = agent(request)
        found = access_id(who, conversation_id)
        asked = body(request, PriorityForm)
        return Response(rows.row(prioritise(found, who, asked["priority"], epoch=asked.get("epoch"))))


def prioritise(conversation_id: str, who: Agent, priority: str, *, epoch: int | None = None) -> Conversation:
    """Set it; those who wait behind it or before it are told their new places."""
    with log.writing(conversation_id) as conversation:
        permissions.check_now(who, Right.WRITE_CONVERSATIONS)
        if epoch is not None:
            control.check_epoch(conversation, epoch)
        moved = conversation.priority != priority and conversation.holder == Holder.QUEUE
        control.set_priority(conversation, priority)
        if moved:
            queue.announce_moves(conversation.team)
    return conversation
