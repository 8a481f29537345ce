"""Colleagues whom notes mention."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0015_rule_replays"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="note",
            name="data",
            field=models.JSONField(blank=True, default=dict, help_text="Whom it mentions, by id and name"),
        ),
        migrations.AlterField(
            model_name="alert",
            name="kind",
            field=models.CharField(
                choices=[
                    ("rules_unreadable", "The rules cannot be read"),
                    ("rule_notified", "A rule asked to tell somebody"),
                    ("quality_dropped", "A rule got worse"),
                    ("model_down", "The language model gives no answers"),
                    ("model_budget", "The language model's budget is spent"),
                    ("connector_failed", "The connector did not do something"),
                    ("job_failed", "A piece of work failed for good"),
                    ("mentioned", "A colleague mentions them in a note"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                ("id", tenants.ids.IdField("mtn", editable=False, primary_key=True, serialize=False)),
                (
                    "seen_at",
                    models.DateTimeField(
                        blank=True, help_text="When they first opened the conversation since", null=True
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "agent",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="conversations.note",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-id"],
                "indexes": [models.Index(fields=["agent", "-created_at", "-id"], name="mention_newest")],
                "constraints": [models.UniqueConstraint(fields=("note", "agent"), name="mention_once_in_a_note")],
            },
        ),
    ]
