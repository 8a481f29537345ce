"""Calendars of the tenant's business: opening hours, services, seats, and the appointments that are kept in them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.contrib.postgres.fields.ranges import BigIntegerRangeField
from django.db import models
from django.utils import timezone

from tenants.ids import IdField


class Calendar(models.Model):
    """A place whose time is given away: a workshop, a practice, a person. What it gives at once are its seats."""

    id = IdField("cal")
    name = models.CharField(max_length=80, unique=True)
    place = models.CharField(max_length=200, blank=True, help_text="Where to come, as customers read it")
    zone = models.CharField(max_length=64, default="Europe/Berlin", help_text="IANA name")
    hours = models.JSONField(default=list, help_text="List of {weekday 0-6, opens, closes}, times as HH:MM")
    step_minutes = models.PositiveSmallIntegerField(default=30, help_text="Appointments begin every so many minutes")
    lead_hours = models.PositiveSmallIntegerField(default=2, help_text="A customer books so long before, at least")
    horizon_days = models.PositiveSmallIntegerField(default=60, help_text="A customer books so far ahead, at most")
    change_hours = models.PositiveSmallIntegerField(
        default=24, help_text="A customer moves or cancels so long before, at least"
    )
    remind_hours = models.PositiveSmallIntegerField(
        default=24, help_text="Who agreed is reminded so long before; 0 for never"
    )
    on = models.BooleanField(default=True, help_text="Whether customers may book")
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(step_minutes__gte=5), name="calendar_step_at_least_five"),
            models.CheckConstraint(condition=models.Q(horizon_days__gte=1), name="calendar_horizon_at_least_a_day"),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """One of the things a calendar gives at once, such as a mechanic: never two appointments at the same time."""

    calendar = models.ForeignKey(Calendar, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField(help_text="Within the calendar, from 1")
    on = models.BooleanField(default=True)

    class Meta:
        ordering = ["calendar", "number"]
        constraints = [models.UniqueConstraint(fields=["calendar", "number"], name="seat_number_once")]

    def __str__(self) -> str:
        return f"{self.calendar} {self.number}"


class CalendarException(models.Model):
    """Days on which other hours hold; without any the calendar is closed."""

    id = IdField("cex")
    calendar = models.ForeignKey(Calendar, on_delete=models.CASCADE, related_name="exceptions")
    first = models.DateField()
    last = models.DateField()
    hours = models.JSONField(default=list, blank=True, help_text="List of {opens, closes}, times as HH:MM")
    reason = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["first", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="calendar_exception_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


class Service(models.Model):
    """What a customer can come for."""

    id = IdField("svc")
    calendar = models.ForeignKey(Calendar, on_delete=models.CASCADE, related_name="services")
    name = models.CharField(max_length=120)
    also = ArrayField(models.CharField(max_length=80), default=list, blank=True, help_text="Other words for it")
    minutes = models.PositiveSmallIntegerField(default=30)
    pause_minutes = models.PositiveSmallIntegerField(default=0, help_text="That the seat stays empty afterwards")
    on = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["calendar", "name"], name="service_name_once"),
            models.CheckConstraint(condition=models.Q(minutes__gte=5), name="service_minutes_at_least_five"),
        ]

    def __str__(self) -> str:
        return self.name


class AppointmentState(models.TextChoices):
    """Whether an appointment still stands."""

    BOOKED = "booked", "Booked"
    DONE = "done", "Done"
    MISSED = "missed", "Missed"
    CANCELLED = "cancelled", "Cancelled"


class Appointment(models.Model):
    """A time that the tenant keeps for a customer. Two that are booked never share a seat: PostgreSQL refuses them."""

    id = IdField("apt")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments")
    offered = models.ForeignKey(Service, on_delete=models.SET_NULL, null=True, blank=True, related_name="appointments")
    service = models.CharField(max_length=120, help_text="Its name when it was booked")
    customer_name = models.CharField(max_length=120)
    email = models.EmailField(db_index=True)
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    free_at = models.DateTimeField(null=True, blank=True, help_text="When the seat is free again, after the pause")
    state = models.CharField(max_length=10, choices=AppointmentState, default=AppointmentState.BOOKED)
    version = models.PositiveIntegerField(default=1, help_text="Rises with every change")
    moves = models.PositiveSmallIntegerField(default=0, help_text="How often the customer moved it")
    note = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=8, default="en")
    remind = models.BooleanField(default=False, help_text="The customer agreed to a reminder")
    reminded_for = models.DateTimeField(null=True, blank=True, help_text="The time that a reminder named")
    told_for = models.DateTimeField(null=True, blank=True, help_text="The time that the customer knows of")
    conversation = models.CharField(max_length=40, blank=True, help_text="Public id of the conversation it came from")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["seat", "starts_at"], name="appointment_of_seat")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="appointment_ends_later"
            ),
            models.CheckConstraint(
                condition=models.Q(seat__isnull=True) | models.Q(free_at__gte=models.F("ends_at")),
                name="appointment_seat_is_free_later",
            ),
            # Ranges of one number stand for the seat, since a plain equality would need PostgreSQL's btree_gist.
            ExclusionConstraint(
                name="appointment_seat_once",
                expressions=[
                    (
                        models.Func("seat", "seat", models.Value("[]"), function="int8range",
                                    output_field=BigIntegerRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        models.Func("starts_at", "free_at", function="tstzrange", output_field=DateTimeRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=models.Q(state="booked", seat__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.service} at {self.starts_at:%Y-%m-%d %H:%M}"
