"""The fields of a filter as the public document tells them; `filters` reads them, and says what is wrong."""

from typing import Any, Literal

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from typing_extensions import TypedDict

from conversations.inbox.listing import filters
from conversations.models import Channel, Holder, Priority, Status
from conversations.searching.asked import LONGEST


class ConversationFilter(TypedDict, total=False):
    """What narrows the list: of several values of one field any will do."""

    status: list[Status]
    holder: list[Holder]
    agent: list[str]
    """Ids, `me`, or `none`."""
    team: list[str]
    """Ids, `mine`, or `none`."""
    tag: list[str]
    priority: list[Priority]
    channel: list[Channel]
    language: list[str]
    trigger: list[str]
    sla: list[Literal["running", "breached", "paused"]]
    since: str
    """Begun then or later: a day or a moment."""
    until: str
    """Begun before."""
    q: str
    """Words that are searched."""


class Several(serializers.ListField):
    """Some values, as they came."""

    def to_internal_value(self, data: Any) -> Any:
        """Nothing is looked at here."""
        return data


def _of(choices: Any) -> Several:
    return Several(child=serializers.ChoiceField(choices=choices), required=False, max_length=filters.MOST)


def _words(about: str = "") -> Several:
    return Several(child=serializers.CharField(), required=False, max_length=filters.MOST, help_text=about)


class AsItCame(serializers.CharField):
    """A text that nothing was done to."""

    def to_internal_value(self, data: Any) -> Any:
        """Nothing is looked at here."""
        return data


class ConversationFilterForm(serializers.Serializer[None]):
    """What narrows the list: of several values of one field any will do."""

    status = _of(Status.choices)
    holder = _of(Holder.choices)
    agent = _words("Ids, `me`, or `none`.")
    team = _words("Ids, `mine`, or `none`.")
    tag = _words()
    priority = _of(Priority.choices)
    channel = _of(Channel.choices)
    language = _words("Such as `en`.")
    trigger = _words("Why they went to a person, such as `anger`.")
    sla = _of(filters.SLA)
    since = AsItCame(required=False, help_text="Begun then or later: a day such as 2026-11-22, or a moment.")
    until = AsItCame(required=False, help_text="Begun before.")
    q = AsItCame(required=False, help_text=f"Words to search, at most {LONGEST} characters.")


@extend_schema_field(ConversationFilterForm)
class FilterField(serializers.JSONField):
    """A filter within a body."""
