import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    dependencies = [
        ("assistant", "0004_calendars"),
    ]

    operations = [
        migrations.CreateModel(
            name="Connector",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("on", models.BooleanField(default=False)),
                (
                    "address",
                    models.CharField(blank=True, help_text="Base address, without a slash at its end", max_length=300),
                ),
                ("secret", models.TextField(blank=True, help_text="Sealed")),
                ("old_secret", models.TextField(blank=True, help_text="Sealed; signs too until old_until")),
                ("old_until", models.DateTimeField(blank=True, null=True)),
                (
                    "reads",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        help_text="Which records come from it",
                        size=None,
                    ),
                ),
                (
                    "acts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="Kinds of act it carries out",
                        size=None,
                    ),
                ),
                (
                    "seconds",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Until an answer is too late",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(10),
                        ],
                    ),
                ),
                (
                    "keeps_until",
                    models.DateTimeField(blank=True, help_text="Calls keep their bodies until then", null=True),
                ),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="ConnectorCall",
            fields=[
                ("id", tenants.ids.IdField("call", editable=False, primary_key=True, serialize=False)),
                ("purpose", models.CharField(help_text="read, act or test", max_length=4)),
                ("method", models.CharField(default="POST", max_length=6)),
                ("path", models.CharField(max_length=120)),
                ("outcome", models.CharField(help_text="under_way, answered, or why it failed", max_length=20)),
                ("status", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("took_ms", models.PositiveIntegerField(default=0)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("action", models.CharField(blank=True, help_text="Public id", max_length=40)),
                (
                    "kept",
                    models.JSONField(
                        blank=True, default=dict, help_text="The bodies, while somebody looks for a fault"
                    ),
                ),
                ("created_at", models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
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
        migrations.CreateModel(
            name="KnowledgeImport",
            fields=[
                ("id", tenants.ids.IdField("imp", editable=False, primary_key=True, serialize=False)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("paste", "Pasted text"),
                            ("csv", "CSV file"),
                            ("markdown", "Markdown files"),
                            ("pdf", "PDF files"),
                            ("web", "Web pages"),
                        ],
                        max_length=8,
                    ),
                ),
                ("name", models.CharField(help_text="File names or address, as the list shows it", max_length=300)),
                (
                    "content",
                    models.JSONField(
                        default=list, help_text="What is to be read: {name, text} or {url}; emptied when done"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Reading"),
                            ("review", "Waits for a review"),
                            ("applying", "Storing"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("dismissed", "Dismissed"),
                        ],
                        default="waiting",
                        max_length=9,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("created", models.PositiveIntegerField(default=0)),
                ("updated", models.PositiveIntegerField(default=0)),
                ("unchanged", models.PositiveIntegerField(default=0)),
                ("removed", models.PositiveIntegerField(default=0)),
                ("problems", models.JSONField(default=list, help_text="List of {where, message}")),
                ("at_once", models.BooleanField(default=False, help_text="Stored without a review")),
                ("requested_by", models.CharField(blank=True, help_text="Public id of the agent", max_length=40)),
                ("requested_name", models.CharField(blank=True, max_length=120)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at"],
            },
        ),
        migrations.CreateModel(
            name="ImportEntry",
            fields=[
                ("id", tenants.ids.IdField("ime", editable=False, primary_key=True, serialize=False)),
                (
                    "of_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="assistant.knowledgeimport",
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("create", "A new article"),
                            ("update", "Changes an article"),
                            ("same", "Nothing new"),
                            ("remove", "No longer in the source"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="assistant.article",
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("body", models.TextField(blank=True)),
                (
                    "questions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), blank=True, null=True, size=None
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=8)),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, null=True, size=None
                    ),
                ),
                (
                    "where",
                    models.CharField(blank=True, help_text="Such as a line of the file, or an address", max_length=300),
                ),
                (
                    "resembles",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="assistant.article",
                    ),
                ),
                ("resembles_score", models.FloatField(blank=True, null=True)),
                (
                    "version",
                    models.PositiveIntegerField(
                        blank=True, help_text="Of the article, as the review shows it", null=True
                    ),
                ),
                ("chosen", models.BooleanField(default=True)),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["place"],
                "constraints": [models.UniqueConstraint(fields=("of_import", "place"), name="import_entry_place_once")],
            },
        ),
    ]
