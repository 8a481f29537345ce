"""How long offers stand, what they ask for, who had a customer last, and every choice with its reasons."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agents", "0004_shifts_and_routing"),
        ("conversations", "0016_mentions"),
    ]

    operations = [
        migrations.AddField(
            model_name="customer",
            name="last_agent",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="conversation",
            name="offered_until",
            field=models.DateTimeField(blank=True, help_text="Then somebody else is asked", null=True),
        ),
        migrations.AddField(
            model_name="conversation",
            name="look_again_at",
            field=models.DateTimeField(blank=True, help_text="When less is asked of who may take it", null=True),
        ),
        migrations.AddField(
            model_name="conversation",
            name="skill",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="agents.skill",
            ),
        ),
        migrations.CreateModel(
            name="RoutingChoice",
            fields=[
                ("id", tenants.ids.IdField("rtc", editable=False, primary_key=True, serialize=False)),
                ("epoch", models.PositiveIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("cause", models.CharField(help_text="Why somebody was looked for then", max_length=16)),
                ("why", models.CharField(max_length=300)),
                (
                    "need",
                    models.JSONField(
                        default=dict, help_text="What was asked for: team, language, skill and level by name"
                    ),
                ),
                (
                    "widened",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10),
                        default=list,
                        help_text="What was asked for no more",
                        size=None,
                    ),
                ),
                (
                    "candidates",
                    models.JSONField(default=list, help_text="Each who was looked at, with why they were passed over"),
                ),
                ("until", models.DateTimeField(blank=True, help_text="When the offer ends by itself", null=True)),
                (
                    "end",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("expired", "Let pass"),
                            ("withdrawn", "Withdrawn"),
                            ("nobody", "Nobody could take it"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agent",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="routing_choices",
                        to="conversations.conversation",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
            },
        ),
    ]
