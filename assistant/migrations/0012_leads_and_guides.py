"""People who may become customers, decision guides, and what a topic does to a conversation."""

import django.contrib.postgres.fields
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    """Adds two tables, and two fields that may be empty."""

    dependencies = [
        ("assistant", "0011_order_numbers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Guide",
            fields=[
                ("id", tenants.ids.IdField("gde", editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=120, unique=True)),
                (
                    "examples",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        help_text="Ways to ask for it",
                        size=None,
                    ),
                ),
                (
                    "steps",
                    models.JSONField(default=list, help_text="List of {id, kind, says, answers: [{label, also, to}]}"),
                ),
                ("on", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["title"],
            },
        ),
        migrations.AddField(
            model_name="intent",
            name="tag",
            field=models.CharField(
                blank=True, help_text="That conversations about it get by themselves", max_length=40
            ),
        ),
        migrations.AddField(
            model_name="intent",
            name="team",
            field=models.CharField(
                blank=True, help_text="Name of the team that gets it where no rule names one", max_length=80
            ),
        ),
        migrations.CreateModel(
            name="Lead",
            fields=[
                ("id", tenants.ids.IdField("lead", editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("email", models.EmailField(blank=True, db_index=True, max_length=254)),
                ("phone", models.CharField(blank=True, help_text="E.164", max_length=30)),
                ("company", models.CharField(blank=True, max_length=200)),
                ("told", models.JSONField(default=dict, help_text="What they said, by field, in canonical form")),
                (
                    "words",
                    models.JSONField(blank=True, default=dict, help_text="What they said, by field, as they wrote it"),
                ),
                ("score", models.IntegerField(default=0)),
                ("reasons", models.JSONField(blank=True, default=list, help_text="The criteria that held, in words")),
                ("good", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("new", "New"), ("contacted", "Contacted"), ("won", "Won"), ("lost", "Lost")],
                        default="new",
                        max_length=9,
                    ),
                ),
                ("conversation", models.CharField(blank=True, help_text="Public id", max_length=40)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", ""), ("phone", ""), _negated=True), name="lead_can_be_reached"
                    )
                ],
            },
        ),
    ]
