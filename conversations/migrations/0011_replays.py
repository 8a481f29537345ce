import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0010_quality"),
    ]

    operations = [
        migrations.CreateModel(
            name="RuleReplay",
            fields=[
                ("id", tenants.ids.IdField("rpl", editable=False, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="waiting",
                        max_length=9,
                    ),
                ),
                ("document", models.JSONField(help_text="The rules that are tried")),
                ("against", models.JSONField(help_text="The rules as they were published when it began", null=True)),
                ("against_version", models.PositiveIntegerField(default=0)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField()),
                (
                    "handling_minutes",
                    models.FloatField(blank=True, help_text="Instead of the measured ones", null=True),
                ),
                ("hourly_cost", models.FloatField(blank=True, null=True)),
                (
                    "agents",
                    models.PositiveIntegerField(blank=True, help_text="At work, instead of those measured", null=True),
                ),
                ("total", models.PositiveIntegerField(default=0, help_text="Decisions")),
                ("done", models.PositiveIntegerField(default=0)),
                ("last_conversation", models.UUIDField(blank=True, help_text="Up to which it has come", null=True)),
                ("tally", models.JSONField(blank=True, default=dict, help_text="What was counted up to there")),
                (
                    "arrivals",
                    models.BinaryField(blank=True, default=bytes, help_text="When people get conversations, both ways"),
                ),
                ("result", models.JSONField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, max_length=300)),
                (
                    "requested_by",
                    models.CharField(blank=True, help_text="Public id of the agent or the token", max_length=40),
                ),
                ("requested_name", models.CharField(blank=True, max_length=120)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ReplayedConversation",
            fields=[
                ("id", tenants.ids.IdField("rpc", editable=False, primary_key=True, serialize=False)),
                (
                    "replay",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conversations",
                        to="conversations.rulereplay",
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="conversations.conversation"
                    ),
                ),
                ("change", models.CharField(max_length=14)),
                (
                    "at",
                    models.DateTimeField(
                        help_text="Of the message at which the books part, or at which a person gets it"
                    ),
                ),
                ("before_seq", models.PositiveIntegerField(blank=True, null=True)),
                ("after_seq", models.PositiveIntegerField(blank=True, null=True)),
                ("before_rule", models.CharField(blank=True, max_length=80)),
                ("after_rule", models.CharField(blank=True, max_length=80)),
                (
                    "before_ending",
                    models.SmallIntegerField(blank=True, help_text="Its place in the order of asking", null=True),
                ),
                ("after_ending", models.SmallIntegerField(blank=True, null=True)),
                (
                    "before_hour",
                    models.PositiveSmallIntegerField(blank=True, help_text="Of the company's week", null=True),
                ),
                ("after_hour", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "hangs_seq",
                    models.PositiveIntegerField(
                        blank=True, help_text="Where it hangs on something unmeasured", null=True
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("replay", "conversation"), name="replayed_conversation_once")
                ],
                "indexes": [models.Index(fields=["replay", "change", "-at", "-id"], name="replayed_by_change")],
            },
        ),
        migrations.CreateModel(
            name="ReportSettings",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("currency", models.CharField(default="EUR", max_length=3)),
                (
                    "hour_price",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="What an hour of an agent costs",
                        max_digits=9,
                        null=True,
                    ),
                ),
                (
                    "token_price",
                    models.DecimalField(
                        blank=True, decimal_places=2, help_text="What a million tokens cost", max_digits=9, null=True
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="report_settings_one_row"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hour_price__isnull", True), ("hour_price__gte", 0), _connector="OR"),
                            models.Q(("token_price__isnull", True), ("token_price__gte", 0), _connector="OR"),
                        ),
                        name="report_prices_not_below_0",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportMark",
            fields=[
                ("id", tenants.ids.IdField("mark", editable=False, primary_key=True, serialize=False)),
                ("on", models.DateField()),
                ("title", models.CharField(max_length=120)),
                ("by", models.CharField(help_text="Name of who wrote it", max_length=120)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["on", "id"],
                "indexes": [models.Index(fields=["on"], name="report_mark_on")],
            },
        ),
    ]
