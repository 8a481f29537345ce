"""What the requests about proposals may carry; anything else is an error that names the field."""

from rest_framework import serializers

from conversations import places
from conversations.knowledge.forms import ArticleForm
from conversations.models import ProposalState
from tenants import wholes

LONGEST_CORRECTION = 5000


class AnswerCorrectionForm(serializers.Serializer[None]):
    """What the assistant should have said instead of its message `seq`."""

    seq = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST)
    text = serializers.CharField(max_length=LONGEST_CORRECTION)


class ProposalForm(ArticleForm):
    """The proposed words; a change names some of them."""

    body = serializers.CharField(max_length=50_000, allow_blank=True)
    tags = None  # type: ignore[assignment]
    audience = None  # type: ignore[assignment]
    valid_from = None  # type: ignore[assignment]
    valid_until = None  # type: ignore[assignment]


class ProposalsQuery(serializers.Serializer[None]):
    """Which part of the proposals."""

    state = serializers.ChoiceField(choices=ProposalState.choices, default=ProposalState.OPEN)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=places.LONGEST, required=False, allow_blank=True, default="")
