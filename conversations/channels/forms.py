"""What requests of the company's own channel may carry; anything else is an error that names the field."""

from typing import Any

from django.utils.translation import gettext, gettext_noop
from rest_framework import serializers

from conversations.channels.naming import Told
from conversations.frames import MOST_ATTACHMENTS
from conversations.identity.signature import LONGEST_ID
from conversations.settings.forms import OneLine
from tenants import wholes

LONGEST_TEXT = 8000
LONGEST_REF = 128
WHO = gettext_noop("say who it is, by id, external_id, email or name.")


class CustomerForm(serializers.Serializer[None]):
    """A customer as your own system knows them; what is left out stays as it is."""

    external_id = OneLine(
        max_length=LONGEST_ID,
        required=False,
        allow_blank=True,
        default="",
        help_text="Your own id for the customer: whoever has it is the same one each time.",
    )
    name = OneLine(max_length=120, required=False, allow_null=True, default=None)
    email = serializers.EmailField(max_length=254, required=False, allow_null=True, default=None)
    language = serializers.RegexField(
        r"^[a-z]{2,3}\Z",
        required=False,
        allow_null=True,
        default=None,
        error_messages={"invalid": "A language is written like en."},
    )
    attributes = serializers.DictField(
        required=False, allow_null=True, default=None, help_text="At most 20 plain values; null forgets one."
    )

    def validate_email(self, email: str | None) -> str | None:
        """Addresses are kept in lower case."""
        return None if email is None else email.lower()


class SpeakerForm(CustomerForm):
    """Who writes: somebody known, by `id` or `external_id`, or somebody new."""

    id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Somebody must be named; of whom the id names, nothing else is said here."""
        if attrs["id"] and told(attrs) != Told():
            raise serializers.ValidationError(
                {"id": gettext("name a customer by id alone, or by what your system knows.")}
            )
        if not any(attrs[name] for name in ("id", "external_id", "email", "name")):
            raise serializers.ValidationError(gettext(WHO))
        return attrs


class CustomerMessageForm(serializers.Serializer[None]):
    """What a customer wrote; the same `client_id` again stores nothing twice."""

    client_id = serializers.UUIDField()
    text = serializers.CharField(max_length=LONGEST_TEXT, required=False, allow_blank=True, default="")
    attachments = serializers.ListField(
        child=serializers.CharField(max_length=40), max_length=MOST_ATTACHMENTS, default=list
    )


class NewConversationForm(CustomerMessageForm):
    """A customer's first words in your channel."""

    customer = SpeakerForm()
    channel_ref = OneLine(
        max_length=LONGEST_REF,
        required=False,
        allow_blank=True,
        default="",
        help_text="What your channel calls this thread; under the same one the customer's conversation goes on.",
    )
    subject = OneLine(max_length=200, required=False, allow_blank=True, default="")


class PersonRequestForm(serializers.Serializer[None]):
    """A customer wants to talk to a person."""

    client_id = serializers.UUIDField()


class CustomerTypingForm(serializers.Serializer[None]):
    """A customer types, or stopped."""

    active = serializers.BooleanField()


class SeenForm(serializers.Serializer[None]):
    """How far a customer has seen the log."""

    seq = serializers.IntegerField(min_value=0, max_value=wholes.LARGEST)


def told(asked: dict[str, Any]) -> Told:
    """What the checked fields say of a customer."""
    return Told(**{name: asked[name] for name in ("external_id", "name", "email", "language", "attributes")})
