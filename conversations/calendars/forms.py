"""What the requests about calendars and appointments may carry; anything else is an error that names the field."""

from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext
from rest_framework import serializers

from agents.rest.week import ZoneField
from assistant.appointments import plans
from assistant.models import AppointmentState
from conversations.settings.forms import OneLine
from tenants import wholes

Json = dict[str, Any]
MOST_HOURS = 50
EARLIEST, LATEST = date(2000, 1, 1), date(2999, 12, 31)
MOST_SEATS = 50
LONGEST = 24 * 60  # minutes of a service


class TimeField(serializers.CharField):
    """A time such as 09:30; 24:00 is the end of the day."""

    def to_internal_value(self, data: Any) -> str:
        """The time, when there is such a one."""
        text = super().to_internal_value(data)
        try:
            plans.minutes(text)
        except ValueError as error:
            raise serializers.ValidationError(gettext("Write a time such as 09:30.")) from error
        return text


class CalendarHoursForm(serializers.Serializer[None]):
    """From one time of a day to another."""

    opens = TimeField(max_length=5)
    closes = TimeField(max_length=5)

    def validate(self, attrs: Json) -> Json:
        """It must close after it opens."""
        if attrs["closes"] <= attrs["opens"]:
            raise serializers.ValidationError({"closes": gettext("This must be after it opens.")})
        return attrs


class CalendarWeekdayForm(CalendarHoursForm):
    """Hours of a weekday."""

    weekday = serializers.IntegerField(min_value=0, max_value=6)


class CalendarForm(serializers.Serializer[None]):
    """A calendar."""

    name = OneLine(max_length=80)
    place = OneLine(max_length=200, allow_blank=True, required=False)
    zone = ZoneField(max_length=64)
    hours = serializers.ListField(child=CalendarWeekdayForm(), required=False, max_length=MOST_HOURS)
    seats = serializers.IntegerField(min_value=1, max_value=MOST_SEATS, required=False)
    step_minutes = serializers.IntegerField(min_value=5, max_value=240, required=False)
    lead_hours = serializers.IntegerField(min_value=0, max_value=720, required=False)
    horizon_days = serializers.IntegerField(min_value=1, max_value=365, required=False)
    change_hours = serializers.IntegerField(min_value=0, max_value=720, required=False)
    remind_hours = serializers.IntegerField(min_value=0, max_value=336, required=False)
    on = serializers.BooleanField(required=False)

    def validate_hours(self, value: list[Json]) -> list[Json]:
        """Hours of one day must not overlap."""
        _check_apart(sorted((one["weekday"], one["opens"], one["closes"]) for one in value))
        return value


class ServiceForm(serializers.Serializer[None]):
    """Something to come for."""

    name = OneLine(max_length=120)
    also = serializers.ListField(child=OneLine(max_length=80), required=False, max_length=30)
    minutes = serializers.IntegerField(min_value=5, max_value=LONGEST)
    pause_minutes = serializers.IntegerField(min_value=0, max_value=480, required=False)
    on = serializers.BooleanField(required=False)


class CalendarExceptionForm(serializers.Serializer[None]):
    """Days with other hours."""

    first = serializers.DateField()
    last = serializers.DateField()
    hours = serializers.ListField(child=CalendarHoursForm(), required=False, max_length=MOST_HOURS)
    reason = OneLine(max_length=120, allow_blank=True, required=False)

    def validate(self, attrs: Json) -> Json:
        """In order, and of a year at most."""
        if attrs["last"] < attrs["first"]:
            raise serializers.ValidationError({"last": gettext("This must not be before the first day.")})
        if (attrs["last"] - attrs["first"]).days > 366:
            raise serializers.ValidationError({"last": gettext("This is more than a year.")})
        _check_apart(sorted((0, one["opens"], one["closes"]) for one in attrs.get("hours", [])))
        return attrs


class OpeningsQuery(serializers.Serializer[None]):
    """From which day to which."""

    first = serializers.DateField()
    last = serializers.DateField()

    def validate_first(self, first: date) -> date:
        """Nobody books an appointment in the year 1 or 9999, where calendars end."""
        if not EARLIEST <= first <= LATEST:
            raise serializers.ValidationError(
                gettext("This must be from {earliest} to {latest}.").format(earliest=EARLIEST, latest=LATEST)
            )
        return first

    def validate(self, attrs: Json) -> Json:
        """Of two months at most."""
        if not 0 <= (attrs["last"] - attrs["first"]).days <= 62:
            raise serializers.ValidationError({"last": gettext("This must be at most 62 days after the first day.")})
        return attrs


class AppointmentsQuery(serializers.Serializer[None]):
    """Which appointments."""

    calendar_id = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    email = serializers.CharField(max_length=254, required=False, allow_blank=True, default="")
    state = serializers.ChoiceField([*AppointmentState.values, ""], required=False, default="")
    since = serializers.DateTimeField(required=False)
    until = serializers.DateTimeField(required=False)
    limit = serializers.IntegerField(min_value=1, max_value=100, default=50)
    cursor = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")


class AppointmentForm(serializers.Serializer[None]):
    """Who comes, for what and when."""

    service_id = serializers.CharField(max_length=40)
    starts_at = serializers.DateTimeField()
    name = OneLine(max_length=120)
    email = serializers.EmailField(max_length=254)
    note = OneLine(max_length=500, allow_blank=True, required=False, default="")
    language = serializers.ChoiceField(["en", "de", "fr", "es", "it", "pt", "nl"], required=False, default="en")
    remind = serializers.BooleanField(required=False, default=False)
    tell = serializers.BooleanField(required=False, default=True)


class AppointmentVersionForm(serializers.Serializer[None]):
    """The appointment as it was seen."""

    version = serializers.IntegerField(min_value=1, max_value=wholes.LARGEST)


class AppointmentChangeForm(AppointmentVersionForm):
    """Whether Baton tells the customer of the change."""

    tell = serializers.BooleanField(required=False, default=True)


class AppointmentMoveForm(AppointmentChangeForm):
    """The new time."""

    starts_at = serializers.DateTimeField()


class AppointmentClosingForm(AppointmentVersionForm):
    """Whether the customer came."""

    state = serializers.ChoiceField([AppointmentState.DONE.value, AppointmentState.MISSED.value])


def _check_apart(spans: list[tuple[int, str, str]]) -> None:
    for (day, _, closes), (next_day, opens, _) in pairwise(spans):
        if day == next_day and opens < closes:
            raise serializers.ValidationError(gettext("Hours of the same day must not overlap."))
