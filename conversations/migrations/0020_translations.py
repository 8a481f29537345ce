import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0019_greeting_visitors"),
    ]

    operations = [
        migrations.AddField(
            model_name="heldreply",
            name="written_language",
            field=models.CharField(blank=True, help_text="Of the agent's own words", max_length=8),
        ),
        migrations.AddField(
            model_name="heldreply",
            name="written_text",
            field=models.TextField(blank=True, help_text="The agent's own words, where `text` is their translation"),
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                ("id", tenants.ids.IdField("trl", editable=False, primary_key=True, serialize=False)),
                ("language", models.CharField(help_text="Into which", max_length=8)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Being made"),
                            ("made", "Made by a machine"),
                            ("written", "Written by the agent"),
                            ("same", "Is in that language already"),
                            ("failed", "Could not be made"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("source", models.CharField(blank=True, help_text="Of the message; empty while unknown", max_length=8)),
                ("text", models.TextField(blank=True)),
                ("problem", models.CharField(blank=True, help_text="Why it could not be made", max_length=12)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("made_at", models.DateTimeField(blank=True, null=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translations",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translations",
                        to="conversations.message",
                    ),
                ),
            ],
            options={
                "ordering": ["asked_at", "id"],
                "indexes": [models.Index(fields=["conversation", "language"], name="translation_of_conversation")],
                "constraints": [
                    models.UniqueConstraint(fields=("message", "language"), name="translation_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("made", "written")), models.Q(("text", ""), _negated=True)),
                            models.Q(models.Q(("state__in", ("made", "written")), _negated=True), ("text", "")),
                            _connector="OR",
                        ),
                        name="translation_text_iff_there",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), models.Q(("problem", ""), _negated=True)),
                            models.Q(models.Q(("state", "failed"), _negated=True), ("problem", "")),
                            _connector="OR",
                        ),
                        name="translation_problem_iff_failed",
                    ),
                ],
            },
        ),
    ]
