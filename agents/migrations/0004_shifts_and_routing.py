"""Shifts of people, how conversations find people, and presence that knows until when it lasts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0003_sessions_second_factors_and_sign_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="RoutingSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("accept_seconds", models.PositiveSmallIntegerField(default=60, help_text="How long an offer stands")),
                (
                    "least_level",
                    models.PositiveSmallIntegerField(default=3, help_text="Of a skill that a rule asks for, at first"),
                ),
                (
                    "ladder",
                    models.JSONField(blank=True, help_text="What is asked no more after how many seconds", null=True),
                ),
                (
                    "idle_seconds",
                    models.PositiveIntegerField(default=300, help_text="Without input until somebody counts as away"),
                ),
                (
                    "grace_seconds",
                    models.PositiveIntegerField(default=75, help_text="After the last sign of life until offline"),
                ),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="routing_settings_one")],
            },
        ),
        migrations.AddField(
            model_name="team",
            name="accept_seconds",
            field=models.PositiveSmallIntegerField(
                blank=True, help_text="How long an offer stands; the company's when empty", null=True
            ),
        ),
        migrations.AddField(
            model_name="agent",
            name="presence_since",
            field=models.DateTimeField(blank=True, help_text="When the presence was set", null=True),
        ),
        migrations.AddField(
            model_name="agent",
            name="presence_by_hand",
            field=models.BooleanField(default=False, help_text="Then it does not go by itself"),
        ),
        migrations.AddField(
            model_name="agent",
            name="present_until",
            field=models.DateTimeField(blank=True, help_text="Offline from then on, unless seen again", null=True),
        ),
        migrations.AddField(
            model_name="agent",
            name="free_since",
            field=models.DateTimeField(blank=True, help_text="Last time a conversation was taken or ended", null=True),
        ),
        migrations.AddField(
            model_name="agent",
            name="time_zone",
            field=models.CharField(blank=True, help_text="Of the shifts; the company's when empty", max_length=60),
        ),
        migrations.CreateModel(
            name="Shift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("weekday", models.PositiveSmallIntegerField(help_text="0 is Monday")),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shifts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["weekday", "starts"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("weekday__range", (0, 6))), name="shift_weekday"),
                    models.CheckConstraint(condition=models.Q(("ends__gt", models.F("starts"))), name="shift_forward"),
                    models.UniqueConstraint(fields=("agent", "weekday", "starts"), name="shift_once"),
                ],
            },
        ),
    ]
