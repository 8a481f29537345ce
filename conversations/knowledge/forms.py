"""What the requests about knowledge may carry; anything else is an error that names the field."""

from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers

from assistant.knowledge import articles
from assistant.models import Audience
from conversations import places
from conversations.knowledge.articles import STATES
from conversations.settings.forms import OneLine
from tenants import wholes

MOST_TURNS, MOST_ATTRIBUTES = 60, 50


class ArticleForm(serializers.Serializer[None]):
    """An article; a change names some of it."""

    title = OneLine(max_length=articles.LONGEST_TITLE)
    body = serializers.CharField(max_length=articles.LONGEST_BODY)
    questions = serializers.ListField(
        child=OneLine(max_length=articles.LONGEST_QUESTION), max_length=articles.MOST_QUESTIONS, required=False
    )
    language = serializers.RegexField(
        r"^[a-z]{2,3}\Z", required=False, error_messages={"invalid": "A language is written like en or de."}
    )
    tags = serializers.ListField(
        child=OneLine(max_length=articles.LONGEST_TAG), max_length=articles.MOST_TAGS, required=False
    )
    audience = serializers.ChoiceField(choices=Audience.choices, required=False)
    valid_from = serializers.DateTimeField(required=False, allow_null=True)
    valid_until = serializers.DateTimeField(required=False, allow_null=True)

    def validate_questions(self, questions: list[str]) -> list[str]:
        """Each once."""
        return list(dict.fromkeys(questions))

    def validate_tags(self, tags: list[str]) -> list[str]:
        """Each once."""
        return list(dict.fromkeys(tags))


class ArticleChangeForm(ArticleForm):
    """What changes of an article; `version`, where it is told, is the one that the writer had before them."""

    version = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST, required=False, allow_null=True)


class ArticleRestoreForm(serializers.Serializer[None]):
    """The version as which an article stands again; without it, as it was when it was removed."""

    version = serializers.IntegerField(
        min_value=1, max_value=wholes.LARGEST, required=False, allow_null=True, default=None
    )


class ArticlesQuery(serializers.Serializer[None]):
    """Which part of the articles."""

    search = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    tag = serializers.CharField(max_length=articles.LONGEST_TAG, required=False, allow_blank=True, default="")
    language = serializers.CharField(max_length=8, required=False, allow_blank=True, default="")
    audience = serializers.ChoiceField(choices=Audience.choices, required=False, allow_blank=True, default="")
    state = serializers.ChoiceField(choices=STATES, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class ArticleVersionsQuery(serializers.Serializer[None]):
    """Which part of an article's versions."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=places.LONGEST, required=False, allow_blank=True, default="")


class ArticleBodyForm(serializers.Serializer[None]):
    """A text to look at as customers would see it."""

    body = serializers.CharField(max_length=articles.LONGEST_BODY, allow_blank=True)


class PreviewTurnForm(serializers.Serializer[None]):
    """One line of a conversation that is tried."""

    role = serializers.ChoiceField(choices=["customer", "assistant", "agent"])
    text = serializers.CharField(max_length=2000)


class AssistantPreviewForm(serializers.Serializer[None]):
    """A question to try, or a whole conversation up to one.

    With `draft` as if that article stood so, a new one where `article_id` names none. `customer` has attributes such as
    {"plan": "business"}.
    """

    question = serializers.CharField(max_length=2000, required=False)
    turns = PreviewTurnForm(many=True, required=False)
    customer = serializers.DictField(required=False, default=dict)
    draft = ArticleForm(required=False)
    article_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")

    def validate_turns(self, turns: list[Any]) -> list[Any]:
        """The last line is the customer's question."""
        if not 1 <= len(turns) <= MOST_TURNS:
            raise serializers.ValidationError(gettext("Send 1 to {most_turns} turns.").format(most_turns=MOST_TURNS))
        if turns[-1]["role"] != "customer":
            raise serializers.ValidationError(gettext("The last turn is the customer's question."))
        return [(str(turn["role"]), str(turn["text"])) for turn in turns]

    def validate_customer(self, customer: dict[str, Any]) -> dict[str, Any]:
        """Attributes are plain values."""
        if len(customer) > MOST_ATTRIBUTES or not all(isinstance(one, str | int | float) for one in customer.values()):
            raise serializers.ValidationError(
                gettext("Send at most {most_attributes} attributes, each a text or a number.").format(
                    most_attributes=MOST_ATTRIBUTES
                )
            )
        return customer

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A question alone is a conversation of one line."""
        if ("question" in attrs) == ("turns" in attrs):
            raise serializers.ValidationError({"question": gettext("Send a question, or the turns of a conversation.")})
        if "question" in attrs:
            attrs["turns"] = [("customer", attrs["question"])]
        return attrs


class OverlapsQuery(serializers.Serializer[None]):
    """Which part of the overlaps."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=100)
    cursor = serializers.CharField(max_length=places.LONGEST, required=False, allow_blank=True, default="")
