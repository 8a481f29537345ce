"""The widget without a socket: the frames of the socket as requests, with the visitor's token."""

from functools import partial
from typing import Any, ClassVar, NotRequired, cast
from uuid import UUID

from django.utils.cache import patch_vary_headers
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.permissions import AllowAny, BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents.permissions import open_to_all
from conversations import correcting, events, frames, presence, receive, seen, turns
from conversations.identity import attributes
from conversations.models import Customer
from conversations.receive import Received
from conversations.settings.forms import parsed
from conversations.widget import before_chat, forms, greetings, history, visitors, welcome
from conversations.widget.authentication import IsVerified, IsVisitor, VisitorToken
from tenants import current, embedding
from tenants.errors import ParameterError
from tenants.openapi.operation import operation
from tenants.openapi.shapes import Listed


class WidgetStored(TypedDict):
    """A message as it was stored; the same for a repeated client id."""

    client_id: str
    seq: int
    conversation_id: str
    token: NotRequired[str]
    """Takes the place of the one that it came with, which is over."""


def _customer(request: Request) -> Customer:
    return cast("Customer", request.user)


def _body(request: Request) -> dict[str, Any]:
    if not isinstance(request.data, dict):
        raise ParameterError("The body must be a JSON object.")
    return request.data


def _stored(received: Received, request: Request, client_id: UUID) -> Response:
    said: WidgetStored = {"client_id": str(client_id), "seq": received.seq, "conversation_id": received.conversation_id}
    if received.renewed:
        before = visitors.bearer(get_authorization_header(request).decode("latin-1")) or ""
        _, said["token"] = visitors.renewed(_customer(request), before)
    return Response(said, status=201)


class VisitorView(APIView):
    """A view for a customer with a token."""

    authentication_classes: list[type[BaseAuthentication]] = [VisitorToken]
    permission_classes: list[type[BasePermission]] = [IsVisitor]
    security: ClassVar[list[dict[str, list[str]]]] = [{"visitor": []}]


@open_to_all("a visitor gets a token here")
class HelloView(APIView):
    """`POST /widget/hello`: who I was, and what I have of which conversation."""

    authentication_classes: list[type[BaseAuthentication]] = []
    permission_classes: list[type[BasePermission]] = [AllowAny]

    @operation(welcome.WidgetWelcome, asks=forms.WidgetHelloForm)
    def post(self, request: Request) -> Response:
        """Begin as a visitor, new or of before: gives a token for the other requests, and the conversation so far."""
        hello = frames.hello(_body(request))
        language = visitors.first_language(request.headers.get("accept-language", ""))
        arrival = welcome.arrive(hello, language)
        return Response(welcome.welcome(arrival, known=hello.conversation_id, last_seq=hello.last_seq))


@open_to_all("the script on the company's page tells it, and knows nobody yet")
class PageView(APIView):
    """`GET /widget/page`: the script runs on a page; its browser names the site as the Origin."""

    authentication_classes: list[type[BaseAuthentication]] = []
    permission_classes: list[type[BasePermission]] = [AllowAny]

    @operation(greetings.WidgetPage)
    def get(self, request: Request) -> Response:
        """Get what a page with the widget shows before anybody opens the chat.

        The site that is named as the `Origin` is noted as one that has the widget; where it may not, nothing is shown.
        """
        origin = embedding.origin_of(request.headers.get("Origin", ""))
        embedding.note(current.tenant(), origin)
        page, lasts = greetings.of_page(visitors.first_language(request.headers.get("accept-language", "")))
        if origin and not embedding.may_embed(current.tenant(), origin):
            page = {"greetings": []}
        response = Response(page)
        response["Access-Control-Allow-Origin"] = "*"
        response["Cache-Control"] = f"private, max-age={lasts}"
        patch_vary_headers(response, ("Origin", "Accept-Language"))
        return response


class MessagesView(VisitorView):
    """`POST /widget/messages`: the visitor wrote."""

    @operation(WidgetStored, asks=forms.WidgetMessageForm, status=201, errors=(409, 410))
    def post(self, request: Request) -> Response:
        """Write as the visitor; a repeated `client_id` stores nothing twice."""
        sent = frames.send(_body(request))
        write = partial(receive.message, client_id=sent.client_id, attachments=sent.attachments, greeting=sent.greeting)
        stored = write(_customer(request), sent.text)
        return _stored(stored, request, sent.client_id)


class PersonView(VisitorView):
    """`POST /widget/person`: the visitor pressed "Talk to a person"."""

    @operation(WidgetStored, asks=forms.WidgetPersonForm, status=201, errors=(409, 410))
    def post(self, request: Request) -> Response:
        """Ask for a person as the visitor; a repeated `client_id` stores nothing twice."""
        asked = frames.ask_person(_body(request))
        stored = receive.person_please(_customer(request), client_id=asked.client_id, greeting=asked.greeting)
        return _stored(stored, request, asked.client_id)


class CorrectionsView(VisitorView):
    """`POST /widget/corrections`: the visitor corrects a line of what is passed on."""

    @operation(WidgetStored, asks=forms.WidgetCorrectionForm, status=201, errors=(404, 409, 410))
    def post(self, request: Request) -> Response:
        """Correct a line of what is passed on to a person, by a message that says so."""
        asked = frames.correct(_body(request))
        customer, client_id = _customer(request), asked.client_id
        stored = correcting.correct(customer, asked.text, seq=asked.seq, line=asked.line, client_id=client_id)
        return _stored(stored, request, client_id)


class AttributesView(VisitorView):
    """`POST /widget/attributes`: what the page around the widget says of its visitor."""

    @operation(asks=forms.WidgetAttributesForm)
    def post(self, request: Request) -> Response:
        """Tell what the page around the widget says of its visitor; of one who never wrote nothing is kept."""
        attributes.keep_from_page(_customer(request), frames.page_says(_body(request)).attributes)
        return Response(status=204)


class FormView(VisitorView):
    """`POST /widget/form`: the visitor filled in the form before the chat."""

    @operation(asks=forms.WidgetAnswersForm, errors=(410,))
    def post(self, request: Request) -> Response:
        """Answer the form before the chat as the visitor; an error names the field that is wrong."""
        told = parsed(forms.WidgetAnswersForm, request.data)
        before_chat.fill_in(_customer(request), told["values"], consent=told["consent"])
        return Response(status=204)


class HistoryView(VisitorView):
    """`GET /widget/conversations`: earlier conversations, for a customer who proved who they are."""

    permission_classes: list[type[BasePermission]] = [IsVerified]

    @operation(Listed[history.WidgetPastConversation], query=forms.WidgetHistoryQuery)
    def get(self, request: Request) -> Response:
        """List the visitor's earlier conversations, newest first, without the one that goes on."""
        asked = parsed(forms.WidgetHistoryQuery, request.query_params)
        return Response(history.page(_customer(request), cursor=asked["cursor"]))


class EarlierView(VisitorView):
    """`GET /widget/conversations/{id}`: the log of one of them, after `after_seq`."""

    permission_classes: list[type[BasePermission]] = [IsVerified]

    @operation(history.WidgetPastLog, query=forms.WidgetLogQuery)
    def get(self, request: Request, conversation_id: str) -> Response:
        """List the log of an earlier conversation of the visitor."""
        asked = parsed(forms.WidgetLogQuery, request.query_params)
        return Response(history.log_of(_customer(request), conversation_id, after_seq=asked["after_seq"]))


class TypingView(VisitorView):
    """`POST /widget/typing`: the visitor writes, or stopped."""

    @operation(asks=forms.WidgetTypingForm)
    def post(self, request: Request) -> Response:
        """Tell that the visitor writes, or stopped."""
        active = frames.typing(_body(request)).active
        conversation_id = receive.current_conversation_id(_customer(request))
        if conversation_id is not None:
            data = {"author": presence.of_customer(_customer(request)), "active": active}
            events.publish(events.Typing(conversation_id, data))
            turns.customer_types(conversation_id, active=active)
        return Response(status=204)


class SeenView(VisitorView):
    """`POST /widget/seen`: the visitor has seen the log up to a seq."""

    @operation(asks=forms.WidgetSeenForm)
    def post(self, request: Request) -> Response:
        """Tell how far the visitor has read."""
        asked = frames.seen(_body(request))
        conversation_id = receive.current_conversation_id(_customer(request))
        if conversation_id is not None:
            seen.move(conversation_id, asked.seq)
        return Response(status=204)
