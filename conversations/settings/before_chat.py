"""The form before a chat over REST, as the company sets it up."""

from typing import Any, cast

from django.db import transaction
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from agents import actors
from agents.permissions import Right, may
from conversations.models import WidgetSettings
from conversations.settings.forms import WebAddress, body
from conversations.settings.greetings import WordsField
from conversations.widget import before_chat
from conversations.widget.before_chat import PreChatForm
from conversations.widget.welcome import GREETING
from tenants import ids
from tenants.openapi.operation import operation
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
PREFIX = "qst"
MOST_QUESTIONS, MOST_OPTIONS = 3, 12
NEEDS = ["off", "optional", "required"]


class FormQuestionForm(serializers.Serializer[None]):
    """A question of the company's own; without an `id`, or with one that is not there, it is a new one."""

    id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    words = WordsField(longest=120)
    options = serializers.ListField(child=WordsField(longest=80), max_length=MOST_OPTIONS, default=list)
    is_required = serializers.BooleanField(default=False)

    def validate_options(self, options: list[dict[str, str]]) -> list[dict[str, str]]:
        """None, or a choice."""
        if len(options) == 1:
            raise serializers.ValidationError("A choice has two options at least.")
        return options


class FormConsentForm(serializers.Serializer[None]):
    """What a visitor agrees to, and where it is written at length."""

    words = WordsField(longest=300)
    url = WebAddress(max_length=500, required=False, allow_blank=True, default="")


class PreChatFormForm(serializers.Serializer[None]):
    """The whole form."""

    when = serializers.ChoiceField(choices=["off", "first", "person"])
    name = serializers.ChoiceField(choices=NEEDS, default="off")
    email = serializers.ChoiceField(choices=NEEDS, default="off")
    phone = serializers.ChoiceField(choices=NEEDS, default="off")
    questions = serializers.ListField(child=FormQuestionForm(), max_length=MOST_QUESTIONS, default=list)
    consent = FormConsentForm(allow_null=True, default=None)

    def validate(self, form: Json) -> Json:
        """A form that is shown asks something."""
        nothing = form["consent"] is None and not form["questions"]
        if form["when"] != "off" and nothing and all(form[one] == "off" for one in before_chat.CONTACTS):
            raise serializers.ValidationError({"when": "Choose at least one field, or switch the form off."})
        return form


class FormView(APIView):
    """`GET`, `PUT /pre_chat_form`: what visitors are asked before a chat."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read", "PUT": "settings:write"}

    @operation(PreChatForm)
    def get(self, _request: Request) -> Response:
        """Get what visitors are asked before a chat."""
        return Response(before_chat.of_company(WidgetSettings.objects.first()))

    @operation(PreChatForm, asks=PreChatFormForm)
    def put(self, request: Request) -> Response:
        """Set what visitors are asked before a chat, in place of what they were asked.

        Whoever answered a question is not asked it again; a question keeps its answers with its `id`.
        """
        return Response(keep(body(request, PreChatFormForm), actor=actors.of(request)))


@transaction.atomic
def keep(wanted: Json, *, actor: Actor) -> PreChatForm:
    """Set the form; a new question gets an id. Gives it as it is now."""
    WidgetSettings.objects.get_or_create(id=1, defaults={"greeting": GREETING})
    settings = WidgetSettings.objects.select_for_update().get(id=1)
    before = before_chat.of_company(settings)
    free = {one["id"] for one in before["questions"]}
    questions: list[Json] = []
    for one in wanted["questions"]:
        known = one["id"] if one["id"] in free else ids.encode(PREFIX, ids.uuid7())
        free.discard(known)
        questions.append({**one, "id": known})
    consent = wanted["consent"]
    after: Json = {**wanted, "questions": questions, "consent": None if consent is None else dict(consent)}
    changes = audit.changed(cast("Json", before), after)
    if changes:
        WidgetSettings.objects.update(form=after)
        about = About("pre_chat_form", name="Form before a chat")
        audit.record("pre_chat_form.changed", actor=actor, about=about, changes=changes)
    return cast("PreChatForm", after)
