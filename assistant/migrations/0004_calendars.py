import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0003_bench"),
    ]

    operations = [
        migrations.CreateModel(
            name="Calendar",
            fields=[
                ("id", tenants.ids.IdField("cal", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80, unique=True)),
                (
                    "place",
                    models.CharField(blank=True, help_text="Where to come, as customers read it", max_length=200),
                ),
                ("zone", models.CharField(default="Europe/Berlin", help_text="IANA name", max_length=64)),
                (
                    "hours",
                    models.JSONField(default=list, help_text="List of {weekday 0-6, opens, closes}, times as HH:MM"),
                ),
                (
                    "step_minutes",
                    models.PositiveSmallIntegerField(default=30, help_text="Appointments begin every so many minutes"),
                ),
                (
                    "lead_hours",
                    models.PositiveSmallIntegerField(default=2, help_text="A customer books so long before, at least"),
                ),
                (
                    "horizon_days",
                    models.PositiveSmallIntegerField(default=60, help_text="A customer books so far ahead, at most"),
                ),
                (
                    "change_hours",
                    models.PositiveSmallIntegerField(
                        default=24, help_text="A customer moves or cancels so long before, at least"
                    ),
                ),
                (
                    "remind_hours",
                    models.PositiveSmallIntegerField(
                        default=24, help_text="Who agreed is reminded so long before; 0 for never"
                    ),
                ),
                ("on", models.BooleanField(default=True, help_text="Whether customers may book")),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("step_minutes__gte", 5)), name="calendar_step_at_least_five"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("horizon_days__gte", 1)), name="calendar_horizon_at_least_a_day"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "calendar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="seats", to="assistant.calendar"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(help_text="Within the calendar, from 1")),
                ("on", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["calendar", "number"],
                "constraints": [models.UniqueConstraint(fields=("calendar", "number"), name="seat_number_once")],
            },
        ),
        migrations.CreateModel(
            name="CalendarException",
            fields=[
                ("id", tenants.ids.IdField("cex", editable=False, primary_key=True, serialize=False)),
                (
                    "calendar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="exceptions", to="assistant.calendar"
                    ),
                ),
                ("first", models.DateField()),
                ("last", models.DateField()),
                (
                    "hours",
                    models.JSONField(blank=True, default=list, help_text="List of {opens, closes}, times as HH:MM"),
                ),
                ("reason", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "ordering": ["first", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))), name="calendar_exception_in_order"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                ("id", tenants.ids.IdField("svc", editable=False, primary_key=True, serialize=False)),
                (
                    "calendar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="services", to="assistant.calendar"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "also",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        help_text="Other words for it",
                        size=None,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(default=30)),
                (
                    "pause_minutes",
                    models.PositiveSmallIntegerField(default=0, help_text="That the seat stays empty afterwards"),
                ),
                ("on", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("calendar", "name"), name="service_name_once"),
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gte", 5)), name="service_minutes_at_least_five"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", tenants.ids.IdField("apt", editable=False, primary_key=True, serialize=False)),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="assistant.seat",
                    ),
                ),
                (
                    "offered",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="appointments",
                        to="assistant.service",
                    ),
                ),
                ("service", models.CharField(help_text="Its name when it was booked", max_length=120)),
                ("customer_name", models.CharField(max_length=120)),
                ("email", models.EmailField(db_index=True, max_length=254)),
                ("starts_at", models.DateTimeField(db_index=True)),
                ("ends_at", models.DateTimeField()),
                (
                    "free_at",
                    models.DateTimeField(
                        blank=True, help_text="When the seat is free again, after the pause", null=True
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("booked", "Booked"),
                            ("done", "Done"),
                            ("missed", "Missed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="booked",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, help_text="Rises with every change")),
                ("moves", models.PositiveSmallIntegerField(default=0, help_text="How often the customer moved it")),
                ("note", models.CharField(blank=True, max_length=500)),
                ("language", models.CharField(default="en", max_length=8)),
                ("remind", models.BooleanField(default=False, help_text="The customer agreed to a reminder")),
                (
                    "reminded_for",
                    models.DateTimeField(blank=True, help_text="The time that a reminder named", null=True),
                ),
                (
                    "told_for",
                    models.DateTimeField(blank=True, help_text="The time that the customer knows of", null=True),
                ),
                (
                    "conversation",
                    models.CharField(blank=True, help_text="Public id of the conversation it came from", max_length=40),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["starts_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="appointment_ends_later"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("seat__isnull", True), ("free_at__gte", models.F("ends_at")), _connector="OR"
                        ),
                        name="appointment_seat_is_free_later",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("seat__isnull", False), ("state", "booked")),
                        expressions=[
                            (
                                models.Func(
                                    "seat",
                                    "seat",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField(),
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    "starts_at",
                                    "free_at",
                                    function="tstzrange",
                                    output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="appointment_seat_once",
                    ),
                ],
                "indexes": [models.Index(fields=["seat", "starts_at"], name="appointment_of_seat")],
            },
        ),
    ]
