"""Translations over REST: each view parses, loads with permission, makes one call and renders."""

from typing import cast

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents.models import Agent
from agents.permissions import Acting, Right, may
from conversations.access import Reader, access_conversation
from conversations.settings.forms import body, parsed
from conversations.translating import asking, forms, showing, speaking, writing
from tenants.openapi.operation import operation


class Translations(APIView):
    """`GET`, `POST /conversations/{id}/translations`: messages in the language of who reads them."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_CONVERSATIONS)]
    scopes = {"GET": "conversations:read", "POST": "conversations:write"}

    @operation(showing.Translations, query=forms.TranslationsQuery)
    def get(self, request: Request, conversation_id: str) -> Response:
        """List the translations of a conversation's messages into one language, by their place in the log.

        Nothing is made by this. Without a language it is your own.
        """
        asked, reader = parsed(forms.TranslationsQuery, request.query_params), cast("Reader", request.user)
        conversation = access_conversation(reader, conversation_id)
        language = asked["language"] or speaking.read_by(reader)
        return Response(showing.of(conversation, reader, language=language))

    @operation(showing.Translations, asks=forms.TranslationsForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Let messages of a conversation be translated by the company's language model: those named, or the newest 20.

        Each is made once for everybody who reads that language, in the background; `translations.changed` on the socket
        says when to ask for them. Those named that failed are tried again. 409 while translation is off.
        """
        asked, reader = body(request, forms.TranslationsForm), cast("Reader", request.user)
        conversation = access_conversation(reader, conversation_id)
        language = asked["language"] or speaking.read_by(reader)
        asking.ask(conversation, language, seqs=asked["seqs"])
        return Response(showing.of(conversation, reader, language=language))


class ReplyTranslation(APIView):
    """`POST /conversations/{id}/reply_translation`: what an agent wrote, in the customer's language."""

    permission_classes: list[type[BasePermission]] = [may(Right.WRITE_CONVERSATIONS)]
    scopes = {"POST": Acting("conversations:write")}

    @operation(writing.TranslatedReply, asks=forms.ReplyTranslationForm, errors=(409,))
    def post(self, request: Request, conversation_id: str) -> Response:
        """Translate a reply before it is sent, and get which facts are gone or new in it; nothing is stored or sent.

        Look at it, and send it as a message with the agent's own words as `written`. 409 while translation is off, 503
        while the language model is away.
        """
        asked = body(request, forms.ReplyTranslationForm)
        conversation = access_conversation(cast("Agent", request.user), conversation_id)
        return Response(writing.translated(conversation, asked["text"], language=asked["language"]))
