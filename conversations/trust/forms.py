"""What the requests may carry; anything else is an error that names the field."""

from typing import Any

from rest_framework import serializers

from conversations.models import ExportKind
from tenants import cursors
from tenants.checking import checked

Json = dict[str, Any]


def parsed(form: type[serializers.Serializer[None]], data: Any) -> Json:
    """The checked fields of `data`."""
    return checked(form(data=data))


class Text(serializers.CharField):
    """A short text that may be missing."""

    def __init__(self, *, longest: int = 200) -> None:
        super().__init__(max_length=longest, required=False, allow_blank=True, default="")


class AuditFilter(serializers.Serializer[None]):
    """Which entries of the audit log."""

    actor = Text(longest=120)
    action = Text(longest=60)
    object = Text()
    since = serializers.DateTimeField(required=False, allow_null=True, default=None)
    until = serializers.DateTimeField(required=False, allow_null=True, default=None)


class AuditQuery(AuditFilter):
    """Which page of them."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = Text(longest=cursors.LONGEST)


class AuditFileQuery(AuditFilter):
    """Which of them as a file."""

    format = serializers.ChoiceField(choices=["csv", "jsonl"], default="csv")


class CustomersQuery(serializers.Serializer[None]):
    """Which page of the customers."""

    search = Text()
    email = Text(longest=254)
    external_id = Text(longest=128)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = Text(longest=cursors.LONGEST)


class ExportsQuery(serializers.Serializer[None]):
    """Which page of the exports."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = Text(longest=cursors.LONGEST)


class ExportForm(serializers.Serializer[None]):
    """What to export: the workspace, or a customer."""

    kind = serializers.ChoiceField(choices=ExportKind.choices)
    customer_id = serializers.CharField(max_length=40, required=False, allow_null=True, default=None)


class EraseForm(serializers.Serializer[None]):
    """The customer's name, e-mail address or id, typed by hand."""

    confirm = serializers.CharField(max_length=254)


class CloseForm(serializers.Serializer[None]):
    """The workspace's name and the owner's password, typed by hand."""

    name = serializers.CharField(max_length=120)
    password = serializers.CharField(max_length=200, trim_whitespace=False)
