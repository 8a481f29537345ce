"""What the requests about drafts and held replies may carry."""

from rest_framework import serializers

from conversations.desk_acts import ActsField
from conversations.inbox.forms import ReplyForm
from conversations.models.writing import LONGEST_HOLD
from tenants import wholes

LONGEST = 20_000  # letters; more than can be sent, so that what is too long is kept while it is made shorter


class ReplyDraftForm(serializers.Serializer[None]):
    """The whole draft, and the revision that the client changed."""

    mode = serializers.ChoiceField(choices=["reply", "note"], default="reply")
    reply = serializers.CharField(max_length=LONGEST, trim_whitespace=False, allow_blank=True)
    note = serializers.CharField(max_length=LONGEST, trim_whitespace=False, allow_blank=True)
    revision = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST)


class HeldReplyForm(ReplyForm):
    """A reply to hold, for how many seconds, and what is done after it."""

    seconds = serializers.IntegerField(min_value=0, max_value=LONGEST_HOLD)
    acts = ActsField(required=False, allow_null=True, default=None)


class ComposerForm(serializers.Serializer[None]):
    """How one person writes."""

    undo_seconds = serializers.IntegerField(min_value=0, max_value=LONGEST_HOLD)


class MarkdownForm(serializers.Serializer[None]):
    """Words to look at before they are sent."""

    text = serializers.CharField(max_length=8000, trim_whitespace=False, allow_blank=True)
