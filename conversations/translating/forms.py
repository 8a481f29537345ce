"""What the requests about translations may carry."""

from typing import Any

from django.utils.translation import gettext_lazy
from rest_framework import serializers

from tenants import wholes


class LanguageField(serializers.RegexField):
    """The code of a language."""

    def __init__(self, **how: Any) -> None:
        wrong: dict[str, Any] = {"invalid": gettext_lazy("A language is written like en or de.")}
        super().__init__(r"^[a-z]{2,3}\Z", error_messages=wrong, **how)


class TranslationsQuery(serializers.Serializer[None]):
    """Into which language; without one, that of whoever asks."""

    language = LanguageField(required=False, allow_blank=True, default="")


class TranslationsForm(TranslationsQuery):
    """Which messages, by their seq; without any the newest."""

    seqs = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=wholes.LARGEST), max_length=50, default=list
    )


class ReplyTranslationForm(TranslationsQuery):
    """What an agent wrote; without a language it is put into the customer's."""

    text = serializers.CharField(max_length=8000)


class WrittenForm(serializers.Serializer[Any]):
    """An agent's own words, where what they send is a translation of them."""

    text = serializers.CharField(max_length=8000)
    language = LanguageField()
