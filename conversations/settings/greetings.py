"""The greetings on the company's pages over REST: the whole short list is read and written at once."""

from typing import Any, cast

from django.db import transaction
from rest_framework import serializers
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from typing_extensions import TypedDict

from agents import actors
from agents.permissions import Right, may
from conversations.models import WidgetSettings
from conversations.settings.forms import OneLine, body, spoken_by_the_widget
from conversations.widget import greetings
from conversations.widget.greetings import Greeting
from conversations.widget.welcome import GREETING
from tenants import ids
from tenants.openapi.operation import operation
from tenants.trail import audit
from tenants.trail.audit import About, Actor

Json = dict[str, Any]
PREFIX = "grt"
MOST, MOST_PAGES, MOST_STARS = 10, 10, 5
LONGEST, LONGEST_PATH = 200, 200


class WordsField(serializers.DictField):
    """Words by language, at least in one; languages without words are left out."""

    def __init__(self, *, longest: int) -> None:
        super().__init__(child=OneLine(max_length=longest, allow_blank=True))

    def to_internal_value(self, data: Any) -> dict[str, str]:
        """The words by the codes of their languages."""
        words = {language: said for language, said in super().to_internal_value(data).items() if said}
        spoken_by_the_widget(words)
        if not words:
            raise serializers.ValidationError("Write some words in one language at least.")
        return words


class GreetingPageForm(serializers.Serializer[None]):
    """Pages by their path."""

    match = serializers.ChoiceField(choices=["contains", "begins", "equals"])
    path = OneLine(max_length=LONGEST_PATH)

    def validate_path(self, path: str) -> str:
        """A path, without the site, and with few stars."""
        if "://" in path:
            raise serializers.ValidationError("Write the path alone, such as /pricing, without the site.")
        if path.count("*") > MOST_STARS:
            raise serializers.ValidationError(f"At most {MOST_STARS} stars fit into one path.")
        return path

    def validate(self, page: Json) -> Json:
        """What begins with it, or equals it, begins as every path does."""
        if page["match"] != "contains" and page["path"][0] not in "/*":
            raise serializers.ValidationError({"path": "A path begins with a slash, such as /pricing."})
        return page


class GreetingForm(serializers.Serializer[None]):
    """A greeting; without an `id`, or with one that is not there, it is a new one."""

    id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    is_on = serializers.BooleanField(default=True)
    pages = serializers.ListField(child=GreetingPageForm(), max_length=MOST_PAGES, default=list)
    after = serializers.IntegerField(min_value=0, max_value=3600, default=0)
    scroll = serializers.IntegerField(min_value=0, max_value=100, default=0)
    leaving = serializers.BooleanField(default=False)
    who = serializers.ChoiceField(choices=["everybody", "new", "returning"], default="everybody")
    in_hours = serializers.BooleanField(default=False)
    words = WordsField(longest=LONGEST)


class GreetingsForm(serializers.Serializer[None]):
    """All greetings in their order."""

    greetings = serializers.ListField(child=GreetingForm(), max_length=MOST)


class Greetings(TypedDict):
    """The greetings on the company's pages, in their order; the first that fits a page is shown there."""

    greetings: list[Greeting]


class GreetingsView(APIView):
    """`GET`, `PUT /greetings`: what the company says by itself on its pages."""

    permission_classes: list[type[BasePermission]] = [may(Right.READ_SETTINGS, to_change=Right.MANAGE_SETTINGS)]
    scopes = {"GET": "settings:read", "PUT": "settings:write"}

    @operation(Greetings)
    def get(self, _request: Request) -> Response:
        """Get what the company says by itself on its pages."""
        return Response({"greetings": greetings.kept()})

    @operation(Greetings, asks=GreetingsForm)
    def put(self, request: Request) -> Response:
        """Set what the company says by itself on its pages, in place of what it said."""
        asked = body(request, GreetingsForm)["greetings"]
        return Response({"greetings": keep(asked, actor=actors.of(request))})


@transaction.atomic
def keep(wanted: list[Json], *, actor: Actor) -> list[Greeting]:
    """Set the greetings; what is new gets an id, what was there keeps its own. Gives them as they are now."""
    WidgetSettings.objects.get_or_create(id=1, defaults={"greeting": GREETING})
    settings = WidgetSettings.objects.select_for_update().get(id=1)
    before = settings.greetings
    free = {one["id"] for one in before}
    after: list[Json] = []
    for one in wanted:
        known = one["id"] if one["id"] in free else ids.encode(PREFIX, ids.uuid7())
        free.discard(known)
        after.append({**one, "id": known, "pages": [dict(page) for page in one["pages"]]})
    if after != before:
        WidgetSettings.objects.update(greetings=after)
        changes = audit.changed({"greetings": before}, {"greetings": after})
        audit.record("greetings.changed", actor=actor, about=About("greetings", name="Greetings"), changes=changes)
    return cast("list[Greeting]", after)
