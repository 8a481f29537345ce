"""What requests about tasks of the desk may carry."""

from rest_framework import serializers

from conversations.models import Telling
from conversations.settings.forms import OneLine


class DeskTaskForm(serializers.Serializer[None]):
    """A new task: what, for which team or person, until when."""

    client_id = serializers.UUIDField()
    title = OneLine(max_length=160)
    details = serializers.CharField(max_length=2000, required=False, allow_blank=True, default="")
    team_id = serializers.CharField(max_length=40, required=False, allow_null=True, default=None)
    owner_id = serializers.CharField(max_length=40, required=False, allow_null=True, default=None)
    due_at = serializers.DateTimeField()


class DeskTaskChangeForm(serializers.Serializer[None]):
    """What changes of a task; a field that is not named stays."""

    title = OneLine(max_length=160, required=False)
    details = serializers.CharField(max_length=2000, required=False, allow_blank=True)
    team_id = serializers.CharField(max_length=40, required=False, allow_null=True)
    owner_id = serializers.CharField(max_length=40, required=False, allow_null=True)
    due_at = serializers.DateTimeField(required=False)


class DeskTaskResultForm(serializers.Serializer[None]):
    """What came of a task."""

    result = serializers.CharField(max_length=2000, required=False, allow_blank=True, default="")


class TeamworkForm(serializers.Serializer[None]):
    """How the customer hears once all is done."""

    telling = serializers.ChoiceField(choices=Telling.choices)
    text = serializers.CharField(max_length=2000, required=False, allow_blank=True, default="")
