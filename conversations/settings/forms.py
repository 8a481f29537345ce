"""What the settings' requests may carry; anything else is an error that names the field."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers
from rest_framework.request import Request

from agents.rest.week import ZoneField
from assistant.models import Tone
from conversations.widget import spoken
from tenants import embedding
from tenants.checking import checked

MOST_YEARS = 10
MOST_REPLIES, LONGEST_REPLY, LONGEST_GREETING = 6, 80, 300
Json = dict[str, Any]


def parsed(form: type[serializers.Serializer[None]], data: Any, *, partial: bool = False) -> Json:
    """The checked fields of `data`; with `partial`, only those that it names."""
    return checked(form(data=data, partial=partial))


def body(request: Request, form: type[serializers.Serializer[None]]) -> Json:
    """The checked fields of a request's body."""
    return parsed(form, request.data)


class OneLine(serializers.CharField):
    """A text in one line, without signs that nobody sees."""

    def to_internal_value(self, data: Any) -> str:
        """The words with single spaces."""
        text = " ".join(super().to_internal_value(data).split())
        if not text.isprintable():
            raise serializers.ValidationError(gettext("This has signs that cannot be shown."))
        return text


def spoken_by_the_widget(languages: Iterable[str]) -> None:
    """ValidationError naming the first language that the widget does not speak."""
    unknown = next((language for language in languages if language not in spoken.LANGUAGES), None)
    if unknown is not None:
        said = gettext("The widget speaks %(known)s, not %(unknown)s.")
        raise serializers.ValidationError(said % {"known": ", ".join(spoken.LANGUAGES), "unknown": repr(unknown[:8])})


class WebAddress(serializers.URLField):
    """A page of the web, or nothing."""

    def to_internal_value(self, data: Any) -> str:
        """The address, which begins with a scheme that a browser may be sent to."""
        address = str(super().to_internal_value(data))
        if address and not address.startswith(("https://", "http://")):
            raise serializers.ValidationError(gettext("Write an address that begins with https://."))
        return address


class QuickReplies(serializers.ListField):
    """A few answers to press, each once."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(child=OneLine(max_length=LONGEST_REPLY), max_length=MOST_REPLIES, **kwargs)

    def to_internal_value(self, data: Any) -> list[str]:
        """The answers in their order."""
        return list(dict.fromkeys(super().to_internal_value(data)))


class FirstWordsForm(serializers.Serializer[None]):
    """With what the widget begins for readers of one language; what is empty is as it is for everybody."""

    greeting = OneLine(max_length=LONGEST_GREETING, allow_blank=True)
    quick_replies = QuickReplies()


class WorkspaceForm(serializers.Serializer[None]):
    """All that can be changed of a workspace; a change names some of it."""

    name = OneLine(max_length=120)
    assistant_name = OneLine(max_length=40, allow_blank=True)
    privacy_url = WebAddress(max_length=500, allow_blank=True)
    accent = serializers.RegexField(
        r"^#[0-9a-fA-F]{6}\Z", error_messages={"invalid": "A colour is written like #4f46e5."}
    )
    time_zone = ZoneField(max_length=60)
    languages = serializers.ListField(
        child=serializers.RegexField(
            r"^[a-z]{2,3}\Z", error_messages={"invalid": "A language is written like en or de."}
        ),
        min_length=1,
        max_length=20,
    )
    allowed_sites = serializers.ListField(
        child=serializers.CharField(max_length=embedding.LONGEST), max_length=embedding.MOST_SITES
    )
    retention_days = serializers.IntegerField(min_value=1, max_value=MOST_YEARS * 365, allow_null=True)
    requires_totp = serializers.BooleanField()
    tone = serializers.ChoiceField(choices=Tone.choices)
    greeting = OneLine(max_length=LONGEST_GREETING)
    quick_replies = QuickReplies()
    first_words = serializers.DictField(child=FirstWordsForm())

    def validate_accent(self, colour: str) -> str:
        """Colours are kept in lower case."""
        return colour.lower()

    def validate_languages(self, languages: list[str]) -> list[str]:
        """Each once, the first one first."""
        return list(dict.fromkeys(languages))

    def validate_allowed_sites(self, sites: list[str]) -> list[str]:
        """Each as a browser names it, once."""
        return list(dict.fromkeys(embedding.site(site) for site in sites))

    def validate_first_words(self, words: dict[str, Json]) -> dict[str, Json]:
        """Of languages of the widget; a language for which nothing is said is left out."""
        spoken_by_the_widget(words)
        return {language: said for language, said in words.items() if any(said.values())}


class WelcomePlaceForm(serializers.Serializer[None]):
    """Where somebody is in the guide, and whether they put it away."""

    place = serializers.CharField(max_length=20, required=False, allow_blank=True)
    left = serializers.BooleanField(required=False)


class DomainForm(serializers.Serializer[None]):
    """A host name of the company."""

    domain = serializers.CharField(max_length=300)
