"""What the bench's requests may carry; anything else is an error that names the field."""

from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers

from assistant.bench import cases, trying
from assistant.models import Expected, Tone
from conversations.knowledge.articles import access_article
from conversations.knowledge.forms import ArticleForm
from tenants import wholes


class BenchLineForm(serializers.Serializer[None]):
    """One line of a case."""

    role = serializers.ChoiceField(choices=["customer", "assistant", "agent"])
    text = serializers.CharField(max_length=cases.LONGEST_LINE)


class BenchCaseForm(serializers.Serializer[None]):
    """A case: lines, a question alone, or a message of a conversation, and what should come of it.

    A case of a conversation expects what came of the message then, unless `expected` says otherwise.
    """

    lines = BenchLineForm(many=True, required=False)
    question = serializers.CharField(max_length=cases.LONGEST_LINE, required=False)
    conversation_id = serializers.CharField(max_length=40, required=False)
    asked_seq = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST, required=False)
    expected = serializers.ChoiceField(choices=Expected.choices, required=False)
    article_id = serializers.CharField(max_length=40, required=False, allow_null=True)
    trigger = serializers.CharField(max_length=40, required=False, allow_blank=True)
    note = serializers.CharField(max_length=300, required=False, allow_blank=True)

    def validate_lines(self, lines: list[Any]) -> list[Any]:
        """The last line is the customer's question."""
        if not 1 <= len(lines) <= cases.MOST_LINES:
            raise serializers.ValidationError(
                gettext("Send 1 to {most_lines} lines.").format(most_lines=cases.MOST_LINES)
            )
        if any(line.keys() != {"role", "text"} for line in lines):  # a change asks for no field, also not within lines
            raise serializers.ValidationError(gettext("Each line has a role and a text."))
        if lines[-1]["role"] != "customer":
            raise serializers.ValidationError(gettext("The last line is the customer's question."))
        return [dict(line) for line in lines]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """One way to say what is asked, and what should come of it."""
        if self.partial:
            return attrs
        ways = [name for name in ("lines", "question", "conversation_id") if name in attrs]
        if len(ways) != 1:
            raise serializers.ValidationError(
                {"question": gettext("Send a question, lines, or a conversation's message.")}
            )
        if ways == ["conversation_id"] and "asked_seq" not in attrs:
            raise serializers.ValidationError({"asked_seq": gettext("Say which message of the conversation.")})
        if ways != ["conversation_id"] and "expected" not in attrs:
            raise serializers.ValidationError({"expected": gettext("Say what should come of it.")})
        return attrs


class BenchSettingsForm(serializers.Serializer[None]):
    """Settings that can be tried."""

    threshold = serializers.FloatField(min_value=0, max_value=1, required=False, allow_null=True)
    tone = serializers.ChoiceField(choices=Tone.choices, required=False)


class BenchChangeForm(serializers.Serializer[None]):
    """What is tried: fields of an article, its removal, settings."""

    article_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    fields_of_article = serializers.DictField(required=False)
    removed = serializers.BooleanField(required=False, default=False)
    settings = BenchSettingsForm(required=False)

    def get_fields(self) -> dict[str, Any]:
        """`fields` is what the wire calls the article's, and what a serializer calls its own."""
        told = super().get_fields()
        told["fields"] = told.pop("fields_of_article")
        return told

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The article's fields are checked as when it is stored; something must change."""
        if not (attrs.get("fields") or attrs["removed"] or attrs.get("settings")):
            raise serializers.ValidationError({"fields": gettext("Say what would change.")})
        if attrs["removed"] and not attrs["article_id"]:
            raise serializers.ValidationError({"article_id": gettext("Say which article would go.")})
        return attrs


class BenchRunForm(serializers.Serializer[None]):
    """A run, of the knowledge as it is or with a change."""

    change = BenchChangeForm(required=False)


class BenchRunsQuery(serializers.Serializer[None]):
    """Which part of the runs."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=20)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class BenchCasesQuery(serializers.Serializer[None]):
    """Which part of the cases."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=100)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


def change_of(asked: dict[str, Any] | None) -> trying.Change | None:
    """The change that a request names, its article's fields checked; NotFoundError for an article that is not there."""
    if asked is None:
        return None
    if asked["article_id"]:
        access_article(asked["article_id"])
    fields = asked.get("fields") or {}
    article = ArticleForm(data=fields, partial=bool(asked["article_id"]))
    if fields:
        article.is_valid(raise_exception=True)
    return trying.Change(
        article_id=asked["article_id"],
        fields={name: _plain(value) for name, value in article.validated_data.items()} if fields else {},
        removed=asked["removed"],
        settings=dict(asked.get("settings") or {}),
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
