"""The company's own channel over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents.permissions import ForPrograms, Right, may
from conversations import events, presence, seen, turns, wire, words
from conversations.access import Reader
from conversations.attachments import claiming, uploads
from conversations.attachments.rest import Uploads, sent_file
from conversations.channels import forms, speaking
from conversations.channels.speaking import First
from conversations.inbox.listing import rest as listing
from conversations.merging import persons
from conversations.models import Conversation
from conversations.modes import speaks
from conversations.receive import Received
from conversations.settings.forms import body
from tenants import current
from tenants.openapi.operation import File, operation

SPEAKS = {"POST": ForPrograms("channels:write")}


class CustomerMessage(TypedDict):
    """What a customer wrote, as it was stored."""

    conversation_id: str
    customer_id: str
    client_id: str
    seq: int
    """Its place in the conversation's log; read on after it."""


class BegunConversation(CustomerMessage):
    """Where a customer's first words went."""

    channel_ref: str
    ai_notice: str | None
    """Show it to the customer before the first answer: an AI may write it. Null where none may."""


class ChannelView(APIView):
    """A view for the company's own server alone: nobody at the desk speaks as a customer."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = SPEAKS


class Conversations(listing.Conversations):
    """`GET`, `POST /conversations`: the list, and a new one of the company's own channel."""

    permission_classes: list[type[BasePermission]] = [
        may(Right.READ_CONVERSATIONS, to_change=Right.WRITE_CONVERSATIONS)
    ]
    scopes = {**listing.READS, **SPEAKS}

    @operation(BegunConversation, asks=forms.NewConversationForm, status=201, errors=(404, 409, 410))
    def post(self, request: Request) -> Response:
        """Begin a conversation as one of your customers, in a channel of your own.

        The assistant, the rules and the desk treat it as one of the widget. With `customer.external_id` the customer is
        the same one each time, and with an `email` beside it that address counts as proven: you know your customer. By
        `email` or `name` alone each new conversation has a customer of its own, of whom nothing is proven.

        Where `channel_ref` names a conversation of this customer that goes on, the words go there. Read what the
        customer is told from `GET /conversations/{conversation_id}/events`, or hear of it by webhooks.
        """
        asked = body(request, forms.NewConversationForm)
        who = asked["customer"]
        first = First(
            asked["text"],
            asked["client_id"],
            attachments=asked["attachments"],
            customer_id=who["id"],
            told=forms.told(who),
            channel_ref=asked["channel_ref"],
            subject=asked["subject"],
        )
        customer, stored = speaking.begin(first)
        told: BegunConversation = {
            **_stored(stored, str(customer.id), asked["client_id"]),
            "channel_ref": asked["channel_ref"],
            "ai_notice": _ai_notice(customer.language),
        }
        return Response(told, status=201)


class CustomerMessages(ChannelView):
    """`POST /conversations/{id}/customer_messages`."""

    @operation(CustomerMessage, asks=forms.CustomerMessageForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Write on as the customer of a conversation of your own channel.

        A resolved conversation is opened again. At most 20 messages a minute are taken of one customer.
        """
        asked = body(request, forms.CustomerMessageForm)
        found = _access(request, conversation_id)
        stored = speaking.message(found, asked["text"], client_id=asked["client_id"], attachments=asked["attachments"])
        return Response(_stored(stored, str(found.customer_id), asked["client_id"]), status=201)


class PersonRequests(ChannelView):
    """`POST /conversations/{id}/person_requests`."""

    @operation(CustomerMessage, asks=forms.PersonRequestForm, status=201, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Ask for a person as the customer of a conversation, as with a button of your channel."""
        asked = body(request, forms.PersonRequestForm)
        found = _access(request, conversation_id)
        stored = speaking.person_please(found, client_id=asked["client_id"])
        return Response(_stored(stored, str(found.customer_id), asked["client_id"]), status=201)


class CustomerTyping(ChannelView):
    """`POST /conversations/{id}/customer_typing`."""

    @operation(asks=forms.CustomerTypingForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Tell that the customer types, or stopped; the assistant waits for what comes."""
        found, active = _access(request, conversation_id), body(request, forms.CustomerTypingForm)["active"]
        data = {"author": presence.of_customer(found.customer), "active": active}
        events.publish(events.Typing(conversation_id, data))
        turns.customer_types(conversation_id, active=active)
        return Response(status=204)


class Seen(ChannelView):
    """`POST /conversations/{id}/seen`."""

    @operation(asks=forms.SeenForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Tell how far the customer has seen the log; the mark only moves forward."""
        found, seq = _access(request, conversation_id), body(request, forms.SeenForm)["seq"]
        seen.move(str(found.id), seq)
        return Response(status=204)


class CustomerUploads(Uploads):
    """`POST /customers/{id}/attachments`."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = SPEAKS

    @operation(wire.FileRow, asks={"file": File("application/octet-stream")}, status=201, errors=(409, 410))
    def post(self, request: Request, customer_id: str) -> Response:
        """Upload a file of a customer's, which a message of theirs may name within a day.

        At most 20 files an hour are taken of one customer, each of at most 10 MB.
        """
        kept = uploads.of_customer(persons.access(customer_id), sent_file(request))
        return Response(wire.attachment(claiming.snapshot([kept])[0]), status=201)


def _access(request: Request, conversation_id: str) -> Conversation:
    return speaking.access(cast("Reader", request.user), conversation_id)


def _stored(stored: Received, customer_id: str, client_id: object) -> CustomerMessage:
    return {
        "conversation_id": stored.conversation_id,
        "customer_id": customer_id,
        "client_id": str(client_id),
        "seq": stored.seq,
    }


def _ai_notice(language: str) -> str | None:
    return words.say(words.AI_NOTICE, language, company=current.tenant().name) if speaks() else None
