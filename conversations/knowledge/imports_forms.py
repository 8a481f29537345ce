"""What the requests about imports may carry; anything else is an error that names the field."""

from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers

from assistant.knowledge import articles
from assistant.knowledge.importing import crawling
from assistant.models import EntryAction
from conversations import places
from conversations.settings.forms import OneLine
from tenants import guard

MOST_PASTED = 500_000


class AtOnceForm(serializers.Serializer[None]):
    """Whether it is stored without a review."""

    apply = serializers.BooleanField(default=False)


class ImportFilesForm(AtOnceForm):
    """Whether it is stored without a review, and with the drafts of a help centre."""

    drafts = serializers.BooleanField(default=False)


class KnowledgeImportForm(AtOnceForm):
    """Pasted text, or the address of a site whose pages are read; with `apply` it is stored without a review."""

    source = serializers.ChoiceField(choices=["paste", "web"])  # type: ignore[assignment]  # is no field of ours
    text = serializers.CharField(max_length=MOST_PASTED, required=False, trim_whitespace=False)
    title = OneLine(max_length=articles.LONGEST_TITLE, required=False, allow_blank=True, default="")
    url = serializers.CharField(max_length=guard.LONGEST_URL, required=False)
    pages = serializers.IntegerField(min_value=1, max_value=crawling.MOST_PAGES, default=crawling.MOST_PAGES)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the source needs."""
        wanted = "text" if attrs["source"] == "paste" else "url"
        if not str(attrs.get(wanted, "")).strip():
            raise serializers.ValidationError({wanted: gettext("This is needed for an import of this kind.")})
        return attrs


class KnowledgeImportsQuery(serializers.Serializer[None]):
    """Which part of the imports."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class ImportEntriesQuery(serializers.Serializer[None]):
    """Which part of an import's entries."""

    action = serializers.ChoiceField(choices=EntryAction.choices, required=False, allow_blank=True, default="")
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=places.LONGEST, required=False, allow_blank=True, default="")


class ImportEntryForm(serializers.Serializer[None]):
    """Whether an entry is chosen, and the article that it changes instead of becoming a new one."""

    chosen = serializers.BooleanField(required=False)
    into = serializers.CharField(max_length=40, required=False, allow_null=True)


class ImportChoiceForm(serializers.Serializer[None]):
    """Entries by what they would do, to be chosen or left out together."""

    actions = serializers.ListField(child=serializers.ChoiceField(choices=EntryAction.choices), min_length=1)
    chosen = serializers.BooleanField()
