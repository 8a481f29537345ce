"""A draft of the rules, and why each version was published."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds two fields that may be empty, and a table."""

    dependencies = [
        ("escalation", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="rulebookversion",
            name="note",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Why, in the words of whoever published it",
                max_length=300,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="rulebookversion",
            name="restored_from",
            field=models.PositiveIntegerField(blank=True, help_text="The version whose rules came back", null=True),
        ),
        migrations.CreateModel(
            name="RuleDraft",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                (
                    "document",
                    models.JSONField(blank=True, help_text="As it was typed, whole or not; null: no draft", null=True),
                ),
                ("revision", models.PositiveIntegerField(default=0)),
                (
                    "based_on",
                    models.PositiveIntegerField(default=0, help_text="The version in force when the draft was begun"),
                ),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("changed_by", models.CharField(blank=True, max_length=80)),
                (
                    "changed_by_id",
                    models.CharField(blank=True, help_text="Of the agent or the token", max_length=40),
                ),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="rule_draft_one")],
            },
        ),
    ]
