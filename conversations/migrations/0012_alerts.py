"""What people of the desk have to be told."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0011_considered"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", tenants.ids.IdField("alr", editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rules_unreadable", "The rules cannot be read"),
                            ("rule_notified", "A rule asked to tell somebody"),
                            ("quality_dropped", "A rule got worse"),
                            ("model_down", "The language model gives no answers"),
                            ("model_budget", "The language model's budget is spent"),
                            ("connector_failed", "The connector did not do something"),
                            ("job_failed", "A piece of work failed for good"),
                        ],
                        max_length=20,
                    ),
                ),
                ("subject", models.CharField(max_length=160)),
                ("text", models.CharField(blank=True, max_length=600)),
                (
                    "link",
                    models.CharField(blank=True, help_text="A path of the console, where it leads", max_length=200),
                ),
                ("count", models.PositiveIntegerField(default=1)),
                ("first_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("raised_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="alerts", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="alerts",
                        to="conversations.conversation",
                    ),
                ),
            ],
            options={
                "ordering": ["-raised_at", "-id"],
                "indexes": [models.Index(fields=["agent", "-raised_at", "-id"], name="alert_newest")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("seen_at__isnull", True)),
                        fields=("agent", "kind", "subject", "conversation"),
                        name="alert_unseen_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
    ]
