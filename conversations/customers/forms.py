"""What requests about customers and their doubles may carry."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from conversations.merging.joining import Attribute
from conversations.settings.forms import OneLine
from tenants.openapi.describing import Describing


@extend_schema_field(Describing.shapes.schema(dict[str, Attribute]))
class AttributesField(serializers.DictField):
    """Attributes by name: numbers, truth values and short texts; null forgets one."""


class CustomerChangeForm(serializers.Serializer[None]):
    """What can be put right; a change names some of it."""

    name = OneLine(max_length=120)
    email = serializers.EmailField(allow_blank=True, max_length=254)
    language = serializers.RegexField(r"^[a-z]{2,3}\Z", error_messages={"invalid": "A language is written like en."})
    attributes = AttributesField()


class CustomerNoteForm(serializers.Serializer[None]):
    """A note about a customer."""

    text = serializers.CharField(max_length=2000)


class OtherCustomerForm(serializers.Serializer[None]):
    """Another record."""

    customer_id = serializers.CharField(max_length=40)


class ConversationMergeForm(serializers.Serializer[None]):
    """In which conversation this one goes on."""

    epoch = serializers.IntegerField(min_value=1)
    into = serializers.CharField(max_length=40)
