"""What the desk's requests may carry; anything else is an error that names the field."""

from rest_framework import serializers

from conversations.commitments.forms import DecidedFactForm, PromiseClosingForm
from conversations.translating.forms import WrittenForm
from tenants import wholes


class ConversationNoteForm(serializers.Serializer[None]):
    """A note: the words, whom it mentions, and the id under which the client may safely repeat it."""

    client_id = serializers.UUIDField()
    text = serializers.CharField(max_length=8000, trim_whitespace=True)
    mentions = serializers.ListField(child=serializers.CharField(max_length=40), max_length=20, default=list)


class ReplyForm(serializers.Serializer[None]):
    """A message: words, uploads, or both, and the id under which the client may safely repeat it.

    `written` holds the agent's own words where `text` is their translation; only the desk sees them.
    """

    client_id = serializers.UUIDField()
    text = serializers.CharField(max_length=8000, trim_whitespace=True, required=False, allow_blank=True, default="")
    attachments = serializers.ListField(child=serializers.CharField(max_length=40), max_length=5, default=list)
    written = WrittenForm(required=False, allow_null=True, default=None)


class ConversationTagsForm(serializers.Serializer[None]):
    """All tags of a conversation."""

    tags = serializers.ListField(
        child=serializers.RegexField(
            r"^[^\s\x00][^\n\x00]{0,39}\Z", error_messages={"invalid": "A tag is a word or two in one line."}
        ),
        max_length=20,
    )


class EpochForm(serializers.Serializer[None]):
    """A change of control, made on the state that the client last saw."""

    epoch = serializers.IntegerField(min_value=1)


class HandBackForm(EpochForm):
    """A hand-back: a brief for whoever looks next, what was decided, and what became of promises."""

    brief = serializers.CharField(max_length=2000, required=False, allow_blank=True, default="")
    facts = serializers.ListField(child=DecidedFactForm(), max_length=10, default=list)
    promises = serializers.ListField(child=PromiseClosingForm(), max_length=50, default=list)


class ResolveForm(EpochForm):
    """The end of a conversation; with `drop_tasks` what departments still do is dropped."""

    drop_tasks = serializers.BooleanField(required=False, default=False)


class TransferForm(EpochForm):
    """A transfer: to a person, to a team, or to a person in a team, with a note for the desk."""

    agent_id = serializers.CharField(max_length=40, required=False, allow_null=True, default=None)
    team_id = serializers.CharField(max_length=40, required=False, allow_null=True, default=None)
    note = serializers.CharField(max_length=2000, required=False, allow_blank=True, default="")


class SnoozeForm(EpochForm):
    """Until when the conversation rests."""

    until = serializers.DateTimeField()


class EventsQuery(serializers.Serializer[None]):
    """Which part of a conversation's log."""

    after_seq = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST, default=0)
    before_seq = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST, default=None)
    limit = serializers.IntegerField(min_value=1, max_value=200, default=200)
