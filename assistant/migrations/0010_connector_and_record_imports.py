"""The tenant's own service with the log of its calls, and imports of records."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import tenants.ids


class Migration(migrations.Migration):
    """Adds four tables."""

    dependencies = [
        ("assistant", "0009_skills"),
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
            name="RecordImport",
            fields=[
                ("id", tenants.ids.IdField("rim", editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(help_text="orders, products, persons or tickets", max_length=10)),
                ("name", models.CharField(help_text="Of the file", max_length=120)),
                ("text", models.TextField(blank=True, help_text="The file; emptied when it is read")),
                ("columns", models.JSONField(default=list, help_text="As the file names them")),
                ("mapping", models.JSONField(blank=True, default=dict, help_text="{field: column}")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("mapping", "Waits for its columns"),
                            ("reading", "Reading"),
                            ("review", "Waits for a review"),
                            ("applying", "Storing"),
                            ("done", "Done"),
                            ("undoing", "Taking back"),
                            ("undone", "Taken back"),
                            ("failed", "Failed"),
                            ("dismissed", "Dismissed"),
                        ],
                        default="mapping",
                        max_length=9,
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("requested_by", models.CharField(blank=True, help_text="Public id of the agent", max_length=40)),
                ("requested_name", models.CharField(blank=True, max_length=120)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-created_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="RecordImportRow",
            fields=[
                ("id", tenants.ids.IdField("rir", editable=False, primary_key=True, serialize=False)),
                (
                    "line",
                    models.PositiveIntegerField(
                        help_text="Of the file, where the record begins; the column names are line 1"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("create", "New"),
                            ("update", "Changes"),
                            ("same", "Nothing new"),
                            ("problem", "Cannot be stored"),
                        ],
                        max_length=7,
                    ),
                ),
                ("key", models.CharField(blank=True, help_text="Number, SKU or e-mail address", max_length=254)),
                ("email", models.CharField(blank=True, help_text="Whose it is, to find it again", max_length=254)),
                ("fields", models.JSONField(blank=True, default=dict)),
                ("before", models.JSONField(blank=True, default=dict)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("param", models.CharField(blank=True, help_text="The field that is wrong", max_length=60)),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
                (
                    "of_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="assistant.recordimport"
                    ),
                ),
            ],
            options={
                "ordering": ["line"],
                "constraints": [models.UniqueConstraint(fields=("of_import", "line"), name="record_import_line_once")],
            },
        ),
    ]
